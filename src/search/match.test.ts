import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../archive/folded.ts';
import { type Said, vocabularyOf } from '../testing/said.ts';
import { interpret } from './meaning.ts';
import { matchQuote } from './match.ts';
import { parseQuery } from './query.ts';

/** The words of a text, each said once. */
const wordsOf = (text: string): Said =>
  Object.fromEntries(foldedWords(text).map(({ word }) => [word, 1]));

/** What of a text is marked, when it is all that anybody says; `copy`, `copies` and `copied` are forms of one. */
async function marked(text: string, typed: string): Promise<string[] | undefined> {
  const family = ['copied', 'copies', 'copy'];
  const vocabulary = vocabularyOf({
    ...wordsOf(text),
    ...Object.fromEntries(
      family.map((word) => [word, { forms: family.filter((other) => other !== word) }]),
    ),
  });
  const meaning = await interpret(parseQuery(typed), vocabulary);
  return matchQuote(foldedWords(text), meaning)?.map((range) => text.slice(...range));
}

describe('a quote', () => {
  it.each([
    ['Nobody wrote them down.', 'wrote zeppelin'],
    ['Nobody wrote them down.', '"wrote down"'],
    ['Nobody wrote them down.', '"rote them"'],
    ['Nobody wrote them down.', '"wrote the"'],
    ['Nobody wrote them down.', 'wrote -them'],
    ['Nobody wrote them down.', 'wrote -"them down"'],
    ['Everybody copied it.', 'everybody -copy'],
    ['Everybody copied it.', '"everybody copy"'],
    ['Everybody copied it.', 'wrote -every*'],
    ['寫下潮汐表格', '「潮表」'],
    ['寫下潮汐表格', '潮汐 -表'],
    ['', 'wrote'],
    ['…', '"…" wrote'],
  ])('%j is not found by %j', async (text, typed) =>
    expect(await marked(text, typed)).toBeUndefined(),
  );

  it.each([
    ['Nobody wrote them down.', 'down WROTE', ['wrote', 'down']],
    ['Nobody wrote them down.', '"them down" wrote', ['wrote', 'them down']],
    ['“Nobody — wrote them,” she said', '"nobody WROTE them"', ['Nobody — wrote them']],
    ['Le Café, là', '"cafe la"', ['Café, là']],
    ['tide tide tide', '"tide tide"', ['tide tide tide']],
    ['A copy; copies are copied.', 'copies', ['copy', 'copies', 'copied']],
    ['A copy; copies are copied.', '"copies"', ['copies']],
    ['Harbour, harbours, harbouring', 'harbour*', ['Harbour', 'harbours', 'harbouring']],
    ['Harbours and fog', 'harb', ['Harbours']],
    ['Nobody wrote them down.', 'wrote -salt -"wrote down"', ['wrote']],
    ['Nobody wrote them down.', '-salt', []],
    ['Nobody wrote them down.', '', []],
    ['well-known, and well known', 'well-known', ['well-known', 'well known']],
  ])('%j is found by %j, at %j', async (text, typed, found) =>
    expect(await marked(text, typed)).toEqual(found),
  );

  it.each([
    ['港口以前沒有人寫下潮汐表。', '寫下潮汐', ['寫下潮汐']],
    ['港口以前沒有人寫下潮汐表。', '下潮', ['下潮']],
    ['港口以前沒有人寫下潮汐表。', '表', ['表']],
    ['港口以前沒有人寫下潮汐表。', '潮 表 港口', ['港口', '潮', '表']],
    ['港口以前沒有人寫下潮汐表。', '潮汐*', ['潮汐']],
    ['港口，以前', '「港口，以前」', ['港口，以前']],
    ['我們使用Bitcoin支付費用', '使用Bitcoin支付', ['使用Bitcoin支付']],
    ['我們使用Bitcoin支付費用', '用Bitcoin', ['用Bitcoin']],
    ['我們使用Bitcoin支付費用', '"bitcoin 支"', ['Bitcoin支']],
    ['データを書いた', 'ータを書', ['ータを書']],
    ['น้ำขึ้นน้ำลง', 'น้ำ', ['น้ำ', 'น้ำ']],
    ['คนทำงาน', 'ทำ', ['ทำ']],
  ])('%j, written without blanks, is found by %j, at %j', async (text, typed, found) =>
    expect(await marked(text, typed)).toEqual(found),
  );

  const piece = fc.constantFrom(
    ...['tide', 'Café', 'a', 'it’s', '—', 'salt.', 'state-of', '5,000', 'C++', '😀', 'مدّ'],
    ...['港', '港口', '潮汐表。', '用Bitcoin支', 'データ', 'ทำน้ำ'],
  );

  it('is found by every run of its own words, and its words are marked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        async (pieces, a, b) => {
          const one = a % pieces.length;
          const other = b % pieces.length;
          const run = pieces.slice(Math.min(one, other), Math.max(one, other) + 1).join(' ');
          fc.pre(foldedWords(run).length > 0);
          const found = await marked(pieces.join(' '), `"${run}"`);
          expect(found).toBeDefined();
          const sought = foldedWords(run).map(({ word }) => word);
          expect(found!.some((text) => foldedWords(text).length >= sought.length)).toBe(true);
        },
      ),
    );
  });

  it('is found by every run of its characters', async () => {
    const text = '港口以前沒有人，使用Bitcoin支付3.5萬';
    const characters = [...text];
    for (let from = 0; from < characters.length; from++) {
      for (let to = from + 1; to <= characters.length; to++) {
        const run = characters.slice(from, to).join('');
        // A word in letters is one whole.
        const isInside = /[a-z0-9.]/i;
        const before = characters[from - 1] ?? '';
        const after = characters[to] ?? '';
        if (isInside.test(before) && isInside.test(run[0]!)) continue;
        if (isInside.test(after) && isInside.test(run.at(-1)!)) continue;
        if (foldedWords(run).length === 0) continue;
        expect((await marked(text, `"${run}"`))?.join(), run).toContain(
          run.replace(/^，|，$/g, ''),
        );
      }
    }
  });

  it('has each place once, in order, apart from each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        async (pieces, asked) => {
          const text = pieces.join(' ');
          const words = foldedWords(text);
          const vocabulary = vocabularyOf(wordsOf(text));
          const meaning = await interpret(parseQuery(asked.join(' ')), vocabulary);
          const ranges = matchQuote(words, meaning) ?? [];
          for (const [index, [start, end]] of ranges.entries()) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
            if (index > 0) expect(start).toBeGreaterThan(ranges[index - 1]![1]);
          }
        },
      ),
    );
  });
});
