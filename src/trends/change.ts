import type { Series, Trends } from '../archive/figures/trends.ts';

/** A word whose share of all words is not the same at all times. */
interface Changing {
  readonly word: string;
  readonly change: number;
}

/**
 * Words that were said more at one time than at others, those first that changed most: by the likelihood ratio of
 * their counts against an even share (G²), held against how often they are said, or those that everybody says
 * would come first. A word that is said seldom, or at one time only, says nothing of change.
 *
 * changingWords(trends, 3) // => ['barge', 'gauge', 'siren']
 */
export function changingWords(trends: Trends, most: number): string[] {
  const all = trends.over.periods.map(({ words }) => words);
  const least = Math.max(10, trends.said / 100_000);
  const found: Changing[] = [];
  trends.eachWord(([word = ''], counts) => {
    const own = Array.from(counts);
    const total = own.reduce((sum, count) => sum + count, 0);
    const times = own.filter((count) => count > 0).length;
    if (total < least || times < all.length / 3 || !/^\p{L}{3,}$/u.test(word)) return;
    found.push({ word, change: unevenness(own, all) / Math.sqrt(total) });
  });
  return found
    .sort((a, b) => b.change - a.change || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** G²: how unlike counts are to those that an even share of all words would give. */
function unevenness(counts: Series, all: Series): number {
  const said = counts.reduce((sum, count) => sum + count, 0);
  const words = all.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, period) => {
    const expected = (said * (all[period] ?? 0)) / words;
    return count === 0 || expected === 0 ? sum : sum + 2 * count * Math.log(count / expected);
  }, 0);
}
