/** How often a word is said, and how many words there are. */
export interface Said {
  readonly count: number;
  readonly words: number;
}

/**
 * How sure it is that a word is said more than twice as often by one as by the others: the z of weighted log-odds
 * with an informative Dirichlet prior (Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16, 2008,
 * equations 16, 20 and 22), less the logarithm of two. The prior are the words of both together; on each side it weighs as much as
 * what is said there.
 *
 * logOddsOf({ count: 30, words: 1000 }, { count: 10, words: 9000 }) // => 8.1…
 */
export function logOddsOf(own: Said, others: Said): number {
  const rate = (own.count + others.count) / (own.words + others.words);
  const one = own.count + rate * own.words;
  const other = others.count + rate * others.words;
  const ratio =
    Math.log(one / (2 * own.words - one)) - Math.log(other / (2 * others.words - other));
  return (ratio - Math.LN2) / Math.sqrt(1 / one + 1 / other);
}
