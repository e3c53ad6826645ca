import type { Episode } from '../model.ts';

/** `2024`; undefined without a date. */
export const yearOf = ({ date }: Pick<Episode, 'date'>): string | undefined => date?.slice(0, 4);

/**
 * The years from the first to the last, none left out in between.
 *
 * yearsBetween(['2021', '2019']) // => ['2019', '2020', '2021']
 */
export function yearsBetween(years: Iterable<string>): string[] {
  const numbers = [...years].map(Number);
  if (numbers.length === 0) return [];
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    String(first + index).padStart(4, '0'),
  );
}
