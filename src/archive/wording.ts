import type { EpisodeKey, QuoteId, Voice } from './model.ts';

/** What quotes said before, and what is left of those that are gone: types of the model. */

/** What an id stood for until a day. */
export interface Wording {
  readonly revision: number;
  /** The day on which it ended, UTC; empty while the change is in no ledger yet and no repository tells. */
  readonly until: string;
  readonly rule: ChangeRule;
  /** Who it was attributed to. */
  readonly voice: Voice;
  readonly digest: string;
  /** Canonical words. Absent when they were deleted or taken down: only the digest stays. */
  readonly words?: string;
  /** The other quotes that its words went into. */
  readonly into?: readonly QuoteId[];
  /** Why its words were taken down. */
  readonly withheld?: string;
}

/** What ended a wording. `reattributed`: its words stayed, its speaker changed. */
export type ChangeRule = 'reworded' | 'split' | 'merged' | 'reattributed' | 'returned' | NoticeRule;

/** Why an id has a notice. `removed`: its words were deleted, and are shown no more. */
export type NoticeRule = 'removed' | 'rewritten' | 'ambiguous' | 'drifted' | 'too-short';

/** A quote whose words went into another. */
export interface Alias {
  readonly id: QuoteId;
  readonly date: string;
  /** The last of them is what went into the other quote. */
  readonly earlier: readonly Wording[];
}

/** An id whose words are not in the transcript any more. It stands where they stood. */
export type Gone =
  | {
      readonly type: 'notice';
      readonly id: QuoteId;
      readonly rule: NoticeRule;
      readonly date: string;
      readonly revision: number;
      readonly digest: string;
      /** Oldest first, the last being what the id stood for at the end; without words when they were deleted. */
      readonly earlier: readonly Wording[];
    }
  | {
      readonly type: 'tombstone';
      readonly id: QuoteId;
      readonly date: string;
      readonly reason: string;
    };

/** One thing that became of a published quote, for the log of changes. */
export interface Change {
  readonly date: string;
  readonly rule: ChangeRule | 'taken-down';
  readonly id: QuoteId;
  /** Where its id is; the episode's key when its transcript is gone. */
  readonly episode: EpisodeKey;
  /** What it was and what it is: absent when it is gone, or its words may not be shown. */
  readonly before?: { readonly voice: Voice; readonly words?: string };
  readonly after?: { readonly voice: Voice; readonly words: string };
  readonly into?: readonly QuoteId[];
  /** Why it was taken down. */
  readonly reason?: string;
}

/** An episode whose transcript was removed. Its page stays, with all its ids. */
export interface Withdrawn {
  readonly key: EpisodeKey;
  readonly date: string;
  readonly formerly: readonly EpisodeKey[];
  readonly gone: readonly Gone[];
}
