import type { AboutQuote, TopicFigures } from './figures/model.ts';
import type { Appearance, Episode, Quote, Turn } from './model.ts';

/** Quotes on one page of a list. Part of the addresses: changing it moves quotes between pages. */
export const quotesPerPage = 250;

/** A quote with what one must know to read it alone. */
export interface ListedQuote {
  readonly quote: Quote;
  readonly turn: Turn;
  readonly episode: Episode;
}

/** One page of a list. Number 1 is the oldest; `items` stand newest first. */
export interface ListPage<Item> {
  readonly number: number;
  readonly items: readonly Item[];
}

/** A list cut into pages. */
export interface PagedList<Item> {
  /** What the list's bare address shows: the newest, up to a page of them. */
  readonly newest: readonly Item[];
  /** Full pages, oldest first; each keeps its items however much is added later at the newer end. */
  readonly pages: readonly ListPage<Item>[];
  /** Of all, also those that are not listed. */
  readonly total: number;
}

/**
 * A list in pages that are numbered from the oldest, so that a page keeps its items when newer ones come.
 * Only full pages have a number; the bare address shows what is newer than them, or the newest full page. Of a
 * list whose oldest `unlisted` items are left out, which are full pages, the other pages keep their numbers.
 *
 * paginate(['a', 'b', 'c'], 2) // => { newest: ['c'], pages: [{ number: 1, items: ['b', 'a'] }], total: 3 }
 */
export function paginate<Item>(
  oldestFirst: readonly Item[],
  size: number = quotesPerPage,
  unlisted = 0,
): PagedList<Item> {
  const total = unlisted + oldestFirst.length;
  const full = Math.floor(oldestFirst.length / size);
  const pages = Array.from({ length: full }, (_, index) => ({
    number: unlisted / size + index + 1,
    items: oldestFirst.slice(index * size, (index + 1) * size).reverse(),
  }));
  const rest = oldestFirst.slice(full * size).reverse();
  // A list that is exactly one page needs no number: its bare address shows it all.
  if (rest.length === 0) {
    const last = pages.at(-1);
    return { newest: last?.items ?? [], pages: full > 1 ? pages : [], total };
  }
  return { newest: rest, pages, total };
}

/** Every quote of a speaker, oldest first; episodes without a date come first, as they sort last. */
export function quotesOf(appearances: readonly Appearance[]): ListedQuote[] {
  const quotes: ListedQuote[] = [];
  for (const { episode, speaker } of [...appearances].reverse()) {
    for (const part of episode.parts) {
      if (part.type !== 'turn' || part.voice.id !== speaker.id) continue;
      for (const quote of part.quotes) quotes.push({ quote, turn: part, episode });
    }
  }
  return quotes;
}

/**
 * The quotes that are listed one by one as being about a topic, oldest first: by keeper or by words. What is about it
 * for its episode alone is read there.
 */
export const quotesAbout = ({ quotes }: Pick<TopicFigures, 'quotes'>): AboutQuote[] =>
  quotes.filter(({ reason }) => reason !== 'episode');
