import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedTexts, foldedWords } from './folded.ts';

const words = (text: string): string[] => foldedWords(text).map(({ word }) => word);

describe('the words of a text, as they are searched for', () => {
  it('are none where there is no letter and no digit', () => {
    expect(words('')).toEqual([]);
    expect(words(' … — “” 😀 \n')).toEqual([]);
  });

  it('have no case, no accents, no apostrophes', () => {
    expect(words("Café NAÏVE Don’t don't o’clock résumé")).toEqual([
      'cafe',
      'naive',
      'dont',
      'dont',
      'oclock',
      'resume',
    ]);
    expect(words('Straße Ærø Łódź İstanbul ﬁnal')).toEqual([
      'strasse',
      'aero',
      'lodz',
      'istanbul',
      'final',
    ]);
  });

  it('part at hyphens, slashes, points and signs, but not inside a number', () => {
    expect(words('state-of-the-art GoTime.fm and/or @harbour')).toEqual([
      'state',
      'of',
      'the',
      'art',
      'gotime',
      'fm',
      'and',
      'or',
      'harbour',
    ]);
    expect(words('5,000 and 3.14, 10km, 1.')).toEqual(['5000', 'and', '314', '10km', '1']);
  });

  it('tell C++ and C# from C', () => {
    expect(words('C++, C# and C.')).toEqual(['cpp', 'csharp', 'and', 'c']);
  });

  it('of Arabic and Hebrew have no vowel signs, and one spelling of their ends', () => {
    expect(words('لَمْ المدينة مدينه على')).toEqual(['لم', 'المدينه', 'مدينه', 'علي']);
    expect(words('أحمد احمد')).toEqual(['احمد', 'احمد']);
    expect(words('שָׁלוֹם')).toEqual(['שלום']);
  });

  it('of Russian keep й and lose ё', () => {
    expect(words('Йод ёлка')).toEqual(['йод', 'елка']);
  });

  it('of Hindi keep their vowels', () => {
    expect(words('हिन्दी')).toEqual(['हिन्दी']);
  });

  it('of Chinese and Japanese are each character with the next', () => {
    expect(words('港口以前。沒有')).toEqual(['港口', '口以', '以前', '前', '沒有', '有']);
    expect(words('使用Bitcoin支付')).toEqual(['使用', '用', 'bitcoin', '支付', '付']);
    expect(words('データ')).toEqual(['デー', 'ータ', 'タ']);
    expect(words('がか')).toEqual(['がか', 'か']);
  });

  it('stand where they are said to stand', () => {
    const text = '“L’État, 港口!”';
    const places = foldedWords(text).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['L’État', '港口', '口']);
  });

  it('are the same with their places and without, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...foldedTexts(text)]).toEqual(words(text));
      }),
    );
  });

  it('are found again in themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of foldedWords(text)) {
          expect(word).not.toBe('');
          expect(words(text.slice(start, end))[0]).toBe(word);
        }
      }),
    );
  });
});
