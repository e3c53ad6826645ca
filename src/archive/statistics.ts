import type { Counts, Episode } from './model.ts';

/** One year and what was counted in it. `year` is absent for episodes without a date. */
export interface YearCounts extends Counts {
  readonly year?: number;
}

/**
 * Counts by year, oldest first, with no year left out in between; those without a date come last, apart.
 *
 * countByYear([{ date: '2023-05-01', quotes: 3, words: 40 }, { quotes: 1, words: 2 }]) // =>
 * [{ year: 2023, episodes: 1, quotes: 3, words: 40 }, { episodes: 1, quotes: 1, words: 2 }]
 */
export function countByYear(
  items: readonly (Pick<Episode, 'quotes' | 'words'> & { readonly date?: string })[],
): YearCounts[] {
  const byYear = new Map<number | undefined, { episodes: number; quotes: number; words: number }>();
  for (const item of items) {
    const year = item.date === undefined ? undefined : Number(item.date.slice(0, 4));
    const counts = byYear.get(year) ?? { episodes: 0, quotes: 0, words: 0 };
    counts.episodes++;
    counts.quotes += item.quotes;
    counts.words += item.words;
    byYear.set(year, counts);
  }
  const years = [...byYear.keys()].filter((year) => year !== undefined).sort((a, b) => a - b);
  const [first] = years;
  const result: YearCounts[] = [];
  if (first !== undefined) {
    for (let year = first; year <= years.at(-1)!; year++) {
      result.push({ year, ...(byYear.get(year) ?? { episodes: 0, quotes: 0, words: 0 }) });
    }
  }
  const undated = byYear.get(undefined);
  if (undated) result.push(undated);
  return result;
}
