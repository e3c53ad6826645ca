import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOddsOf } from './log-odds.ts';

/** The formula as the article has it, with the prior written out. */
function plainly(y1: number, n1: number, y2: number, n2: number): number {
  const a1 = ((y1 + y2) / (n1 + n2)) * (n1 / 4);
  const a2 = ((y1 + y2) / (n1 + n2)) * (n2 / 4);
  const delta =
    Math.log((y1 + a1) / (n1 + n1 / 4 - y1 - a1)) - Math.log((y2 + a2) / (n2 + n2 / 4 - y2 - a2));
  const variance = 1 / (y1 + a1) + 1 / (y2 + a2);
  return (delta - Math.log(2)) / Math.sqrt(variance);
}

describe('log-odds', () => {
  it('are no number where one word is all that is said', () => {
    expect(logOddsOf({ count: 5, words: 5 }, { count: 9, words: 9 })).toBeNaN();
  });

  it('are what the article’s formula gives', () => {
    const side = fc
      .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([count, more]) => ({ count, words: count + more }));
    fc.assert(
      fc.property(side, side, (own, others) => {
        fc.pre(own.count + others.count > 0);
        const expected = plainly(own.count, own.words, others.count, others.words);
        expect(logOddsOf(own, others)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('are nothing at twice as often, and the surer the more often it is said so', () => {
    const twice = logOddsOf({ count: 2000, words: 1e6 }, { count: 1e5, words: 1e8 });
    // The prior draws both sides together: twice as often is a little less.
    expect(twice).toBeLessThan(0);
    const [few, many] = [3, 300].map((count) =>
      logOddsOf({ count, words: count * 100 }, { count: 10, words: 1e6 }),
    );
    expect(many).toBeGreaterThan(few!);
    expect(few).toBeGreaterThan(1.96);
  });
});
