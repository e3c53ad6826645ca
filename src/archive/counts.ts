import type { Counts } from './model.ts';

/** What is counted of one episode, whole or one voice’s. */
type Counted = Pick<Counts, 'quotes' | 'words'>;

export const noCounts: Counts = { episodes: 0, quotes: 0, words: 0 };

/**
 * Counts with one more episode.
 *
 * addEpisode({ episodes: 1, quotes: 3, words: 40 }, { quotes: 1, words: 2 }) // =>
 * { episodes: 2, quotes: 4, words: 42 }
 */
export const addEpisode = (counts: Counts, more: Counted): Counts => ({
  episodes: counts.episodes + 1,
  quotes: counts.quotes + more.quotes,
  words: counts.words + more.words,
});

/** Counts of some episodes together, or of what one voice says in them. */
export const countEpisodes = (items: Iterable<Counted>): Counts => {
  let counts = noCounts;
  for (const item of items) counts = addEpisode(counts, item);
  return counts;
};

/** Counts of each thing that some episodes belong to. */
export class CountsBy<Key> {
  readonly #counts = new Map<Key, Counts>();

  /** One more episode for a thing. */
  add(key: Key, more: Counted): void {
    this.#counts.set(key, addEpisode(this.#counts.get(key) ?? noCounts, more));
  }

  /** Each thing with its counts, in the order in which they came. */
  entries(): [Key, Counts][] {
    return [...this.#counts];
  }

  get(key: Key): Counts {
    return this.#counts.get(key) ?? noCounts;
  }
}

/** Most episodes first, then most quotes. Things that are equal in both stay as they were. */
export const mostEpisodes = (
  a: { readonly counts: Counts },
  b: { readonly counts: Counts },
): number => b.counts.episodes - a.counts.episodes || b.counts.quotes - a.counts.quotes;

/** Most quotes first, then most words. Things that are equal in both stay as they were. */
export const mostQuotes = (
  a: { readonly counts: Pick<Counts, 'quotes' | 'words'> },
  b: { readonly counts: Pick<Counts, 'quotes' | 'words'> },
): number => b.counts.quotes - a.counts.quotes || b.counts.words - a.counts.words;
