import { spread } from './bind-identical.ts';
import type { Binding } from './binding.ts';
import { tellingShareOfShort, type Claim, type Words } from './claim.ts';
import { driftsTo } from './drift.ts';
import { coverage, gatherEvidence, type Part } from './evidence.ts';
import { isTogether } from './part.ts';
import { RivalFinder } from './rival.ts';
import { isSameShort } from './short.ts';

/** Quotes of a few words: the same speaker, a neighbour that stayed, and nearly the same words. */
export function settleShort(binding: Binding, words: Words, claims: readonly Claim[]): void {
  const short = claims.filter(
    ({ index, evidence }) =>
      !binding.isCitable[index] && binding.isOpen(index) && evidence.parts.length > 0,
  );
  const claimOf = new Map(claims.map((claim) => [claim.index, claim]));
  spread(short, ({ index, evidence }) => {
    if (!binding.isOpen(index)) return false;
    for (const part of evidence.parts) {
      const { at } = part;
      if (binding.old[index]!.speaker !== binding.fresh[at]!.speaker) continue;
      if (driftsTo(binding, words, index, at)) continue;
      if (binding.isFree(at)) {
        const fits =
          binding.hasNeighbour(index, at) &&
          isSameShort(words.old[index]!, words.fresh[at]!, words.vocabulary);
        if (!fits) continue;
        binding.keep(index, at, 'reworded');
        return true;
      }
      // Its words went into the quote before or after it.
      const holder = binding.holder[at]!;
      const isWhole = part.matched === evidence.tokens && part.run === part.matched;
      const neighbours = [binding.neighbour(index, -1), binding.neighbour(index, 1)];
      const isBeside = neighbours.some((other) => other >= 0 && binding.placeOf(other) === at);
      if (!isWhole || !isBeside || holder < 0) continue;
      const [before, after] = neighbours.map((other) => partAt(claimOf.get(other), at));
      const isJoined =
        (part.there === 0 || before?.last === part.there - 1) &&
        (part.last === words.fresh[at]!.length - 1 || after?.there === part.last + 1);
      if (!isJoined || (evidence.tokens < 2 && !isAlone(words, index, neighbours))) continue;
      binding.merge(index, at, holder);
      return true;
    }
    return false;
  });
}

/** Whether a single word is not in the quotes around it too. One Han or Kana character is in every text. */
function isAlone(words: Words, index: number, neighbours: readonly number[]): boolean {
  const own = words.old[index]!;
  const around = neighbours.flatMap((other) => [...(words.old[other] ?? [])]);
  return !words.vocabulary.isUnspaced(own) && own.every((token) => !around.includes(token));
}

const partAt = (claim: Claim | undefined, at: number): Part | undefined =>
  claim?.evidence.parts.find((part) => part.at === at);

/** Long quotes that were moved and corrected at once: nearly whole, at one place alone. */
export function settleMoved(binding: Binding, words: Words): void {
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
export function settleLone(binding: Binding, words: Words): void {
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
  if (!binding.isCitable[index]) return isSameShort(a, b, words.vocabulary);
  const [evidence] = gatherEvidence([a], [b], words.vocabulary);
  const [part] = evidence!.parts;
  const isTelling = evidence!.foundTelling >= tellingShareOfShort;
  const isThin = heard.length < 24 && words.vocabulary.isUnspaced(a);
  if (isThin && isInPlace(a, b)) return true;
  return (
    part !== undefined &&
    isTogether(part) &&
    evidence!.found >= (isThin || heard.length >= 16 ? 0.6 : 0.72) &&
    (isTelling || heard.length >= 16 || evidence!.found >= (isThin ? 0.66 : 0.7)) &&
    (isThin ? part.matched / words.heard[at]! >= 0.6 : part.own / words.heard[at]! >= 0.4) &&
    (isThin || coverage(a, b, words.vocabulary) >= 0.5) &&
    (part.run >= 3 || evidence!.found >= 0.7)
  );
}

/** Whether some characters became others, and all the rest stand where they stood. */
function isInPlace(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  let heard = 0;
  let same = 0;
  a.forEach((token, at) => {
    if (token < 0) return;
    heard++;
    if (b[at] === token) same++;
  });
  return same >= heard * 0.7;
}
