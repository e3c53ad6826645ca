import { bind, isStillIn, type Fate, type OldQuote } from './bind.ts';
import { mintId } from './id.ts';
import type { HistoryLine } from './history.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { NoticeRule, QuoteId } from './model.ts';
import type { ReconcileInput, ReconciledFate, Reconciliation } from './reconciliation.ts';

/**
 * A ledger brought up to date with its transcript: what each id stands for now, which earlier wordings join
 * the history, and which quotes get new ids. Where old words are needed and missing, nothing is decided.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  return unchanged(input) ?? new Reconciler(input).run();
}

/** A ledger whose transcript is gone: each id that was live gets a notice. */
export const withdraw = (
  ledger: Ledger,
  history: readonly HistoryLine[],
  context: Pick<ReconcileInput, 'taken' | 'date' | 'speakerNow'>,
): Reconciliation =>
  reconcile({
    ...context,
    key: ledger.key,
    path: ledger.path,
    hash: ledger.transcript,
    formerly: ledger.formerly,
    ledger,
    history,
    fresh: [],
    oldWords: new Map(),
    isWithdrawn: true,
  });

/** The quick way: every quote is as the ledger has it. Only the head may be other. */
function unchanged(input: ReconcileInput): Reconciliation | undefined {
  const { ledger, fresh, history } = input;
  if (!ledger || input.isWithdrawn || ledger.gone !== undefined) return undefined;
  const identities: { id: QuoteId; revision: number }[] = [];
  for (const line of ledger.lines) {
    if (line.type !== 'live') continue;
    const quote = fresh[identities.length];
    if (!quote || quote.digest !== line.digest || quote.speaker !== line.speaker) return undefined;
    identities.push({ id: line.id, revision: line.revision });
  }
  if (identities.length !== fresh.length) return undefined;
  const next = headOf(input, ledger.lines);
  const isChanged =
    next.path !== ledger.path ||
    next.transcript !== ledger.transcript ||
    next.formerly.length !== ledger.formerly.length;
  return {
    ledger: next,
    history,
    identities,
    fates: [],
    missing: [],
    takenDown: [],
    isChanged: isChanged || next.key !== ledger.key,
  };
}

const headOf = (input: ReconcileInput, lines: readonly LedgerLine[]): Ledger => ({
  key: input.key,
  path: input.path,
  transcript: input.hash,
  formerly: input.formerly,
  ...(input.isWithdrawn && { gone: input.ledger?.gone ?? input.date }),
  lines,
});

type Placed = Extract<LedgerLine, { type: 'live' | 'alias' | 'notice' }>;

class Reconciler {
  readonly #input: ReconcileInput;
  readonly #lines: readonly LedgerLine[];
  readonly #live: (Extract<LedgerLine, { type: 'live' }> | undefined)[];
  readonly #identities: ({ id: QuoteId; revision: number } | undefined)[];
  readonly #added: HistoryLine[] = [];
  readonly #fates: ReconciledFate[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #takenDown: number[] = [];
  readonly #tombstones: ReadonlySet<QuoteId>;

