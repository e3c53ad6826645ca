import { distance } from 'fastest-levenshtein';
import { matchInOrder } from './align.ts';
import { wildcard } from './token.ts';

/** How much of an old quote is in a new one. Counts are of tokens. */
export interface Part {
  /** The new quote. */
  readonly at: number;
  /** Tokens matched one to one. */
  matched: number;
  /** The same, rare tokens counting more. */
  weight: number;
  /** Tokens of the old quote that lie between matches in this part, or are matches. */
  share: number;
  /** Tokens of the new quote that lie between matches with the old one, or are matches. */
  own: number;
  /** The longest run of matches without a gap on either side. */
  run: number;
  /** Whether the old quote's first word is in it. */
  hasFirst: boolean;
}

/** What of an old quote is found in the new ones, as shares of its tokens; `[unintelligible]` does not count. */
export interface Evidence {
  /** Tokens of the old quote that count. */
  readonly tokens: number;
  readonly distinct: number;
  /** Where it was found, in document order. */
  readonly parts: readonly Part[];
  /** Share of its tokens that were found, in all parts together. */
  readonly found: number;
  /** The same, rare tokens counting more. */
  readonly foundWeight: number;
  /** The same, of those of its tokens that say most: names and nouns, not `and the`. */
  readonly foundTelling: number;
}

