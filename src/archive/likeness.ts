import { tokensOf } from './token.ts';

/** An excerpt has at least so many words. */
const shortestExcerpt = 3;

/**
 * Whether some words stand in others, whole and in order; an ellipsis or a full stop at their ends is no word.
 *
 * isInside('… wrote them down', 'Nobody wrote them down.') // => true
 */
export function isInside(excerpt: string, whole: string): boolean {
  const bare = excerpt.replace(/^[\s.…[\]]+|[\s.…[\]]+$/g, '');
  if (tokensOf(bare).length < shortestExcerpt) return false;
  const at = ` ${whole} `.indexOf(bare);
  if (at < 0) return false;
  // Not in the middle of a word: `no tide` is not in `piano tides`. Han and Kana have no such middle.
  const isWord = (text: string): boolean =>
    /^[\p{L}\p{N}\p{M}]/u.test(text) &&
    !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const padded = ` ${whole} `;
  const before = padded.slice(0, at);
  const after = padded.slice(at + bare.length);
  return !isWord(before.slice(-1)) && !isWord(after);
}

/**
 * How much of their tokens two texts share, in whatever order: 0 to 1.
 *
 * likenessOf(['the', 'tide'], ['the', 'salt']) // => 0.5
 */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of a) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of b) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared++;
  }
  return (2 * shared) / Math.max(a.length + b.length, 1);
}
