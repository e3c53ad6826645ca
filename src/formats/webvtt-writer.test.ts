import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoteLabel } from '../archive/label.ts';
import type { Inline, Passage, Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { anyTranscript } from '../testing/any-transcript.ts';
import { joinCues } from './cue-join.ts';
import { webvtt } from './webvtt.ts';
import { serializeWebVtt, serializeWebVttChapters } from './webvtt-writer.ts';

const place = { line: 1, column: 1 };
const speech = (label: string | null, ...passages: Omit<Passage, 'place'>[]) => ({
  type: 'speech' as const,
  label,
  place,
  passages: passages.map((passage) => ({ ...passage, place })),
});

/** What the reader gives, a quote for each cue. */
function read(text: string): Transcript {
  const [draft] = webvtt.read({ path: 'a.vtt', text });
  expect(draft!.problems).toEqual([]);
  const cues = 'cues' in draft!.body ? draft!.body.cues : [];
  const { transcript, problems } = joinCues(cues, { unit: 'cue', file: 'a.vtt' });
  expect(problems).toEqual([]);
  return transcript;
}

const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === 'place' ? undefined : item)));

describe('a transcript as WebVTT', () => {
  it('has voices, ids, emphasis, notes, a title and its language', () => {
    const id = 'q7k2m9xqp';
    const transcript: Transcript = {
      parts: [
        { type: 'chapter', title: 'The first --> tables', startTime: 0, place },
        {
          ...speech('Jo & Ann <Field>'),
          passages: [
            {
              ...{ id },
              content: ['Nobody ', { type: 'emphasis', children: ['wrote'] }, ' <them> & us.'],
              startTime: 1,
              endTime: 3.5,
              place,
            },
          ],
        },
        { type: 'note', content: ['laughter'], startTime: 4, place },
        { type: 'note', content: ['a pause -->'], place },
        speech(null, { content: ['Then?'], startTime: 6 }),
      ],
    };
    const head = { title: 'The tide\ntables', language: 'en', duration: 9 };
    expect(serializeWebVtt(transcript, head)).toBe(`WEBVTT - The tide tables
Kind: captions
Language: en

q7k2m9xqp
00:00:01.000 --> 00:00:03.500
<v Jo &amp; Ann &lt;Field&gt;>Nobody <i>wrote</i> &lt;them&gt; &amp; us.

00:00:04.000 --> 00:00:06.000
[laughter]

NOTE a pause →

00:00:06.000 --> 00:00:09.000
<v Jo &amp; Ann &lt;Field&gt;>Then?
`);
    expect(serializeWebVttChapters(transcript, head)).toBe(
      'WEBVTT - The tide tables\nKind: chapters\n\n00:00:00.000 --> 00:00:09.000\nThe first --&gt; tables\n',
    );
  });

  it('keeps words without a time in the cue before, and lasts as long as they take', () => {
    const parts = [
      speech('Jo', { content: ['Nobody.'], startTime: 1, endTime: 2 }, { content: ['No.'] }),
      speech('Ann', { content: ['one two three four five six seven eight nine ten'] }),
    ];
    expect(serializeWebVtt({ parts })).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:06.000\n<v Jo>Nobody.\n<v Jo>No.\n<v Ann>one two three four five six seven eight nine ten\n',
    );
  });

  it('has no chapters file without chapters', () =>
    expect(serializeWebVttChapters({ parts: [] })).toBe(''));
});

// ——— What is written is read ———————————————————————————————————————————————————————————

const words = fc
  .array(
    fc.constantFrom(
      'tide',
      'a',
      '潮汐',
      'مدّ',
      '&amp;',
      '<b>',
      '-->',
      '<',
      '&',
      'Jo:',
      'Note: x',
      '>> ',
      '- x',
      '[laughs]',
      '♪',
      '00:00:01.000 --> 00:00:02.000',
      'NOTE',
      '\u200e',
      '"so"',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(' ').replace(/\s+/g, ' ').trim());
const content: fc.Arbitrary<Inline[]> = fc.oneof(
  words.map((text) => [text]),
  fc
    .tuple(words, fc.constantFrom('emphasis' as const, 'strong' as const), words, words)
    .map(([before, type, inside, after]) => [
      `${before} `,
      { type, children: [inside] },
      ` ${after}`,
    ]),
);
const label = fc.oneof(
  fc.constantFrom('Jo Field', '唐鳳', 'A & B', '<v Jo>', 'Speaker 1', 'أمينة', '0:30'),
  words.filter((text) => !isNoteLabel(text)),
);
const timed: fc.Arbitrary<Transcript> = fc
  .array(
    fc.tuple(
      fc.option(label),
      fc.array(fc.tuple(content, fc.integer({ min: 1, max: 90_000 })), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    { maxLength: 6 },
  )
  .map((all): Transcript => {
    let time = 0;
    let before: string | null = null;
    const parts: Transcript['parts'][number][] = [];
    const seen = new Set<string>();
    for (const [name, given] of all) {
      const passages = given.flatMap(([inlines, length]): Passage[] => {
        // A line that is said again at once is what captions repeat when they roll.
        const said = plainText(inlines);
        if (seen.has(said)) return [];
        seen.add(said);
        const startTime = time / 1000;
        time += length;
        return [{ content: inlines, startTime, endTime: time / 1000, place }];
      });
      if (passages.length === 0) continue;
      if (name === null) {
        const [{ startTime } = { startTime: 0 }] = passages;
        parts.push({ type: 'note', content: ['laughter'], startTime: startTime!, place });
        before = null;
        continue;
      }
      const last = parts.at(-1);
      if (last?.type === 'speech' && before === name)
        parts[parts.length - 1] = { ...last, passages: [...last.passages, ...passages] };
      else parts.push({ type: 'speech', label: name, passages, place });
      before = name;
    }
    return { parts };
  });

describe('any transcript with times', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(timed, (transcript) => {
        expect(bare(read(serializeWebVtt(transcript)))).toEqual(bare(transcript));
      }),
      { numRuns: 1000, seed: 11 },
    );
  });

  it('keeps its chapters in their own file', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (titles) => {
        const parts = titles.map((title, at) => ({
          type: 'chapter' as const,
          title,
          startTime: at * 60,
          place,
        }));
        const text = serializeWebVttChapters({ parts });
        const [draft] = text === '' ? [] : webvtt.read({ path: 'a.vtt', text });
        expect(bare(draft && 'cues' in draft.body ? draft.body.cues : [])).toEqual(bare(parts));
      }),
    );
  });
});

it('whatever a transcript holds, its spoken words are in the file, in order', () => {
  const letters = (text: string): string => text.replace(/[\s\u00a0]/g, '');
  fc.assert(
    fc.property(anyTranscript, (transcript) => {
      const text = serializeWebVtt(transcript);
      const [draft] = webvtt.read({ path: 'a.vtt', text });
      const cues = 'cues' in draft!.body ? draft!.body.cues : [];
      const kept = cues
        .filter((part) => part.type === 'cue')
        .map((part) => plainText(part.content));
      const said = transcript.parts.flatMap((part) =>
        part.type === 'speech' ? part.passages.map((one) => plainText(one.content)) : [],
      );
      expect(letters(kept.join(''))).toBe(letters(said.join('')));
    }),
    { numRuns: 500, seed: 12 },
  );
});
