import type { HistoryLine } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { EpisodeKey, QuoteId } from './model.ts';
import type { OldWords } from './reconciliation.ts';

/** What an archive remembers of its quotes beside their words. */
export interface Records {
  readonly ledgers: readonly Ledger[];
  readonly histories: ReadonlyMap<EpisodeKey, readonly HistoryLine[]>;
  /** Every page that was ever published. */
  readonly addresses: readonly string[];
  /**
   * What ids stood for when their ledger was written, for episodes whose transcript is other than then;
   * from the transcript of that time.
   */
  readonly oldWords: ReadonlyMap<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>;
  /** The day of changes that are in no ledger yet: `YYYY-MM-DD`; empty where nobody can tell. */
  readonly date: string;
  /** Episodes whose old words are lost: what cannot be compared becomes a notice. A person decided so. */
  readonly withoutWords: ReadonlySet<EpisodeKey>;
  /**
   * Of episodes that are there and that nobody read, since nothing of them can have changed: their keys and
   * ids are taken, and nothing else is asked of them.
   */
  readonly unread?: readonly Ledger[];
}

/** An archive that has published nothing yet. */
export const noRecords: Records = {
  ledgers: [],
  histories: new Map(),
  addresses: [],
  oldWords: new Map(),
  date: '',
  withoutWords: new Set(),
};
