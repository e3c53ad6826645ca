import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPhrases } from './phrases.ts';

/** What is counted of quotes, which are words as numbers, in periods. */
function count(periods: readonly (readonly (readonly number[])[])[], least: number) {
  const numbers = periods.flatMap((quotes) => quotes.flatMap((quote) => [...quote, 0]));
  let end = 0;
  const ends = periods.map((quotes) => (end += quotes.flat().length + quotes.length));
  const found: [phrase: string, counts: number[]][] = [];
  countPhrases({ numbers: Uint32Array.from(numbers), ends, highest: 9 }, least, (words, counts) =>
    found.push([words.join(' '), [...counts]]),
  );
  return found;
}

describe('phrases', () => {
  it('are none where nothing is said', () => {
    expect(count([], 2)).toEqual([]);
    expect(count([[], [[]]], 1)).toEqual([]);
  });

  it('are counted in each period, in the order of their words', () => {
    const periods = [
      [[2, 1, 3]],
      [],
      [
        [1, 3],
        [1, 3, 1],
      ],
    ];
    expect(count(periods, 1)).toEqual([
      ['1 3', [1, 0, 2]],
      ['1 3 1', [0, 0, 1]],
      ['2 1', [1, 0, 0]],
      ['2 1 3', [1, 0, 0]],
      ['3 1', [0, 0, 1]],
    ]);
    expect(count(periods, 2)).toEqual([['1 3', [1, 0, 2]]]);
  });

  it('lie within one quote', () => {
    expect(
      count(
        [
          [[1], [2]],
          [[1], [2]],
        ],
        1,
      ),
    ).toEqual([]);
  });

  it('that overlap themselves are counted each time', () => {
    expect(count([[[1, 1, 1, 1]]], 2)).toEqual([
      ['1 1', [3]],
      ['1 1 1', [2]],
    ]);
  });

  it('are what a table of all of them says', () => {
    const quote = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
    const archive = fc.array(fc.array(quote, { maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 4 }), (periods, least) => {
        const table = new Map<string, number[]>();
        for (const [period, quotes] of periods.entries())
          for (const words of quotes)
            for (const length of [2, 3])
              for (let at = 0; at + length <= words.length; at++) {
                const phrase = words.slice(at, at + length).join(' ');
                const counts = table.get(phrase) ?? periods.map(() => 0);
                counts[period]!++;
                table.set(phrase, counts);
              }
        const often = [...table].filter(([, counts]) => counts.reduce((a, b) => a + b) >= least);
        expect(count(periods, least)).toEqual(often.sort(([a], [b]) => (a < b ? -1 : 1)));
      }),
    );
  });
});
