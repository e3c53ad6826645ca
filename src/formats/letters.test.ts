import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGarbled, findHidden, findMixed, withoutHidden } from './letters.ts';
import { findTimeMarks } from './time-mark.ts';

describe('characters that nobody sees and that do nothing', () => {
  it.each([
    ['a break in a word', 'har\u200bbour', ['\u200b']],
    ['a soft hyphen', 'full\u00ad-fledged', ['\u00ad']],
    ['a joiner between Latin letters', 'fi\u200dsh \u200cfi', ['\u200d', '\u200c']],
    ['a mark of direction among Latin words', '€\u200e17', ['\u200e']],
    ['a mark of another encoding within a text', 'a\ufeffb', ['\ufeff']],
    ['control characters', 'a\u0000b\u001dc\u007f', ['\u0000', '\u001d', '\u007f']],
    ['an override, also beside Hebrew', 'שלום \u202eabc\u202c', ['\u202e', '\u202c']],
    ['an isolate that is never closed', 'שלום \u2067abc', ['\u2067']],
    ['a flag’s letters without a flag', 'a\u{e0067}', ['\u{e0067}']],
  ])('%s', (_name, text, characters) => {
    expect(findHidden(text).map(({ character }) => character)).toEqual(characters);
  });

  it.each([
    ['the joiner of Persian', 'می\u200cخواهم'],
    ['the joiner of Hindi', 'क्\u200dष'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a woman of a profession, with a tone', '👩🏽\u200d🚒'],
    ['a flag of a rainbow', '🏳️\u200d🌈'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['marks of direction beside Arabic', 'قال\u200f (C++\u200e)'],
    ['isolates that are closed, beside Hebrew', 'שלום \u2066C++\u2069 עולם'],
    ['breaks in Thai', 'สวัสดี\u200bครับ'],
    ['a mark before the first letter, which has a rule of its own', '\ufeffTitle'],
    ['line ends and tabs', 'a\tb\r\nc\n'],
  ])('%s is none', (_name, text) => {
    expect(findHidden(text)).toEqual([]);
  });

  it('go away at once, and nothing else does', () => {
    const unit = fc.constantFrom(
      ...'ab של می🏴👩',
      '\u200b',
      '\u200d',
      '\u202e',
      '\u2066',
      '\u2069',
      '\u200e',
      '\u00ad',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const clean = withoutHidden(text);
        const seen = (some: string): string =>
          some.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
        expect(seen(clean)).toBe(seen(text));
        expect(clean.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('words in two alphabets', () => {
  it.each([
    ['h\u0430rbour', ['\u0430']],
    ['\u0421lock', ['\u0421']],
    ['Th\u03bfmas', ['\u03bf']],
    ['ст\u006fл', ['o']],
  ])('%s', (word, twins) => {
    expect(findMixed(`The ${word}, late.`)).toEqual([{ word, offset: 4, twins }]);
  });

  it.each([
    ['a unit', '5 μm and μTorrent'],
    ['a letter of mathematics', 'λx, Δt, the nα of it'],
    ['a loan with its ending', 'SMSка, IT-шник, VIPы, PDFка'],
    ['two words', 'Harbour гавань'],
    ['plain words', 'The harbour office. Гавань.'],
  ])('%s is none', (_name, text) => {
    expect(findMixed(text)).toEqual([]);
  });
});

describe('letters of a wrong encoding', () => {
  it.each(['cafÃ©', 'Ã¼ber', 'itâ€™s', 'a\u0092s', 'caf\ufffd', 'ðŸ˜€'])('%s', (text) => {
    expect(findGarbled(`So ${text}.`)?.count).toBeGreaterThan(0);
  });

  it.each(['NÃO', '«AMANHÃ»', 'Â', 'café', '€', 'Â«', 'ÃO Ã '])('%s is none', (text) => {
    expect(findGarbled(text)).toBeUndefined();
  });
});

describe('times in another form', () => {
  it.each([
    ['[1:2:3] So late.', '[1:2:3]', '[01:02:03]'],
    ['**Jo Field:** [1:2:3] So late.', '[1:2:3]', '[01:02:03]'],
    ['［00:12］ So late.', '［00:12］', '[00:00:12]'],
    ['【０１：０２：０３】 So late.', '【０１：０２：０３】', '[01:02:03]'],
    ['(00:12:33) So late.', '(00:12:33)', '[00:12:33]'],
    ['\\[1:02:3.5\\] So late.', '\\[1:02:3.5\\]', '[01:02:03.5]'],
  ])('%s', (text, typed, written) => {
    expect(findTimeMarks(text)).toEqual([{ offset: text.indexOf(typed), typed, written }]);
  });

  it.each([
    'It was [1:2:3] then.',
    '[00:04:33] So late.',
    '[3:16] is a verse.',
    '[3:1] is a verse.',
    '(4:33) is a piece of music.',
    '[1:2:99] So late.',
    'The record: (1:02:03) that is.',
    '[1:2:3]rd',
  ])('%s is none', (text) => {
    expect(findTimeMarks(text)).toEqual([]);
  });

  it('are found in no time in a text that is nearly full of them', () => {
    expect(findTimeMarks('**a:** [1:2:'.repeat(20_000))).toEqual([]);
    expect(findTimeMarks(`${'a:'.repeat(50_000)}[1:2:3`)).toEqual([]);
  });
});
