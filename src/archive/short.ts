import { matchInOrder } from './align.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether a quote of a few words is another, but for slips of a letter, or one word in four. Stricter than what
 * long quotes are held to: a few words are soon like a few others. What could not be heard before may be
 * any words now, where there are words beside it to know the quote by.
 */
export function isSameShort(a: Int32Array, b: Int32Array, vocabulary: Vocabulary): boolean {
  const matches = matchInOrder(a, b);
  const taken = new Set(matches);
  const isHeard = (token: number): boolean => token >= 0;
  const heard = a.filter(isHeard).length;
  const hasGaps = heard < a.length;
  const now = b.filter(isHeard).length;
  let sure = 0;
  let heaviest = 0;
  let last = -1;
  a.forEach((token, i) => {
    if (token < 0) return;
    heaviest = Math.max(heaviest, vocabulary.weight(token));
    const isMatch = matches[i]! >= 0;
    const at = isMatch ? matches[i]! : last + 1;
    const isFree = at < b.length && !taken.has(at);
    if (!isMatch && !(isFree && vocabulary.isSlip(token, b[at]!))) return;
    sure++;
    last = at;
  });
  if (heard > 0 && sure === heard && (hasGaps ? heard >= 4 : sure === now)) return true;
  if (heard < 5 || vocabulary.isUnspaced(a)) return false;
  if (sure < heard * 0.75 || (!hasGaps && sure < now * 0.7)) return false;
  return (
    heaviest >= leastTelling &&
    a.some((token, i) => matches[i]! >= 0 && vocabulary.weight(token) === heaviest)
  );
}

/** A quote with no word that says more than this is said everywhere. */
const leastTelling = 0.3;
