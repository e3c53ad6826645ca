import type { Episode } from './model.ts';

/** Episodes of a show that came out together: a season, a year, or, with neither, those without a date. */
export interface Volume<Item> {
  readonly season?: number;
  readonly year?: string;
  readonly episodes: readonly Item[];
}

/**
 * The episodes of a show by season, where each of them has one; else by year, those without a date apart. In the
 * order in which they are given.
 *
 * volumesOf(show.episodes) // => [{ year: '2024', episodes: [fog, salt] }, { year: '2023', episodes: [tides] }]
 */
export function volumesOf<Item extends Pick<Episode, 'date' | 'facts'>>(
  episodes: readonly Item[],
): Volume<Item>[] {
  if (episodes.every(({ facts }) => facts.season !== undefined)) {
    const seasons = Map.groupBy(episodes, ({ facts }) => facts.season!);
    return [...seasons].map(([season, own]) => ({ season, episodes: own }));
  }
  const years = Map.groupBy(episodes, ({ date }) => date?.slice(0, 4));
  return [...years].map(([year, own]) => ({ ...(year !== undefined && { year }), episodes: own }));
}
