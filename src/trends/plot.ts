import type { Direction } from '../archive/model.ts';
import { tree, type Tree } from './tree.ts';

/** Places of a picture are parts of a hundred of it: it is as wide as the page, and its text is never stretched. */
const round = (value: number): number => Math.round(value * 100) / 100;
export const percent = (value: number): string => `${round(value)}%`;

/** Where so many periods have their middles; time runs as the interface is read. */
export const middlesOf = (count: number, direction: Direction): number[] =>
  Array.from({ length: count }, (_, index) => {
    const middle = ((index + 0.5) / count) * 100;
    return round(direction === 'rtl' ? 100 - middle : middle);
  });

/**
 * Round numbers to hold lines against, at most four, none above the highest value.
 *
 * roundValues(0.0012) // => [0.0005, 0.001]
 */
export function roundValues(most: number): number[] {
  if (most <= 0) return [];
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const linesOf = (step: number): number => Math.floor(most / step + 1e-9);
  const step = [1, 2, 5, 10, 20].map((n) => n * power).find((n) => linesOf(n) <= 4)!;
  return Array.from({ length: linesOf(step) }, (_, index) =>
    Number(((index + 1) * step).toPrecision(6)),
  );
}

/** Values as a line that breaks where there is none, in a picture stretched from 0 to 100 each way. */
export function pathOf(
  values: readonly (number | undefined)[],
  most: number,
  middles: readonly number[],
): string {
  let path = '';
  for (const [at, value] of values.entries()) {
    if (value === undefined) continue;
    const isNew = values[at - 1] === undefined;
    path += `${isNew ? 'M' : 'L'}${middles[at]!} ${heightOf(value, most)}`;
  }
  return path;
}

/** How far from the top a value stands. */
export const heightOf = (value: number, most: number): number =>
  round(most === 0 ? 100 : (1 - value / most) * 100);

/**
 * Where names beside the ends of lines stand, so that none lies on another; in the order in which they came.
 *
 * spread([50, 51, 10], 6) // => [50, 56, 10]
 */
export function spread(heights: readonly number[], gap: number): number[] {
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]! || a - b);
  const placed = [...heights];
  let least = -Infinity;
  for (const index of order) least = (placed[index] = Math.max(placed[index]!, least)) + gap;
  let most = 100;
  for (const index of order.toReversed()) {
    placed[index] = round(Math.min(placed[index]!, most));
    most = placed[index]! - gap;
  }
  return placed;
}

/** What stands at the points of a line: shapes that one can tell apart without their colours. */
const shapes = [
  'M-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0z',
  'M-3.5-3.5h7v7h-7z',
  'M0-4.8l4.6 8.2h-9.2z',
  'M0-5.2l5.2 5.2l-5.2 5.2l-5.2-5.2z',
  'M0 4.8l4.6-8.2h-9.2z',
  'M-1.4-5h2.8v3.6h3.6v2.8h-3.6v3.6h-2.8v-3.6h-3.6v-2.8h3.6z',
];

/** What stands at a point of a line; its place is in parts of the picture around it, or in plain lengths. */
export const point = (look: number, x: string, y: string): Tree =>
  tree(
    'svg',
    { x, y, overflow: 'visible', class: `point look-${look + 1}` },
    tree('path', { d: shapes[look % shapes.length] }),
  );
