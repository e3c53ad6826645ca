import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../archive/model.ts';
import { looksLikeLabel } from './label.ts';
import { parseMarkdown } from './markdown.ts';

const file = 'content/episodes/harbour/tides.md';
const isName = (label: string): boolean => ['Jo Field', 'Ann Reed', 'JF', '唐鳳'].includes(label);
const read = (body: string) => parseMarkdown(body, { file, isName });
const withoutPlaces = (transcript: Transcript): unknown =>
  JSON.parse(
    JSON.stringify(transcript.parts, (key, value: unknown) =>
      key === 'place' ? undefined : value,
    ),
  );
const parts = (body: string): unknown => withoutPlaces(read(body).transcript);
const said = (label: string | null, ...texts: string[]) => ({
  type: 'speech',
  label,
  passages: texts.map((text) => ({ content: [text] })),
});
const rules = (body: string) =>
  read(body).problems.map(
    ({ rule, severity, place }) => `${place?.line}:${place?.column} ${severity} ${rule}`,
  );

describe('a label that nobody knows', () => {
  it('is an error that says what to type', () => {
    expect(read('**Jo Field:** Yes.\n\nBitcoin: it grew.').problems).toEqual([
      {
        rule: 'unknown-label',
        severity: 'error',
        file,
        place: { line: 3, column: 1 },
        message: 'Unexpected label `Bitcoin`, expected the name of a speaker',
        mend: 'If it is speech, type `Bitcoin\\:`. If somebody speaks, add `content/speakers/bitcoin.md` with `name: Bitcoin`, or name them under `speakers:` in the front matter.',
      },
    ]);
  });

  it.each([
    'Ada van Dam: Yes.',
    'Ibn al-Amin: Yes.',
    'Émile: Oui.',
    '林小姐：好',
    '他說: 好',
    'سارة: نعم',
    'Zoë O’Neill: Yes.',
    '[04:33] Bitcoin: it grew.',
  ])('is seen in %j', (body) => expect(rules(body)).toEqual(['1:1 error unknown-label']));

  it.each([
    'Bitcoin\\: it grew.',
    '林小姐\\：好',
    'And then: everybody.',
    'https://example.org: a page',
    '6:09:50 was late.',
    'Note: it rained.',
    'For example: dig.',
    'I said this to her and to everybody who listened: no.',
    'The Tide Tables of the Old Harbour: a history.',
    'Tides:rising',
    'Question: who?',
  ])('is not seen in %j', (body) => expect(rules(body)).toEqual([]));

  it('takes `\\:` away and keeps the words', () => {
    expect(parts('Bitcoin\\: it grew.\n\n他說\\：好')).toEqual([
      said(null, 'Bitcoin: it grew.', '他說：好'),
    ]);
  });

  it.each([
    ['Jo Field', true],
    ['Note', false],
    ['and then', false],
    ['唐鳳', true],
    ['Jo 2', true],
    ['A B C D E', false],
    ['x', false],
  ])('looksLikeLabel(%j) is %s', (label, expected) => expect(looksLikeLabel(label)).toBe(expected));
});

