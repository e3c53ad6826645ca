import type { Episode } from '../archive/model.ts';

/**
 * Words after which another index begins. Pagefind’s indexer needs some 270 bytes of memory for each word of
 * an index: 21 million words in one take 6 GB, in four 1.5 GB, one after another.
 */
const wordsPerIndex = 5_500_000;

/**
 * The parts in which episodes are indexed, each an index of its own: one for most archives. The oldest
 * episodes come first, so that an archive which grows changes its last part alone.
 *
 * partsOf(archive.episodes) // => [[oldest, …, newest]]
 */
export function partsOf(episodes: readonly Episode[]): Episode[][] {
  const spoken = episodes.filter((episode) => episode.quotes > 0).toReversed();
  const all = spoken.reduce((sum, { words }) => sum + words, 0);
  // Parts of one length: a short last one would cost as many requests as a long one.
  const share = all / Math.max(1, Math.ceil(all / wordsPerIndex));
  const parts: Episode[][] = [];
  let words = 0;
  for (const episode of spoken) {
    if (parts.length === 0 || words >= share * parts.length) parts.push([]);
    words += episode.words;
    parts.at(-1)?.push(episode);
  }
  return parts;
}
