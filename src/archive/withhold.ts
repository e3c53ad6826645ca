import { isStillIn } from './bind.ts';
import { citableWords } from './binding.ts';
import type { HistoryLine } from './history.ts';
import { digestOf } from './id.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { EpisodeKey, QuoteId } from './model.ts';
import { Phrases } from './phrase.ts';
import type { Takedown, TakedownInput, Withheld } from './takedown.ts';
import { countWords } from './word.ts';

type Done = Extract<Takedown, { type: 'done' }>;

/** A takedown that changes nothing. */
export const nothing = (key: EpisodeKey): Done => ({
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

/** A line of a history with its words, be they those of the next revision. */
export interface Said {
  readonly line: HistoryLine;
  readonly words?: string;
  /** They are those of the transcript, and in no file of the history. */
  readonly isCurrent: boolean;
}

/** The lines of one episode's history, or of some ids in it, newest revision first. */
export function recall(
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

export interface Going {
  readonly owner: Ledger;
  /** Ids that become tombstones. Empty when one earlier wording alone goes. */
  readonly gone: ReadonlySet<QuoteId>;
  readonly wordings: readonly string[];
  /** Of words that nobody may have any more. */
  readonly digests: readonly string[];
}

/** What a takedown does to ledgers and histories. */
export function withhold(input: TakedownInput, { owner, gone, wordings, digests }: Going): Done {
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
  const lost = new Set([
    ...telling.map(digestOf),
    ...digests.filter((one) => one !== '' && !common.has(one)),
  ]);

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

/** Whether some words are in others, as a run of tokens. */
export const isIn = (words: string, others: string): boolean => new Phrases([words]).areIn(others);

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
