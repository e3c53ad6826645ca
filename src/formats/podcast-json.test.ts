import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../archive/model.ts';
import { corpusFolder } from '../store/corpora.ts';
import { parsePodcastJson, serializePodcastJson } from './podcast-json.ts';

const file = 'content/episodes/harbour/tides.json';
const rules = (text: string): string[] =>
  parsePodcastJson(text, file).problems.map(
    ({ rule, severity, place }) => `${place?.line}:${place?.column} ${severity} ${rule}`,
  );
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === 'place' ? undefined : item)));
const segments = (...all: unknown[]): string => JSON.stringify({ version: '1.0.0', segments: all });

describe('a file that is no transcript', () => {
  it.each([
    ['', '1:1 error json'],
    ['{"segments":[\n{"body":"a"},]}', '2:16 error json'],
    ['{"segments":[', '1:14 error json'],
    ['[]', '1:1 error no-segments'],
    ['null', '1:1 error no-segments'],
    ['{"segments":{}}', '1:2 error no-segments'],
    ['{"meta":null,"segments":[]}', '1:2 error wrong-field'],
    ['{"meta":["a"],"segments":[]}', '1:2 error wrong-field'],
    ['{"meta":{"title":"a",\n"title":"b"},"segments":[]}', '2:1 error json-key-twice'],
    ['{"segments":[{"body":"a","body":"b"}]}', '1:26 error json-key-twice'],
    ['{"__proto__":{"a":1},"segments":[]}', '1:2 error json-key'],
    ['{"meta":{"\\u005f_proto__":1},"segments":[]}', '1:10 error json-key'],
    ['{"segments":[{"constructor":1,"body":"a"}]}', '1:15 error json-key'],
  ])('%j is an error', (text, problem) => {
    expect(rules(text)).toEqual([problem]);
    expect(parsePodcastJson(text, file).transcript.parts).toEqual([]);
  });

  it('is no trouble when it is deep', () => {
    expect(rules(`{"segments":[],"x":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toEqual([]);
  });
});

describe('a segment that is wrong', () => {
  it.each([
    {},
    'words',
    null,
    7,
    [[]],
    { body: 7 },
    { body: 'a', speaker: 7 },
    { body: 'a', startTime: '2.0' },
    { body: 'a', startTime: -1 },
    { body: 'a', endTime: null },
  ])('%j is an error that shows one', (segment) => {
    expect(parsePodcastJson(segments(segment), file).problems).toEqual([
      {
        rule: 'wrong-segment',
        severity: 'error',
        file,
        place: { line: 1, column: 32 },
        message:
          'Unexpected segment 1, expected a text `body`, and where given a text `speaker` and times in seconds as numbers',
        mend: 'Type it as `{ "speaker": "Jo Field", "startTime": 4.5, "endTime": 9, "body": "…" }`.',
      },
    ]);
  });

  it('has no words, or times in disorder: a warning', () => {
    const { transcript, problems } = parsePodcastJson(
      segments(
        { speaker: 'Jo', startTime: 5, body: 'a' },
        { startTime: 4, body: 'b' },
        { startTime: 9, endTime: 8, body: 'c' },
        { startTime: 10, body: ' ' },
      ),
      file,
    );
    expect(problems.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual(
      [
        'warning time-order Unexpected time in segment 2, expected it after the one before and its end after its start',
        'warning time-order Unexpected time in segment 3, expected it after the one before and its end after its start',
        'warning empty-segment Unexpected segment 4 without words, expected some in `body`',
      ],
    );
    expect(bare(transcript.parts)).toMatchObject([
      { label: 'Jo', passages: [{ content: ['a'] }, { content: ['b'] }, { content: ['c'] }] },
    ]);
  });

  it.skipIf(corpusFolder('nasty-handmade') === undefined)('is named in a hostile file', () => {
    const folder = corpusFolder('nasty-handmade')!;
    const text = readFileSync(`${folder}/json/podcast-transcript-gaps.json`, 'utf8');
    expect(rules(text)).toEqual([
      '20:3 error wrong-segment',
      '26:3 warning empty-segment',
      '32:3 warning time-order',
    ]);
  });
});

describe('segments', () => {
  it('go on with the speaker before, and make one speech', () => {
    const text = segments(
      { body: 'x' },
      { speaker: 'Jo', body: 'a' },
      { body: 'b' },
      { speaker: ' ', body: 'c' },
      { speaker: 'Music', body: 'la' },
      { body: 'd' },
      { speaker: 'Ann', body: 'e' },
    );
    expect(bare(parsePodcastJson(text, file).transcript.parts)).toEqual([
      { type: 'speech', label: null, passages: [{ content: ['x'] }] },
      {
        type: 'speech',
        label: 'Jo',
        passages: [{ content: ['a'] }, { content: ['b'] }, { content: ['c'] }],
      },
      { type: 'note', label: 'Music', content: ['la'] },
      { type: 'speech', label: 'Jo', passages: [{ content: ['d'] }] },
      { type: 'speech', label: 'Ann', passages: [{ content: ['e'] }] },
    ]);
  });

  it('stand beside the fields of the episode, each with its place', () => {
    const { data, places, problems } = parsePodcastJson(
      '\ufeff{\n  "meta": {\n    "title": "Tides",\n    "topics": ["tides"]\n  },\n  "segments": []\n}',
      file,
    );
    expect([data, Object.fromEntries(places), problems]).toEqual([
      { title: 'Tides', topics: ['tides'] },
      {
        title: { line: 3, column: 5 },
        topics: { line: 4, column: 5 },
        'topics.0': { line: 4, column: 16 },
      },
      [],
    ]);
  });

  it.skipIf(corpusFolder('podcast-namespace') === undefined)(
    'are read from the specification’s own example',
    () => {
      const folder = corpusFolder('podcast-namespace')!;
      const { transcript, problems } = parsePodcastJson(
        readFileSync(`${folder}/docs/examples/transcripts/example.json`, 'utf8'),
        file,
      );
      expect(problems).toEqual([]);
      expect(
        transcript.parts.map(
          (part) => part.type === 'speech' && [part.label, part.passages.length],
        ),
      ).toEqual([
        ['Darth Vader', 4],
        ['Luke', 1],
      ]);
    },
  );

  it('are read, many of them', () => {
    const text = segments(
      ...Array.from({ length: 20_000 }, (_, index) => ({
        speaker: `Jo ${index % 3}`,
        startTime: index,
        body: 'word '.repeat(20),
      })),
    );
    expect(parsePodcastJson(text, file).transcript.parts).toHaveLength(20_000);
  });

  it('are read as they were written', () => {
    const place = { line: 1, column: 1 };
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    const label = fc.constantFrom('Jo Field', '唐鳳', '"', '__proto__', '\\');
    const passage = fc.record({ content: words.map((text) => [text]), place: fc.constant(place) });
    const transcripts = fc
      .array(fc.tuple(label, fc.array(passage, { minLength: 1, maxLength: 3 })), { maxLength: 5 })
      .map((all): Transcript => {
        let time = 0;
        const parts = all
          .filter(([name], index) => name !== all[index - 1]?.[0])
          .map(([name, passages]) => ({
            type: 'speech' as const,
            label: name,
            place,
            passages: passages.map((one) => ({ ...one, startTime: time++, endTime: time + 0.25 })),
          }));
        return { parts };
      });
    fc.assert(
      fc.property(
        transcripts,
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,8}$/).filter((key) => key !== 'prototype'),
          fc.jsonValue({ maxDepth: 0 }),
        ),
        (transcript, meta) => {
          const read = parsePodcastJson(serializePodcastJson(meta, transcript), file);
          expect(read.problems).toEqual([]);
          expect(bare(read.transcript)).toEqual(bare(transcript));
          expect(JSON.stringify(read.data)).toBe(JSON.stringify(meta));
        },
      ),
      { numRuns: 500, seed: 5 },
    );
  });
});
