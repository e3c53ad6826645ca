import type { CollectionId, Episode, Quote, Voice } from './model.ts';

/** What keepers put together, and what saved searches find: types of the model. */

export interface CollectionFacts {
  readonly title: string;
  readonly description?: string;
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
  readonly html: string;
  /** What its query finds: absent when it has none, and until the archive has been searched for it. */
  readonly found?: Found;
}

/** What a saved search finds. */
export interface Found {
  /** Oldest first, as lists are paged; episodes without a date come first, as they sort last. */
  readonly quotes: readonly FoundQuote[];
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
