import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, parseQuery } from './query.ts';

const parsed = (typed: string, language = 'en'): string[] =>
  parseQuery(typed, language).map(({ text, isPhrase }) => (isPhrase ? `“${text}”` : text));

describe('parseQuery', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['— … !', []],
    ['""', []],
    ['"', []],
    ['"tide', ['tide']],
    ['tide tide', ['tide']],
    ['"tide"', ['tide']],
  ])('takes from %j the terms %j', (typed, terms) => expect(parsed(typed)).toEqual(terms));

  it.each([
    ['tide "wrote them down"', ['“wrote them down”', 'tide']],
    ['„wrote them“ «the harbour»', ['“wrote them”', '“the harbour”']],
    ['don’t well-known', ['don’t', 'well-known']],
  ])('tells phrases from words in %j', (typed, terms) => expect(parsed(typed)).toEqual(terms));

  it('cuts Chinese into words, and keeps a phrase whole', () => {
    expect(parsed('港口的潮汐「寫下潮汐」', 'zh')).toEqual(['“寫下潮汐”', '港口', '的', '潮汐']);
  });

  it('never fails, and gives terms that have letters or digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'zh', 'ar'),
        (typed, language) => {
          for (const { text } of parseQuery(typed, language)) expect(foldWord(text)).not.toBe('');
        },
      ),
    );
  });
});
