import type { Binding } from './binding.ts';
import { gaps } from './bind-identical.ts';
import { gatherEvidence, Vocabulary, type Evidence, type Part } from './evidence.ts';
import { tokensOf } from './token.ts';
import { witnessOf } from './witness.ts';

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

export function readWords({ old, fresh }: Binding): Words {
  const vocabulary = new Vocabulary();
  const oldTokens = old.map((quote) => vocabulary.number(quote.gone ? [] : tokensOf(quote.words)));
  const freshTokens = fresh.map((quote) => vocabulary.number(tokensOf(quote.words)));
  const heard = freshTokens.map((tokens) =>
    tokens.reduce((sum, token) => sum + Number(token >= 0), 0),
  );
  return { vocabulary, old: oldTokens, fresh: freshTokens, heard };
}

/**
 * For each old quote that is not bound what of it is in the new quotes that stand where it stood, between the same
 * identical ones; or in all that are left.
 */
export function gatherClaims(
  binding: Binding,
  words: Words,
  where: 'between' | 'anywhere',
): Claim[] {
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
export const tellingShareOfShort = 0.6;

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
  const isTimed =
    best &&
    binding.old[index]!.startTime !== undefined &&
    binding.fresh[best.at]!.startTime !== undefined;
  // Other words, another speaker and another time: another quote.
  if (isOther && isTimed && witness !== 'agrees' && evidence.found < 0.95)
    return { index, evidence, eligible: [], isFound: false };
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
export const holdsMost = (part: Part, { tokens, found }: Evidence, least = 0.58): boolean =>
  part.matched / tokens >= least ||
  (found >= 0.75 && part.share / tokens >= least && part.matched / tokens >= 0.5);

/** Most of the new quote is from the old one. */
const isMostly = (part: Part, heard: number): boolean =>
  part.run >= 3 && part.own / heard >= 0.6 && part.matched / heard >= 0.6;

/** Whether too little of the words first cited would be left. */
export function driftsTo(binding: Binding, words: Words, index: number, at: number): boolean {
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
