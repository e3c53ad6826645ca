/**
 * Two sequences laid beside each other: which place of one is which place of the other, in order. Numbers
 * stand for words or for whole quotes. Pure and the same on every machine; a stretch that is too long and too
 * uniform to be aligned stays unmatched.
 */

/** A stretch of both sequences: from, to (exclusive) in `a`; from, to in `b`. */
interface Stretch {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** How many cells a table of a stretch may have. */
const tableLimit = 4_000_000;

/**
 * For each place of `a` the place of `b` it is matched with, or -1. Matches are in order. Runs that occur
 * once in both sequences are anchors (of four first, then of fewer); between them the longest common
 * subsequence.
 *
 * matchInOrder([1, 2, 3, 4], [1, 9, 3, 4], 1) // => Int32Array [0, -1, 2, 3]
 */
export function matchInOrder(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  longestRun = 4,
): Int32Array {
  const matched = new Int32Array(a.length).fill(-1);
  const open: (Stretch & { run: number })[] = [
    { a0: 0, a1: a.length, b0: 0, b1: b.length, run: longestRun },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const stretch = trim(a, b, next, matched);
    const { a0, a1, b0, b1 } = stretch;
    if (a0 === a1 || b0 === b1) continue;
    let run = next.run;
    if ((a1 - a0) * (b1 - b0) <= 4096) run = 0;
    let anchors: [number, number][] = [];
    while (run > 0 && anchors.length === 0) {
      anchors = longestIncreasing(uniqueRuns(a, b, stretch, run));
      if (anchors.length === 0) run--;
    }
    if (anchors.length === 0) {
      fillByTable(a, b, stretch, matched);
      continue;
    }
    let fromA = a0;
    let fromB = b0;
    for (const [i, j] of anchors) {
      // Runs may overlap: what is matched already is not matched again.
      if (i < fromA || j < fromB) continue;
      open.push({ a0: fromA, a1: i, b0: fromB, b1: j, run });
      matched[i] = j;
      fromA = i + 1;
      fromB = j + 1;
    }
    open.push({ a0: fromA, a1, b0: fromB, b1, run: Math.max(run - 1, 0) });
  }
  return matched;
}

/** Matches what is the same at both ends of a stretch, and gives the rest. */
function trim(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { a0, a1, b0, b1 }: Stretch,
  matched: Int32Array,
): Stretch {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) matched[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) matched[--a1] = --b1;
  return { a0, a1, b0, b1 };
}

/** Places of the runs of some length that occur exactly once in both sides of a stretch, in the order of `a`. */
function uniqueRuns(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { a0, a1, b0, b1 }: Stretch,
  run: number,
): [number, number][] {
  const inA = placesOnce(a, a0, a1, run);
  const inB = placesOnce(b, b0, b1, run);
  const pairs: [number, number][] = [];
  for (const [key, i] of inA) {
    const j = i < 0 ? undefined : inB.get(key);
    if (j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

function placesOnce(
  items: ArrayLike<number>,
  from: number,
  to: number,
  run: number,
): Map<string | number, number> {
  const places = new Map<string | number, number>();
  for (let index = from; index + run <= to; index++) {
    let key: string | number = items[index]!;
    if (run > 1) {
      key = String(key);
      for (let more = 1; more < run; more++) key += `,${items[index + more]}`;
    }
    places.set(key, places.has(key) ? -1 : index);
  }
  return places;
}

/** The most pairs that are in order on both sides, by patience sorting. */
function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const chain: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}

/** The longest common subsequence of a stretch; where two are as long, the one with its matches together. */
function fillByTable(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { a0, a1, b0, b1 }: Stretch,
  matched: Int32Array,
): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  if ((rows + 1) * (columns + 1) > tableLimit) return;
  const width = columns + 1;
  // A match weighs 4, one that goes on from the match before 5: together is better than scattered.
  const best = new Int32Array((rows + 1) * width);
  const goes = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const cell = i * width + j;
      const skip = Math.max(best[cell + width]!, best[cell + 1]!);
      if (a[a0 + i] === b[b0 + j]) {
        const after = cell + width + 1;
        const take = Math.max(best[after]! + 4, goes[after]! > 0 ? goes[after]! + 5 : 0);
        goes[cell] = take;
        best[cell] = Math.max(take, skip);
      } else {
        best[cell] = skip;
      }
    }
  }
  let i = 0;
  let j = 0;
  let inRun = false;
  while (i < rows && j < columns) {
    const cell = i * width + j;
    if (goes[cell]! > 0 && (inRun || goes[cell] === best[cell])) {
      matched[a0 + i] = b0 + j;
      const after = cell + width + 1;
      inRun = goes[after]! > 0 && goes[after]! + 5 === goes[cell];
      i++;
      j++;
    } else {
      inRun = false;
      if (best[cell + width]! >= best[cell + 1]!) i++;
      else j++;
    }
  }
}
