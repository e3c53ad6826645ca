import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalWords } from './canon.ts';

describe('canonicalWords', () => {
  it.each([
    ['  Nobody \n wrote\u00a0them  down. ', 'Nobody wrote them down.'],
    ['Cafe\u0301', 'Café'],
    ['潮 汐 表', '潮汐表'],
    ['潮汐 tables 表', '潮汐 tables 表'],
    ['かな カナ', 'かなカナ'],
    ['他說： 好。', '他說：好。'],
    ['المد  والجزر', 'المد والجزر'],
  ])('makes %j into %j', (text, words) => expect(canonicalWords(text)).toBe(words));

  it('keeps letters, punctuation and case apart', () => {
    expect(canonicalWords('It is.')).not.toBe(canonicalWords('It is'));
    expect(canonicalWords('It is.')).not.toBe(canonicalWords('it is.'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = canonicalWords(text);
        expect(canonicalWords(once)).toBe(once);
      }),
    );
  });
});