/** Tokens as numbers, and how much each says. One for a document: common tokens say little. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
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
        this.#counts.push(0);
      }
      this.#counts[id]!++;
      return id;
    });
  }

  /** From 0 (says nothing) to 1: long and rare tokens say most. */
  weight(id: number): number {
    if (id < 0) return 0;
    const text = this.#texts[id]!;
    const isLetter = text.length > 1 || text.charCodeAt(0) < 0x2e80;
    const length = isLetter ? Math.min(1, 0.1 + text.length * 0.22) : 0.8;
    return length / (1 + Math.log(1 + this.#counts[id]! / 8));
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

/** Below this a token that is matched without a neighbour is a coincidence. */
const tellingWeight = 0.55;

/**
 * What of each of some old quotes is in some new ones that stand where they stood: their words aligned in
 * order, as one text beside the other, matches that may be coincidences left out.
 */
export function gatherEvidence(
  old: readonly Int32Array[],
  fresh: readonly Int32Array[],
  vocabulary: Vocabulary,
): Evidence[] {
  const a = concatenate(old);
  const b = concatenate(fresh);
  const matches = matchInOrder(a.tokens, b.tokens);
  matchSimilar(a.tokens, b.tokens, matches, vocabulary);
  dropCoincidences(a, b, matches, vocabulary);
  const parts = old.map(() => new Map<number, Part>());
  const runs = measureRuns(matches, a.owner, b.owner);
  for (let i = 0; i < matches.length; i++) {
    const j = matches[i]!;
    if (j < 0) continue;
    const o = a.owner[i]!;
    const n = b.owner[j]!;
    const part = partOf(parts[o]!, n);
    part.matched++;
    part.weight += Math.max(vocabulary.weight(a.tokens[i]!), 0.05);
    part.run = Math.max(part.run, runs[i]!);
    if (i === a.starts[o]) part.hasFirst = true;
  }
  assignBetween(a, matches, b.owner, (o, n, count) => (partOf(parts[o]!, n).share += count));
  assignBetween(b, invert(matches, b.tokens.length), a.owner, (n, o, count) => {
    partOf(parts[o]!, n).own += count;
  });
  return old.map((tokens, index) => {
    const heard = tokens.filter((token) => token >= 0);
    let total = 0;
    for (const token of heard) total += Math.max(vocabulary.weight(token), 0.05);
    const telling = findTelling(tokens, vocabulary);
    let tellingFound = 0;
    for (const place of telling) if (matches[a.offsets[index]! + place]! >= 0) tellingFound++;
    const found = [...parts[index]!.values()]
      .filter((part) => part.matched > 0)
      .sort((x, y) => x.at - y.at);
    return {
      tokens: heard.length,
      distinct: new Set(heard).size,
      parts: found,
      found: heard.length === 0 ? 0 : sum(found, (part) => part.matched) / heard.length,
      foundWeight: total === 0 ? 0 : sum(found, (part) => part.weight) / total,
      foundTelling: telling.length === 0 ? 0 : tellingFound / telling.length,
    };
  });
}

/** How many of a quote's tokens say what it is about. */
const tellingPart = 0.4;

/** The places of those of a quote's tokens that say most. */
function findTelling(tokens: Int32Array, vocabulary: Vocabulary): number[] {
  const places = [...tokens.keys()].filter((place) => tokens[place]! >= 0);
  const weights = places.map((place) => vocabulary.weight(tokens[place]!));
  return places
    .map((place, order) => ({ place, weight: weights[order]! }))
    .sort((x, y) => y.weight - x.weight || x.place - y.place)
    .slice(0, Math.ceil(places.length * tellingPart))
    .map(({ place }) => place);
}

/** The share of the tokens of `a` that are in `b`, in order. */
export function coverage(a: Int32Array, b: Int32Array, vocabulary: Vocabulary): number {
  const [evidence] = gatherEvidence([a], [b], vocabulary);
  return evidence!.tokens === 0
    ? 0
    : Math.min(evidence!.found, evidence!.foundWeight, evidence!.foundTelling);
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

function partOf(parts: Map<number, Part>, at: number): Part {
  let part = parts.get(at);
  if (!part) {
    part = { at, matched: 0, weight: 0, share: 0, own: 0, run: 0, hasFirst: false };
    parts.set(at, part);
  }
  return part;
}

interface Text {
  readonly tokens: Int32Array;
  /** Which quote each token is of. */
  readonly owner: Int32Array;
  /** Where each quote begins, and where its first word stands. */
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
}

function concatenate(quotes: readonly Int32Array[]): Text {
  const length = quotes.reduce((total, tokens) => total + tokens.length, 0);
  const tokens = new Int32Array(length);
  const owner = new Int32Array(length);
  const offsets: number[] = [];
  const starts: number[] = [];
  let offset = 0;
  quotes.forEach((quote, index) => {
    tokens.set(quote, offset);
    owner.fill(index, offset, offset + quote.length);
    offsets.push(offset);
    starts.push(
      offset +
        Math.max(
          0,
          quote.findIndex((token) => token >= 0),
        ),
    );
    offset += quote.length;
  });
  return { tokens, owner, offsets, starts };
}

/** Between matches, words that differ by a few letters are matched too. */
function matchSimilar(
  a: Int32Array,
  b: Int32Array,
  matches: Int32Array,
  vocabulary: Vocabulary,
): void {
  const farthest = 8;
  let i = 0;
  let j = 0;
  while (i < a.length) {
    if (matches[i]! >= 0) {
      j = matches[i]! + 1;
      i++;
      continue;
    }
    let i1 = i;
    while (i1 < a.length && matches[i1]! < 0) i1++;
    const j1 = i1 < a.length ? matches[i1]! : b.length;
    let from = j;
    for (; i < i1 && from < j1; i++) {
      for (let at = from; at < Math.min(j1, from + farthest); at++) {
        if (!vocabulary.isSimilar(a[i]!, b[at]!)) continue;
        matches[i] = at;
        from = at + 1;
        break;
      }
    }
    i = i1;
  }
}

/**
 * A common word that is matched alone, with other words on both sides, is a coincidence; so is a word that is
 * only similar, and a single Han character, however rare. Not where one word alone was replaced beside it: that is still the same sentence.
 */
function dropCoincidences(a: Text, b: Text, matches: Int32Array, vocabulary: Vocabulary): void {
  const isMatch = (i: number, j: number): boolean =>
    i >= 0 && i < matches.length && matches[i] === j;
  const isEdge = (i: number, j: number, step: 1 | -1): boolean =>
    a.owner[i + step] !== a.owner[i] && b.owner[j + step] !== b.owner[j];
  const alone: number[] = [];
  for (let i = 0; i < matches.length; i++) {
    const j = matches[i]!;
    if (j < 0 || isMatch(i + 1, j + 1) || isMatch(i - 1, j - 1)) continue;
    const before = isMatch(i - 2, j - 2);
    const after = isMatch(i + 2, j + 2);
    const isTelling =
      a.tokens[i] === b.tokens[j] && vocabulary.weight(a.tokens[i]!) >= tellingWeight;
    const isBeside = vocabulary.isCharacter(a.tokens[i]!)
      ? (before || isEdge(i, j, -1)) && (after || isEdge(i, j, 1))
      : before || after || isTelling;
    if (!isBeside) alone.push(i);
  }
  for (const i of alone) matches[i] = -1;
}

/** For each matched token the length of the run it is in, within one old and one new quote. */
function measureRuns(matches: Int32Array, ownerA: Int32Array, ownerB: Int32Array): Int32Array {
  const runs = new Int32Array(matches.length);
  let start = 0;
  for (let i = 0; i <= matches.length; i++) {
    const goesOn =
      i > start &&
      i < matches.length &&
      matches[i]! >= 0 &&
      matches[i] === matches[i - 1]! + 1 &&
      ownerA[i] === ownerA[i - 1] &&
      ownerB[matches[i]!] === ownerB[matches[i - 1]!];
    if (goesOn) continue;
    runs.fill(i - start, start, i);
    start = i;
  }
  return runs;
}

/**
 * Gives each token of a text to a quote of the other: matched ones to where they are matched, those
 * between two matches with one quote to that quote.
 */
function assignBetween(
  text: Text,
  matches: Int32Array,
  otherOwner: Int32Array,
  give: (quote: number, other: number, count: number) => void,
): void {
  let before = -1;
  for (let i = 0; i < matches.length; i++) {
    if (matches[i]! < 0) continue;
    const quote = text.owner[i]!;
    const other = otherOwner[matches[i]!]!;
    give(quote, other, 1);
    const isBetween =
      before >= 0 && text.owner[before] === quote && otherOwner[matches[before]!] === other;
    if (isBetween) {
      let heard = 0;
      for (let k = before + 1; k < i; k++) if (text.tokens[k]! >= 0) heard++;
      if (heard > 0) give(quote, other, heard);
    }
    before = i;
  }
}

function invert(matches: Int32Array, length: number): Int32Array {
  const inverse = new Int32Array(length).fill(-1);
  for (let i = 0; i < matches.length; i++) if (matches[i]! >= 0) inverse[matches[i]!] = i;
  return inverse;
}
