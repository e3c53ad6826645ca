import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import type { Cue, Draft } from './draft.ts';
import { detectFormat } from './format.ts';
import { readDrafts } from './parts.ts';
import { sentenceSpeakers, sentenceTable } from './sentence-table.ts';

const cuesOf = ({ body }: Draft): Cue[] =>
  'cues' in body ? body.cues.filter((part) => part.type === 'cue') : [];
const said = (draft: Draft): string[] =>
  cuesOf(draft).map(
    ({ label, content, startTime, endTime }) =>
      `${label ?? '–'}: ${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`,
  );

const speakers = (metadata: unknown): { path: string; text: string } => ({
  path: 'diarized/a95K.json',
  text: JSON.stringify({ language: 'eng', sentenceMetadata: metadata }),
});
const sentences = {
  path: 'sentences/a95K.eng.tsv',
  text: '0\tNobody wrote.\n1\tNobody?\n2\tNo.\n',
};

describe('speakers of sentences', () => {
  it('without the sentences say which file is missing', () => {
    const [draft] = readDrafts(speakers([['0', 6, 1, 2]]), sentenceSpeakers);
    expect(said(draft!)).toEqual([]);
    expect(draft!.problems).toMatchObject([
      {
        rule: 'no-sentences',
        severity: 'error',
        message:
          'Unexpected speakers without their sentences, expected the file `a95K.eng.tsv` beside',
        mend: 'Give both files: `npm run import -- a95K.json a95K.eng.tsv`.',
      },
    ]);
  });

  it('are joined with them, in the order of the sentences; what one of the two lacks is said or nobody’s', () => {
    const file = speakers([['1', 10, 3, 4], ['0', 6, 1, 2.5], ['7', 6, 9, 9], 5]);
    expect(detectFormat(file)).toBe(sentenceSpeakers);
    expect(detectFormat(sentences)).toBe(sentenceTable);
    const [draft] = readDrafts(file, sentenceSpeakers, [file, sentences]);
    expect(draft!.facts).toEqual({ status: 'machine', language: 'en' });
    expect(draft!.used).toEqual(['sentences/a95K.eng.tsv']);
    expect(said(draft!)).toEqual([
      'Speaker 6: Nobody wrote. @1–2.5',
      'Speaker 10: Nobody? @3–4',
      '–: No. @–',
    ]);
    expect(draft!.problems.map(({ message }) => message)).toEqual([
      'Unexpected sentence 3, expected one of `sentences/a95K.eng.tsv`',
      'Unexpected sentence 4, expected one of `sentences/a95K.eng.tsv`',
    ]);
  });
});

describe('numbered sentences alone', () => {
  it('have no speakers and no times, and say which line is none', () => {
    const [draft] = readDrafts({ path: 'a.tsv', text: '0\tNobody.\nstray\n' }, sentenceTable);
    expect(said(draft!)).toEqual(['–: Nobody. @–']);
    expect(draft!.problems).toMatchObject([{ rule: 'sentence-row', place: { line: 2 } }]);
  });
});

const corpus = corpusFolder('stt-json');

describe.skipIf(!corpus)('in the wild', () => {
  it('every sentence has the speaker and the times of the other file', () => {
    const folder = path.join(
      corpus!,
      'sps-whisperx/testdata/testbucket/transcripts/public/testcategory',
    );
    const [file, table] = ['diarized/a95KMDHf4vQ.json', 'sentences/a95KMDHf4vQ.eng.tsv'].map(
      (name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }),
    );
    const { sentenceMetadata } = JSON.parse(file!.text) as {
      sentenceMetadata: [string, number, number, number][];
    };
    const words = new Map(
      table!.text.split('\n').map((line) => line.split('\t') as [string, string]),
    );
    const [draft] = readDrafts(file!, detectFormat(file!)!, [file!, table!]);
    expect(draft!.problems).toEqual([]);
    expect(said(draft!)).toEqual(
      sentenceMetadata.map(
        ([id, speaker, start, end]) =>
          `Speaker ${speaker}: ${words.get(id)!.trim()} @${start}–${end}`,
      ),
    );
  });
});
