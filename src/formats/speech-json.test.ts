import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { assemblyAiJson } from './assemblyai-json.ts';
import { deepgramJson } from './deepgram-json.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { cuesOfWords } from './speech-json.ts';
import { whisperJson } from './whisper-json.ts';

const all: readonly Format[] = [whisperJson, deepgramJson, assemblyAiJson];

const read = (format: Format, value: unknown): Draft =>
  format.read({
    path: 'a.json',
    text: typeof value === 'string' ? value : JSON.stringify(value),
  })[0]!;

const cuesOf = ({ body }: Draft): Cue[] =>
  'cues' in body ? body.cues.filter((part) => part.type === 'cue') : [];

const said = (draft: Draft): string[] =>
  cuesOf(draft).map(
    ({ label, content, startTime, endTime }) =>
      `${label ?? '–'}: ${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`,
  );

describe('a file that is none', () => {
  it.each([
    '',
    '[]',
    '{}',
    'null',
    '7',
    '{"segments":7}',
    '{"results":{"channels":[{}]}}',
    '{"segments":[7,{"start":0}]}',
  ])('has no cues: %j', (text) => {
    for (const format of all) expect(cuesOf(read(format, text))).toEqual([]);
  });

  it('says where it is no JSON, and which segment is none', () => {
    expect(read(whisperJson, '{"segments":[\n{"start":0,}]}').problems).toMatchObject([
      { rule: 'json', place: { line: 2 } },
    ]);
    expect(read(whisperJson, '{"segments":[\n{"start":0}]}').problems).toMatchObject([
      {
        rule: 'speech-json',
        place: { line: 2, column: 1 },
        message: 'Unexpected segment 1, expected one with a text and its times',
      },
    ]);
  });

  it('is read whatever its values are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom('segments', 'transcription', 'utterances', 'words', 'results'),
        fc.jsonValue(),
        (format, key, value) => {
          expect(Array.isArray(cuesOf(read(format, { [key]: value })))).toBe(true);
          expect(Array.isArray(cuesOf(read(format, { [key]: [value] })))).toBe(true);
        },
      ),
    );
  });
});

describe('Whisper', () => {
  it('has segments, its language, and no speakers', () => {
    const draft = read(whisperJson, {
      text: ' Nobody wrote. Nobody.',
      segments: [
        { id: 0, start: 0, end: 1.5, text: ' Nobody wrote.' },
        { id: 1, start: 1.5, end: 2, text: ' Nobody.' },
      ],
      language: 'en',
    });
    expect(draft.facts).toEqual({ status: 'machine', language: 'en' });
    expect(said(draft)).toEqual(['–: Nobody wrote. @0–1.5', '–: Nobody. @1.5–2']);
  });

  it('of WhisperX has two people in one segment, and words without times or speaker', () => {
    const words = [
      { word: 'Was', start: 0, end: 0.2, speaker: 'SPEAKER_00' },
      { word: 'it', speaker: 'SPEAKER_00' },
      { word: '20?', speaker: 'SPEAKER_00' },
      { word: 'It', start: 1, end: 1.1, speaker: 'SPEAKER_01' },
      { word: 'was.', start: 1.2, end: 1.4 },
    ];
    const draft = read(whisperJson, {
      segments: [{ start: 0, end: 1.4, text: ' Was it 20? It was.', speaker: 'SPEAKER_00', words }],
    });
    expect(said(draft)).toEqual(['SPEAKER_00: Was it 20? @0–0.2', 'SPEAKER_01: It was. @1–1.4']);
  });

  it('of whisper.cpp has offsets in milliseconds', () => {
    const draft = read(whisperJson, {
      result: { language: 'de' },
      transcription: [
        {
          timestamps: { from: '00:00:01,000', to: '00:00:02,500' },
          offsets: { from: 1000, to: 2500 },
          text: ' Niemand.',
        },
      ],
    });
    expect(draft.facts).toMatchObject({ language: 'de' });
    expect(said(draft)).toEqual(['–: Niemand. @1–2.5']);
  });

  it('may be a list of segments alone', () => {
    expect(said(read(whisperJson, [{ start: 1, end: 2, text: 'Nobody.' }]))).toEqual([
      '–: Nobody. @1–2',
    ]);
  });
});

