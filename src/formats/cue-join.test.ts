import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { joinCues, type Unit } from './cue-join.ts';
import type { Cue, CuePart } from './draft.ts';

const at = (line: number) => ({ line, column: 1 });

let line = 0;
const cue = (text: string, startTime?: number, endTime?: number, label?: string | null): Cue => ({
  type: 'cue',
  content: [text],
  ...(label !== undefined && { label }),
  ...(startTime !== undefined && { startTime }),
  ...(endTime !== undefined && { endTime }),
  place: at(++line),
});

const join = (cues: readonly CuePart[], unit: Unit = 'paragraph') =>
  joinCues(cues, { unit, file: 'a.vtt' });

/** Each quote as `label: text @start–end`. */
const said = (cues: readonly CuePart[], unit?: Unit): string[] =>
  join(cues, unit).transcript.parts.flatMap((part) =>
    part.type === 'speech'
      ? part.passages.map(
          ({ content, startTime, endTime }) =>
            `${part.label}: ${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`,
        )
      : [`(${part.type})`],
  );

describe('cues that are faulty', () => {
  it('are left out, or kept without their end, or put in order, and it is said', () => {
    const { transcript, problems } = join([
      { ...cue('Second.', 5, 6), place: at(2) },
      { ...cue('First.', 3, 4), place: at(5) },
      { ...cue('  '), place: at(8) },
      { ...cue('Third.', 7, 6), place: at(11) },
      { ...cue('', 8, 8), place: at(14) },
    ]);
    const [speech] = transcript.parts;
    expect(speech).toMatchObject({
      passages: [{ content: ['First. Second. Third.'], startTime: 3 }],
    });
    expect(problems.map(({ rule, place, message }) => [rule, place?.line, message])).toEqual([
      ['empty-cue', 8, 'Unexpected 2 cues (lines 8, 14) without words, expected some'],
      [
        'reversed-cue',
        11,
        'Unexpected cue that ends before it starts, expected the end after the start',
      ],
      [
        'cue-order',
        5,
        'Unexpected cue that starts before the one above it, expected the order of time',
      ],
    ]);
  });

  it('are nothing at all where there are none', () => {
    expect(join([])).toMatchObject({ transcript: { parts: [] }, problems: [] });
  });
});

describe('captions that roll', () => {
  it('say each line once', () => {
    const cues = ['nobody', 'nobody\nwrote', 'wrote\nthem', 'them\ndown', 'down'].map(
      (text, index) => cue(text, index, index + 1),
    );
    expect(said(cues)).toEqual(['null: nobody wrote them down @0–4']);
    expect(join(cues).problems.map(({ rule }) => rule)).toEqual(['rolling-cue']);
  });

  it('are no captions in which somebody says a thing twice', () => {
    expect(
      said([cue('No.', 0, 1, 'Ann'), cue('No.', 1, 2), cue('No.', 2, 3), cue('Yes.', 3, 4)]),
    ).toEqual(['Ann: No. No. No. Yes. @0–4']);
  });
});

describe('cues of one speaker', () => {
  it('become one paragraph, with the times of the first and the last', () => {
    expect(said([cue('Nobody wrote', 1, 2, 'JF'), cue('them down.', 2, 3)])).toEqual([
      'JF: Nobody wrote them down. @1–3',
    ]);
  });

  it('are parted where a sentence has ended and nobody speaks for two seconds', () => {
    expect(said([cue('It was on.', 0, 1, 'JF'), cue('He heard it.', 3, 4)])).toEqual([
      'JF: It was on. @0–1',
      'JF: He heard it. @3–4',
    ]);
    expect(said([cue('It was', 0, 1, 'JF'), cue('on, he said.', 3, 4)])).toHaveLength(1);
    expect(said([cue('It was', 0, 1, 'JF'), cue('on, he said.', 6, 7)])).toHaveLength(2);
  });

  it('are parted with a sentence when the paragraph is long, in the middle of a cue if need be', () => {
    const long = Array.from({ length: 60 }, (_, index) =>
      cue(`the tide rose ${index} feet. And nobody wrote`, index, index + 1, 'JF'),
    );
    const quotes = said(long);
    expect(quotes.length).toBeGreaterThan(1);
    // A quote that begins inside a cue has the time at which the cue starts.
    expect(quotes[1]).toMatch(/^JF: And nobody wrote .* @\d+–/);
  });

  it('are parted by length alone where sentences have no marks', () => {
    const quotes = said(
      Array.from({ length: 100 }, (_, index) =>
        cue(`${index} tides rose and`, index, index + 1, 'JF'),
      ),
    );
    expect(quotes.length).toBe(4);
  });

  it('stand in a row without blanks in Chinese', () => {
    expect(said([cue('港口以前', 0, 1, '李文'), cue('沒有人寫下潮汐表。', 1, 2)])).toEqual([
      '李文: 港口以前沒有人寫下潮汐表。 @0–2',
    ]);
  });

  it('are one quote each, or one for each sentence, when asked', () => {
    const cues = [cue('It was on. He', 0, 1, 'JF'), cue('heard it. Twice.', 1, 2)];
    expect(said(cues, 'cue')).toEqual(['JF: It was on. He @0–1', 'JF: heard it. Twice. @1–2']);
    expect(said(cues, 'sentence')).toEqual([
      'JF: It was on. @0–',
      'JF: He heard it. @0–',
      'JF: Twice. @1–2',
    ]);
  });
});

describe('a change of speaker', () => {
  it('starts a turn, also to somebody whom the file does not name', () => {
    expect(
      said([cue('Was it on?', 0, 1, 'JF'), cue('It was.', 1, 2, null), cue('No.', 2, 3, null)]),
    ).toEqual(['JF: Was it on? @0–1', 'Unknown: It was. @1–2', 'Unknown: No. @2–3']);
  });

  it('is none where the file is silent, and a note between changes nobody', () => {
    const note: CuePart = { type: 'note', content: ['laughter'], place: at(9) };
    expect(said([cue('It was.', 0, 1, 'JF'), note, cue('On.', 1, 2)])).toEqual([
      'JF: It was. @0–1',
      '(note)',
      'JF: On. @1–2',
    ]);
  });
});

describe('joining', () => {
  const anyCue = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    start: fc.option(fc.nat(1000), { nil: undefined }),
    length: fc.option(fc.integer({ min: -2, max: 9 }), { nil: undefined }),
    label: fc.constantFrom('JF', 'Ann Reed', null, undefined),
  });

  it('loses no words and adds none, whatever the cues and whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(anyCue),
        fc.constantFrom<Unit>('paragraph', 'sentence', 'cue'),
        (given, unit) => {
          // In the order of time, and no line twice, so that nothing is to be put right.
          const cues = given.map(({ text, length, label }, index) =>
            cue(`${index}${text}`, index, length === undefined ? undefined : index + length, label),
          );
          const letters = (text: string): string => text.replace(/\s/g, '');
          const quotes = join(cues, unit).transcript.parts.flatMap((part) =>
            part.type === 'speech' ? part.passages.map(({ content }) => plainText(content)) : [],
          );
          expect(letters(quotes.join(''))).toBe(
            letters(cues.map(({ content }) => plainText(content)).join('')),
          );
        },
      ),
    );
  });
});
