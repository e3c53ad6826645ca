import type { Binding } from './binding.ts';
import { gaps, spread } from './bind-identical.ts';
import { coverage, gatherEvidence, Vocabulary, type Evidence, type Part } from './evidence.ts';
import { RivalFinder } from './rival.ts';
import { witnessOf } from './witness.ts';
import { tokensOf } from './token.ts';
import { distance } from 'fastest-levenshtein';

/** An old quote with what of it was found, and the new quotes that may keep its id. */
export interface Claim {
  readonly index: number;
  readonly evidence: Evidence;
  /** In document order. */
  readonly eligible: readonly Part[];
  readonly isFound: boolean;
}

/** Tokens of everything, as numbers of one vocabulary. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly old: readonly Int32Array[];
  readonly fresh: readonly Int32Array[];
  readonly heard: readonly number[];
}

/** Binds what stands between the identical quotes, by the words that the old and the new have in common. */
export function bindChanged(binding: Binding): void {
  const { old } = binding;
  const isDone = old.every((_, index) => !binding.isOpen(index));
  if (isDone) return;
  const words = readWords(binding);
  const near = gatherClaims(binding, words, 'between');
  settleCitable(binding, words, near);
  settleShort(binding, words, near);
  // One quote that was moved far fences off all that it passed: what is left is laid beside what is left.
  const far = gatherClaims(binding, words, 'anywhere');
  settleCitable(binding, words, findSure(binding, words, far));
  settleShort(binding, words, far);
  settleLone(binding, words);
  settleMoved(binding, words);
  for (const { index, evidence, isFound } of [...near, ...far]) {
    if (!binding.isOpen(index)) continue;
    const someRemain = evidence.found >= 0.3 || evidence.foundWeight >= 0.3;
    if (!someRemain) continue;
    if (binding.isCitable[index]) binding.notice(index, isFound ? 'ambiguous' : 'rewritten');
    else binding.notice(index, 'too-short');
  }
}

function readWords({ old, fresh }: Binding): Words {
  const vocabulary = new Vocabulary();
  const oldTokens = old.map((quote) => vocabulary.number(quote.gone ? [] : tokensOf(quote.words)));
  const freshTokens = fresh.map((quote) => vocabulary.number(tokensOf(quote.words)));
  const heard = freshTokens.map((tokens) =>
    tokens.reduce((sum, token) => sum + Number(token >= 0), 0),
  );
  return { vocabulary, old: oldTokens, fresh: freshTokens, heard };
}

/** What is sure though it is not where it stood: found nearly whole, and nothing else fills that place as well. */
function findSure(binding: Binding, words: Words, claims: readonly Claim[]): Claim[] {
  const whole = claims.filter(
    ({ evidence }) =>
      evidence.tokens >= 10 && evidence.found >= 0.75 && evidence.foundTelling >= 0.65,
  );
  if (whole.length === 0) return [];
  const rivals = new RivalFinder(binding, words, []);
  return whole.filter(({ index, eligible }) =>
    eligible.every((part) => !rivals.isFilledBetter(index, part.at)),
  );
}

/**
 * For each old quote that is not bound what of it is in the new quotes that stand where it stood, between the same
 * identical ones; or in all that are left.
 */
function gatherClaims(binding: Binding, words: Words, where: 'between' | 'anywhere'): Claim[] {
  const { old } = binding;
  const present = old.flatMap((quote, index) => (quote.gone === true ? [] : [index]));
  let last = -1;
  const fences = present.map((index) => {
    if (where === 'anywhere') return -1;
    const place = binding.placeOf(index);
    if (place <= last || binding.ruleOf(index) !== 'exact') return -1;
    return (last = place);
  });
  const claims: Claim[] = [];
  for (const { a0, a1, b0, b1 } of gaps(fences, binding.fresh.length)) {
    const open = present.slice(a0, a1).filter((index) => binding.isOpen(index));
    if (open.length === 0) continue;
    const free = Array.from({ length: b1 - b0 }, (_, offset) => b0 + offset).filter((at) =>
      binding.isFree(at),
    );
    const evidence = gatherEvidence(
      open.map((index) => words.old[index]!),
      free.map((at) => words.fresh[at]!),
      words.vocabulary,
    );
    evidence.forEach((found, order) => {
      const parts = found.parts.map((part) => ({ ...part, at: free[part.at]! }));
      claims.push(judge(binding, words, open[order]!, { ...found, parts }));
    });
  }
  return claims;
}

