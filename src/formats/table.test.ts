import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { parseTable, table } from './table.ts';
import { parseRows } from './table-text.ts';

const said = (text: string): string[] => {
  const { body } = parseTable(text, 'a.csv');
  return ('cues' in body ? body.cues : []).flatMap((part) =>
    part.type === 'cue'
      ? [
          `${part.label ?? '–'}: ${plainText(part.content)} @${part.startTime ?? ''}–${part.endTime ?? ''}`,
        ]
      : [],
  );
};

describe('a table that is none', () => {
  it.each(['', 'Nobody wrote them down.', 'a,b\n1,2', 'speaker\nJo'])(
    'has no words: %j',
    (text) => {
      expect(said(text)).toEqual([]);
      expect(table.detect({ path: 'a.csv', text })).toBe(0);
      expect(parseTable(text, 'a.csv').problems).toMatchObject([
        {
          rule: 'no-columns',
          message: 'Unexpected first row, expected the names of the columns, one of them `text`',
        },
      ]);
    },
  );
});

describe('a table', () => {
  it('has who speaks, when, and words with commas, quotes and lines in them', () => {
    expect(
      said(
        'Speaker,Start,End,Text\r\nJo Field,1.5,2,"Nobody, ""ever"",\nwrote."\r\n,00:01:02,,Then?\r\n',
      ),
    ).toEqual(['Jo Field: Nobody, "ever",\nwrote. @1.5–2', '–: Then? @62–']);
  });

  it('may have other separators, other languages and a mark at its start', () => {
    expect(said('\ufeffSprecher;Zeit;Inhalt\nJo;00:04;Niemand')).toEqual(['Jo: Niemand @4–']);
    expect(said('發言人\t內容\n李文\t沒有人')).toEqual(['李文: 沒有人 @–']);
  });

  it('of Whisper is in milliseconds', () => {
    expect(said('start\tend\ttext\n1000\t2500\tNobody.')).toEqual(['–: Nobody. @1–2.5']);
    expect(said('start_ms,text\n1000,Nobody.')).toEqual(['–: Nobody. @1–']);
  });

  it('says which rows have too many cells or too few', () => {
    const { problems } = parseTable('speaker,text\nJo,Nobody, ever.\n\nJo\n', 'a.csv');
    expect(problems.map(({ place, message }) => [place?.line, message])).toEqual([
      [2, 'Unexpected row with 3 cells, expected 2'],
      [4, 'Unexpected row with 1 cells, expected 2'],
    ]);
  });
});

describe('rows', () => {
  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '潮') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(parseRows(text, ',').map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it('know their lines', () => {
    expect(parseRows('a,b\n"c\nd",e\n\nf,', ',')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['c\nd', 'e'], line: 2 },
      { cells: ['f', ''], line: 5 },
    ]);
  });

  it('are read in time that grows with the text, whatever it is', () => {
    for (const hostile of [
      '"'.repeat(60_000),
      ','.repeat(60_000),
      '"\n'.repeat(30_000),
      'text,'.repeat(20_000),
    ])
      expect(Array.isArray(parseRows(hostile, ','))).toBe(true);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Array.isArray(parseRows(text, ','))).toBe(true);
        expect(table.read({ path: 'a', text })).toHaveLength(1);
      }),
    );
  });
});
