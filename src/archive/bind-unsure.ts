import { distance } from 'fastest-levenshtein';
import { spread } from './bind-identical.ts';
import type { Binding } from './binding.ts';
import { driftsTo, tellingShareOfShort, type Claim, type Words } from './claim.ts';
import { coverage, gatherEvidence } from './evidence.ts';
import { RivalFinder } from './rival.ts';

/** Quotes of a few words: the same speaker, a neighbour that stayed, and nearly the same words. */
export function settleShort(binding: Binding, words: Words, claims: readonly Claim[]): void {
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
