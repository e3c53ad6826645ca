import { compareText } from './order.ts';
import type { Speaker } from './model.ts';

/** Speakers who appear in about as many episodes. */
export interface PresenceGroup<Item> {
  /** Episodes at least, and at most; the first group has no upper end. */
  readonly from: number;
  readonly to?: number;
  readonly speakers: readonly Item[];
}

/** The fewest episodes of each group, the most present first. */
const steps = [100, 10, 2, 1, 0] as const;

/**
 * Speakers by how present they are: most episodes first, then most quotes, then most words; in groups, of which
 * empty ones are left out.
 *
 * groupByPresence(archive.speakers) // => [{ from: 10, to: 99, speakers: [jo, mara] }, { from: 2, to: 9, … }, …]
 */
export function groupByPresence<Item extends Pick<Speaker, 'id' | 'counts'>>(
  speakers: readonly Item[],
): PresenceGroup<Item>[] {
  const sorted = [...speakers].sort(
    (a, b) =>
      b.counts.episodes - a.counts.episodes ||
      b.counts.quotes - a.counts.quotes ||
      b.counts.words - a.counts.words ||
      compareText(a.id, b.id),
  );
  return steps.flatMap((from, index) => {
    const above = steps[index - 1];
    const own = sorted.filter(
      ({ counts: { episodes } }) => episodes >= from && (above === undefined || episodes < above),
    );
    if (own.length === 0) return [];
    return [{ from, ...(above !== undefined && { to: above - 1 }), speakers: own }];
  });
}
