import type { Binding } from './binding.ts';
import type { Part } from './evidence.ts';

/** How far a time may be off and still say the same, in seconds. */
const agreement = 4;
/** From here on it says another. */
const contradiction = 60;
/** Seconds that a word takes, where the times around it do not say. */
const usualPace = 0.35;
/** From here on it was not the word that took so long. */
const slowest = 1.5;

/**
 * What the recording's time says of words of an old quote being where they are found now. Undefined where
 * times are missing, or say nothing.
 */
export type Testimony = 'agrees' | 'contradicts' | undefined;

/** Knows when each word of both versions was said, as far as their times tell. */
export class Witness {
  readonly #binding: Binding;
  readonly #then: Clock;
  readonly #now: Clock;

  constructor(binding: Binding, old: readonly Int32Array[], fresh: readonly Int32Array[]) {
    this.#binding = binding;
    this.#then = new Clock(binding.old, old);
    this.#now = new Clock(binding.fresh, fresh);
  }

  /**
   * Whether the first words of a part are heard when they were heard, measured from the nearest quotes before
   * and after that stayed: all times may have been moved, by a new advertisement say.
   */
  hear(index: number, part: Part): Testimony {
    const then = this.#then.timeAt(index, part.from);
    const now = this.#now.timeAt(part.at, part.there);
    if (then === undefined || now === undefined) return undefined;
    const { low, high, isEnclosed } = this.#shifts(index);
    const shift = now - then;
    if (shift >= low - agreement && shift <= high + agreement) return 'agrees';
    if (isEnclosed && (shift < low - contradiction || shift > high + contradiction))
      return 'contradicts';
    return undefined;
  }

  /** Whether there are times for both. */
  isTimed(index: number, at: number): boolean {
    const { old, fresh } = this.#binding;
    return old[index]!.startTime !== undefined && fresh[at]!.startTime !== undefined;
  }

  /** Whether a new quote begins no later than an old one did, so that it may hold that one too. */
  beginsBefore(index: number, at: number): boolean {
    const then = this.#binding.old[index]!.startTime;
    const now = this.#binding.fresh[at]!.startTime;
    if (then === undefined || now === undefined) return false;
    return now <= then + this.#shifts(index).high + agreement;
  }

  /** By how much the times around an old quote were moved. */
  #shifts(index: number): { low: number; high: number; isEnclosed: boolean } {
    const shifts = [this.#nearestShift(index, -1), this.#nearestShift(index, 1)].filter(
      (shift) => shift !== undefined,
    );
    const known = shifts.length > 0 ? shifts : [0];
    return { low: Math.min(...known), high: Math.max(...known), isEnclosed: shifts.length === 2 };
  }

  #nearestShift(index: number, step: 1 | -1): number | undefined {
    const { old, fresh } = this.#binding;
    const farthest = 50;
    for (let other = index + step, count = 0; count < farthest; other += step, count++) {
      const quote = old[other];
      if (!quote) return undefined;
      if (quote.startTime === undefined || this.#binding.ruleOf(other) !== 'exact') continue;
      const now = fresh[this.#binding.placeOf(other)]!.startTime;
      if (now !== undefined) return now - quote.startTime;
    }
    return undefined;
  }
}

/** When each token of a version was said: at the time of its quote, and evenly from there to the next time. */
class Clock {
  readonly #quotes: readonly { readonly startTime?: number }[];
  readonly #tokens: readonly Int32Array[];

  constructor(quotes: readonly { readonly startTime?: number }[], tokens: readonly Int32Array[]) {
    this.#quotes = quotes;
    this.#tokens = tokens;
  }

  timeAt(index: number, place: number): number | undefined {
    const start = this.#quotes[index]!.startTime;
    return start === undefined ? undefined : start + place * this.#paceAfter(index, start);
  }

  #paceAfter(index: number, start: number): number {
    let count = this.#tokens[index]!.length;
    for (let next = index + 1; next < this.#quotes.length; next++) {
      const end = this.#quotes[next]!.startTime;
      if (end !== undefined) {
        const pace = (end - start) / count;
        return pace > 0 && pace < slowest ? pace : usualPace;
      }
      count += this.#tokens[next]!.length;
    }
    return usualPace;
  }
}
