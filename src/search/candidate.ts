import type { Catalog, Row } from './catalog.ts';

export type Sort = 'relevance' | 'newest' | 'oldest';
export type Grouping = 'none' | 'episode' | 'speaker';

/** A record that has all terms, though perhaps not in one quote. */
export interface Candidate {
  readonly row: Row;
  readonly score: number;
  /** Words between the first and the last of the terms, where they stand closest. */
  readonly span: number;
  /** For each term: the numbers of the words of the record where it stands. Sorted. */
  readonly places: readonly (readonly number[])[];
}

/**
 * Where one place of each list stands closest together: how far it is from the first to the last.
 *
 * closest([[3, 80], [7, 90]]) // => 4
 */
export function closest(lists: readonly (readonly number[])[]): number {
  if (lists.length < 2) return 0;
  const at = lists.map(() => 0);
  let best = Infinity;
  for (;;) {
    let low = Infinity;
    let high = -Infinity;
    let lowest = 0;
    for (const [index, places] of lists.entries()) {
      const place = places[at[index]!];
      if (place === undefined) return best;
      if (place < low) {
        low = place;
        lowest = index;
      }
      if (place > high) high = place;
    }
    best = Math.min(best, high - low);
    at[lowest]!++;
  }
}

/** Terms that stand within so many words of each other belong together, whatever else is said of them. */
const near = [4, 12, 40];

const nearness = ({ span }: Candidate): number => {
  const step = near.findIndex((words) => span <= words);
  return step === -1 ? near.length : step;
};

/**
 * Candidates in the order in which they are shown. Each list is one whose quotes are shown together: those of an
 * episode when they are grouped so, else each candidate alone.
 */
export function arrange(
  candidates: readonly Candidate[],
  sort: Sort,
  grouping: Grouping,
  catalog: Catalog,
): Candidate[][] {
  const sorted = candidates.toSorted(orderOf(sort, catalog));
  if (grouping === 'none') return sorted.map((one) => [one]);
  const groups = Map.groupBy(sorted, ({ row }) =>
    grouping === 'episode' ? row.episode : row.voice,
  );
  if (grouping === 'episode') return [...groups.values()];
  return [...groups.values()].flatMap((group) => group.map((one) => [one]));
}

function orderOf(sort: Sort, catalog: Catalog): (a: Candidate, b: Candidate) => number {
  const dateOf = ({ row }: Candidate): string => catalog.episodes[row.episode]?.date ?? '';
  const byDate = (a: Candidate, b: Candidate): number => {
    const one = dateOf(a);
    const other = dateOf(b);
    // Without a date comes last, whichever way.
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
    return (one < other ? 1 : one > other ? -1 : 0) * (sort === 'oldest' ? -1 : 1);
  };
  const inOrder = (a: Candidate, b: Candidate): number =>
    sort === 'oldest' ? a.row.episode - b.row.episode : b.row.episode - a.row.episode;
  return (a, b) =>
    sort === 'relevance'
      ? nearness(a) - nearness(b) || b.score - a.score || byDate(a, b) || inOrder(a, b)
      : byDate(a, b) || inOrder(a, b);
}

/** Quotes that a record has on average, where nothing is looked for in it. */
const quotesOfRecord = 3;

/**
 * How many quotes of a candidate will match, at a guess that is seldom too high: places lie in different ones when
 * they are further apart than most of its quotes are long, of which one knows the longest alone.
 */
export function expectedQuotes({ places, row }: Candidate): number {
  const [only, ...others] = places;
  if (!only) return quotesOfRecord;
  if (others.length > 0) return 1;
  let quotes = 0;
  let last = -Infinity;
  for (const place of only) {
    if (place - last < row.longest / 2) continue;
    last = place;
    quotes++;
  }
  return quotes;
}
