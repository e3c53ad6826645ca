import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { platformCases, takenOf, vttJsCases } from '../testing/webvtt-cases.ts';
import { parseWebVtt, webvtt } from './webvtt.ts';
import { parseCueText, parseCueTree, type WebVttNode } from './webvtt-text.ts';

/** Each part of a file as `label: text @start–end`. */
function said(text: string, file = 'a.vtt'): string[] {
  const [draft] = webvtt.read({ path: file, text });
  if (!draft || !('cues' in draft.body)) return [];
  return draft.body.cues.map((part) => {
    if (part.type === 'chapter') return `# ${part.title} @${part.startTime ?? ''}`;
    if (part.type === 'note') return `(${plainText(part.content)})`;
    const { label, content, startTime, endTime } = part;
    return `${label === undefined ? '' : `${label ?? '?'}: `}${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`;
  });
}

const problemsOf = (text: string) =>
  parseWebVtt(text, 'a.vtt').problems.map(({ rule, place, message, mend }) => [
    rule,
    place?.line,
    message,
    mend,
  ]);

describe('a file that is no WebVTT', () => {
  it.each([
    '',
    ' WEBVTT',
    'WEBVTTX',
    'webvtt',
    '\nWEBVTT',
    '1\n00:00:01,000 --> 00:00:02,000\nNo.',
  ])('has no cues, and it is said: %j', (text) => {
    expect(webvtt.detect({ path: 'a.vtt', text })).toBe(0);
    expect(parseWebVtt(text, 'a.vtt').cues).toEqual([]);
    expect(problemsOf(text)).toEqual([
      [
        'webvtt-signature',
        1,
        'Unexpected first line, expected `WEBVTT`',
        'Type `WEBVTT` as the first line, and leave the second one empty.',
      ],
    ]);
  });
});

describe('what cannot be read', () => {
  it('is left out, and said with its words and its line', () => {
    const text = [
      'WEBVTT',
      '',
      'words that nobody timed',
      'on two lines',
      '',
      '00:00:01,000 --> 00:00:02,000',
      'Nobody wrote',
      '',
      '00:03.000 --> 00:04.000',
      'them down.',
    ].join('\n');
    expect(said(text)).toEqual(['them down. @3–4']);
    expect(problemsOf(text)).toEqual([
      [
        'text-without-times',
        3,
        'Unexpected text without times, `words that nobody timed on two lines`, expected a line such as `00:04:33.000 --> 00:04:36.500` above it',
        'It is left out. If it belongs to the cue above, delete the empty line between them and import again.',
      ],
      [
        'cue-times',
        6,
        'Unexpected times `00:00:01,000 --> 00:00:02,000`, expected `00:04:33.000 --> 00:04:36.500`',
        'The cue is left out: `Nobody wrote`. Correct its times and import again.',
      ],
    ]);
  });

  it('is a track of data: it has no speech', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n{"x":1}\n';
    expect(said(text)).toEqual([]);
    expect(webvtt.read({ path: 'a.vtt', text })[0]!.problems).toMatchObject([
      { rule: 'no-speech' },
    ]);
  });
});

describe('a file', () => {
  it('says what it is, in which language, and who speaks', () => {
    const text = [
      '\ufeffWEBVTT - The tide tables',
      'Kind: captions',
      'Language: fr',
      '',
      'STYLE',
      '::cue { color: lime }',
      '',
      'REGION',
      'id:fred',
      '',
      'NOTE nobody says this',
      '',
      'intro',
      '00:00:01.000 --> 00:00:03.500 align:start',
      '<v Jo Field>Nobody <i>wrote</i>',
      'them &amp; us.</v> <v.loud Ann Reed>Nobody?',
      '',
      '00:00:03.500 --> 00:00:06.000',
      '<v>Who said this',
      '',
    ].join('\r\n');
    const [draft] = webvtt.read({ path: 'a.vtt', text });
    expect(draft!.facts).toEqual({ title: 'The tide tables', language: 'fr' });
    expect(draft!.problems).toEqual([]);
    expect(said(text)).toEqual([
      'Jo Field: Nobody wrote\nthem & us. @1–',
      'Ann Reed: Nobody? @1–3.5',
      'Who said this @3.5–6',
    ]);
  });

  it('has hours beyond ninety-nine', () => {
    expect(said('WEBVTT\n\n100:00:00.000 --> 1000:00:01.500\nStill.')).toEqual([
      'Still. @360000–3600001.5',
    ]);
  });

  it('of chapters is chapters', () => {
    const text = 'WEBVTT\nKind: chapters\n\n00:00.000 --> 01:00.000\nThe <b>first</b>\ntables\n';
    expect(said(text)).toEqual(['# The first tables @0']);
  });
});

