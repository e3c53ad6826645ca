import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalWords, mintId, plainText } from './quote.ts';

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

describe('mintId', () => {
  const free = (): boolean => false;

  it('gives the same id for the same words on every machine', () => {
    expect(mintId('tide-tables', 'Nobody wrote them down.', 0, free)).toMatchInlineSnapshot(
      `"qk7ejt4kx"`,
    );
  });

  it('is q and eight Crockford characters', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (words, occurrence) => {
        expect(mintId('tide-tables', words, occurrence, free)).toMatch(/^q[0-9a-hjkmnp-tv-z]{8}$/);
      }),
    );
  });

  it('tells equal words apart by their occurrence, and episodes by their key', () => {
    const ids = [
      mintId('a', 'Yes.', 0, free),
      mintId('a', 'Yes.', 1, free),
      mintId('b', 'Yes.', 0, free),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('takes the next counter when the id was ever used', () => {
    const first = mintId('a', 'Yes.', 0, free);
    const second = mintId('a', 'Yes.', 0, (id) => id === first);
    expect(second).not.toBe(first);
    expect(mintId('a', 'Yes.', 0, (id) => id === first)).toBe(second);
  });
});

describe('plainText', () => {
  it('leaves out marks and times, and keeps line breaks', () => {
    expect(
      plainText([
        'Nobody ',
        { type: 'emphasis', children: ['wrote', { type: 'time', seconds: 4 }] },
        { type: 'break' },
        { type: 'code', text: 'them' },
        ' ',
        { type: 'link', url: 'https://example.org', children: ['down'] },
        '.',
      ]),
    ).toBe('Nobody wrote\nthem down.');
  });
});
