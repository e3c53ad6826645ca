import type { Series } from '../archive/figures/trends.ts';

/**
 * Counts as they are published: a nought is nothing, and so are the noughts at the end.
 *
 * serializeSeries([3, 0, 12, 0]) // => '3,,12'
 */
export const serializeSeries = (counts: ArrayLike<number>): string =>
  Array.from(counts, (count) => (count === 0 ? '' : String(count)))
    .join(',')
    .replace(/,+$/, '');

/** The counts for so many periods. */
export function parseSeries(text: string, periods: number): Series {
  const counts = text.split(',').map(Number);
  return Array.from({ length: periods }, (_, period) => counts[period] ?? 0);
}

/** The sum of each period. */
export const addSeries = (one: Series, other: Series): Series =>
  one.map((count, period) => count + (other[period] ?? 0));
