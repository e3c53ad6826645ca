import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../bench/fuzz.ts';
import { corpusFolder } from '../store/corpora.ts';
import { findFault, repeated } from '../testing/hostile.ts';
import { formats } from './format.ts';

/** A few real files of different formats; none where they are not on this machine. */
const real = [
  'podcast-namespace/docs/examples/transcripts/example.vtt',
  'podcast-namespace/docs/examples/transcripts/example.srt',
  'podcast-namespace/docs/examples/transcripts/example.html',
  'stt-json/sps-whisperx/a95KMDHf4vQ.en.json',
  'spacelog/missions/mr3/transcripts/ATG',
  'uk-hansard-xml/spec/data/housecommons_empty_section_title.xml',
].flatMap((name) => {
  const [corpus = '', ...rest] = name.split('/');
  const folder = corpusFolder(corpus);
  if (folder === undefined) return [];
  return [{ path: name, text: readFileSync(path.join(folder, ...rest), 'utf8') }];
});

describe('files that somebody broke', () => {
  it('are read without a fault, and what is written of them is not refused', () => {
    expect(fuzz(2000, real, 1).faults).toEqual([]);
  });
});

describe('the same again and again', () => {
  // A reader that looks back for each character would not end within the time that a test has.
  it.each(formats.map((format) => [format.name, format] as const))(
    'is read by %s in time that grows with it, and written',
    (_, format) => {
      for (const [head, unit] of repeated) {
        const text = head + unit.repeat(Math.ceil(20_000 / unit.length));
        expect(findFault(format, { path: 'a', text }), JSON.stringify(head + unit)).toBe(undefined);
      }
    },
    60_000,
  );
});
