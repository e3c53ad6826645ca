import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../testing/said.ts';
import { interpret } from './meaning.ts';
import { parseQuery, type Term } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

const textsOf = (terms: readonly Term[]): string[] => terms.map(({ text }) => text);

async function meant(typed: string, vocabulary: Vocabulary) {
  const { terms, without, leftOut, unknown, begun } = await interpret(
    parseQuery(typed),
    vocabulary,
  );
  return {
    terms: textsOf(terms),
    without: textsOf(without),
    leftOut: textsOf(leftOut),
    unknown: textsOf(unknown),
    begun: textsOf(begun),
  };
}

const nothing = { terms: [], without: [], leftOut: [], unknown: [], begun: [] };

describe('what a query means', () => {
  const harbour = vocabularyOf({ harbour: 3, harbours: 2, wrote: 5, tide: 7, 潮汐: 2, 汐表: 1 });

  it('is nothing where nothing is asked, or nobody says anything', async () => {
    expect(await meant('', harbour)).toEqual(nothing);
    expect(await meant('tide "so on"', vocabularyOf({}))).toEqual({
      ...nothing,
      terms: ['tide', 'so on'],
      unknown: ['tide', 'so on'],
    });
  });

  it('knows which words nobody says', async () => {
    expect((await meant('tide zeppelin "wrote zeppelins"', harbour)).unknown).toEqual([
      'zeppelin',
      'wrote zeppelins',
    ]);
    expect((await meant('潮汐圖 潮汐', harbour)).unknown).toEqual(['潮汐圖']);
  });

  it('takes a word that nobody says for the beginning of others', async () => {
    const found = await meant('harb tide', harbour);
    expect(found).toMatchObject({ begun: ['harb'], unknown: [] });
    const { terms } = await interpret(parseQuery('harb'), harbour);
    expect(terms).toMatchObject([{ kind: 'beginning', records: 5 }]);
  });

  it('takes no single letter for a beginning, but a single character', async () => {
    expect(await meant('h', harbour)).toMatchObject({ unknown: ['h'], begun: [] });
    expect(await meant('h*', harbour)).toMatchObject({ unknown: ['h'], begun: [] });
    expect(await meant('潮 "tide 潮"', harbour)).toMatchObject({ unknown: [], begun: [] });
  });

  it('leaves out nothing that is excluded and that nobody says', async () => {
    expect((await meant('tide -zeppelin -wrote', harbour)).without).toEqual(['wrote']);
  });

  it('looks for all forms of a word, in the parts that have one', async () => {
    const vocabulary = vocabularyOf({
      copy: { parts: 0b001, records: 9, forms: ['copied', 'copies'] },
      copied: { parts: 0b010 },
      copies: { parts: 0b100 },
    });
    const { terms } = await interpret(parseQuery('Copy'), vocabulary);
    expect(terms).toMatchObject([{ kind: 'word', records: 9, counts: [9], parts: 0b111 }]);
    expect([...terms[0]!.forms!]).toEqual([
      ['copy', 0b001],
      ['copied', 0b010],
      ['copies', 0b100],
    ]);
  });

  it('finds the forms that are said of one that is not', async () => {
    const vocabulary = vocabularyOf(
      {
        copied: { forms: ['copy'], records: 4 },
        copy: { forms: ['copied'] },
        '~en:copi': { records: 0, parts: 0, forms: ['copied', 'copy'] },
      },
      { languages: ['en'] },
    );
    const { terms, begun, unknown } = await interpret(parseQuery('copying'), vocabulary);
    expect([...terms[0]!.forms!.keys()]).toEqual(['copied', 'copy']);
    expect(terms[0]!.records).toBe(4);
    expect([begun, unknown]).toEqual([[], []]);
  });

  it('asks for the very words of a phrase, in the parts that have all', async () => {
    const vocabulary = vocabularyOf({
      wrote: { parts: 0b011, records: 5, forms: ['write'] },
      write: { parts: 0b100 },
      down: { parts: 0b110, records: 2 },
    });
    const { terms } = await interpret(parseQuery('"wrote down"'), vocabulary);
    expect(terms).toMatchObject([{ kind: 'phrase', counts: [5, 2], records: 2, parts: 0b010 }]);
    expect(terms[0]!.forms).toBeUndefined();
  });

  it('does not say of words which are never together that nobody says them', async () => {
    const vocabulary = vocabularyOf({ wrote: { parts: 0b01 }, down: { parts: 0b10 } });
    expect(await meant('"wrote down"', vocabulary)).toMatchObject({ unknown: [] });
  });
});

describe('words that nearly everybody says', () => {
  const common = { the: 9000, of: 8000, and: 7000, what: 4500, harbour: 3 };
  const vocabulary = vocabularyOf(common);

  it('are left out beside others', async () => {
    expect(await meant('the harbour of what', vocabulary)).toMatchObject({
      terms: ['harbour'],
      leftOut: ['the', 'of', 'what'],
      unknown: [],
    });
    expect(await meant('the of 港', vocabulary)).toMatchObject({ leftOut: ['the', 'of'] });
  });

  it('are looked for when there are no others, the rarest two', async () => {
    expect(await meant('the', vocabulary)).toMatchObject({ terms: ['the'], leftOut: [] });
    expect(await meant('the of and what', vocabulary)).toMatchObject({
      terms: ['and', 'what'],
      leftOut: ['the', 'of'],
    });
  });

  it('stay in quotation marks, and as beginnings, and excluded', async () => {
    expect(await meant('"the harbour" "of" harbour an* -the', vocabulary)).toMatchObject({
      terms: ['the harbour', 'of', 'harbour', 'an'],
      without: ['the'],
      leftOut: [],
    });
  });

  it('are looked for in a small archive', async () => {
    const small = vocabularyOf({ the: 900 }, { records: 900 });
    expect(await meant('the harbour', small)).toMatchObject({
      leftOut: [],
      terms: ['the', 'harbour'],
    });
  });
});
