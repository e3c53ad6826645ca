import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { joinCues } from './cue-join.ts';
import type { Cue, Draft } from './draft.ts';
import { detectFormat } from './format.ts';
import { parseSpeechLines, speechLines } from './speech-lines.ts';

const cuesOf = ({ body }: Draft): Cue[] =>
  'cues' in body ? body.cues.filter((part) => part.type === 'cue') : [];
const said = (draft: Draft): string[] =>
  cuesOf(draft).map(
    ({ label, content, startsParagraph }) =>
      `${startsParagraph ? '¶ ' : ''}${label === undefined ? '' : `${label}: `}${plainText(content)}`,
  );

describe('a line with who, when and the words', () => {
  it.each([
    '',
    'speaker\tdate\ttext',
    'Jo Field\t2024-13-45\tNobody.',
    'Jo Field\t31/12/2024\tNobody.',
    'Jo Field 2024-03-02 Nobody.',
  ])('is not %j', (text) => expect(speechLines.detect({ path: 'a.txt', text })).toBe(0));

  it('is a speech, on as many lines as it takes, without its remains of HTML', () => {
    const text =
      '\ufeffJo Field\t3/2/2024\tFellow keepers: </i> nobody &#8212; nobody\r\nwrote.\r\n\r\nThen?\r\n';
    expect(speechLines.detect({ path: 'a.txt', text })).toBe(0.9);
    const [draft] = parseSpeechLines(text);
    expect(draft!.facts).toEqual({ date: '2024-03-02' });
    expect(said(draft!)).toEqual([
      '¶ Jo Field: Fellow keepers: nobody — nobody',
      'wrote.',
      '¶ Then?',
    ]);
  });

  it('of several speeches makes several episodes', () => {
    const drafts = parseSpeechLines('Jo\t2024-03-02\tNobody.\nAnn\t2024-03-02\tNo.\n');
    expect(drafts.map(({ name }) => name)).toEqual(['2024-03-02-1', '2024-03-02-2']);
    expect(drafts.map(said)).toEqual([['¶ Jo: Nobody.'], ['¶ Ann: No.']]);
  });
});

const corpus = corpusFolder('us-inaugural');
if (!corpus)
  console.warn('Speeches are not tested on real ones: they are not here (ARCHIVE_CORPORA).');
const { files } = corpus
  ? (JSON.parse(readFileSync(path.join(corpus, 'EXPECTED-COUNTS.json'), 'utf8')) as {
      files: Record<string, { words: number; paragraphs_by_blank_line: number }>;
    })
  : { files: {} };

/** Where the plain count has other words, and why. */
const explained: Readonly<Record<string, { more: number; why: string }>> = {
  'data/1_washington_1789.txt': { more: -1, why: 'a lone `</i>` counts as a word there' },
  'data/49_reagan_1981.txt': { more: 1, why: '`Americans.<br>God` is two words' },
};

describe.skipIf(!corpus)('the inaugural addresses', () => {
  it.each(Object.entries(files))('%s has its words and paragraphs', (name, expected) => {
    const file = { path: name, text: readFileSync(path.join(corpus!, name), 'utf8') };
    expect(detectFormat(file)).toBe(speechLines);
    const [draft] = parseSpeechLines(file.text);
    const cues = cuesOf(draft!);
    const words = cues.flatMap(({ content }) => plainText(content).split(' ')).length;
    // The plain count has the name and the day, too.
    const head = cues[0]!.label!.split(' ').length + 1;
    expect(words + head).toBe(expected.words + (explained[name]?.more ?? 0));
    expect(cues.filter(({ startsParagraph }) => startsParagraph)).toHaveLength(
      expected.paragraphs_by_blank_line,
    );
  });

  it('are quotes that one can read, also where a speech is one line', () => {
    for (const name of Object.keys(files)) {
      const [draft] = parseSpeechLines(readFileSync(path.join(corpus!, name), 'utf8'));
      const { transcript } = joinCues(cuesOf(draft!), { unit: 'paragraph', file: name });
      const passages = transcript.parts.flatMap((part) =>
        part.type === 'speech' ? part.passages : [],
      );
      const longest = Math.max(
        ...passages.map(({ content }) => plainText(content).split(' ').length),
      );
      expect(longest, name).toBeLessThan(900);
    }
  });
});