describe('labels', () => {
  it.each([
    ['**Jo Field:** Yes.'],
    ['**Jo Field**: Yes.'],
    ['**Jo Field：** Yes.'],
    ['**Jo Field**： Yes.'],
    ['Jo Field: Yes.'],
    ['### Jo Field:\n\nYes.'],
    ['### Jo Field：\nYes.'],
    ['**Jo Field:**\n\nYes.'],
    ['**Jo Field:**Yes.'],
    ['Jo Field:\nYes.'],
  ])('reads %j', (body) => expect(parts(body)).toEqual([said('Jo Field', 'Yes.')]));

  it('reads a bold label with a letter right after it, which CommonMark does not see as bold', () => {
    expect(parts('**唐鳳：**你好**嗎**')).toEqual([
      {
        type: 'speech',
        label: '唐鳳',
        passages: [{ content: ['你好', { type: 'strong', children: ['嗎'] }] }],
      },
    ]);
  });

  it.each([
    ['**Jo Field:** [00:04:33] Yes.'],
    ['**Jo Field:** \\[04:33\\] Yes.'],
    ['Jo Field: 00:04:33\nYes.'],
    ['Jo Field: 04:33\n\nYes.'],
    ['Jo Field: [00:04:33]\n\nYes.'],
    ['[04:33] **Jo Field:** Yes.'],
    ['[04:33] Jo Field: Yes.'],
    ['**Jo Field:** 00:04:33\n\nYes.'],
    ['[04:33]\n\n**Jo Field:** Yes.'],
    ['**Jo Field:** [\\04:33\\] Yes.'],
    ['**Jo Field: \\[04:33\\]** Yes.'],
  ])('reads the time in %j', (body) =>
    expect(parts(body)).toEqual([
      { type: 'speech', label: 'Jo Field', passages: [{ content: ['Yes.'], startTime: 273 }] },
    ]),
  );

  it('keeps `(04:33)`, `12\\:30` and an answer that is a time as words', () => {
    expect(
      parts('(04:33) late\n\n**Jo Field:** 12:30\n\nAnn Reed: 12:30\n\nJF: 12\\:30\n\nMore.'),
    ).toEqual([
      said(null, '(04:33) late'),
      said('Jo Field', '12:30'),
      said('Ann Reed', '12:30'),
      said('JF', '12:30', 'More.'),
    ]);
  });

  it('starts a speech where a line in a paragraph starts with a label', () => {
    expect(
      parts('**Jo Field:** Yes.\n**Ann Reed:** No.\nJF: Well.\n[00:07] **Jo Field:** So.'),
    ).toEqual([
      said('Jo Field', 'Yes.'),
      said('Ann Reed', 'No.'),
      said('JF', 'Well.'),
      { type: 'speech', label: 'Jo Field', passages: [{ content: ['So.'], startTime: 7 }] },
    ]);
  });

  it('sees labels in blocks of HTML and in indented paragraphs', () => {
    expect(parts('<div>\n**Jo Field:** Yes.\n</div>\n\n    **Ann Reed:** No.')).toEqual([
      said(null, '<div>'),
      said('Jo Field', 'Yes. </div>'),
      said('Ann Reed', 'No.'),
    ]);
  });

  it('warns of a label within a list, a block quote or code', () => {
    expect(rules('- Jo Field: Yes.\n\n> **Jo Field:** Yes.\n\n```\nJo Field: Yes.\n```')).toEqual([
      '1:1 warning label-in-block',
      '3:1 warning label-in-block',
      '5:1 warning label-in-block',
    ]);
  });

  it('gives a label where it stands in the file', () => {
    const { transcript } = parseMarkdown('Hi.\n\n**Jo:** Yes.\n**Ann:** No.', {
      file,
      firstLine: 10,
    });
    expect(transcript.parts.map((part) => part.place)).toEqual([
      { line: 10, column: 1 },
      { line: 12, column: 1 },
      { line: 13, column: 1 },
    ]);
  });

  it('takes plain labels for words where an archive has none', () => {
    const { transcript, problems } = parseMarkdown('Jo Field: Yes.', {
      file,
      isName,
      plainLabels: false,
    });
    expect([withoutPlaces(transcript), problems]).toEqual([[said(null, 'Jo Field: Yes.')], []]);
  });
});

describe('notes', () => {
  it.each([
    ['> laughter', 'laughter'],
    ['[laughter]', 'laughter'],
    ['\\[laughter\\]', 'laughter'],
    ['(笑)', '笑'],
    ['（笑）', '笑'],
    ['*[laughter]*', 'laughter'],
  ])('reads %j', (body, text) => expect(parts(body)).toEqual([{ type: 'note', content: [text] }]));

  it('leaves the speech after a break alone, and its time too', () => {
    expect(
      parts('**Jo Field:** Yes.\n\n**Break:** \\[19:35\\]\n\nAnd on.\n\n**Break:**\n\nAnd on.'),
    ).toEqual([
      said('Jo Field', 'Yes.'),
      { type: 'note', label: 'Break', content: [], startTime: 1175 },
      said(null, 'And on.'),
      { type: 'note', label: 'Break', content: [] },
      said(null, 'And on.'),
    ]);
  });

  it('takes what stands below the heading of a break for notes, until the next label', () => {
    expect(parts('### Music：\n\nla la\n\n### 唐鳳：\n\n好')).toEqual([
      { type: 'note', label: 'Music', content: ['la la'] },
      said('唐鳳', '好'),
    ]);
  });

  it('keeps brackets within speech', () => {
    expect(parts('**Jo Field:** [laughs]\n\nSo [laughs] yes.')).toEqual([
      said('Jo Field', '[laughs]', 'So [laughs] yes.'),
    ]);
  });
});

