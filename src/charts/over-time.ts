import type { Cell } from '../archive/csv.ts';
import type { OverTime } from '../archive/figures/model.ts';

export const overTimeColumns = ['period', 'from', 'to', 'episodes', 'quotes', 'words'] as const;

/** Counts over time as the rows of a table; those without a date stand last, in no period. */
export function overTimeRows({ periods, undated }: OverTime): Cell[][] {
  const rows: Cell[][] = periods.map(({ name, from, to, episodes, quotes, words }) => [
    name,
    from,
    to,
    episodes,
    quotes,
    words,
  ]);
  if (undated.episodes > 0)
    rows.push([undefined, undefined, undefined, undated.episodes, undated.quotes, undated.words]);
  return rows;
}
