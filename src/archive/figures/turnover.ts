import type { Speaker } from '../model.ts';
import type { Turnover } from './model.ts';
import { yearOf, yearsBetween } from './years.ts';

/** Who speaks in each year, for the first time, and for the last time so far. */
export function countTurnover(speakers: readonly Speaker[]): Turnover[] {
  const years = new Map<string, { speakers: number; fresh: number; last: number }>();
  const of = (year: string) => {
    const known = years.get(year) ?? { speakers: 0, fresh: 0, last: 0 };
    years.set(year, known);
    return known;
  };
  for (const { appearances } of speakers) {
    const spoken = new Set<string>();
    for (const { episode, participant } of appearances) {
      const year = yearOf(episode);
      if (year !== undefined && participant.quotes > 0) spoken.add(year);
    }
    // Appearances stand newest first.
    const own = [...spoken];
    for (const year of own) of(year).speakers++;
    const [last] = own;
    const first = own.at(-1);
    if (last !== undefined) of(last).last++;
    if (first !== undefined) of(first).fresh++;
  }
  return yearsBetween(years.keys()).map((year) => ({ year, ...of(year) }));
}
