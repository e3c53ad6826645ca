import { isStillIn } from './bind.ts';
import { citableWords } from './binding.ts';
import type { HistoryLine } from './history.ts';
import { digestOf } from './id.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { EpisodeKey, QuoteId } from './model.ts';
import { Phrases } from './phrase.ts';
import { countWords } from './word.ts';

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

type Done = Extract<Takedown, { type: 'done' }>;

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

const nothing = (key: EpisodeKey): Done => ({
  type: 'done',
  key,
  ledgers: [],
  histories: new Map(),
  tombstones: [],
  dropped: 0,
  withheld: [],
  undigested: [],
  wordings: [],
  isLive: false,
});

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

// ——— What lines of histories say ————————————————————————————————————————————

/** A line of a history with its words, be they those of the next revision. */
interface Said {
  readonly line: HistoryLine;
  readonly words?: string;
  /** They are those of the transcript, and in no file of the history. */
  readonly isCurrent: boolean;
}

function recall(
  { histories, current, removedWords, id }: TakedownInput,
  key: EpisodeKey,
  ids?: ReadonlySet<QuoteId>,
): Said[] {
  const all: Said[] = [];
  for (const [owner, lines] of Map.groupBy(histories.get(key) ?? [], (line) => line.id)) {
    if (ids && !ids.has(owner)) continue;
    const words = current.get(owner) ?? (owner === id ? removedWords : undefined);
    let next: Omit<Said, 'line'> = { isCurrent: true, ...(words !== undefined && { words }) };
    for (const line of [...lines].sort((a, b) => b.revision - a.revision)) {
      const isOwn = line.words !== undefined || line.withheld !== undefined;
      const isSameAsNext = !isOwn && (line.rule === 'reattributed' || line.rule === 'returned');
      next = isSameAsNext
        ? next
        : { isCurrent: false, ...(line.words !== undefined && { words: line.words }) };
      all.push({ line, ...next });
    }
  }
  return all;
}

// ——— What goes ———————————————————————————————————————————————————————————

interface Going {
  readonly owner: Ledger;
  /** Ids that become tombstones. Empty when one earlier wording alone goes. */
  readonly gone: ReadonlySet<QuoteId>;
  readonly wordings: readonly string[];
  /** Of words that nobody may have any more. */
  readonly digests: readonly string[];
}

function withhold(input: TakedownInput, { owner, gone, wordings, digests }: Going): Done {
  const { id, reason, date, ledgers, current } = input;
  const others = [...current].flatMap(([other, words]) =>
    other === id || gone.has(other) ? [] : [words],
  );
  const telling = wordings.filter(
    (words) => countWords(words) >= citableWords || !others.some((said) => isIn(words, said)),
  );
  const phrases = new Phrases(telling);
  const exact = new Set(wordings);
  const common = new Set(wordings.filter((words) => !telling.includes(words)).map(digestOf));
  const lost = new Set([...telling.map(digestOf), ...digests.filter((one) => !common.has(one))]);

  const hidden = new Set<HistoryLine>();
  for (const [key, lines] of input.histories) {
    const lineage = lineageOf(lines, gone);
    for (const { line, words, isCurrent } of recall(input, key)) {
      if (gone.has(line.id) || line.withheld !== undefined || isCurrent || words === undefined)
        continue;
      const isOwn = line.id === id && exact.has(words);
      const isBefore =
        lineage.has(line) && wordings.some((some) => isIn(some, words) || isStillIn(some, words));
      if (!isOwn && !isBefore && !phrases.areIn(words)) continue;
      hidden.add(line);
      lost.add(digestOf(words));
    }
  }
  const histories = new Map<EpisodeKey, readonly HistoryLine[]>();
  const withheld: Withheld[] = [];
  let dropped = 0;
  for (const [key, lines] of ownLast(input.histories, owner.key)) {
    const kept = lines.flatMap((line): HistoryLine[] => {
      if (gone.has(line.id)) return [];
      const isLost = line.digest !== undefined && lost.has(line.digest);
      if (!hidden.has(line) && !isLost) return [line];
      withheld.push({ key, id: line.id, revision: line.revision });
      return [withoutWords(line, reason)];
    });
    dropped += lines.length - kept.length;
    if (kept.some((line, at) => line !== lines[at]) || kept.length < lines.length)
      histories.set(key, kept);
  }

  const undigested: QuoteId[] = [];
  const changed: Ledger[] = [];
  for (const ledger of [...ledgers.filter((one) => one !== owner), owner]) {
    let isChanged = false;
    const lines = ledger.lines.map((line): LedgerLine => {
      const isGone = gone.has(line.id);
      const isOver = line.type === 'alias' || line.type === 'notice';
      if (!isGone && !(isOver && lost.has(line.digest))) return line;
      isChanged = true;
      if (isGone) return { type: 'tombstone', id: line.id, date, reason };
      undigested.push(line.id);
      return isOver ? { ...line, digest: '' } : line;
    });
    if (isChanged) changed.push({ ...ledger, lines });
  }
  return {
    ...nothing(owner.key),
    ledgers: changed,
    histories,
    dropped,
    withheld,
    undigested,
    wordings,
  };
}

const isIn = (words: string, others: string): boolean => new Phrases([words]).areIn(others);

/** The line with all that may be known of it. */
function withoutWords(
  { words: _words, digest: _digest, ...line }: HistoryLine,
  reason: string,
): HistoryLine {
  return { ...line, withheld: reason };
}

function* ownLast<T>(map: ReadonlyMap<EpisodeKey, T>, own: EpisodeKey): Iterable<[EpisodeKey, T]> {
  for (const [key, value] of map) if (key !== own) yield [key, value];
  const value = map.get(own);
  if (value !== undefined) yield [own, value];
}

/**
 * Wordings that some ids came out of, or went into: those of a quote up to the one that was split into them. In
 * these the words may stand a little otherwise, as they were before they got an id of their own.
 */
function lineageOf(
  lines: readonly HistoryLine[],
  ids: ReadonlySet<QuoteId>,
): ReadonlySet<HistoryLine> {
  const upTo = new Map<QuoteId, number>();
  for (const { id, revision, into } of lines) {
    if (into?.some((target) => ids.has(target)))
      upTo.set(id, Math.max(revision, upTo.get(id) ?? 0));
  }
  return new Set(lines.filter(({ id, revision }) => revision <= (upTo.get(id) ?? 0)));
}
