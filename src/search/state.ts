import type { Grouping, Sort } from './candidate.ts';
import {
  type Filters,
  joinFilters,
  listFilters,
  parseMonth,
  parseQuery,
  type Query,
  serializeQuery,
} from './query.ts';

/** What the search page shows; its address says all of it. */
export interface SearchState {
  /** What stands in the field. */
  readonly typed: string;
  /** What the controls say, beside what was typed. */
  readonly filters: Filters;
  readonly sort: Sort;
  readonly grouping: Grouping;
  /** Quotes that are shown. */
  readonly shown: number;
}

/** Quotes that are shown at first, and added at once. */
export const step = 10;

const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest'];
const groupings: readonly Grouping[] = ['none', 'episode', 'speaker'];

/** More than anybody scrolls through; an address may say more. */
const mostShown = 500;

/**
 * The state that an address means. What it says wrongly is as if it said nothing, ids that nobody has apart:
 * they find nothing, and the page says so.
 *
 * parseState(new URLSearchParams('q=tide&speaker=jo-field&from=2019'))
 * // => { typed: 'tide', filters: { speaker: ['jo-field'], from: '2019' }, sort: 'relevance', … }
 */
export function parseState(given: URLSearchParams): SearchState {
  const filters: Record<string, unknown> = {};
  for (const name of listFilters) {
    const ids = [...new Set(given.getAll(name).map((id) => id.trim()))].filter(Boolean);
    if (ids.length > 0) filters[name] = ids;
  }
  for (const name of ['from', 'to']) {
    const date = parseMonth(given.get(name) ?? '');
    if (date !== undefined) filters[name] = date;
  }
  const shown = Number(given.get('n'));
  return {
    typed: given.get('q') ?? '',
    filters: filters as Filters,
    sort: sorts.find((sort) => sort === given.get('sort')) ?? 'relevance',
    grouping: groupings.find((grouping) => grouping === given.get('group')) ?? 'none',
    shown: Number.isInteger(shown) && shown > step ? Math.min(shown, mostShown) : step,
  };
}

/** The address of a state, without what it says anyway: empty, or `?q=tide`. */
export function serializeState({ typed, filters, sort, grouping, shown }: SearchState): string {
  const query = new URLSearchParams();
  if (typed.trim() !== '') query.set('q', typed.trim());
  for (const name of listFilters) for (const id of filters[name] ?? []) query.append(name, id);
  if (filters.from !== undefined) query.set('from', filters.from);
  if (filters.to !== undefined) query.set('to', filters.to);
  if (sort !== 'relevance') query.set('sort', sort);
  if (grouping !== 'none') query.set('group', grouping);
  if (shown > step) query.set('n', String(shown));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** What a state looks for: what was typed and what the controls say, together. */
export function queryOf({ typed, filters }: SearchState): Query {
  const query = parseQuery(typed);
  return { ...query, filters: joinFilters(filters, query.filters) };
}

/**
 * A state in which filters stand in the controls alone and the field has the words: typed operators and
 * controls are the same thing.
 */
export function settle(state: SearchState, query: Query): SearchState {
  const { filters } = query;
  return { ...state, typed: serializeQuery({ ...query, filters: {} }), filters };
}
