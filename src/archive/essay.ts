import type { Found } from './collection.ts';
import type { Counts, Place, QuoteId, ShowId, SpeakerId, TopicId } from './model.ts';

/** What the text of a collection is made of: types of the model. */

/** A piece of a collection's text, in its order. */
export type EssayPart =
  | { readonly type: 'prose'; readonly html: string }
  | { readonly type: 'quote'; readonly quote: CitedQuote }
  | { readonly type: 'list'; readonly quotes: readonly CitedQuote[] }
  | QuoteSearch
  | EssayChart;

/** A quote that a keeper chose. */
export interface CitedQuote {
  readonly id: QuoteId;
  /** The other end of a range of neighbours. */
  readonly to?: QuoteId;
  /** What its author saw: the digest or the revision of the words. */
  readonly digest?: string;
  readonly revision?: number;
  /** What its author says of it, as safe HTML. */
  readonly comment?: string;
  readonly place: Place;
}

/** A list of what a search finds. */
export interface QuoteSearch {
  readonly type: 'search';
  readonly query: string;
  /** So many of the newest at most. */
  readonly limit: number;
  readonly place: Place;
  /** Absent until the archive has been searched for it. */
  readonly found?: Found;
}

/** What is counted over time. */
export interface EssayChart {
  readonly type: 'chart';
  readonly of: ChartSubject;
  /** What it shows at first. */
  readonly count?: keyof Counts;
  readonly place: Place;
}

export type ChartSubject =
  | { readonly kind: 'speaker'; readonly id: SpeakerId }
  | { readonly kind: 'topic'; readonly id: TopicId }
  | { readonly kind: 'show'; readonly id: ShowId }
  | { readonly kind: 'archive' };

/** The quotes that were chosen for a text, in its order. */
export const citedIn = (parts: readonly EssayPart[]): CitedQuote[] =>
  parts.flatMap((part) =>
    part.type === 'quote' ? [part.quote] : part.type === 'list' ? part.quotes : [],
  );

/** The searches in a text, in its order. */
export const searchesIn = (parts: readonly EssayPart[]): QuoteSearch[] =>
  parts.filter((part) => part.type === 'search');