describe('chapters', () => {
  it.each([
    ['# Tides', { title: 'Tides' }],
    ['## Tides [04:12]', { title: 'Tides', startTime: 252 }],
    ['## [04:12] Tides', { title: 'Tides', startTime: 252 }],
    ['## Tides\\:', { title: 'Tides:' }],
    ['#### *Low* water', { title: 'Low water' }],
  ])('reads %j', (body, chapter) => expect(parts(body)).toEqual([{ type: 'chapter', ...chapter }]));

  it('never makes a chapter of speech with a line under it', () => {
    expect(parts('**Jo Field:** Yes.\n---\n\nNo.\n===')).toEqual([said('Jo Field', 'Yes.', 'No.')]);
    expect(rules('**Jo Field:** Yes.\n---')).toEqual(['1:1 warning underlined']);
  });
});

describe('no words are lost', () => {
  it.each([
    ['[note]: hello', '[note]: hello'],
    ['- [note]: hello', '• [note]: hello'],
    ['> [note]: hello', '[note]: hello'],
    ['[^1]: hello', '[^1]: hello'],
    ['See [this][1].', 'See [this][1].'],
    ['See [this][1].\n\n[1]: javascript:x', 'See [this][1].|[1]: javascript:x'],
    ['<b>Jo</b> said <!-- nothing -->', '<b>Jo</b> said <!-- nothing -->'],
    ['<!-- hidden -->', '<!-- hidden -->'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['- [x] done\n- [ ] open', '• [x] done\n• [ ] open'],
    ['| a | b |\n|---|---|\n| 1 | 2 | 3 |', 'a\tb\n1\t2\t3'],
    ['> > deep\n>\n> - a\n> - b', 'deep|• a\n• b'],
    ['``` Jo: yes\nx\n```', 'Jo: yes\nx'],
    ['1. a\n\n   b\n2. c', '1. a b\n2. c'],
    ['潮汐\n表 and\nmore', '潮汐表 and more'],
    ['a  \nb\\\nc', 'a\nb\nc'],
    ['~~gone~~', 'gone'],
    ['x\u0000y', 'x\ufffdy'],
    ['***\n\n---', ''],
  ])('%j is read as %j', (body, text) => {
    const words = (value: unknown): string =>
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.map(words).join('')
          : (value as { type?: string }).type === 'break'
            ? '\n'
            : words((value as { children?: unknown }).children ?? '');
    const found = read(body).transcript.parts.flatMap((part) =>
      part.type === 'speech'
        ? part.passages.map((passage) => words(passage.content))
        : part.type === 'note'
          ? [words(part.content)]
          : [part.title],
    );
    expect(found.join('|')).toBe(text);
  });

  it('says that a block of code has no end', () => {
    expect(read('```\n**Jo Field:** Yes.').problems.map(({ message }) => message)).toEqual([
      'Unexpected end of the file inside a block of code, expected a second line ` ``` `',
      'Unexpected label `Jo Field` in a block of code, expected it at the start of a paragraph',
    ]);
  });
});

describe('links', () => {
  it('keeps the words of one that is not allowed, and says so', () => {
    const { transcript, problems } = read('A [trap](javascript:alert`1`) here.');
    expect(withoutPlaces(transcript)).toEqual([said(null, 'A trap here.')]);
    expect(problems).toEqual([
      {
        rule: 'link-not-allowed',
        severity: 'warning',
        file,
        place: { line: 1, column: 3 },
        message:
          'Unexpected link to `javascript:alert`1``, expected one that starts with https://, http://, mailto: or /',
        mend: 'The words stay, the link is left out. Type the whole address, or take the link away.',
      },
    ]);
  });

  it.each([
    'data:text/html,x',
    '//example.org',
    '/\\example.org',
    'file:///etc',
    'vbscript:x',
    'JaVaScRiPt:x',
    'page.html',
  ])('refuses %s', (url) =>
    expect(rules(`[x](<${url}>)`)).toEqual(['1:1 warning link-not-allowed']),
  );

  it.each([
    'https://example.org',
    'HTTP://example.org',
    'mailto:a@example.org',
    '/speakers/',
    '#q7k2m9xqp',
  ])('takes %s', (url) =>
    expect(parts(`[x](${url})`)).toEqual([
      {
        type: 'speech',
        label: null,
        passages: [{ content: [{ type: 'link', url, children: ['x'] }] }],
      },
    ]),
  );

  it('takes a picture in a link as its words', () => {
    expect(parts('[![a boat](https://example.org/b.png)](https://example.org/)')).toEqual([
      {
        type: 'speech',
        label: null,
        passages: [
          { content: [{ type: 'link', url: 'https://example.org/', children: ['a boat'] }] },
        ],
      },
    ]);
  });

  it('takes a picture as a link to it, and a defined reference as a link', () => {
    expect(
      parts('![a boat](https://example.org/b.png) [tide][1]\n\n[1]: https://example.org/t'),
    ).toEqual([
      {
        type: 'speech',
        label: null,
        passages: [
          {
            content: [
              { type: 'link', url: 'https://example.org/b.png', children: ['a boat'] },
              ' ',
              { type: 'link', url: 'https://example.org/t', children: ['tide'] },
            ],
          },
        ],
      },
    ]);
  });
});

describe('times', () => {
  it('stand before the words they are of', () => {
    expect(parts('**Jo Field:** One [00:05] two[0:06]three, [99:99] no.')).toEqual([
      {
        type: 'speech',
        label: 'Jo Field',
        passages: [
          {
            content: [
              'One ',
              { type: 'time', seconds: 5 },
              'two',
              { type: 'time', seconds: 6 },
              'three, [99:99] no.',
            ],
          },
        ],
      },
    ]);
  });

  it('go to a list or a table after them', () => {
    expect(parts('**Jo Field:** [00:05]\n\n- a')).toEqual([
      {
        type: 'speech',
        label: 'Jo Field',
        passages: [{ content: ['• a'], block: 'list', startTime: 5 }],
      },
    ]);
  });
});

describe('hostile text', () => {
  it.each([
    ['blanks', `${' '.repeat(100_000)}a`],
    ['labels', '**A:** b\n'.repeat(20_000)],
    ['plain labels', 'Jo Field: b\n'.repeat(20_000)],
    ['stars', '*'.repeat(20_000) + 'a' + '*'.repeat(20_000)],
    ['open stars', '*a '.repeat(30_000)],
    ['brackets', '['.repeat(50_000)],
    ['links', `${'['.repeat(10_000)}a${'](b)'.repeat(10_000)}`],
    ['quotes', `${'>'.repeat(200)}a\n`.repeat(500)],
    ['times', `${'[00:01] '.repeat(30_000)}x`],
    ['definitions', '[a]: b\n'.repeat(20_000)],
    ['pointed brackets', '<'.repeat(50_000)],
    ['references', '&'.repeat(50_000)],
    ['colons', ':'.repeat(50_000)],
    ['backslashes', '\\'.repeat(50_000)],
    ['bold without end', `**${'a'.repeat(50_000)}`],
  ])('is read in little time: %s', (_name, body) => {
    const start = performance.now();
    const { transcript, problems } = read(body);
    expect(transcript.parts.length + problems.length).toBeGreaterThan(0);
    // Quadratic time would take minutes.
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('says when marks stand too deep in one another', () => {
    for (const mark of ['>', '> ', '- ', '1. '])
      expect(rules(`Yes.\n\n${mark.repeat(100_000)}a`)).toEqual(['3:1 error nested-too-deep']);
    // Less than a line of them, but without end.
    expect(rules(`${'*'.repeat(100_000)}a${'*'.repeat(100_000)}`)).toEqual([
      '1:1 error nested-too-deep',
    ]);
  });
});

describe('the fixtures', () => {
  const folder = new URL('fixtures/markdown/', import.meta.url);
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const input = readFileSync(new URL(`${name}/input.md`, folder), 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`${name}/transcript.json`, folder), 'utf8'),
    );
    const { transcript, problems } = parseMarkdown(input, { file: 'input.md', isName });
    expect({
      parts: withoutPlaces(transcript),
      problems: problems.map(({ place, rule }) => `${place?.line}:${place?.column} ${rule}`),
    }).toEqual(expected);
  });
});
