import type { Candidate } from './candidate.ts';
import type { Catalog } from './catalog.ts';
import type { Filters, ListFilter } from './query.ts';
import { isWithin, testOf, valuesOf } from './row-filter.ts';

/** A value of a filter, and the appearances that would be found with it. */
export interface FacetValue {
  readonly id: string;
  readonly count: number;
}

/** An appearance is one voice in one episode, in however many records it lies. */
const appearanceOf = ({ row }: Pick<Candidate, 'row'>): string => `${row.episode} ${row.voice}`;

/** How many appearances records or quotes belong to. */
export const countAppearances = (found: readonly Pick<Candidate, 'row'>[]): number =>
  new Set(found.map(appearanceOf)).size;

/**
 * The values of a filter that find something beside all other filters, most appearances first; those that
 * are chosen always, also with none.
 */
export function facetOf(
  name: ListFilter,
  candidates: readonly Candidate[],
  filters: Filters,
  catalog: Catalog,
): FacetValue[] {
  const passes = testOf(filters, catalog, name);
  const found = new Map<string, Set<string>>((filters[name] ?? []).map((id) => [id, new Set()]));
  for (const candidate of candidates) {
    if (!passes(candidate.row)) continue;
    for (const id of valuesOf(candidate.row, name, catalog)) {
      const known = found.get(id) ?? new Set();
      found.set(id, known.add(appearanceOf(candidate)));
    }
  }
  return [...found]
    .map(([id, { size }]) => ({ id, count: size }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** A stretch of time, and the appearances in it. */
export interface TimeBar {
  /** A year, or a month: `2019`, `2019-03`. */
  readonly period: string;
  readonly count: number;
}

/**
 * Appearances over time, oldest first, without a gap: by month where the filter of time lies within two years,
 * then of these years alone; else by year. The filter of time itself is left aside, so that one sees what lies
 * beside it. Those without a date are in none.
 */
export function overTime(
  candidates: readonly Candidate[],
  filters: Filters,
  catalog: Catalog,
): TimeBar[] {
  const passes = testOf(filters, catalog, 'time');
  const years = yearsOf(filters);
  const counts = new Map<string, Set<string>>();
  for (const candidate of candidates) {
    const date = catalog.episodes[candidate.row.episode]?.date;
    if (date === undefined || !passes(candidate.row)) continue;
    if (years && !isWithin(date, ...years)) continue;
    const period = date.slice(0, years ? 7 : 4);
    counts.set(period, (counts.get(period) ?? new Set()).add(appearanceOf(candidate)));
  }
  const periods = [...counts.keys()].sort();
  const first = years ? `${years[0]}-01` : periods[0];
  const last = years ? `${years[1]}-12` : periods.at(-1);
  if (first === undefined || last === undefined) return [];
  const bars: TimeBar[] = [];
  for (let period = first; period <= last; period = after(period))
    bars.push({ period, count: counts.get(period)?.size ?? 0 });
  return bars;
}

/** The years of a filter of time, when they are one or two. */
function yearsOf({ from, to }: Filters): [string, string] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const first = from.slice(0, 4);
  const last = to.slice(0, 4);
  return last >= first && Number(last) - Number(first) < 2 ? [first, last] : undefined;
}

function after(period: string): string {
  const [year = '', month] = period.split('-');
  const next = Number(year) + (month === undefined || month === '12' ? 1 : 0);
  const padded = String(next).padStart(4, '0');
  if (month === undefined) return padded;
  return `${padded}-${String((Number(month) % 12) + 1).padStart(2, '0')}`;
}