/** Of the words that say most, at least this share must be found: `and the` are in every quote. */
const tellingShare = 0.45;
const tellingShareOfShort = 0.6;

/** Whether enough of a quote was found, and where its id may go. */
function judge(binding: Binding, words: Words, index: number, evidence: Evidence): Claim {
  const matched = evidence.found * evidence.tokens;
  const run = Math.max(0, ...evidence.parts.map((part) => part.run));
  const best = evidence.parts.reduce<Part | undefined>(
    (most, part) => (most && most.matched >= part.matched ? most : part),
    undefined,
  );
  const witness = best ? witnessOf(binding, index, best.at) : undefined;
  // Ten Han characters say less than ten words.
  const isThin = evidence.tokens < 24 && words.vocabulary.isUnspaced(words.old[index]!);
  const isWhole = evidence.parts.some((part) => part.matched / words.heard[part.at]! >= 0.6);
  const thin = isWhole ? 0.62 : 0.82;
  const few = evidence.tokens >= 16 || evidence.foundTelling >= 0.75 ? 0 : 0.08;
  // Corrected and given to another speaker at once: rare, and what a quote looks like that took its place.
  const isOther = best && binding.old[index]!.speaker !== binding.fresh[best.at]!.speaker;
  const needed =
    witness === 'contradicts' || (isOther && witness !== 'agrees')
      ? 0.8
      : isThin
        ? thin
        : (witness === 'agrees' ? 0.55 : 0.6) + few;
  const isFound =
    evidence.found >= needed &&
    evidence.foundWeight >= needed &&
    (evidence.foundTelling >= tellingShareOfShort ||
      (isThin && isWhole && evidence.found >= 0.66) ||
      (evidence.foundTelling >= tellingShare &&
        (evidence.tokens >= 16 || evidence.found >= 0.7))) &&
    matched >= Math.min(4, evidence.distinct) &&
    (run >= 3 || evidence.foundWeight >= 0.7);
  const eligible = evidence.parts.filter(
    (part) => holdsMost(part, evidence) || isMostly(part, words.heard[part.at]!),
  );
  return { index, evidence, eligible, isFound };
}

/** Most of the old quote is in this part. */
const holdsMost = (part: Part, { tokens, found }: Evidence, least = 0.58): boolean =>
  part.matched / tokens >= least || (found >= 0.75 && part.share / tokens >= least);

/** Most of the new quote is from the old one. */
const isMostly = (part: Part, heard: number): boolean =>
  part.run >= 3 && part.own / heard >= 0.6 && part.matched / heard >= 0.6;

/** The part that the id goes to: the first, unless it is no more than a few words. */
function preferred({ eligible }: Claim): Part | undefined {
  return eligible.find((part) => part.matched >= 4) ?? eligible[0];
}

function settleCitable(binding: Binding, words: Words, all: readonly Claim[]): void {
  const found = all.filter(
    ({ index, isFound, eligible }) => binding.isCitable[index] && isFound && eligible.length > 0,
  );
  if (found.length === 0) return;
  const rivals = new RivalFinder(binding, words, found);
  const sure: Claim[] = [];
  for (const claim of found) {
    const target = preferred(claim)!;
    const hasDrifted = claim.eligible.every((part) =>
      driftsTo(binding, words, claim.index, part.at),
    );
    if (hasDrifted) binding.notice(claim.index, 'drifted');
    else if (witnessOf(binding, claim.index, target.at) !== 'agrees' && rivals.has(claim))
      binding.notice(claim.index, 'ambiguous');
    else sure.push(claim);
  }
  const wanted = Map.groupBy(sure, (claim) => preferred(claim)!.at);
  const losers: Claim[] = [];
  for (const [at, claims] of wanted) {
    const ownOf = (claim: Claim): number => preferred(claim)!.own;
    const [holder, ...others] = claims.sort((a, b) => ownOf(b) - ownOf(a) || a.index - b.index);
    const place = settle(binding, words, holder!, at);
    losers.push(...others);
    if (!place) losers.push(holder!);
  }
  for (const claim of losers.sort((a, b) => a.index - b.index)) {
    const fits = claim.eligible.some((part) => settle(binding, words, claim, part.at));
    if (!fits) binding.notice(claim.index, 'ambiguous');
  }
}

