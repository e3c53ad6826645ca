import type { Network } from '../archive/figures/model.ts';
import type { Direction, Speaker } from '../archive/model.ts';

/** How often two appear together, as a size of mark. */
export interface Grade {
  readonly from: number;
  readonly to: number;
  /** The side of its square, in places of the matrix. */
  readonly side: number;
  /** All squares of this size, as one path; a place of the matrix is one wide and one high. */
  readonly path: string;
}

/** Half of a matrix: a row for each speaker, whose name stands on the diagonal, for its row and its column. */
export interface Matrix {
  readonly speakers: readonly Speaker[];
  readonly grades: readonly Grade[];
  /** From each name back along its row and down its column. */
  readonly guides: string;
}

/** From how many episodes on a mark has its size. */
const steps = [
  [1, 0.3],
  [2, 0.46],
  [5, 0.62],
  [20, 0.8],
  [100, 0.98],
] as const;

/**
 * Who appears with whom, ordered so that those who belong together stand together. Those who share no episode
 * with any of the others are not in it.
 */
export function matrixOf(network: Network, direction: Direction): Matrix {
  const order = orderOf(network);
  const size = order.length;
  const placeOf = new Map(order.map((number, place) => [number, place]));
  const mirror = (x: number, width: number): number => (direction === 'rtl' ? size - x - width : x);
  const squares = network.pairs.map(({ one, other, episodes }) => {
    const places = [placeOf.get(one)!, placeOf.get(other)!].sort((a, b) => a - b);
    return { column: places[0]!, row: places[1]!, episodes };
  });
  const grades = steps.flatMap(([from, side], index) => {
    const next = steps[index + 1]?.[0];
    const own = squares.filter(
      ({ episodes }) => episodes >= from && (next === undefined || episodes < next),
    );
    if (own.length === 0) return [];
    const path = own
      .map(({ column, row }) => {
        const edge = (1 - side) / 2;
        return `M${round(mirror(column + edge, side))} ${round(row + edge)}h${side}v${side}h-${side}z`;
      })
      .join('');
    const most = Math.max(...own.map(({ episodes }) => episodes));
    return [{ from, to: next === undefined ? most : Math.min(next - 1, most), side, path }];
  });
  const guides = order
    .map((_, place) => {
      const [start, middle] = [mirror(0, 0), mirror(place + 0.5, 0)];
      return `M${start} ${place + 0.5}H${middle}V${size}`;
    })
    .join('');
  return { speakers: order.map((number) => network.speakers[number]!.speaker), grades, guides };
}

/** Signs of a name for which there is room beside the squares; the table has all of it. */
const longest = 22;

/** A name, shortened if it must be. */
export function shortName(name: string): string {
  const signs = [...name];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : name;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** How much the one before the last counts beside the last, when the next is chosen. */
const memory = 0.7;

/** First whoever shares most episodes, then always whoever is closest to those who were placed last. */
function orderOf({ speakers, pairs }: Network): number[] {
  const shared = speakers.map(() => new Map<number, number>());
  for (const { one, other, episodes } of pairs) {
    shared[one]!.set(other, episodes);
    shared[other]!.set(one, episodes);
  }
  const left = new Set([...speakers.keys()].filter((number) => shared[number]!.size > 0));
  const closeness = new Map(
    [...left].map((number) => [number, [...shared[number]!.values()].reduce((a, b) => a + b, 0)]),
  );
  const order: number[] = [];
  while (left.size > 0) {
    const [next] = [...left].sort((a, b) => closeness.get(b)! - closeness.get(a)! || a - b);
    left.delete(next!);
    if (order.length === 0) for (const number of left) closeness.set(number, 0);
    for (const number of left) {
      closeness.set(number, closeness.get(number)! * memory + (shared[next!]!.get(number) ?? 0));
    }
    order.push(next!);
  }
  return order;
}
