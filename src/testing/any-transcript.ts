import fc from 'fast-check';
import { isAnonymousLabel, isNoteLabel } from '../archive/label.ts';
import type { Inline, Passage, Speech, Transcript } from '../archive/model.ts';
import { push } from '../formats/inline.ts';

const place = { line: 1, column: 1 };

const nasty = fc.constantFrom(
  ...'[]():*_<>&`#-+=|~!\\/.,;"\'{}^$@%?',
  ...[
    '**',
    '__',
    '~~',
    '](',
    '][',
    '![',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '&amp;',
    '&#58;',
    '1.',
    '12)',
    '```',
    '---',
    '\\:',
    '\\：',
    '：',
  ],
  ...[
    'Jo:',
    'Note: ',
    'https://example.org/a',
    'www.example.org',
    'a@example.org',
    '[x]:',
    '[^1]',
    '(laughs)',
    '[laughs]',
  ],
  ...[
    '潮',
    '汐表',
    'かな',
    '한국',
    'مدّ',
    '🌊',
    '👩‍👩‍👧',
    'é',
    'e\u0301',
    '\u00a0',
    '\u200f',
    'ß',
    '\u3000',
  ],
  ...['tide', 'harbour', 'a', 'B', '1', '12:30', ' ', ' ', ' ', '  ', '\t'],
);
/** What the reader takes for a time. */
export const time = /\[\\?\d{1,4}:\d\d/;
/** Words with whatever Markdown could mistake for a mark. */
export const text = fc
  .array(nasty, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').trim())
  .filter((words) => words !== '' && !time.test(words));
const label = fc
  .oneof(
    fc.constantFrom(
      'Jo Field',
      '唐鳳',
      'Émile *x*',
      'C++',
      'a_b',
      '<b>Bob</b>',
      '__proto',
      'أمينة',
      'Jo (host)',
    ),
    text,
  )
  .map((words) => words.replace(/\s+/g, ' ').trim())
  .filter(
    (words) =>
      !isNoteLabel(words) &&
      !isAnonymousLabel(words) &&
      !/[:：@]|www|\\[\\：]|^[*_\s\\]*$/.test(words) &&
      words !== '',
  );
const seconds = fc.integer({ min: 0, max: 400_000_000 }).map((thousandths) => thousandths / 1000);
const maybeTime = fc
  .option(seconds, { nil: undefined })
  .map((startTime) => (startTime === undefined ? {} : { startTime }));
const word = fc.constantFrom(
  'tide',
  'low water',
  '潮汐',
  'مدّ',
  '5 * 3',
  'a_b',
  '"so"',
  'x.',
  '(y)',
);

/** Marks at words, as people set them. */
const marked: fc.Arbitrary<Inline> = fc.oneof(
  word.map((words): Inline => ({ type: 'emphasis', children: [words] })),
  word.map((words): Inline => ({ type: 'strong', children: [words] })),
  text.map((words): Inline => ({ type: 'code', text: words })),
  fc
    .tuple(
      word,
      fc.constantFrom(
        'https://example.org/(a)?b=1&amp;c',
        '/speakers/jo/',
        '#q7',
        'mailto:a@example.org',
        'https://example.org/a\\b<c>',
      ),
    )
    .map(([words, url]): Inline => ({ type: 'link', url, children: [words] })),
);
const content: fc.Arbitrary<Inline[]> = fc.oneof(
  { weight: 2, arbitrary: text.map((words) => [words]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        word,
        fc.array(
          fc.tuple(
            fc.oneof(
              marked,
              seconds.map((at): Inline => ({ type: 'time', seconds: at })),
              fc.constant<Inline>({ type: 'break' }),
            ),
            word,
          ),
          { maxLength: 3 },
        ),
      )
      .map(([first, rest]) =>
        rest.reduce<Inline[]>(
          (all, [inline, words]) => {
            const isBreak = typeof inline !== 'string' && inline.type === 'break';
            const isTime = typeof inline !== 'string' && inline.type === 'time';
            if (!isBreak) push(all, ' ');
            push(all, inline);
            push(all, isBreak || isTime ? words : ` ${words}`);
            return all;
          },
          [first],
        ),
      ),
  },
);
const passage: fc.Arbitrary<Passage> = fc
  .tuple(content, maybeTime)
  .map(([words, at]) => ({ content: words, ...at, place }));
const part: fc.Arbitrary<Transcript['parts'][number]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(label, fc.array(passage, { maxLength: 4 }))
      .map(([name, passages]): Speech => ({ type: 'speech', label: name, passages, place })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(content, maybeTime)
      .map(([words, at]) => ({ type: 'note' as const, content: words, ...at, place })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(content, maybeTime).map(([words, at]) => ({
      type: 'note' as const,
      label: 'Break',
      content: words,
      ...at,
      place,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(text, maybeTime).map(([title, at]) => ({
      type: 'chapter' as const,
      title: title.replace(/\s+/g, ' '),
      ...at,
      place,
    })),
  },
);
/** Transcripts as any file could hold them. */
export const anyTranscript = fc
  .array(part, { maxLength: 6 })
  .map((parts): Transcript => ({ parts }));
