import type { Binding } from './binding.ts';
import type { Claim, Words } from './claim.ts';
import { gatherEvidence, type Part } from './evidence.ts';
import { tokensOf } from './token.ts';

/** Whether too little of the words first cited would be left. */
export const driftsTo = (binding: Binding, words: Words, index: number, at: number): boolean =>
  firstWordsIn(binding, words, index, at) === 'few';

/** How much a new quote has of the words that an id was first cited for. */
function firstWordsIn(
  binding: Binding,
  words: Words,
  index: number,
  at: number,
): 'most' | 'enough' | 'few' {
  const { firstWords } = binding.old[index]!;
  if (firstWords === undefined) return 'most';
  const first = words.vocabulary.number(tokensOf(firstWords));
  const [evidence] = gatherEvidence([first], [words.fresh[at]!], words.vocabulary);
  const [part] = evidence!.parts;
  if (!part) return 'few';
  if (part.matched / evidence!.tokens >= 0.67 && evidence!.foundTelling >= 0.6) return 'most';
  // Of a part all may be cited words: then those that say most are, and not `and the` alone.
  const heard = words.heard[at]!;
  const [back] = gatherEvidence([words.fresh[at]!], [first], words.vocabulary);
  const isMostOfNow =
    part.run >= 3 &&
    part.own / heard >= 0.65 &&
    part.matched / heard >= 0.65 &&
    back!.foundTelling >= (heard < 16 ? 0.6 : 0.45);
  return isMostOfNow ? 'enough' : 'few';
}

/**
 * The parts of a claim that have not drifted from the words first cited. When a quote that others were joined
 * to falls apart again, its id goes to the part with those words, not to the first.
 */
export function faithfulParts(binding: Binding, words: Words, { index, eligible }: Claim): Part[] {
  const known = eligible.map((part) => ({
    part,
    has: firstWordsIn(binding, words, index, part.at),
  }));
  const wanted = known.some(({ has }) => has === 'most') ? 'most' : 'enough';
  return known.flatMap(({ part, has }) => (has === wanted ? [part] : []));
}