/** Keeps the id at a free quote, or makes it an alias where another holds the quote. Tells whether it could. */
function settle(binding: Binding, words: Words, claim: Claim, at: number): boolean {
  const { index, evidence } = claim;
  const part = evidence.parts.find((one) => one.at === at)!;
  if (driftsTo(binding, words, index, at)) return false;
  if (binding.isFree(at)) {
    const parts = evidence.parts.filter(
      (one) => one.at >= at && one.matched >= 2 && one.own / words.heard[one.at]! >= 0.5,
    );
    const isSplit = parts.length > 1 && parts[0]!.at === at;
    binding.keep(
      index,
      at,
      isSplit ? 'split' : 'reworded',
      isSplit ? parts.map((one) => one.at) : undefined,
    );
    return true;
  }
  const holder = binding.holder[at]!;
  if (!holdsMost(part, evidence, 0.62) || binding.placeOf(holder) !== at) return false;
  binding.merge(index, at, holder);
  return true;
}

/** Whether too little of the words first cited would be left. */
function driftsTo(binding: Binding, words: Words, index: number, at: number): boolean {
  const { firstWords } = binding.old[index]!;
  if (firstWords === undefined) return false;
  const first = words.vocabulary.number(tokensOf(firstWords));
  const [evidence] = gatherEvidence([first], [words.fresh[at]!], words.vocabulary);
  const [part] = evidence!.parts;
  if (!part) return true;
  const isMost = part.matched / evidence!.tokens >= 0.67 && evidence!.foundTelling >= 0.6;
  const heard = words.heard[at]!;
  const isMostOfNow = part.run >= 3 && part.own / heard >= 0.65 && part.matched / heard >= 0.65;
  return !isMost && !isMostOfNow;
}

/** Quotes of a few words: the same speaker, a neighbour that stayed, and nearly the same words. */
function settleShort(binding: Binding, words: Words, claims: readonly Claim[]): void {
  const short = claims.filter(
    ({ index, evidence }) =>
      !binding.isCitable[index] && binding.isOpen(index) && evidence.parts.length > 0,
  );
  spread(short, ({ index, evidence }) => {
    if (!binding.isOpen(index)) return false;
    if (evidence.foundTelling < tellingShareOfShort) return false;
    for (const part of evidence.parts) {
      const { at } = part;
      if (binding.old[index]!.speaker !== binding.fresh[at]!.speaker) continue;
      const isWhole = part.matched === evidence.tokens && part.run === part.matched;
      if (binding.isFree(at)) {
        const isAll = isWhole && part.own === words.heard[at]!;
        const isMost =
          part.matched / evidence.tokens >= 0.75 && part.matched / words.heard[at]! >= 0.7;
        const fits =
          (isAll && binding.hasNeighbour(index, at)) ||
          (isMost && part.matched >= 3 && binding.hasNeighbour(index, at));
        if (!fits || driftsTo(binding, words, index, at)) continue;
        binding.keep(index, at, 'reworded');
        return true;
      }
      // Its words went into the quote before or after it.
      const holder = binding.holder[at]!;
      const isBeside = [binding.neighbour(index, -1), binding.neighbour(index, 1)].some(
        (other) => other >= 0 && binding.placeOf(other) === at,
      );
      if (!isWhole || !isBeside || holder < 0 || driftsTo(binding, words, index, at)) continue;
      binding.merge(index, at, holder);
      return true;
    }
    return false;
  });
}

