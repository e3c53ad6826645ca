import type { Series } from '../archive/figures/trends.ts';

/**
 * Counts as they are published: a nought is nothing, and so are the noughts at the end.
 *
 * serializeSeries([3, 0, 12, 0]) // => '3,,12'
 */
export function serializeSeries(counts: ArrayLike<number>): string {
  let text = '';
  let gap = '';
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count !== 0) {
      text += gap + String(count);
      gap = '';
    }
    gap += ',';
  }
  return text;
}

/** The counts for so many periods. */
export function parseSeries(text: string, periods: number): Series {
  const counts = text.split(',').map(Number);
  return Array.from({ length: periods }, (_, period) => counts[period] ?? 0);
}

/** The sum of each period. */
export const addSeries = (one: Series, other: Series): Series =>
  one.map((count, period) => count + (other[period] ?? 0));
