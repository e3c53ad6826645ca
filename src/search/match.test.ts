import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, findMatches, fold, parseQuery } from './match.ts';

const matches = (text: string, query: string): string[] | undefined =>
  findMatches(text, parseQuery(query))?.map(([start, end]) => text.slice(start, end));

describe('findMatches', () => {
  it.each([
    ['Nobody wrote them down.', 'wrote lighthouse'],
    ['Nobody wrote them down.', '"wrote down"'],
    ['The natural history of salt', 'nation'],
    ['潮汐表', '燈塔'],
  ])('finds nothing in %j for %j', (text, query) => expect(matches(text, query)).toBeUndefined());

  it.each([
    ['Nobody wrote them down.', 'DOWN wrote', ['wrote', 'down']],
    ['Nobody wrote them down.', '“wrote them” nobody', ['Nobody', 'wrote them']],
    ['He copied the tables', 'copy table', ['copied', 'tables']],
    ['Zoé a dit café', 'zoe cafe', ['Zoé', 'café']],
    ['Die Gezeitentafeln lagen aus', 'Gezeitentafel', ['Gezeitentafeln']],
    ['لم يكتبها أحد قبل الميناء', 'ميناء', ['الميناء']],
    ['港口以前沒有人寫下潮汐表', '潮汐表', ['潮汐表']],
  ])('finds in %j for %j the words %j', (text, query, words) =>
    expect(matches(text, query)).toEqual(words),
  );
});

it('folds every character into as many, so that places stay true', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
  );
});

it('shows in an excerpt nothing but words of the text, and marks the match', () => {
  const text = `${'before '.repeat(80)}the tide tables ${'after '.repeat(80)}`;
  const pieces = excerpt(text, findMatches(text, parseQuery('"tide tables"'))!);
  expect(pieces.filter((piece) => piece.marked)).toEqual([{ text: 'tide tables', marked: true }]);
  const shown = pieces.map((piece) => piece.text).join('');
  expect(text).toContain(shown.replace(/^… | …$/g, ''));
});
