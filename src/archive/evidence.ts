import { matchInOrder } from './align.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  /** Those of them that are not matches, and stand for no words that could not be heard before. */
  strange: number;
  /** The longest run of matches without a gap on either side. */
  run: number;
  /** Where it begins: the first token of the old quote that is matched, counted from 0, … */
  readonly from: number;
  /** … and the token of the new quote that it is matched with. */
  readonly there: number;
  /** The last token of the old quote that is matched, and its token of the new one. */
  until: number;
  last: number;
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
  /** The same, of those of its tokens that say most: names and nouns, not `and the`. Similar ones count half. */
  readonly foundTelling: number;
  /** The same, similar ones counting whole. */
  readonly foundAlike: number;
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
    const from = i - a.offsets[o]!;
    const there = j - b.offsets[n]!;
    const part = parts[o]!.get(n);
    const weight = Math.max(vocabulary.weight(a.tokens[i]!), 0.05);
    if (part) addMatch(part, old[o]!, fresh[n]!, { from, there, weight, run: runs[i]! });
    else parts[o]!.set(n, firstMatch(n, { from, there, weight, run: runs[i]! }));
  }
  return old.map((tokens, index) => {
    const heard = tokens.filter((token) => token >= 0);
    let total = 0;
    for (const token of heard) total += Math.max(vocabulary.weight(token), 0.05);
    const telling = findTelling(tokens, vocabulary);
    let tellingFound = 0;
    let alikeFound = 0;
    for (const place of telling) {
      const at = matches[a.offsets[index]! + place]!;
      // A word that is only similar may be another: half of it is believed.
      if (at < 0) continue;
      alikeFound++;
      tellingFound += b.tokens[at] === tokens[place] ? 1 : 0.5;
    }
    const found = [...parts[index]!.values()].sort((x, y) => x.at - y.at);
    return {
      tokens: heard.length,
      distinct: new Set(heard).size,
      parts: found,
      found: heard.length === 0 ? 0 : sum(found, (part) => part.matched) / heard.length,
      foundWeight: total === 0 ? 0 : sum(found, (part) => part.weight) / total,
      foundTelling: telling.length === 0 ? 0 : tellingFound / telling.length,
      foundAlike: telling.length === 0 ? 0 : alikeFound / telling.length,
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

/** A token of an old quote, from 0, and the one of a new quote that it is matched with. */
interface Match {
  readonly from: number;
  readonly there: number;
  readonly weight: number;
  readonly run: number;
}

const firstMatch = (at: number, { from, there, weight, run }: Match): Part => ({
  at,
  matched: 1,
  weight,
  share: 1,
  own: 1,
  strange: 0,
  run,
  from,
  there,
  until: from,
  last: there,
});

function addMatch(
  part: Part,
  old: Int32Array,
  fresh: Int32Array,
  { from, there, weight, run }: Match,
): void {
  const lost = old.subarray(part.until + 1, from);
  const lostHeard = countHeard(lost);
  const between = countHeard(fresh.subarray(part.last + 1, there));
  part.matched++;
  part.weight += weight;
  part.share += 1 + lostHeard;
  part.own += 1 + between;
  if (lostHeard === lost.length) part.strange += between;
  part.run = Math.max(part.run, run);
  part.until = from;
  part.last = there;
}

function countHeard(tokens: Int32Array): number {
  let count = 0;
  for (const token of tokens) if (token >= 0) count++;
  return count;
}

interface Text {
  readonly tokens: Int32Array;
  /** Which quote each token is of. */
  readonly owner: Int32Array;
  /** Where each quote begins. */
  readonly offsets: readonly number[];
}

function concatenate(quotes: readonly Int32Array[]): Text {
  const length = quotes.reduce((total, tokens) => total + tokens.length, 0);
  const tokens = new Int32Array(length);
  const owner = new Int32Array(length);
  const offsets: number[] = [];
  let offset = 0;
  quotes.forEach((quote, index) => {
    tokens.set(quote, offset);
    owner.fill(index, offset, offset + quote.length);
    offsets.push(offset);
    offset += quote.length;
  });
  return { tokens, owner, offsets };
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