describe('the text of a cue', () => {
  it.each([
    ['', []],
    ['<i></i>', []],
    ['<script>alert(1)</script>', [{ content: ['alert(1)'] }]],
    ['<c.yellow>Hello</c> <00:00:01.000>tide', [{ content: ['Hello tide'] }]],
    ['<ruby>漢<rt>kan</rt></ruby>', [{ content: ['漢 (kan)'] }]],
    ['&lt;b&gt; &nbsp;&unknown; &', [{ content: ['<b> \u00a0&unknown; &'] }]],
    ['<b>loud</b>', [{ content: [{ type: 'strong', children: ['loud'] }] }]],
  ])('%j', (text, voices) => expect(parseCueText(text)).toEqual(voices));

  it('is read in time that grows with it', () => {
    for (const hostile of [
      '<b>'.repeat(5000),
      '<v a>'.repeat(5000),
      '&'.repeat(60_000),
      '<'.repeat(60_000),
    ])
      expect(Array.isArray(parseCueText(hostile))).toBe(true);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(parseWebVtt(`WEBVTT\n\n${text}`, 'a.vtt').cues)).toBe(true);
        expect(Array.isArray(parseCueText(text))).toBe(true);
      }),
    );
  });
});

// ——— Conformance: the tests of the web platform and of vtt.js ————————————————————————————

const platform = corpusFolder('wpt-webvtt');
const vttjs = corpusFolder('vttjs-tests');
if (!platform || !vttjs)
  console.warn('Conformance to WebVTT is not tested: its tests are not here (ARCHIVE_CORPORA).');

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe.skipIf(!platform)('the tests of the web platform', () => {
  it.each(platformCases().map((one) => [one.name, one] as const))('%s', (name, expected) => {
    const { cues } = parseWebVtt(expected.text, name);
    expect(cues).toHaveLength(expected.cueCount);
    for (const [index, cue] of (expected.cues ?? []).entries())
      expect(cues[index]).toMatchObject(takenOf(cue));
  });

  const trees = platform
    ? (
        readJson(path.join(platform, 'webvtt/parsing/cue-text-parsing/tree-building.json')) as {
          readonly cases: readonly { readonly input: string; readonly tree: unknown }[];
        }
      ).cases
    : [];
  const shape = (node: WebVttNode): unknown =>
    node.type === 'text' ? node.value : [node.name, ...(node.children ?? []).map(shape)];
  const joined = (tree: unknown): unknown =>
    Array.isArray(tree)
      ? tree.map(joined).reduce<unknown[]>((list, item, index) => {
          const last = list.at(-1);
          if (index > 0 && typeof last === 'string' && typeof item === 'string' && list.length > 1)
            return [...list.slice(0, -1), last + item];
          return [...list, item];
        }, [])
      : tree;
  it.each(trees.map(({ input, tree }) => [input, tree] as const))(
    'builds the tree of %j',
    (input, tree) => {
      expect(joined(['', ...parseCueTree(input).map(shape)])).toEqual(
        joined(['', ...(tree as unknown[])]),
      );
    },
  );
});

describe.skipIf(!vttjs)('the tests of vtt.js', () => {
  const cases = vttJsCases();
  const current = cases.filter(({ outdated }) => outdated === undefined);

  it.each(current.map((one) => [one.name, one] as const))('%s', (name, expected) => {
    const { cues } = parseWebVtt(expected.text, name);
    expect(cues.map(takenOf)).toEqual(expected.cues!.map(takenOf));
  });

  it('are all but the two that differ from the specification of today', () => {
    expect(cases.length - current.length).toBe(2);
  });
});
