import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './encoding.ts';

/** Text as bytes of an encoding that Node only reads: each character is looked up among what the bytes mean. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (bytes: number[]): string => {
    try {
      return decoder.decode(new Uint8Array(bytes));
    } catch {
      return '';
    }
  };
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte++) if (read([byte])) table.set(read([byte]), [byte]);
  if (/shift|euc|gb|big/.test(encoding)) {
    for (let one = 0x81; one < 255; one++) {
      for (let two = 0x40; two < 255; two++) {
        const character = read([one, two]);
        if ([...character].length === 1 && !table.has(character)) table.set(character, [one, two]);
      }
    }
  }
  return new Uint8Array([...text].flatMap((character) => table.get(character)!));
}

const invented: readonly [encoding: string, text: string][] = [
  ['windows-1252', 'Fenna Müller: Schöne Grüße aus Köln, und bis nächste Woche.'],
  ['windows-1252', 'Être au port, voilà. “Really?” she said – it’s fine…'],
  ['windows-1252', 'The café is closed.'],
  ['windows-1250', 'Zażółć gęślą jaźń. Dzień dobry, proszę państwa.'],
  ['iso-8859-2', 'Zażółć gęślą jaźń. Dzień dobry, proszę państwa.'],
  ['windows-1254', 'Güneş doğuyor, ışık geliyor. Çok güzel bir gün.'],
  ['windows-1251', 'Это было давно, и никто не помнит, когда в порту стояли часы.'],
  ['koi8-r', 'Это было давно, и никто не помнит, когда в порту стояли часы.'],
  ['windows-1253', 'Καλημέρα σας, το λιμάνι είναι κλειστό σήμερα.'],
  [
    'windows-1255',
    'שלום לכולם, מה שלומכם היום? אני רוצה לספר לכם על הים ועל הנמל שלנו, ועל אבא שלי.',
  ],
  ['windows-1256', 'مرحبا بكم في هذا البرنامج، كيف حالكم اليوم؟'],
  ['shift_jis', 'こんにちは、今日は港の天気がいいですね。'],
  ['euc-jp', 'こんにちは、今日は港の天気がいいですね。'],
  ['gb18030', '大家好，欢迎来到我们的节目。今天我们说一说时间。'],
  ['big5', '大家好，歡迎來到我們的節目。今天我們說一說時間。'],
  ['euc-kr', '안녕하세요, 오늘은 항구의 날씨가 좋네요.'],
];

describe('letters tell their encoding', () => {
  it.each(invented)('%s: %s', (encoding, text) => {
    const decoded = decodeText(encode(text, encoding));
    // Where two encodings say the same, either is right.
    expect(decoded).toMatchObject({ text, by: 'letters' });
  });
});

describe('what shows without looking at letters', () => {
  const words = 'Jo: “Gezeiten” 潮汐\n';
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, ...Buffer.from(words)]],
    ['utf-16le', [0xff, 0xfe, ...Buffer.from(words, 'utf16le')]],
    ['utf-16be', [0xfe, 0xff, ...Buffer.from(words, 'utf16le').swap16()]],
    [
      'utf-32le',
      [
        0xff,
        0xfe,
        0,
        0,
        ...[...words].flatMap((one) => [one.codePointAt(0)! & 255, one.codePointAt(0)! >> 8, 0, 0]),
      ],
    ],
  ])('a byte order mark: %s', (encoding, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toMatchObject({ text: words, encoding, by: 'mark' });
  });

  it('UTF-16 without a mark, by its zeros', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nКто там?\n';
    expect(decodeText(Buffer.from(text, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' });
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toMatchObject({
      text,
      encoding: 'utf-16be',
    });
  });

  it('every text in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decodeText(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' });
      }),
    );
  });
});

describe('what cannot be read is never guessed', () => {
  it('a picture, an archive, half a character', () => {
    const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48];
    expect(decodeText(new Uint8Array(picture))).toEqual({ problem: 'binary' });
    expect(decodeText(Buffer.from('words\0and more'))).toEqual({ problem: 'binary' });
  });

  it('UTF-8 that was cut in the middle of a letter is no other encoding', () => {
    const bytes = Buffer.from('Fenna Müller: Schöne Grüße aus Köln\nBis nächste Woche, für Zoé');
    expect(decodeText(bytes.subarray(0, -1))).toEqual({
      problem: 'damaged',
      offset: bytes.length - 2,
    });
  });

  it('letters that fit two encodings are told with both', () => {
    const decoded = decodeText(encode('Sørens kæreste', 'windows-1252'));
    expect(decoded).toMatchObject({ problem: 'unsure' });
    if ('problem' in decoded && decoded.problem === 'unsure')
      expect(new Set(decoded.likely.map(({ encoding }) => encoding)).size).toBe(2);
  });

  it('an encoding that was named and is not the one', () => {
    expect(decodeText(new Uint8Array([0xe9, 0x20]), 'utf-8')).toEqual({
      problem: 'not-in-encoding',
      encoding: 'utf-8',
    });
    expect(decodeText(new Uint8Array([0x20]), 'klingon')).toEqual({
      problem: 'unknown-encoding',
      name: 'klingon',
    });
    expect(decodeText(new Uint8Array([0xe0]), 'windows-1255')).toMatchObject({ text: 'א' });
  });

  it('never gives a replacement character for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const decoded = decodeText(bytes);
        // The bytes of U+FFFD itself may stand in a file.
        if ('text' in decoded && decoded.encoding !== 'utf-8' && decoded.by === 'letters')
          expect(decoded.text).not.toContain('\ufffd');
      }),
      { numRuns: 1000 },
    );
  });
});
