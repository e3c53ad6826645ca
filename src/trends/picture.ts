import type { Series } from '../archive/figures/trends.ts';
import type { Counted } from './data.ts';
import type { TrendFacts } from './facts.ts';
import type { Item, TrendQuery } from './query.ts';

/** Words and phrases are counted in times, topics and speakers in words: these are never held against each other. */
export type Scale = 'times' | 'share';

/** Something that is compared. */
export interface Line {
  readonly item: Item;
  readonly name: string;
  readonly scale: Scale;
  readonly counts: Series;
  /** Of all words of each period: 0 to 1; undefined where nothing is said. */
  readonly shares: readonly (number | undefined)[];
  readonly total: number;
  /** Which of the looks it has, from 0: two lines of a picture never look alike. */
  readonly look: number;
}

/** What is shown of a comparison. */
export interface Picture {
  readonly periods: TrendFacts['periods'];
  readonly lines: readonly Line[];
  /** Named, and one too many. */
  readonly leftOut: readonly string[];
}

/** Lines that one can tell apart. */
export const mostLines = 6;

/** A rate is per so many words. */
export const perWords = 10_000;

/**
 * The lines of a comparison, in the periods that lie between `from` and `to`, in part at least.
 *
 * drawTrends([{ item, name: 'tide', counts: [3, 0, 12] }], facts.periods, { from: '2020' })
 * // => { periods: [2020, 2021], lines: [{ name: 'tide', counts: [0, 12], … }], leftOut: [] }
 */
export function drawTrends(
  found: readonly Counted[],
  periods: TrendFacts['periods'],
  { from = '0000', to = '9999' }: Pick<TrendQuery, 'from' | 'to'>,
): Picture {
  const last = to.length === 4 ? `${to}-12` : to;
  const inside = [...periods.keys()].filter(
    (at) => periods[at]!.to >= from && periods[at]!.from <= last,
  );
  const shown = inside.map((at) => periods[at]!);
  const lines = found.slice(0, mostLines).map(({ item, name, counts }, look): Line => {
    const own = inside.map((at) => counts[at] ?? 0);
    return {
      item,
      name,
      scale: 'value' in item ? 'share' : 'times',
      counts: own,
      shares: shown.map(({ words }, at) => (words === 0 ? undefined : own[at]! / words)),
      total: own.reduce((sum, count) => sum + count, 0),
      look,
    };
  });
  return { periods: shown, lines, leftOut: found.slice(mostLines).map(({ name }) => name) };
}
