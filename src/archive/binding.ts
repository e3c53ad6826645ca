import type { Fate, NewQuote, OldQuote } from './bind.ts';
import { countWords } from './word.ts';

/** From this many words on a quote can be cited alone: its words say enough to know it by. */
export const citableWords = 8;

type Kept = Extract<Fate, { kind: 'kept' }>;
type Notice = Extract<Fate, { kind: 'notice' }>;

/** Two versions of a transcript, and what has been decided so far. */
export class Binding {
  readonly old: readonly OldQuote[];
  readonly fresh: readonly NewQuote[];
  /** Whether an old quote is long enough to be known by its words alone. */
  readonly isCitable: readonly boolean[];
  /** For each new quote the old one whose id it keeps, or -1. */
  readonly holder: Int32Array;
  readonly #fates: (Fate | undefined)[];

  constructor(old: readonly OldQuote[], fresh: readonly NewQuote[]) {
    this.old = old;
    this.fresh = fresh;
    this.isCitable = old.map(({ words }) => countWords(words) >= citableWords);
    this.holder = new Int32Array(fresh.length).fill(-1);
    this.#fates = old.map(() => undefined);
  }

  isOpen(index: number): boolean {
    return this.#fates[index] === undefined && this.old[index]!.gone !== true;
  }

  isFree(at: number): boolean {
    return at >= 0 && at < this.fresh.length && this.holder[at] === -1;
  }

  /** Where an old quote is now, -1 while that is open or when it has no place. */
  placeOf(index: number): number {
    const fate = this.#fates[index];
    return fate?.kind === 'kept' || fate?.kind === 'alias' ? fate.at : -1;
  }

  /** By which rule an id is kept, if it is. */
  ruleOf(index: number): Kept['rule'] | undefined {
    const fate = this.#fates[index];
    return fate?.kind === 'kept' ? fate.rule : undefined;
  }

  keep(index: number, at: number, rule: Kept['rule'], parts?: readonly number[]): void {
    const { id } = this.old[index]!;
    this.holder[at] = index;
    this.#fates[index] = { id, kind: 'kept', rule, at, ...(parts && { parts }) };
  }

  merge(index: number, at: number, into: number): void {
    const { id } = this.old[index]!;
    this.#fates[index] = { id, kind: 'alias', rule: 'merged', at, into: this.old[into]!.id };
  }

  /** Its place is found at the end, from what stayed around it. */
  notice(index: number, rule: Notice['rule']): void {
    this.#fates[index] = { id: this.old[index]!.id, kind: 'notice', rule, at: 0 };
  }

  /** The nearest old quote before or after that has not been gone for long. */
  neighbour(index: number, step: 1 | -1): number {
    let at = index + step;
    while (at >= 0 && at < this.old.length && this.old[at]!.gone === true) at += step;
    return at >= 0 && at < this.old.length ? at : -1;
  }

  /**
   * Whether the quote before is right before `at` now, or the one after right after it. At the ends of the
   * transcript nothing is a neighbour.
   */
  hasNeighbour(index: number, at: number): boolean {
    return this.isAfterNeighbour(index, at) || this.isBeforeNeighbour(index, at);
  }

  isAfterNeighbour(index: number, at: number): boolean {
    const before = this.neighbour(index, -1);
    return before >= 0 && at > 0 && this.placeOf(before) === at - 1;
  }

  isBeforeNeighbour(index: number, at: number): boolean {
    const after = this.neighbour(index, 1);
    return after >= 0 && this.placeOf(after) === at + 1;
  }

  fates(): Fate[] {
    let after = 0;
    return this.old.map((quote, index) => {
      const fate = this.#fates[index];
      if (fate && fate.kind !== 'notice') {
        const isInOrder = fate.kind === 'kept' && fate.rule !== 'moved' && fate.rule !== 'returned';
        if (isInOrder) after = Math.max(...(fate.parts ?? []), fate.at) + 1;
        return fate;
      }
      const rule = fate?.rule ?? (quote.gone === true ? 'still-gone' : 'removed');
      return { id: quote.id, kind: 'notice', rule, at: after };
    });
  }
}
