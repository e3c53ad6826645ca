import { addEpisode, countEpisodes, noCounts } from '../counts.ts';
import type { Counts } from '../model.ts';
import type { OverTime, Period, Unit } from './model.ts';

/** An episode, or what is counted of it. */
export interface Dated extends Pick<Counts, 'quotes' | 'words'> {
  readonly date?: string | undefined;
}

const monthsOf: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * What was counted in each year, quarter or month, as the span asks; each item counts as one episode.
 *
 * countOverTime([{ date: '2024-03-02', quotes: 3, words: 40 }, { quotes: 1, words: 2 }]) // =>
 * { unit: 'month', periods: [{ name: '2024-03', …, episodes: 1, quotes: 3, words: 40 }],
 *   undated: { episodes: 1, quotes: 1, words: 2 } }
 */
export function countOverTime(items: readonly Dated[]): OverTime {
  const months = items.flatMap(({ date }) => (date === undefined ? [] : [monthOf(date)]));
  const first = months.reduce((a, b) => Math.min(a, b), Infinity);
  const last = months.reduce((a, b) => Math.max(a, b), -Infinity);
  const unit = unitOf(first, last);
  return {
    unit,
    periods: countPeriods(items, unit, first, last),
    undated: countEpisodes(items.filter(({ date }) => date === undefined)),
  };
}

/** The periods of a unit from the first month to the last, with what was counted in each. */
function countPeriods(
  items: readonly Dated[],
  unit: Unit,
  first: number,
  last: number,
): readonly Period[] {
  if (first > last) return [];
  const size = monthsOf[unit];
  const start = Math.floor(first / size);
  const counts = new Array<Counts>(Math.floor(last / size) - start + 1).fill(noCounts);
  for (const item of items) {
    if (item.date === undefined) continue;
    const at = Math.floor(monthOf(item.date) / size) - start;
    counts[at] = addEpisode(counts[at]!, item);
  }
  return counts.map((own, index) => ({ ...periodAt(start + index, unit), ...own }));
}

/** Months since the year 0. */
const monthOf = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const unitOf = (first: number, last: number): Unit =>
  last - first >= 36 ? 'year' : last - first >= 12 ? 'quarter' : 'month';

/** A period by its number since the year 0. */
function periodAt(number: number, unit: Unit): Pick<Period, 'name' | 'from' | 'to'> {
  const size = monthsOf[unit];
  const from = monthName(number * size);
  const to = monthName(number * size + size - 1);
  const year = from.slice(0, 4);
  if (unit === 'month') return { name: from, from, to };
  return { name: unit === 'year' ? year : `${year}-Q${(number % 4) + 1}`, from, to };
}

const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
