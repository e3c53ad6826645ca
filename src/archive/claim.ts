import { isAnew } from './anew.ts';
import type { Binding } from './binding.ts';
import { gaps } from './bind-identical.ts';
import { gatherEvidence, type Evidence, type Part } from './evidence.ts';
import { holdsHalf, holdsMost, isHalfOf, isMostly, isPiece, isTogether } from './part.ts';
import { tokensOf } from './token.ts';
import { Vocabulary } from './vocabulary.ts';
import { Witness } from './witness.ts';

/** An old quote with what of it was found, and the new quotes that may keep its id. */
export interface Claim {
  readonly index: number;
  readonly evidence: Evidence;
  /** In document order. */
  readonly eligible: readonly Part[];
  readonly isFound: boolean;
  /** The recording was transcribed anew around it, and its words are heard where they were heard. */
  readonly isTimed?: true;
}

/** Tokens of everything, as numbers of one vocabulary; when each was said. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly old: readonly Int32Array[];
  readonly fresh: readonly Int32Array[];
  readonly heard: readonly number[];
  readonly witness: Witness;
}

export function readWords(binding: Binding): Words {
  const { old, fresh } = binding;
  const vocabulary = new Vocabulary();
  const oldTokens = old.map((quote) => vocabulary.number(quote.gone ? [] : tokensOf(quote.words)));
  const freshTokens = fresh.map((quote) => vocabulary.number(tokensOf(quote.words)));
  const heard = freshTokens.map((tokens) =>
    tokens.reduce((sum, token) => sum + Number(token >= 0), 0),
  );
  const witness = new Witness(binding, oldTokens, freshTokens);
  return { vocabulary, old: oldTokens, fresh: freshTokens, heard, witness };
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
    // A `Yeah.` alone may be any other.
    if (!binding.isCitable[index] && !binding.hasNeighbour(index, place)) return -1;
    return (last = place);
  });
  const evidenceOf = new Map<number, Evidence>();
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
      evidenceOf.set(open[order]!, { ...found, parts });
    });
  }
  return [...evidenceOf].map(([index, evidence]) => {
    const anew = binding.isCitable[index]! && isAnew(binding, index, evidenceOf);
    const timed = anew ? judgeTimed(words, index, evidence) : undefined;
    return timed ?? judge(binding, words, index, evidence, anew);
  });
}

/** Of the words that say most, at least this share must be found: `and the` are in every quote. */
const tellingShare = 0.45;
export const tellingShareOfShort = 0.6;

/** Whether enough of a quote was found, and where its id may go. */
function judge(
  binding: Binding,
  words: Words,
  index: number,
  evidence: Evidence,
  anew: boolean,
): Claim {
  const matched = evidence.found * evidence.tokens;
  const run = Math.max(0, ...evidence.parts.map((part) => part.run));
  const best = evidence.parts.reduce<Part | undefined>(
    (most, part) => (most && most.matched >= part.matched ? most : part),
    undefined,
  );
  const testimony = best && words.witness.hear(index, best);
  // Ten Han characters say less than ten words.
  const isThin = evidence.tokens < 24 && words.vocabulary.isUnspaced(words.old[index]!);
  const isWhole = evidence.parts.some((part) => part.matched / words.heard[part.at]! >= 0.6);
  const thin = isWhole ? 0.62 : 0.82;
  const few = anew || evidence.tokens >= 16 || evidence.foundTelling >= 0.75 ? 0 : 0.08;
  // Given to another speaker and changed at once: rare, and what a quote looks like that took its place.
  const isOther = best && binding.old[index]!.speaker !== binding.fresh[best.at]!.speaker;
  const isTimed = best && words.witness.isTimed(index, best.at);
  // Another speaker at another time: another quote. Unless all of it was joined to one that began before.
  const isJoined = best && evidence.found >= 0.95 && words.witness.beginsBefore(index, best.at);
  if (isOther && isTimed && testimony !== 'agrees' && !isJoined)
    return { index, evidence, eligible: [], isFound: false };
  const needed =
    testimony === 'contradicts' || (isOther && testimony !== 'agrees')
      ? 0.8
      : isThin
        ? thin
        : (testimony === 'agrees' ? 0.55 : 0.6) + few;
  const isFound =
    evidence.found >= needed &&
    evidence.foundWeight >= needed &&
    (evidence.foundTelling >= tellingShareOfShort ||
      (isThin && isWhole && evidence.found >= 0.66) ||
      (evidence.foundTelling >= tellingShare &&
        (evidence.tokens >= 16 || evidence.found >= (anew ? 0.7 : 0.85)))) &&
    matched >= Math.min(4, evidence.distinct) &&
    (run >= 3 || evidence.foundWeight >= 0.7);
  const eligible = evidence.parts.filter(
    (part) =>
      isTogether(part) &&
      (holdsMost(part, evidence) ||
        isMostly(part, words.heard[part.at]!) ||
        isPiece(part, words.heard[part.at]!, evidence)),
  );
  return { index, evidence, eligible, isFound };
}

/**
 * The same where the recording was transcribed anew: what is heard where it was heard needs fewer of the same
 * words, and may stand in other paragraphs, cut in the middle or in three.
 */
function judgeTimed(words: Words, index: number, evidence: Evidence): Claim | undefined {
  const eligible = evidence.parts.filter(
    (part) =>
      words.witness.hear(index, part) === 'agrees' &&
      isTogether(part) &&
      (holdsHalf(part, evidence) || isHalfOf(part, words.heard[part.at]!)),
  );
  const isFound =
    evidence.found >= 0.5 &&
    evidence.foundWeight >= 0.45 &&
    evidence.found * evidence.tokens >= 3 &&
    eligible.length > 0;
  return isFound ? { index, evidence, eligible, isFound, isTimed: true } : undefined;
}
