import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import { anyTranscript } from '../testing/any-transcript.ts';
import { cutPassage } from './cut.ts';
import { serializeMarkdown } from './markdown-writer.ts';
import { readTranscript, type ReadingOptions } from './reading.ts';

const names = new Set(['Jo Field', 'Ann Reed']);
const options: ReadingOptions = { file: 'a.md', isName: (label) => names.has(label) };
const json: ReadingOptions = { ...options, file: 'a.json' };

/** Who says what, the label that goes on included. */
function said(text: string, given: ReadingOptions): [string | null, string, number | undefined][] {
  let voice: string | null = null;
  return readTranscript(text, given).transcript.parts.flatMap((part) => {
    if (part.type !== 'speech') return [];
    voice = part.label ?? voice;
    return part.passages.map((passage): [string | null, string, number | undefined] => [
      voice,
      plainText(passage.content),
      passage.startTime,
    ]);
  });
}

const others = (text: string, given: ReadingOptions): string[] =>
  readTranscript(text, given).transcript.parts.flatMap((part) =>
    part.type === 'chapter'
      ? [`# ${part.title} ${part.startTime}`]
      : part.type === 'note'
        ? [`> ${part.label} ${plainText(part.content)} ${part.startTime}`]
        : [],
  );

/** Cuts passages in turn; what is left must be all the rest. How many cuts there were of each kind. */
function cutEach(
  text: string,
  given: ReadingOptions,
  step = 1,
): Record<'lines' | 'whole' | 'none', number> {
  const count = { lines: 0, whole: 0, none: 0 };
  const before = said(text, given);
  const kept = others(text, given);
  for (let at = 0; at < before.length; at += step) {
    const cut = cutPassage(text, at, given);
    if (!cut) {
      count.none++;
      continue;
    }
    count[cut.how]++;
    expect(said(cut.text, given)).toEqual(before.toSpliced(at, 1));
    expect(others(cut.text, given)).toEqual(kept);
    if (cut.how === 'whole' || given.file.endsWith('.json')) continue;
    const known = new Set(text.split('\n'));
    const fresh = cut.text.split('\n').filter((line) => !known.has(line));
    // A label that moved makes one new line.
    expect(fresh.length).toBeLessThanOrEqual(1);
  }
  return count;
}

