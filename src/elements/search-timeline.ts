import type { TimeBar } from '../search/facet.ts';
import type { Filters } from '../search/query.ts';
import { isWithin } from '../search/row-filter.ts';
import { button, make } from './dom.ts';
import {
  counted,
  fill,
  formatMonth,
  formatPeriod,
  formatShortPeriod,
  type SearchWords,
} from './search-words.ts';

/**
 * Appearances over time as a strip of bars. Each is a button that filters; arrow keys move along the strip, and
 * a table has the same figures. Empty where there is at most one year and nothing to go back to.
 */
export function renderTimeline(
  bars: readonly TimeBar[],
  filters: Filters,
  { words, hasUndated }: { readonly words: SearchWords; readonly hasUndated: boolean },
  choose: (time: Pick<Filters, 'from' | 'to'>) => void,
): Node[] {
  const isFiltered = filters.from !== undefined || filters.to !== undefined;
  if (bars.length < 2 && !isFiltered) return [];
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const labelOf = ({ period, count }: TimeBar): string =>
    fill(words.bar, {
      period: formatShortPeriod(period),
      appearances: counted(words.appearances, count),
    }).join('');
  const buttons = bars.map((bar) => {
    const { period, count } = bar;
    const isChosen = isFiltered && isWithin(`${period}-01`, filters.from, filters.to);
    const isOnly = filters.from === period && filters.to === period;
    const made = button(
      {
        'aria-label': labelOf(bar),
        'aria-pressed': String(isChosen),
        title: labelOf(bar),
        'data-key': period,
      },
      () => choose(isOnly ? {} : { from: period, to: period }),
      make('span', { class: 'bar', 'data-empty': count === 0 }),
      make('span', { class: 'name' }, formatMonth(period)),
    );
    const height = count === 0 ? 0 : Math.max(6, Math.round((count / most) * 100));
    made.querySelector<HTMLElement>('.bar')!.style.blockSize = `${height}%`;
    return made;
  });
  rove(buttons);
  const strip = make(
    'div',
    { class: 'time-strip', role: 'group', 'aria-label': words.overTime },
    ...buttons,
  );
  requestAnimationFrame(() => showChosen(strip, buttons));
  return [
    make('h2', {}, words.overTime),
    strip,
    make(
      'div',
      { class: 'below quiet' },
      isFiltered && button({ class: 'plain' }, () => choose({}), words.allYears),
      hasUndated && make('span', {}, words.undated),
      renderTable(bars, words),
    ),
  ];
}

/** Where the strip is wider than its place, the bars that are chosen are in sight, else the newest. */
function showChosen(strip: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  if (strip.scrollWidth <= strip.clientWidth) return;
  const last = buttons.findLast((one) => one.getAttribute('aria-pressed') === 'true');
  const shown = (last ?? buttons.at(-1))!.getBoundingClientRect();
  const place = strip.getBoundingClientRect();
  // The same way in both directions of writing.
  strip.scrollLeft += shown.left + shown.width / 2 - place.left - place.width / 2;
}

function renderTable(bars: readonly TimeBar[], words: SearchWords): HTMLElement {
  const rows = bars.map(({ period, count }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, formatPeriod(period)),
      make('td', {}, String(count)),
    ),
  );
  return make(
    'details',
    {},
    make('summary', {}, words.asTable),
    make(
      'table',
      {},
      make(
        'thead',
        {},
        make(
          'tr',
          {},
          make('th', { scope: 'col' }, words.period),
          make('th', { scope: 'col' }, counted(words.appearances, 2).replace(/^[\d\s]+/, '')),
        ),
      ),
      make('tbody', {}, ...rows),
    ),
  );
}

/** One stop for the tab key; arrow keys go from button to button, as the page is read. */
function rove(buttons: readonly HTMLButtonElement[]): void {
  const start = Math.max(
    0,
    buttons.findIndex((one) => one.getAttribute('aria-pressed') === 'true'),
  );
  for (const [index, one] of buttons.entries()) {
    one.tabIndex = index === start ? 0 : -1;
    one.addEventListener('keydown', (event) => {
      const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
      const target = {
        [forward]: buttons[index + 1],
        [back]: buttons[index - 1],
        Home: buttons[0],
        End: buttons.at(-1),
      }[event.key];
      if (!target) return;
      event.preventDefault();
      one.tabIndex = -1;
      target.tabIndex = 0;
      target.focus();
    });
  }
}
