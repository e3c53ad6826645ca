import { settleLone, settleMoved, settleShort } from './bind-unsure.ts';
import type { Binding } from './binding.ts';
import { gatherClaims, readWords, type Claim, type Words } from './claim.ts';
import { driftsTo, faithfulParts } from './drift.ts';
import type { Part } from './evidence.ts';
import { holdsHalf, holdsMost } from './part.ts';
import { RivalFinder } from './rival.ts';

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

/** What is sure though it is not where it stood: found nearly whole, and nothing else fills that place as well. */
function findSure(binding: Binding, words: Words, claims: readonly Claim[]): Claim[] {
  const whole = claims.filter(
    ({ evidence }) =>
      evidence.tokens >= 10 && evidence.found >= 0.75 && evidence.foundTelling >= 0.65,
  );
  if (whole.length === 0) return [];
  const rivals = new RivalFinder(binding, words, whole);
  return whole.filter(({ index, eligible }) =>
    eligible.every((part) => !rivals.isFilledBetter(index, part.at)),
  );
}

/** The part that the id goes to: the first, unless it is no more than a few words. */
function preferred(eligible: readonly Part[]): Part | undefined {
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
    const eligible = faithfulParts(binding, words, claim);
    const target = preferred(eligible);
    if (!target) binding.notice(claim.index, 'drifted');
    else if (words.witness.hear(claim.index, target) !== 'agrees' && rivals.has(claim))
      binding.notice(claim.index, 'ambiguous');
    else sure.push({ ...claim, eligible });
  }
  const wanted = Map.groupBy(sure, (claim) => preferred(claim.eligible)!.at);
  const losers: Claim[] = [];
  for (const [at, claims] of wanted) {
    const ownOf = (claim: Claim): number => preferred(claim.eligible)!.own;
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
  const isIn = claim.isTimed ? holdsHalf(part, evidence) : holdsMost(part, evidence, 0.62);
  if (!isIn || binding.placeOf(holder) !== at) return false;
  // What went into another quote stands together there, but for words that could not be heard before.
  const hasGaps = evidence.tokens < words.old[index]!.length;
  if (part.matched * 2 < part.own && !hasGaps) return false;
  binding.merge(index, at, holder);
  return true;
}
