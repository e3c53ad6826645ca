import type { Gone, QuoteId } from '../archive/model.ts';
import { escapeHtml } from '../formats/html.ts';
import { serializeWordings } from './history.ts';
import { sentence, untilHtml, whenHtml, type Surface, type Setting } from './surface.ts';

/** From so many in a row on, what is gone is told in one line. */
const shortRun = 3;

/** The quotes nearest to a place that are there. */
export interface Around {
  readonly before?: QuoteId | undefined;
  readonly after?: QuoteId | undefined;
}

/**
 * Notices and tombstones where quotes stood: each an element with the id, which says what became of it. A long
 * run is one line; who follows the address of one of them sees what that one says. Its elements stand beside the
 * `details` and not in it: not every browser opens one for a fragment.
 */
export function serializeGone(
  run: readonly Gone[],
  around: Around,
  setting: Setting,
  surface: Surface,
): string {
  let each = '';
  for (const gone of run) each += serializeOne(gone, around, setting, surface);
  if (run.length < shortRun) return each;
  const days = new Set(run.map(({ date }) => date));
  const { past } = surface.words;
  const [day = ''] = days;
  const when = days.size === 1 ? ` ${untilHtml(day, surface)}` : '';
  return `<details class="gone-run"><summary>${sentence(`${past.countGone(run.length)}${when}.`, setting)}</summary></details><div>${each}</div>\n`;
}

function serializeOne(gone: Gone, around: Around, setting: Setting, surface: Surface): string {
  const { past } = surface.words;
  const start = `<p id="${gone.id}" class="gone"><a href="#${gone.id}">¶</a> `;
  const says = sentence(tellGone(gone, surface), setting);
  if (gone.type === 'tombstone') return `${start}${says}</p>\n`;
  const links = [
    ...(around.before ? [`<a href="#${around.before}">${past.before}</a>`] : []),
    ...(around.after ? [`<a href="#${around.after}">${past.after}</a>`] : []),
  ];
  const nav = links.length === 0 ? '' : ` <span${setting.ours}>${links.join(' ')}</span>`;
  return `${start}${says}${nav}</p>\n${serializeLastWords(gone, setting, surface)}`;
}

/** What became of an id, as a sentence. */
export function tellGone(gone: Gone, surface: Surface): string {
  const { past } = surface.words;
  if (gone.type === 'tombstone')
    return past.takenDown(whenHtml(gone.date, surface), `<bdi>${escapeHtml(gone.reason)}</bdi>`);
  return past.gone[gone.rule](untilHtml(gone.date, surface));
}

/** What a quote said that is gone; empty where its words were removed. */
export function serializeLastWords(gone: Gone, setting: Setting, surface: Surface): string {
  if (gone.type === 'tombstone' || gone.earlier.every(({ words }) => words === undefined))
    return '';
  const wordings = serializeWordings(gone.earlier, undefined, setting, surface);
  return `<details class="history"><summary>${sentence(surface.words.past.lastWords, setting)}</summary>${wordings}</details>\n`;
}