describe('a passage that goes from a transcript', () => {
  it('that is not there gives nothing', () => {
    expect(cutPassage('**Jo Field:** Yes.\n', 1, options)).toBeUndefined();
    expect(cutPassage('{ "segments": [] }', 0, json)).toBeUndefined();
  });

  it.each([
    [
      'leaves its neighbours',
      '**Jo Field:** One.\n\nTwo.\n\nThree.\n',
      1,
      '**Jo Field:** One.\n\nThree.\n',
    ],
    [
      'leaves its label to the next',
      '**Jo Field:** [00:10] One.\n\n[00:20] Two.\n',
      0,
      '**Jo Field:** [00:20] Two.\n',
    ],
    [
      'leaves its label in the style of the file',
      'Jo Field: One.\n\nTwo.\n',
      0,
      'Jo Field: Two.\n',
    ],
    [
      'leaves its label to what comes after a note',
      '**Jo Field:** One.\n\n> laughter\n\nTwo.\n',
      0,
      '> laughter\n\n**Jo Field:** Two.\n',
    ],
    [
      'leaves its label to what comes after a chapter',
      '**Jo Field:** One.\n\n## Tides\n\nTwo.\n',
      0,
      '## Tides\n\n**Jo Field:** Two.\n',
    ],
    [
      'leaves its label to a list',
      '**Jo Field:** One.\n\n- a\n- b\n',
      0,
      '**Jo Field:**\n\n- a\n- b\n',
    ],
    [
      'takes its label along when nothing goes on',
      '**Jo Field:** One.\n\n**Ann Reed:** Two.\n',
      0,
      '**Ann Reed:** Two.\n',
    ],
    [
      'takes a label on a line of its own along',
      '### Jo Field：\n\nOne.\n\n### Ann Reed：\n\nTwo.\n',
      0,
      '### Ann Reed：\n\nTwo.\n',
    ],
    [
      'leaves a label on a line of its own to the next',
      '### Jo Field：\n\nOne.\n\nTwo.\n',
      0,
      '### Jo Field：\n\nTwo.\n',
    ],
    [
      'takes the time of a label line along',
      'Jo Field: 00:01:02\nOne.\n\nTwo.\n',
      0,
      'Jo Field: Two.\n',
    ],
    [
      'takes a time on a line of its own along',
      '**Jo Field:** One.\n\n[00:20]\n\nTwo.\n\nThree.\n',
      1,
      '**Jo Field:** One.\n\nThree.\n',
    ],
    [
      'leaves the time of the next',
      '**Jo Field:** One.\n\nTwo.\n\n[00:20]\n\nThree.\n',
      1,
      '**Jo Field:** One.\n\n[00:20]\n\nThree.\n',
    ],
    [
      'goes between lines without empty ones',
      'Jo Field: One.\nAnn Reed: Two.\nJo Field: Three.\n',
      1,
      'Jo Field: One.\nJo Field: Three.\n',
    ],
    [
      'goes with all its lines',
      '**Jo Field:** One\nand more.\n\n**Ann Reed:** Two.',
      0,
      '**Ann Reed:** Two.',
    ],
    ['goes from the end', '**Jo Field:** One.\n\n**Ann Reed:** Two.\n', 1, '**Jo Field:** One.\n'],
    [
      'goes as the only one',
      '---\ntitle: Tides\n---\n\n**Jo Field:** One.\n',
      0,
      '---\ntitle: Tides\n---\n',
    ],
    [
      'goes with the address that only it links to',
      '**Jo Field:** One.\n\nSee [tides].\n\n[tides]: https://example.org/\n',
      1,
      '**Jo Field:** One.\n',
    ],
    [
      'leaves addresses that others link to',
      '**Jo Field:** [tides].\n\nSee [tides].\n\n[tides]: https://example.org/\n',
      1,
      '**Jo Field:** [tides].\n\n[tides]: https://example.org/\n',
    ],
    ['keeps the ends of lines', '**Jo Field:** One.\r\n\r\nTwo.\r\n', 0, '**Jo Field:** Two.\r\n'],
  ])('%s', (_, text, at, expected) => {
    expect(cutPassage(text, at, options)).toEqual({ text: expected, how: 'lines' });
  });

  it('makes the file anew where two lists would become one', () => {
    const text = '**Jo Field:** One.\n\n- a\n\nTwo.\n\n- b\n';
    expect(cutPassage(text, 2, options)).toEqual({
      text: '**Jo Field:** One.\n\n- a\n\n* b\n',
      how: 'whole',
    });
  });

  it.each([
    [
      'goes with its comma',
      '{ "segments": [\n  { "speaker": "Jo", "body": "One." },\n  { "speaker": "Ann", "body": "Two." }\n] }\n',
      0,
      '{ "segments": [\n  { "speaker": "Ann", "body": "Two." }\n] }\n',
    ],
    [
      'goes from the end',
      '{ "segments": [\n  { "speaker": "Jo", "body": "One." },\n  { "speaker": "Ann", "body": "Two." }\n] }\n',
      1,
      '{ "segments": [\n  { "speaker": "Jo", "body": "One." }\n] }\n',
    ],
    ['goes as the only one', '{ "segments": [{ "body": "One." }] }', 0, '{ "segments": [] }'],
    [
      'leaves its speaker to the next',
      '{ "segments": [\n  { "speaker": "Jo", "body": "One." },\n  { "body": "Two." }\n] }\n',
      0,
      '{ "segments": [\n  { "speaker": "Jo", "body": "Two." }\n] }\n',
    ],
    [
      'leaves its speaker to what comes after music',
      '{"segments":[{"speaker":"Jo","body":"One."},{"speaker":"Music","body":"La"},{"body":"}\\"Two."}]}',
      0,
      '{"segments":[{"speaker":"Music","body":"La"},{"speaker": "Jo", "body":"}\\"Two."}]}',
    ],
  ])('as a segment %s', (_, text, at, expected) => {
    expect(cutPassage(text, at, json)).toEqual({ text: expected, how: 'lines' });
  });

  it('as a segment makes the file anew where the next has an empty speaker', () => {
    const text = '{"segments":[{"speaker":"Jo","body":"One."},{"speaker":"","body":"Two."}]}';
    expect(cutPassage(text, 0, json)).toEqual({
      text: '{"segments":[{"speaker":"Jo","body":"Two."}]}\n',
      how: 'whole',
    });
  });

  it('goes from any transcript, and leaves all the rest', () => {
    const count = { lines: 0, whole: 0, none: 0 };
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const one = cutEach(serializeMarkdown(transcript), options);
        count.lines += one.lines;
        count.whole += one.whole;
        count.none += one.none;
      }),
      { numRuns: 400, seed: 11 },
    );
    expect(count.lines).toBeGreaterThan(1000);
    expect(count.whole).toBeLessThan(count.lines / 50);
    expect(count.none).toBe(0);
  });

  it.each(globSync('src/formats/fixtures/markdown/*/input.md'))('goes from %s', (file) => {
    const { whole, none } = cutEach(readFileSync(file, 'utf8'), options);
    expect({ whole, none }).toEqual({ whole: 0, none: 0 });
  });

  it('goes from each transcript of the example archive', () => {
    const labels = new Set(
      globSync('content/speakers/*.md').flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^name: (.+)$/gm)].map((match) => match[1]!),
      ),
    );
    const isName = (label: string): boolean => labels.has(normalizeLabel(label));
    for (const file of globSync('content/episodes/*/*.{md,json}')) {
      const text = readFileSync(file, 'utf8');
      const { whole, none } = cutEach(text, { file, isName }, text.length > 30_000 ? 41 : 3);
      expect({ file, whole, none }).toEqual({ file, whole: 0, none: 0 });
    }
  });
});
