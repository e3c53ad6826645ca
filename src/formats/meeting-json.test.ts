import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { oyezJson, parseOyez } from './oyez-json.ts';
import { parseQmsum, qmsumJson } from './qmsum-json.ts';

const partsOf = ({ body }: Draft) => ('cues' in body ? body.cues : []);
const cuesOf = (draft: Draft): Cue[] => partsOf(draft).filter((part) => part.type === 'cue');

const said = (draft: Draft): string[] =>
  partsOf(draft).map((part) => {
    if (part.type === 'chapter') return `# ${part.title}`;
    const words = plainText(part.content);
    if (part.type === 'note') return `(${words})`;
    const label = part.label === undefined ? '' : `${part.label ?? '?'}: `;
    return `${label}${words}${part.startTime === undefined ? '' : ` @${part.startTime}`}`;
  });

it('a file that is none has no words, and none is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(said(parseOyez(text, 'a'))).toEqual([]);
      expect(said(parseQmsum(text, 'a'))).toEqual([]);
    }),
  );
});

it('an argument has turns of several blocks, some of nobody that is known', () => {
  const block = (text: string, start: number) => ({ text, start, stop: start + 1 });
  const draft = parseOyez(
    JSON.stringify({
      title: 'Pell v. Roe',
      transcript: {
        duration: 9.4,
        sections: [
          {
            turns: [
              {
                speaker: { name: 'Edmund Pell' },
                text_blocks: [block('So.', 0), block('It was.', 1)],
              },
              { speaker: null, text_blocks: [block('Was it?', 2)] },
            ],
          },
          { turns: [{ speaker: null, text_blocks: [block('No.', 3)] }] },
        ],
      },
    }),
    'a.json',
  );
  expect(draft.facts).toEqual({ title: 'Pell v. Roe', duration: 9 });
  expect(said(draft)).toEqual(['Edmund Pell: So. @0', 'It was. @1', '?: Was it? @2', '?: No. @3']);
});

it('a meeting has turns and topics, and its words are closed up', () => {
  const draft = parseQmsum(
    JSON.stringify({
      topic_list: [
        { topic: 'The gauge', relevant_text_span: [['1', '2']] },
        { topic: 'Too far', relevant_text_span: [['x']] },
      ],
      meeting_transcripts: [
        { speaker: 'Chair', content: "I 'm here , {vocalsound} are n't you ?" },
        { speaker: ' ', content: 'No .' },
        7,
      ],
    }),
    'a.json',
  );
  expect(said(draft)).toEqual([
    "Chair: I'm here, {vocalsound} aren't you?",
    '# The gauge',
    '?: No.',
  ]);
  expect(draft.problems).toMatchObject([
    { message: 'Unexpected turn 3, expected one with a `content`' },
  ]);
});

const filesOf = (name: string): [string, Readonly<Record<string, number>>][] => {
  const corpus = corpusFolder(name);
  if (!corpus) return [];
  const text = readFileSync(path.join(corpus, 'EXPECTED-COUNTS.json'), 'utf8');
  return Object.entries(
    (JSON.parse(text) as { files: Record<string, Record<string, number>> }).files,
  );
};
const open = (format: Format, corpus: string, name: string): Draft => {
  const text = readFileSync(path.join(corpusFolder(corpus)!, name), 'utf8');
  expect(format.detect({ path: name, text })).toBe(1);
  return format.read({ path: name, text })[0]!;
};

describe.skipIf(!corpusFolder('oyez-shape-json'))('arguments in the wild', () => {
  it.each(filesOf('oyez-shape-json'))('%s', (name, expected) => {
    const cues = cuesOf(open(oyezJson, 'oyez-shape-json', name));
    expect(cues).toHaveLength(expected['text_blocks']!);
    expect(cues.filter(({ label }) => label !== undefined)).toHaveLength(expected['turns']!);
    expect(cues.filter(({ label }) => label === null)).toHaveLength(
      expected['turns_without_speaker']!,
    );
    expect(new Set(cues.flatMap(({ label }) => label ?? [])).size).toBe(expected['speakers']);
  });
});

describe.skipIf(!corpusFolder('qmsum'))('meetings in the wild', () => {
  it.each(filesOf('qmsum'))('%s', (name, expected) => {
    const draft = open(qmsumJson, 'qmsum', name);
    const cues = cuesOf(draft);
    expect({
      turns: cues.length,
      speakers: new Set(cues.map(({ label }) => label)).size,
      topics: partsOf(draft).filter(({ type }) => type === 'chapter').length,
    }).toEqual(expected);
    expect(draft.problems).toEqual([]);
  });
});