/** Long quotes that were moved and corrected at once: nearly whole, at one place alone. */
function settleMoved(binding: Binding, words: Words): void {
  const open = binding.old.flatMap((_, index) =>
    binding.isOpen(index) && words.old[index]!.length >= 12 ? [index] : [],
  );
  if (open.length === 0) return;
  const finder = new RivalFinder(binding, words, []);
  const offers = open.flatMap((index) =>
    finder.placesLike(index).flatMap((at) => {
      const [evidence] = gatherEvidence([words.old[index]!], [words.fresh[at]!], words.vocabulary);
      const own = (evidence!.parts[0]?.own ?? 0) / words.heard[at]!;
      const isLike = evidence!.found >= 0.6 && own >= 0.5;
      const isSame = evidence!.found >= 0.8 && evidence!.foundTelling >= 0.75 && own >= 0.75;
      return isLike ? [{ index, at, isSame }] : [];
    }),
  );
  for (const { index, at, isSame } of offers) {
    const isAlone = offers.every((other) => (other.index === index) === (other.at === at));
    if (!isSame || !isAlone || driftsTo(binding, words, index, at)) continue;
    if (finder.isFilledBetter(index, at)) continue;
    binding.keep(index, at, 'reworded');
  }
}

/** What is left alone between two quotes that stayed is held against the one that stands there now. */
function settleLone(binding: Binding, words: Words): void {
  const { old, fresh } = binding;
  const open = old.flatMap((_, index) => (binding.isOpen(index) ? [index] : []));
  spread(open, (index) => {
    const before = binding.neighbour(index, -1);
    const after = binding.neighbour(index, 1);
    const from = before < 0 ? -1 : binding.placeOf(before);
    const to = after < 0 ? fresh.length : binding.placeOf(after);
    const isEnclosed =
      (before >= 0 || after >= 0) && (before < 0 || from >= 0) && (after < 0 || to >= 0);
    const at = from + 1;
    if (!isEnclosed || to - from !== 2 || !binding.isFree(at)) return false;
    if (old[index]!.speaker !== fresh[at]!.speaker) return false;
    if (!isAlike(binding, words, index, at) || driftsTo(binding, words, index, at)) return false;
    binding.keep(index, at, 'lone');
    return true;
  });
}

function isAlike(binding: Binding, words: Words, index: number, at: number): boolean {
  const a = words.old[index]!;
  const b = words.fresh[at]!;
  const heard = a.filter((token) => token >= 0);
  // Nothing of it was understood before: what was filled in is what was said, if all around it stayed.
  if (heard.length === 0) {
    const around = [binding.neighbour(index, -1), binding.neighbour(index, 1)];
    return a.length > 0 && around.every((other) => other >= 0 && binding.ruleOf(other) === 'exact');
  }
  const hasGaps = heard.length < a.length;
  const [evidence] = gatherEvidence([a], [b], words.vocabulary);
  const [part] = evidence!.parts;
  const isTelling = evidence!.foundTelling >= tellingShareOfShort;
  if (binding.isCitable[index]) {
    const isThin = heard.length < 24 && words.vocabulary.isUnspaced(a);
    return (
      part !== undefined &&
      evidence!.found >= (isThin || heard.length >= 16 ? 0.6 : 0.72) &&
      (isTelling || heard.length >= 16 || evidence!.found >= (isThin ? 0.66 : 0.7)) &&
      (isThin ? part.matched / words.heard[at]! >= 0.6 : part.own / words.heard[at]! >= 0.4) &&
      (isThin || coverage(a, b, words.vocabulary) >= 0.5) &&
      (part.run >= 3 || evidence!.found >= 0.7)
    );
  }
  if (
    isTelling &&
    part &&
    part.matched / evidence!.tokens >= 0.7 &&
    (hasGaps || part.matched / words.heard[at]! >= 0.6)
  )
    return true;
  const one = binding.old[index]!.words;
  const other = binding.fresh[at]!.words;
  const longer = Math.max(one.length, other.length);
  return longer >= 4 && distance(one, other) <= Math.max(1, longer / 5);
}
