import { isStillIn } from './bind.ts';
import type { HistoryLine } from './history.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { EpisodeKey, QuoteId } from './model.ts';
import { isIn, nothing, recall, withhold } from './withhold.ts';

export interface TakedownInput {
  readonly id: QuoteId;
  /** Shown for ever: one line. */
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Only this earlier wording; the quote stays. */
  readonly revision?: number;
  readonly ledgers: readonly Ledger[];
  readonly histories: ReadonlyMap<EpisodeKey, readonly HistoryLine[]>;
  /** The canonical words of every quote that is there. */
  readonly current: ReadonlyMap<QuoteId, string>;
  /** What a quote said that was removed before, where git still has it. */
  readonly removedWords?: string;
}

/** A line of a history whose words go. */
export interface Withheld {
  readonly key: EpisodeKey;
  readonly id: QuoteId;
  readonly revision: number;
}

export type Takedown =
  | {
      readonly type: 'refused';
      /** `unknown`: not in the ledger. `alias`: its words are in `target`. The others are about `--revision`. */
      readonly why: 'unknown' | 'alias' | 'tombstone' | 'current' | 'no-revision' | 'no-words';
      readonly target?: QuoteId;
      /** Revisions that can be named. */
      readonly revisions?: readonly number[];
    }
  | {
      readonly type: 'done';
      readonly key: EpisodeKey;
      /** What changes; the ledger of the id comes last, so that a repeat finds all it needs until then. */
      readonly ledgers: readonly Ledger[];
      readonly histories: ReadonlyMap<EpisodeKey, readonly HistoryLine[]>;
      /** Ids that are tombstones now: the one asked for first, then its aliases. */
      readonly tombstones: readonly QuoteId[];
      /** Lines that went from histories. */
      readonly dropped: number;
      readonly withheld: readonly Withheld[];
      /** Other ids that are gone, whose last words held these: their digest goes. */
      readonly undigested: readonly QuoteId[];
      /** The canonical words that must be nowhere now. */
      readonly wordings: readonly string[];
      /** Whether the words have to go from the transcript, too. */
      readonly isLive: boolean;
    };

/**
 * Ledgers and histories without the words of a quote, or of one earlier wording of it. Its id becomes a
 * tombstone, and so do those that were merged into it; their earlier wordings go. Every other earlier wording
 * in the archive that holds the words, as a run of tokens, is withheld: it stays as a line without words.
 *
 * Short words that other quotes say too, such as `Yes.`, are nobody's in particular: wordings of other quotes
 * keep them, unless they went into this one.
 */
export function takeDown(input: TakedownInput): Takedown {
  const { id, ledgers, reason } = input;
  const owner = ledgers.find(({ lines }) => lines.some((line) => line.id === id));
  const line = owner?.lines.find((one) => one.id === id);
  if (!owner || !line) return { type: 'refused', why: 'unknown' };
  if (input.revision !== undefined)
    return withholdRevision(input, { owner, line, revision: input.revision });
  if (line.type === 'alias') return { type: 'refused', why: 'alias', target: line.into };
  if (line.type === 'tombstone') {
    if (line.reason === reason) return nothing(owner.key);
    const lines = owner.lines.map((one) => (one === line ? { ...line, reason } : one));
    return { ...nothing(owner.key), ledgers: [{ ...owner, lines }] };
  }
  const now = input.current.get(id) ?? input.removedWords;
  const own = recall(input, owner.key, new Set([id])).flatMap(({ words }) => words ?? []);
  const wordings = new Set(now === undefined ? own : [now, ...own]);
  const tombstones = [id, ...findMerged(input, owner, [...wordings])];
  const gone = new Set(tombstones);
  for (const { words } of recall(input, owner.key, gone))
    if (words !== undefined) wordings.add(words);
  const digests = owner.lines.flatMap((one) =>
    gone.has(one.id) && one.type !== 'tombstone' ? [one.digest] : [],
  );
  const done = withhold(input, { owner, gone, wordings: [...wordings], digests });
  return { ...done, tombstones, isLive: line.type === 'live' };
}

/** Ids whose words went into a quote, and went with it where it is gone: what it says, or said, holds them. */
function findMerged(
  { id, histories }: TakedownInput,
  owner: Ledger,
  wordings: readonly string[],
): QuoteId[] {
  const history = histories.get(owner.key) ?? [];
  return owner.lines.flatMap((line) => {
    if (line.type === 'alias' && line.into === id) return [line.id];
    const isMerged =
      line.type === 'notice' &&
      history.some(
        ({ id: merged, rule, into, words }) =>
          merged === line.id &&
          rule === 'merged' &&
          into?.includes(id) &&
          words !== undefined &&
          wordings.some((some) => isIn(words, some) || isStillIn(words, some)),
      );
    return isMerged ? [line.id] : [];
  });
}

function withholdRevision(
  input: TakedownInput,
  { owner, line, revision }: { owner: Ledger; line: LedgerLine; revision: number },
): Takedown {
  if (line.type === 'tombstone') return { type: 'refused', why: 'tombstone' };
  const { id, reason, current } = input;
  if (line.type === 'live' && line.revision === revision)
    return { type: 'refused', why: 'current' };
  const all = recall(input, owner.key, new Set([id]));
  const asked = all.find((said) => said.line.revision === revision);
  if (!asked) {
    if (line.revision === revision) return { type: 'refused', why: 'no-words' };
    const revisions = all.map((said) => said.line.revision).sort((a, b) => a - b);
    return { type: 'refused', why: 'no-revision', revisions };
  }
  if (asked.line.withheld !== undefined) {
    if (asked.line.withheld === reason) return nothing(owner.key);
    const lines = (input.histories.get(owner.key) ?? []).map((one) =>
      one === asked.line ? { ...one, withheld: reason } : one,
    );
    return { ...nothing(owner.key), histories: new Map([[owner.key, lines]]) };
  }
  if (asked.words === undefined) return { type: 'refused', why: 'no-words' };
  if (asked.isCurrent || asked.words === current.get(id))
    return { type: 'refused', why: 'current' };
  return withhold(input, { owner, gone: new Set(), wordings: [asked.words], digests: [] });
}
