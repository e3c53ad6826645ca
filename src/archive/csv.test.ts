import { describe, expect, it } from 'vitest';
import { type Cell, csvAddress, serializeCsv } from './csv.ts';

/** The one row of a table, without the mark, the head and the end. */
const row = (...cells: Cell[]): string =>
  serializeCsv(['a'], [cells]).slice(1 + 'a\r\n'.length, -2);

describe('a table as CSV', () => {
  it.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['＝1＋1', "'＝1＋1"],
    ['\r\n=1', '"\'\r\n=1"'],
  ])('never gives a spreadsheet a formula: %j', (text, cell) => {
    expect(row(text)).toBe(cell);
  });

  it('leaves numbers alone, those below zero too', () => {
    expect(row(-1, 0, 1.5, undefined, '')).toBe('-1,0,1.5,,');
  });

  it('quotes what would break a row, and nothing else', () => {
    expect(row('Roe, Samuel', 'the “line”', 'a "line"', 'two\nlines', '潮汐')).toBe(
      '"Roe, Samuel",the “line”,"a ""line""","two\nlines",潮汐',
    );
  });

  it('begins with a byte order mark and ends every row with CR LF', () => {
    expect(serializeCsv(['speaker', 'quotes'], [])).toBe('\uFEFFspeaker,quotes\r\n');
    expect(serializeCsv(['speaker', 'quotes'], [['Jo Field', 12]])).toBe(
      '\uFEFFspeaker,quotes\r\nJo Field,12\r\n',
    );
  });

  it('comes back from its address as it was', async () => {
    const csv = serializeCsv(['a'], [['100 % & #1 '.trim()], ['ليلى']]);
    const bytes = new Uint8Array(await (await fetch(csvAddress(csv))).arrayBuffer());
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(csv);
  });
});
