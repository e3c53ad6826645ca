import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from './folded.ts';
import { markOf, MarkedWords, markWords } from './marked-words.ts';

/** Marks and places of the words, and the words themselves. */
const expected = (text: string) =>
  foldedWords(text).map(({ word, start, end }) => ({ mark: markOf(word), word, start, end }));

const used = new MarkedWords();

const marked = (text: string) => {
  const { length, marks, starts, ends, folded } = markWords(text, used);
  return Array.from({ length }, (_, at) => ({
    mark: marks[at],
    word: folded[at] ?? text.slice(starts[at], ends[at]).toLowerCase(),
    start: starts[at],
    end: ends[at],
  }));
};

describe('markWords', () => {
  it.each([
    '',
    ' \n ',
    'The tide.',
    "don’t can’t o'clock rock'n'roll ’tis 1,000.5 3.5 a.b",
    'C++ and C#, c+ #tag x++y ++',
    'well-known (or [so]) and/or "yes"',
    'état-major naïve Straße',
    '港口以 said 潮汐 表',
    'no\u00a0break soft\u00adhyphen zero\u200bwidth',
    'a1 1a A',
    'İstanbul ﬁne ½',
  ])('finds the words of %j where `foldedWords` finds them', (text) => {
    expect(marked(text)).toEqual(expected(text));
  });

  it('finds many words, and none of the text before', () => {
    const long = 'tide '.repeat(1000);
    expect(marked(long)).toEqual(expected(long));
    expect(marked('bar')).toEqual(expected('bar'));
    expect(markWords('bar')).toMatchObject({ length: 1 });
  });

  it('finds the words of any text where `foldedWords` finds them', () => {
    const some = fc.constantFrom(...'aZé\'’.,-+# \n1٣港ー\u00ad\u0301("[', 'the ', 'C++', '’s ');
    const text = fc.oneof(
      fc.array(some, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (said) => {
        expect(marked(said)).toEqual(expected(said));
      }),
      { numRuns: 2000 },
    );
  });
});