  constructor(input: ReconcileInput) {
    this.#input = input;
    this.#lines = input.ledger?.lines ?? [];
    this.#live = input.fresh.map(() => undefined);
    this.#identities = input.fresh.map(() => undefined);
    this.#tombstones = new Set(
      this.#lines.flatMap((line) => (line.type === 'tombstone' ? [line.id] : [])),
    );
    this.#known = new Set(input.history.map(({ id, revision }) => `${id} ${revision}`));
  }

  run(): Reconciliation {
    const { input, old, missing } = { input: this.#input, ...this.#gatherOld() };
    if (missing.length > 0) {
      return {
        ledger: input.ledger!,
        history: input.history,
        identities: [],
        fates: [],
        missing,
        takenDown: [],
        isChanged: true,
      };
    }
    const fates = new Map(bind(old, input.fresh).map((fate) => [fate.id, fate]));
    const wordsOf = new Map(old.map((quote) => [quote.id, quote.words]));
    const split: { line: Placed; parts: readonly number[]; history: number }[] = [];
    const bound = new Set<QuoteId>();
    for (const line of this.#lines) {
      const fate = fates.get(line.id);
      if (line.type === 'tombstone' || fate?.kind !== 'kept') continue;
      bound.add(line.id);
      this.#keep(line, fate, wordsOf.get(line.id));
      if (fate.parts) split.push({ line, parts: fate.parts, history: this.#added.length - 1 });
    }
    this.#mint();
    for (const { line, parts, history } of split) {
      const into = parts.map((at) => this.#identities[at]!.id).filter((id) => id !== line.id);
      const added = this.#added[history];
      if (added?.id === line.id && into.length > 0) this.#added[history] = { ...added, into };
      const fate = this.#fates.findIndex(({ id, rule }) => id === line.id && rule === 'split');
      if (fate >= 0) this.#fates[fate] = { ...this.#fates[fate]!, into };
    }
    const lines = this.#arrange(fates, wordsOf, bound);
    const ledger = headOf(input, lines);
    return {
      ledger,
      history: [...input.history, ...this.#added],
      identities: this.#identities.map((identity) => identity!),
      fates: this.#fates,
      missing: [],
      takenDown: this.#takenDown,
      isChanged: true,
    };
  }

  /** The published quotes with their words: from the transcript itself where it still has them. */
  #gatherOld(): { old: OldQuote[]; missing: QuoteId[] } {
    const { fresh, oldWords, history, speakerNow, isWithdrawn, withoutWords } = this.#input;
    const now = new Map(fresh.map(({ digest, words }) => [digest, words]));
    const first = new Map<QuoteId, string>();
    for (const { id, words } of history) {
      if (words !== undefined && !first.has(id)) first.set(id, words);
    }
    const old: OldQuote[] = [];
    const missing: QuoteId[] = [];
    for (const line of this.#lines) {
      if (line.type === 'tombstone') continue;
      const known = oldWords.get(line.id);
      const words = now.get(line.digest) ?? known?.words;
      const gone = line.type !== 'live';
      if (words === undefined) {
        if (!gone && !isWithdrawn && !withoutWords) missing.push(line.id);
        continue;
      }
      if (gone && !now.has(line.digest)) continue;
      const firstWords = first.get(line.id);
      old.push({
        id: line.id,
        words,
        speaker: speakerNow(line.speaker),
        ...(known?.startTime !== undefined && { startTime: known.startTime }),
        ...(firstWords !== undefined && firstWords !== words && !gone && { firstWords }),
        ...(gone && { gone }),
      });
    }
    return { old, missing };
  }

  #remember(line: HistoryLine): void {
    // A run that was stopped between its two files has written it already.
    if (!this.#known.has(`${line.id} ${line.revision}`)) this.#added.push(line);
  }

  #keep(line: Placed, fate: Extract<Fate, { kind: 'kept' }>, words: string | undefined): void {
    const { fresh, date, speakerNow } = this.#input;
    const quote = fresh[fate.at]!;
    const isSame = quote.digest === line.digest;
    const isSpeaker = quote.speaker === speakerNow(line.speaker);
    const returned = line.type !== 'live';
    const revision = isSame && isSpeaker && !returned ? line.revision : line.revision + 1;
    this.#identities[fate.at] = { id: line.id, revision };
    this.#live[fate.at] = {
      type: 'live',
      id: line.id,
      revision,
      digest: quote.digest,
      speaker: quote.speaker,
    };
    const before = { speaker: line.speaker, ...(words !== undefined && { words }) };
    if (revision === line.revision) {
      if (fate.rule === 'moved')
        this.#fates.push({ id: line.id, rule: 'moved', at: fate.at, before });
      return;
    }
    const rule = returned
      ? 'returned'
      : !isSame
        ? fate.rule === 'split'
          ? 'split'
          : 'reworded'
        : 'reattributed';
    this.#fates.push({ id: line.id, rule, at: fate.at, before });
    this.#remember({
      id: line.id,
      revision: line.revision,
      until: returned ? line.date : date,
      rule,
      speaker: line.speaker,
      ...(!isSame && words !== undefined && { words }),
    });
  }

  #mint(): void {
    const { fresh, taken, key, ledger } = this.#input;
    const occurrences = new Map<string, number>();
    fresh.forEach(({ words, digest, speaker }, at) => {
      const occurrence = occurrences.get(words) ?? 0;
      occurrences.set(words, occurrence + 1);
      if (this.#identities[at]) return;
      if (this.#isTakenDown(words, occurrence)) this.#takenDown.push(at);
      const id = mintId(key, words, occurrence, (candidate) => taken.has(candidate));
      taken.add(id);
      this.#identities[at] = { id, revision: 1 };
      this.#live[at] = { type: 'live', id, revision: 1, digest, speaker };
      if (ledger) this.#fates.push({ id, rule: 'new', at });
    });
  }

  /** Whether words would get the id of a tombstone, under any key that the episode had, wherever they stand. */
  #isTakenDown(words: string, occurrence: number): boolean {
    if (this.#tombstones.size === 0) return false;
    const { key, formerly, taken } = this.#input;
    let isMet = false;
    for (const one of [key, ...formerly]) {
      for (let place = 0; place <= occurrence; place++) {
        mintId(one, words, place, (candidate) => {
          if (this.#tombstones.has(candidate)) isMet = true;
          return taken.has(candidate);
        });
      }
    }
    return isMet;
  }

  /** The new lines in the order of the transcript; what is gone stays where it was between its neighbours. */
  #arrange(
    fates: ReadonlyMap<QuoteId, Fate>,
    wordsOf: ReadonlyMap<QuoteId, string>,
    bound: ReadonlySet<QuoteId>,
  ): LedgerLine[] {
    const placeOf = new Map<QuoteId, number>();
    this.#live.forEach((line, at) => placeOf.set(line!.id, at));
    const beforeAt = this.#live.map((): LedgerLine[] => []);
    const atEnd: LedgerLine[] = [];
    const aliasesAt = this.#live.map((): LedgerLine[] => []);
    let after = 0;
    for (const line of this.#lines) {
      if (line.type !== 'tombstone' && bound.has(line.id)) {
        const fate = fates.get(line.id);
        if (fate?.kind === 'kept' && fate.rule !== 'moved' && fate.rule !== 'returned')
          after = Math.max(...(fate.parts ?? []), fate.at) + 1;
        continue;
      }
      const next = this.#settle(line, fates, wordsOf, placeOf);
      const target = next.type === 'alias' ? placeOf.get(next.into) : undefined;
      if (target !== undefined) aliasesAt[target]!.push(next);
      else (beforeAt[after] ?? atEnd).push(next);
    }
    return [
      ...this.#live.flatMap((line, at) => [...beforeAt[at]!, line!, ...aliasesAt[at]!]),
      ...atEnd,
    ];
  }

  /** What a line without a place of its own says now. */
  #settle(
    line: LedgerLine,
    fates: ReadonlyMap<QuoteId, Fate>,
    wordsOf: ReadonlyMap<QuoteId, string>,
    placeOf: ReadonlyMap<QuoteId, number>,
  ): LedgerLine {
    const { date, isWithdrawn } = this.#input;
    if (line.type === 'tombstone' || line.type === 'notice') return line;
    if (line.type === 'alias') return this.#followAlias(line, placeOf);
    const words = wordsOf.get(line.id);
    const fate = fates.get(line.id);
    const { id, revision, digest, speaker } = line;
    const before = { speaker, ...(words !== undefined && { words }) };
    if (fate?.kind === 'alias') {
      this.#fates.push({ id, rule: 'merged', at: fate.at, before, into: [fate.into] });
      this.#remember({
        id,
        revision,
        until: date,
        rule: 'merged',
        speaker,
        ...(words !== undefined && { words }),
        into: [fate.into],
      });
      return { type: 'alias', id, revision, digest, speaker, date, into: fate.into };
    }
    const rule: NoticeRule =
      isWithdrawn || fate?.kind !== 'notice' || fate.rule === 'still-gone' ? 'removed' : fate.rule;
    this.#fates.push({ id, rule, before });
    if (rule !== 'removed' && words !== undefined)
      this.#remember({ id, revision, until: date, rule, speaker, words });
    return { type: 'notice', id, revision, digest, speaker, date, rule };
  }

  /** An alias stays where its words are; they may have gone on with their quote, or into a part of it. */
  #followAlias(
    line: Extract<LedgerLine, { type: 'alias' }>,
    placeOf: ReadonlyMap<QuoteId, number>,
  ): LedgerLine {
    const { fresh, history, date } = this.#input;
    const { id, revision, digest, speaker } = line;
    const target = this.#lines.find((other) => other.id === line.into);
    const place = placeOf.get(line.into);
    if (place !== undefined && target?.type === 'live' && target.digest === fresh[place]!.digest)
      return line;
    const words = history.findLast((known) => known.id === id && known.rule === 'merged')?.words;
    const places = [place, ...[...this.#live.keys()].filter((at) => this.#isNear(at, place))];
    for (const at of words === undefined ? [] : places) {
      if (at === undefined || !isStillIn(words!, fresh[at]!.words)) continue;
      const into = this.#live[at]!.id;
      if (into === line.into) return line;
      this.#fates.push({ id, rule: 'merged', at, before: { speaker }, into: [into] });
      return { ...line, into, date };
    }
    const rule = words === undefined || place === undefined ? 'removed' : 'rewritten';
    this.#fates.push({ id, rule, before: { speaker } });
    return { type: 'notice', id, revision, digest, speaker, date, rule };
  }

  #isNear(at: number, place: number | undefined): boolean {
    return place !== undefined && Math.abs(at - place) <= 3;
  }
}
