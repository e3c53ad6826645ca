import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText as textOf } from '../archive/quote.ts';
import { parsePlainText, plainText } from './plain-text.ts';

const said = (text: string): string[] => {
  const { body } = parsePlainText(text);
  return ('cues' in body ? body.cues : []).map((part) => {
    if (part.type === 'chapter') return part.title;
    if (part.type === 'note') return `(${textOf(part.content)})`;
    return `${part.label ?? '–'}: ${textOf(part.content)}${part.startTime === undefined ? '' : ` @${part.startTime}`}`;
  });
};

describe('what is nobody’s name', () => {
  it.each([
    'Remember: the tide turns.',
    'And then he said: nothing.',
    'The ratio is 3:1, and so on.',
    'At 10:30 it rose.',
    'https://example.org: a page',
  ])('stays speech: %j', (text) => expect(said(text)).toEqual([`–: ${text}`]));

  it('is an empty file', () => {
    expect(said('')).toEqual([]);
    expect(plainText.detect({ path: 'a.txt', text: '  \n' })).toBe(0);
  });
});

describe('a transcript as plain text', () => {
  it.each<[string, string, string[]]>([
    [
      'names with a colon',
      'Jo Field: Nobody wrote\nthem down.\n\nNobody at all.\nAnn Reed: No.',
      ['Jo Field: Nobody wrote them down.', '–: Nobody at all.', 'Ann Reed: No.'],
    ],
    [
      'a first name that stands there twice',
      'Jo: Was it on?\nAnn: It was.\nJo: Twice?\nAnn: Twice.',
      ['Jo: Was it on?', 'Ann: It was.', 'Jo: Twice?', 'Ann: Twice.'],
    ],
    [
      'times before the names',
      '[00:04:33] Jo Field: Nobody.\n00:05 Ann Reed: No.',
      ['Jo Field: Nobody. @273', 'Ann Reed: No. @5'],
    ],
    ['times behind the names', 'Jo Field (4:33): Nobody.', ['Jo Field: Nobody. @273']],
    [
      'names and times above the words',
      'Jo Field  0:04\nNobody wrote\nthem.\n\nAnn Reed  0:09\nNo.',
      ['Jo Field: Nobody wrote them. @4', 'Ann Reed: No. @9'],
    ],
    [
      'names above the words',
      'JO FIELD:\nNobody.\n\nANN REED:\nNo.',
      ['JO FIELD: Nobody.', 'ANN REED: No.'],
    ],
    [
      'times alone',
      '00:00:04\nNobody wrote.\n\n00:00:09\nNo.',
      ['–: Nobody wrote. @4', '–: No. @9'],
    ],
    ['spans', '00:00:04 --> 00:00:08 Speaker 1: Nobody.', ['Speaker 1: Nobody. @4']],
    [
      'notes',
      'Jo Field: Nobody.\n\n[laughter]\n\nThen?',
      ['Jo Field: Nobody.', '(laughter)', '–: Then?'],
    ],
    [
      'Chinese',
      '李文：來了嗎\n阿海：來了\n李文：好\n阿海：好',
      ['李文: 來了嗎', '阿海: 來了', '李文: 好', '阿海: 好'],
    ],
    ['no names at all', 'Nobody wrote.\n\nNobody.', ['–: Nobody wrote.', '–: Nobody.']],
  ])('has %s', (_, text, expected) => expect(said(text)).toEqual(expected));
});

describe('whatever is typed', () => {
  it('keeps its letters', () => {
    const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('Jo Field: ', '\n', '\n\n', ': ', '[00:04]', 'Ann  0:09\n'),
          ),
        ),
        (pieces) => {
          const text = pieces.join('');
          const all = said(text)
            .map((line) => line.replace(/^–: /, ''))
            .join('');
          for (const letter of new Set(letters(text)))
            expect([...letters(all)].filter((one) => one === letter)).toHaveLength(
              [...letters(text)].filter((one) => one === letter).length,
            );
        },
      ),
    );
  });

  it('is read in time that grows with it', () => {
    for (const hostile of [
      '0:'.repeat(30_000),
      'a '.repeat(30_000),
      '['.repeat(60_000),
      'A:\n'.repeat(20_000),
      ' '.repeat(60_000),
      'a-'.repeat(30_000),
    ])
      expect(Array.isArray(said(hostile))).toBe(true);
  });
});
