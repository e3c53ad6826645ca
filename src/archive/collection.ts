import type { EssayPart } from './essay.ts';
import { paginate, type PagedList, quotesPerPage } from './list.ts';
import type { CollectionId, Episode, Quote, Voice } from './model.ts';

/** What keepers put together, and what saved searches find: types of the model. */

export interface CollectionFacts {
  readonly title: string;
  readonly description?: string;
  /** What it is, where its query does not tell. */
  readonly kind?: 'essay' | 'list';
  /** The language of its text, where it is not that of the interface. */
  readonly language?: string;
  /** Who wrote it. */
  readonly author?: string;
  /** The day on which it was written: what was corrected later is said to be. */
  readonly date?: string;
  /** What it looks for, as one types it into the search: `"fog signal" speaker:jo-field`. */
  readonly query?: string;
  /** File names that it had before: their addresses stay, and lead here. */
  readonly formerly: readonly CollectionId[];
}

export interface Collection {
  readonly id: CollectionId;
  readonly path: string;
  readonly title: string;
  readonly facts: CollectionFacts;
  /** Its text. */
  readonly parts: readonly EssayPart[];
  /** What its query finds: absent when it has none, and until the archive has been searched for it. */
  readonly found?: Found;
}

/** What a search finds. */
export interface Found {
  /**
   * Of a saved search oldest first, as lists are paged (episodes without a date come first, as they sort last), and
   * the newest `mostListed` alone; in an essay the newest episode first, each in its order.
   */
  readonly quotes: readonly FoundQuote[];
  /** How many there are, also those that are not kept. */
  readonly total: number;
  /** Words of the query that nearly everybody says, so that they were not looked for. */
  readonly leftOut: readonly string[];
  /** Words of the query that nobody says. */
  readonly unknown: readonly string[];
}

/** A quote with what one must know to read it alone, and where the words are that were looked for. */
export interface FoundQuote {
  readonly quote: Quote;
  readonly episode: Episode;
  readonly voice: Voice;
  /** Starts and ends in its plain text, with single blanks. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Quotes of a saved search that its pages list at most; part of the addresses. The search shows all of them. */
export const mostListed = 40 * quotesPerPage;

/**
 * The newest quotes of a list that has the oldest first: `mostListed` or somewhat more, as full pages are left out
 * at its older end and none of the others changes its number.
 */
export const newestListed = <Item>(oldestFirst: readonly Item[]): readonly Item[] => {
  const over = Math.max(0, oldestFirst.length - mostListed);
  return oldestFirst.slice(Math.floor(over / quotesPerPage) * quotesPerPage);
};

/** The quotes that a saved search finds, in pages. */
export const pageFound = (found: Found | undefined): PagedList<FoundQuote> => {
  const { quotes, total } = found ?? { quotes: [], total: 0 };
  return paginate(quotes, quotesPerPage, total - quotes.length);
};

/** What a collection is. */
export type CollectionKind = 'essay' | 'list' | 'search';

/** What a collection says that it is; else a saved search where it has a query, an essay where it has none. */
export const kindOf = ({ facts: { kind, query } }: Collection): CollectionKind =>
  query !== undefined ? 'search' : (kind ?? 'essay');
