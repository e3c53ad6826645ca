import type { Candidate } from '../search/candidate.ts';
import { facetOf, type FacetValue } from '../search/facet.ts';
import type { Catalog } from '../search/catalog.ts';
import { type Filters, type ListFilter, parseMonth } from '../search/query.ts';
import { isBegun, type Names, namesOf, wordsIn } from '../search/resolve.ts';
import { button, make } from './dom.ts';
import { counted, fill, formatPeriod, languageName, type SearchWords } from './search-words.ts';

/** Values that are shown of a long list before one looks in it, and after. */
const fewValues = 6;
const foundValues = 40;

/** The filters that the page offers as lists; an episode is chosen from its own page. */
const offered: readonly ListFilter[] = ['speaker', 'show', 'topic', 'role', 'language', 'status'];

export interface FilterContext {
  readonly catalog: Catalog;
  readonly words: SearchWords;
  readonly filters: Filters;
  choose(filters: Filters): void;
}

/** What a value is called: names as they are, languages and states of review in the page's language. */
export function nameOf(filter: ListFilter, id: string, names: Names, words: SearchWords): string {
  if (filter === 'status') return words.statuses[id] ?? id;
  if (filter === 'language') return languageName(id);
  return names[filter].find(([own]) => own === id)?.[1] ?? id;
}

/** Filters without one id, or with it. */
function toggle(filters: Filters, name: ListFilter, id: string): Filters {
  const ids = filters[name] ?? [];
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  const { [name]: _, ...others } = filters;
  return next.length === 0 ? others : { ...others, [name]: next };
}

const withoutDates = ({ from: _from, to: _to, ...others }: Filters): Filters => others;

/** The filters that are in force; each is a button that takes it away. */
export function renderActive(context: FilterContext): Node[] {
  const { catalog, words, filters, choose } = context;
  const names = namesOf(catalog);
  const chips: HTMLElement[] = [];
  const add = (facet: keyof SearchWords['facet'], name: string, rest: Filters): void => {
    const label = fill(words.remove, { name: `${words.facet[facet]}: ${name}` }).join('');
    chips.push(
      button(
        { class: 'chip', 'aria-label': label, title: label, 'data-key': label },
        () => choose(rest),
        make('span', { class: 'quiet' }, words.facet[facet]),
        ' ',
        make('bdi', {}, name),
        make('span', { 'aria-hidden': 'true', class: 'cross' }, '×'),
      ),
    );
  };
  for (const filter of [...offered, 'episode'] as const) {
    for (const id of filters[filter] ?? [])
      add(filter, nameOf(filter, id, names, words), toggle(filters, filter, id));
  }
  const { from, to } = filters;
  if (from !== undefined && from === to) add('time', formatPeriod(from), withoutDates(filters));
  else if (from !== undefined || to !== undefined) {
    const ends = [
      from === undefined ? '' : fill(words.since, { date: formatPeriod(from) }).join(''),
      to === undefined ? '' : fill(words.until, { date: formatPeriod(to) }).join(''),
    ];
    add('time', ends.filter(Boolean).join(' '), withoutDates(filters));
  }
  if (chips.length === 0) return [];
  return [
    make('span', { class: 'quiet' }, words.filteredBy),
    ...chips,
    ...(chips.length > 1 ? [button({ class: 'plain' }, () => choose({}), words.removeAll)] : []),
  ];
}

/** A list for each filter that can tell what was found apart, and the two ends of the time. */
export function renderFilters(candidates: readonly Candidate[], context: FilterContext): Node[] {
  const { catalog, filters } = context;
  const names = namesOf(catalog);
  const lists = offered.flatMap((filter) => {
    const values = facetOf(filter, candidates, filters, catalog);
    const isChosen = filters[filter] !== undefined;
    return values.length > 1 || isChosen ? [renderList(filter, values, names, context)] : [];
  });
  const isDated = catalog.episodes.some(({ date }) => date !== undefined);
  return isDated ? [...lists, renderDates(context)] : lists;
}

function renderList(
  filter: ListFilter,
  values: readonly FacetValue[],
  names: Names,
  { words, filters, choose }: FilterContext,
): HTMLElement {
  const chosen = new Set(filters[filter] ?? []);
  const list = make('ul', { role: 'list' });
  const note = make('p', { class: 'quiet' });
  const ordered = [
    ...values.filter(({ id }) => chosen.has(id)),
    ...values.filter(({ id }) => !chosen.has(id)),
  ];
  const show = (typed: string): void => {
    const asked = wordsIn(typed);
    const found =
      asked.length === 0
        ? ordered
        : ordered.filter(({ id }) => isBegun(nameOf(filter, id, names, words), asked));
    const shown = found.slice(
      0,
      asked.length === 0 ? Math.max(fewValues, chosen.size) : foundValues,
    );
    list.replaceChildren(
      ...shown.map(({ id, count }) => {
        const box = make('input', { type: 'checkbox', checked: chosen.has(id) });
        box.addEventListener('change', () => choose(toggle(filters, filter, id)));
        box.dataset['key'] = `${filter}:${id}`;
        return make(
          'li',
          {},
          make(
            'label',
            {},
            box,
            make('bdi', {}, nameOf(filter, id, names, words)),
            make('span', { class: 'quiet' }, String(count)),
          ),
        );
      }),
    );
    const rest = found.length - shown.length;
    note.textContent =
      found.length === 0 ? words.notListed : rest > 0 ? counted(words.moreValues, rest) : '';
  };
  const isLong = values.length > fewValues + 1;
  const label = fill(words.inList, { facet: words.facet[filter] }).join('');
  const field = make('input', {
    type: 'search',
    'aria-label': label,
    placeholder: label,
    autocomplete: 'off',
    dir: 'auto',
  });
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    show(field.value);
  });
  show('');
  return make(
    'fieldset',
    { 'data-filter': filter },
    make('legend', {}, words.facet[filter]),
    isLong && field,
    list,
    isLong && note,
  );
}

function renderDates({ words, filters, choose }: FilterContext): HTMLElement {
  const field = (end: 'from' | 'to', value: string | undefined): HTMLInputElement =>
    make('input', {
      'data-key': end,
      inputmode: 'numeric',
      pattern: '\\d{4}(-\\d{1,2})?',
      placeholder: words.dateHint,
      autocomplete: 'off',
      value,
    });
  const from = field('from', filters.from);
  const to = field('to', filters.to);
  const set = (): void => {
    if (![from, to].every((one) => one.reportValidity())) return;
    const first = parseMonth(from.value);
    const last = parseMonth(to.value);
    choose({
      ...withoutDates(filters),
      ...(first !== undefined && { from: first }),
      ...(last !== undefined && { to: last }),
    });
  };
  for (const one of [from, to]) {
    one.addEventListener('input', (event) => event.stopPropagation());
    one.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      set();
    });
  }
  return make(
    'fieldset',
    { 'data-filter': 'time', class: 'dates' },
    make('legend', {}, words.facet.time),
    make('label', {}, words.from, from),
    make('label', {}, words.to, to),
    button({ 'data-key': 'dates' }, set, words.setDates),
  );
}
