import { tokensOf } from './token.ts';

/** Between tokens, and in none of them. */
const gap = '\u0001';

const chain = (words: string): string => gap + tokensOf(words).join(gap) + gap;

/**
 * Words that are looked for within others: case, punctuation and accents aside, as a run of tokens. Words
 * without any token, such as `…`, are found only where they stand alone.
 *
 * new Phrases(['everybody copied it']).areIn('And then, Everybody copied it!') // => true
 * new Phrases(['body copied']).areIn('And then everybody copied it.') // => false
 */
export class Phrases {
  readonly #runs: readonly string[];
  readonly #signs: ReadonlySet<string>;

  constructor(wordings: Iterable<string>) {
    const all = [...wordings];
    this.#runs = [...new Set(all.map(chain))].filter((run) => run.length > 2);
    this.#signs = new Set(all.filter((words) => tokensOf(words).length === 0));
  }

  /** Whether any of them is in these words. */
  areIn(words: string): boolean {
    if (this.#signs.has(words)) return true;
    if (this.#runs.length === 0) return false;
    const tokens = chain(words);
    return this.#runs.some((run) => tokens.includes(run));
  }
}
