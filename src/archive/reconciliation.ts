import type { HistoryLine } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { ChangeRule, EpisodeKey, QuoteId } from './model.ts';

/** A quote of a transcript as it is now. */
export interface FreshQuote {
  /** Canonical. */
  readonly words: string;
  readonly digest: string;
  /** A speaker's id; `?` and the label of a voice without a page. */
  readonly speaker: string;
  readonly startTime?: number;
}

/** What an id stood for when the ledger was written, from the transcript of that time. */
export interface OldWords {
  readonly words: string;
  readonly startTime?: number;
}

export interface Reconciliation {
  /** As it should be written now. */
  readonly ledger: Ledger;
  readonly history: readonly HistoryLine[];
  /** For each quote of the transcript. */
  readonly identities: readonly { readonly id: QuoteId; readonly revision: number }[];
  /** What became of published ids, and which are new; quotes that stayed as they were are left out. */
  readonly fates: readonly ReconciledFate[];
  /** Ids whose old words are needed and were not given: nothing was decided. */
  readonly missing: readonly QuoteId[];
  /** Quotes of the transcript whose words were taken down. */
  readonly takenDown: readonly number[];
  /** Whether ledger or history are other than they were. */
  readonly isChanged: boolean;
}

/** What became of an id. `at` counts the quotes of the transcript; absent when it has no place there. */
export interface ReconciledFate {
  readonly id: QuoteId;
  readonly rule: ChangeRule | 'new' | 'moved';
  readonly at?: number;
  readonly before?: { readonly words?: string; readonly speaker: string };
  readonly into?: readonly QuoteId[];
}

export interface ReconcileInput {
  readonly key: EpisodeKey;
  readonly path: string;
  readonly hash: string;
  readonly ledger?: Ledger;
  readonly history: readonly HistoryLine[];
  readonly formerly: readonly EpisodeKey[];
  readonly fresh: readonly FreshQuote[];
  /** By id. Needed where a quote's words changed. */
  readonly oldWords: ReadonlyMap<QuoteId, OldWords>;
  /** Every id ever given in the archive; grows. */
  readonly taken: Set<QuoteId>;
  /** The day of a change: `YYYY-MM-DD`. */
  readonly date: string;
  /** The id that a speaker has now, for one whose file was renamed. */
  readonly speakerNow: (speaker: string) => string;
  /** Old words that are missing make notices. */
  readonly withoutWords?: boolean;
  /** The transcript is gone: `fresh` is empty. */
  readonly isWithdrawn?: boolean;
}