describe('Deepgram', () => {
  const word = (text: string, start: number, speaker?: number) => ({
    word: text.toLowerCase(),
    punctuated_word: text,
    start,
    end: start + 0.5,
    ...(speaker !== undefined && { speaker }),
  });

  it('has words with speakers, and paragraphs', () => {
    const draft = read(deepgramJson, {
      metadata: { duration: 12.4 },
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'Was it? It was. On.',
                words: [
                  word('Was', 0, 0),
                  word('it?', 1, 0),
                  word('It', 2, 1),
                  word('was.', 3, 1),
                  word('On.', 9, 1),
                ],
                paragraphs: { paragraphs: [{ start: 9 }] },
              },
            ],
          },
        ],
      },
    });
    expect(draft.facts).toEqual({ status: 'machine', duration: 12 });
    expect(said(draft)).toEqual([
      'Speaker 0: Was it? @0–1.5',
      'Speaker 1: It was. @2–3.5',
      'Speaker 1: On. @9–9.5',
    ]);
    expect(cuesOf(draft).map(({ startsParagraph }) => startsParagraph)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it('has a voice in each channel where there are several', () => {
    const channel = (text: string, start: number) => ({
      alternatives: [{ transcript: text, words: [word(text, start)] }],
    });
    const draft = read(deepgramJson, {
      results: { channels: [channel('Second.', 5), channel('First.', 1)] },
    });
    expect(said(draft)).toEqual(['Speaker 2: First. @1–1.5', 'Speaker 1: Second. @5–5.5']);
  });
});

describe('AssemblyAI', () => {
  it('has utterances in milliseconds, and chapters', () => {
    const words = [
      { text: 'Nobody', start: 1000, end: 1400, speaker: 'A' },
      { text: 'wrote.', start: 1500, end: 2000, speaker: 'A' },
    ];
    const draft = read(assemblyAiJson, {
      language_code: 'en_us',
      audio_duration: 61,
      utterances: [{ speaker: 'A', start: 1000, end: 2000, text: 'Nobody wrote.', words }],
      chapters: [{ gist: 'Tides', start: 1000, end: 2000 }],
    });
    expect(draft.facts).toEqual({ status: 'machine', language: 'en-us', duration: 61 });
    expect(said(draft)).toEqual(['Speaker A: Nobody wrote. @1–2']);
    expect('cues' in draft.body && draft.body.cues[0]).toMatchObject({
      type: 'chapter',
      title: 'Tides',
    });
  });
});

it('words that are not in their text stay together with it', () => {
  const place = { line: 1, column: 1 };
  expect(cuesOfWords([{ text: 'nobody' }, { text: 'wrote' }], 'Somebody else.', place)).toEqual([
    { type: 'cue', content: ['Somebody else.'], place },
  ]);
});

const corpus = corpusFolder('stt-json');
if (!corpus)
  console.warn('Speech as JSON in the wild is not tested: it is not here (ARCHIVE_CORPORA).');

describe.skipIf(!corpus)('in the wild', () => {
  const open = (name: string): string => readFileSync(path.join(corpus!, name), 'utf8');
  const letters = (text: string): string => text.replace(/\s+/g, '');

  /** Words in order, and how often the speaker changes, told by a plain walk through the JSON. */
  function recount(words: readonly { readonly text: string; readonly speaker?: unknown }[]) {
    const speakers = words.flatMap(({ speaker }) => speaker ?? []);
    const changes = speakers.filter((speaker, at) => speaker !== speakers[at - 1]).length;
    return { text: letters(words.map(({ text }) => text).join('')), changes };
  }

  function found(draft: Draft) {
    const cues = cuesOf(draft);
    const labels = cues.flatMap(({ label }) => label ?? []);
    return {
      text: letters(cues.map(({ content }) => plainText(content)).join('')),
      changes: labels.filter((label, at) => label !== labels[at - 1]).length,
    };
  }

  it.each(['dg-speakers', 'dg-transcription'])('Deepgram: %s', (name) => {
    const text = open(`deepgram-js-captions/test/${name}.json`);
    expect(all.map((format) => format.detect({ path: 'a', text }))).toEqual([0, 1, 0]);
    const { words } = JSON.parse(text).results.channels[0].alternatives[0] as {
      words: { punctuated_word: string; speaker?: number }[];
    };
    const draft = read(deepgramJson, text);
    expect(found(draft)).toEqual(
      recount(words.map((word) => ({ text: word.punctuated_word, speaker: word.speaker }))),
    );
    expect(draft.problems).toEqual([]);
  });

  it('AssemblyAI', () => {
    const text = open('deepgram-js-captions/test/assemblyai-transcription.json');
    expect(all.map((format) => format.detect({ path: 'a', text }))).toEqual([0, 0, 1]);
    const { words } = JSON.parse(text) as { words: { text: string; speaker?: string }[] };
    const draft = read(assemblyAiJson, text);
    expect(found(draft)).toEqual(
      recount(words.map((word) => ({ text: word.text, speaker: word.speaker ?? undefined }))),
    );
  });

  it('WhisperX', () => {
    const text = open('sps-whisperx/a95KMDHf4vQ.en.json');
    expect(all.map((format) => format.detect({ path: 'a', text }))).toEqual([0.9, 0, 0]);
    const { segments } = JSON.parse(text) as {
      segments: { text: string; words: { speaker?: string }[] }[];
    };
    const draft = read(whisperJson, text);
    expect(found(draft).text).toBe(letters(segments.map((segment) => segment.text).join('')));
    const changes = recount(
      segments.flatMap(({ words }) => words.map(({ speaker }) => ({ text: '', speaker }))),
    ).changes;
    expect(found(draft).changes).toBe(changes);
  });
});
