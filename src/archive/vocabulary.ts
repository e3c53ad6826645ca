import { distance } from 'fastest-levenshtein';
import { wildcard } from './token.ts';

/** Tokens as numbers, and how much each says. One for a document: common tokens say little. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #lengths: number[] = [];
  readonly #counts: number[] = [];
  #wildcards = 0;

  /** Numbers for tokens. A wildcard is a negative number that no other token has. */
  number(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => {
      if (token === wildcard) return -++this.#wildcards - 1;
      let id = this.#ids.get(token);
      if (id === undefined) {
        id = this.#texts.length;
        this.#ids.set(token, id);
        this.#texts.push(token);
        this.#lengths.push(lengthOf(token));
        this.#counts.push(0);
      }
      this.#counts[id]!++;
      return id;
    });
  }

  /** From 0 (says nothing) to 1: long and rare tokens say most. */
  weight(id: number): number {
    if (id < 0) return 0;
    return this.#lengths[id]! / (1 + Math.log(1 + this.#counts[id]! / 8));
  }

  /** Whether a token is a character of a script without blanks. */
  isCharacter(token: number): boolean {
    return (
      token >= 0 && this.#texts[token]!.length === 1 && this.#texts[token]!.charCodeAt(0) >= 0x2e80
    );
  }

  /** Whether most tokens of a quote are single characters of a script without blanks. */
  isUnspaced(tokens: Int32Array): boolean {
    let single = 0;
    for (const token of tokens) if (this.isCharacter(token)) single++;
    return single * 2 > tokens.length;
  }

  /** Whether two tokens are one word, but for a slip of a letter: in a short word that is another word. */
  isSlip(a: number, b: number): boolean {
    if (a < 0 || b < 0) return false;
    const one = this.#texts[a]!;
    const other = this.#texts[b]!;
    if (Math.max(one.length, other.length) < 6) return false;
    return distance(one, other) <= 1 || isTurned(one, other);
  }

  /** Whether two tokens may be one word, misspelt or misheard. */
  isSimilar(a: number, b: number): boolean {
    if (a < 0 || b < 0) return false;
    if (a === b) return true;
    const one = this.#texts[a]!;
    const other = this.#texts[b]!;
    const longer = Math.max(one.length, other.length);
    if (longer < 4 || Math.min(one.length, other.length) < 3) return false;
    return distance(one, other) <= (longer < 8 ? longer / 3.5 : longer / 3);
  }
}

/** What the length of a token says of it: `and` is said everywhere. A sign is a word. */
function lengthOf(token: string): number {
  const isSign =
    (token.length === 1 && token.charCodeAt(0) >= 0x2e80) ||
    /\p{Extended_Pictographic}/u.test(token);
  return isSign ? 0.8 : Math.min(1, 0.1 + token.length * 0.22);
}

/** Whether two neighbouring letters changed places. */
function isTurned(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const turned = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return turned === other;
}
