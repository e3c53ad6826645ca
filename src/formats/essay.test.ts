import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEssay } from './essay.ts';

const parse = (body: string, base = '/') =>
  parseEssay(body, { file: 'content/collections/fog.mdx', firstLine: 5, base });

/** What is wrong, each as `line:column rule: message | mend`. */
const problems = (body: string): string[] =>
  parse(body).problems.map(
    ({ place, rule, message, mend }) =>
      `${place?.line}:${place?.column} ${rule}: ${message} | ${mend}`,
  );

/** What is shown of its prose. */
const prose = (body: string) => parse(body).parts.filter(({ type }) => type === 'prose');

const nothingRuns = 'expected text in Markdown: nothing in a collection runs';
const noBrace =
  'Take it out. A brace that is meant as such is typed `\\{`; an attribute stands between quotation marks: `id="q7k2m9xqp"`.';

describe('what would run as a program', () => {
  it.each([
    [
      'import fs from "node:fs"\n\nFog.',
      `5:1 no-program: Unexpected \`import\`, ${nothingRuns} | Take the line out. A sentence that begins with this word is typed \`&#105;mport\`, or another word put first.`,
    ],
    [
      'Fog.\n\nexport const fog = process.exit(1)\n',
      `7:1 no-program: Unexpected \`export\`, ${nothingRuns} | Take the line out. A sentence that begins with this word is typed \`&#101;xport\`, or another word put first.`,
    ],
    [
      'It was {process.exit(1)} foggy.',
      `5:8 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`,
    ],
    ['{globalThis.ran = true}', `5:1 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`],
    ['Some { fog', `5:6 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`],
    ['At limit={5}.', `5:10 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`],
    ['# Fog {#fog}', `5:7 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`],
    ['{/* a note */}', `5:1 no-program: Unexpected \`{\`, ${nothingRuns} | ${noBrace}`],
  ])('%j is refused where it stands, and shows nothing', (body, problem) => {
    expect(problems(body)).toEqual([problem]);
    expect(prose(body)).toEqual([]);
    expect('ran' in globalThis).toBe(false);
  });

  it.each([
    `{${'('.repeat(50_000)}1${')'.repeat(50_000)}}`,
    `<Quote id={${'['.repeat(50_000)}${']'.repeat(50_000)}} />`,
    `<Quote {...${'['.repeat(50_000)}${']'.repeat(50_000)}} />`,
    `export const a = ${'('.repeat(50_000)}1${')'.repeat(50_000)}`,
    `{${'!'.repeat(100_000)}1}`,
    '{`${'.repeat(30_000),
  ])('is not even read: program %# does not bring the reader down', (body) =>
    expect(problems(body).length).toBeGreaterThan(0),
  );

  it('is told all at once', () => {
    expect(problems('<A />\n\n{b}\n\n<C />').map((problem) => problem.split(' ')[0])).toEqual([
      '7:1',
      '5:1',
      '9:1',
    ]);
  });
});

const signs = 'A sign that is meant as such is typed `\\<`.';
const known = 'expected text in Markdown, or `<Quote>`, `<QuoteList>` or `<Chart>`';

describe('a component that nobody knows', () => {
  it.each([
    [
      '<Qoute id="q7k2m9xqp" />',
      `5:1 unknown-component: Unexpected \`<Qoute>\`, ${known} | Did you mean \`<Quote>\`? ${signs}`,
    ],
    [
      '<quote id="q7k2m9xqp" />',
      `5:1 unknown-component: Unexpected \`<quote>\`, ${known} | Did you mean \`<Quote>\`? ${signs}`,
    ],
    [
      '<Quote.List />',
      `5:1 unknown-component: Unexpected \`<Quote.List>\`, ${known} | Did you mean \`<QuoteList>\`? ${signs}`,
    ],
    [
      '<script>alert(1)</script>',
      `5:1 unknown-component: Unexpected \`<script>\`, ${known} | Take it out. ${signs}`,
    ],
    [
      'Fog, <b onclick="alert(1)">and</b> more.',
      `5:6 unknown-component: Unexpected \`<b>\`, ${known} | Take it out. ${signs}`,
    ],
    ['<>\nFog.\n</>', `5:1 unknown-component: Unexpected \`<>\`, ${known} | Take it out. ${signs}`],
    [
      '<__proto__ />',
      `5:1 unknown-component: Unexpected \`<__proto__>\`, ${known} | Take it out. ${signs}`,
    ],
    [
      '<img src="javascript:alert(1)" />',
      `5:1 unknown-component: Unexpected \`<img>\`, ${known} | Take it out. ${signs}`,
    ],
  ])('%j is named, with the nearest known one', (body, problem) => {
    expect(problems(body)).toEqual([problem]);
    expect(prose(body)).toEqual([]);
  });
});

describe('an attribute', () => {
  it.each([
    [
      '<Quote id="q7k2m9xqp" onclick="alert(1)" />',
      '5:1 unknown-attribute: Unexpected `onclick` in `<Quote>`, expected `id`, `to`, `digest` or `revision` | Take it out: it has no meaning here.',
    ],
    [
      '<Chart speakr="jo-field" archive />',
      '5:1 unknown-attribute: Unexpected `speakr` in `<Chart>`, expected `speaker`, `topic`, `show`, `archive` or `count` | Did you mean `speaker`?',
    ],
    [
      '<Quote __proto__="q7k2m9xqp" id="q7k2m9xqp" />',
      '5:1 unknown-attribute: Unexpected `__proto__` in `<Quote>`, expected `id`, `to`, `digest` or `revision` | Take it out: it has no meaning here.',
    ],
    [
      '<Quote id="javascript:alert(1)" />',
      '5:1 wrong-attribute: Unexpected `javascript:alert(1)` for `id` of `<Quote>`, expected the id of a quote, such as `q7k2m9xqp` | An id is the end of a quote’s address: copy it from the link in the margin of its episode.',
    ],
    [
      '<Quote id="https://example.org/episodes/fog/#q7k2m9xqp" />',
      '5:1 wrong-attribute: Unexpected `https://example.org/episodes/fog/#q7k2m9xqp` for `id` of `<Quote>`, expected the id of a quote, such as `q7k2m9xqp` | Did you mean `q7k2m9xqp`?',
    ],
    [
      '<Quote id />',
      '5:1 wrong-attribute: Unexpected empty value for `id` of `<Quote>`, expected the id of a quote, such as `q7k2m9xqp` | An id is the end of a quote’s address: copy it from the link in the margin of its episode.',
    ],
    [
      '<Quote id="q7k2m9xqp" id="q8wq2r5tn" />',
      '5:1 wrong-attribute: Unexpected second `id` in `<Quote>`, expected one | Take one of them out.',
    ],
    [
      '<Quote id="q7k2m9xqp" digest="3f2a" />',
      '5:1 wrong-attribute: Unexpected `3f2a` for `digest` of `<Quote>`, expected the digest that a citation ends with, such as `sha256:3f2a9c81d0e4b5a6` | Copy it from the citation of the quote, or take it out.',
    ],
    [
      '<Quote id="q7k2m9xqp" revision={0} />',
      '5:1 wrong-attribute: Unexpected `0` for `revision` of `<Quote>`, expected a number from 1 | For example: `{5}`.',
    ],
    [
      '<Quote id="q7k2m9xqp" to="q8wq2r5tn" revision={2} />',
      '5:1 wrong-attribute: Unexpected `digest` or `revision` of a range in `<Quote>`, expected them of one quote alone | Take it out, and say in the front matter when the text was written: `date: 2024-03-02`. What was corrected later says so.',
    ],
    [
      '<QuoteList ids="q7k2m9xqp, fog" />',
      '5:1 wrong-attribute: Unexpected `q7k2m9xqp, fog` for `ids` of `<QuoteList>`, expected ids of quotes with blanks between them, such as `q7k2m9xqp q8wq2r5tn` | An id is the end of a quote’s address: copy it from the link in the margin of its episode.',
    ],
    [
      '<QuoteList query="" />',
      '5:1 wrong-attribute: Unexpected empty value for `query` of `<QuoteList>`, expected what one types into the search, such as `fog speaker:jo-field` | For example: `query="fog speaker:jo-field"`.',
    ],
    [
      '<QuoteList query="fog" limit={51} />',
      '5:1 wrong-attribute: Unexpected `51` for `limit` of `<QuoteList>`, expected a number from 1 to 50 | For example: `{5}`.',
    ],
    [
      '<QuoteList ids="q7k2m9xqp" limit={5} />',
      '5:1 wrong-attribute: Unexpected `limit` without `query` in `<QuoteList>`, expected both: only what a search finds has a limit | Take it out, or add what to look for: `query="fog speaker:jo-field"`.',
    ],
    [
      '<QuoteList ids="q7k2m9xqp" query="fog" />',
      '5:1 wrong-attribute: Unexpected `ids` and `query` together in `<QuoteList>`, expected one of them | Make two lists of it.',
    ],
    [
      '<Chart speaker="Jo Field" />',
      '5:1 wrong-attribute: Unexpected `Jo Field` for `speaker` of `<Chart>`, expected the name of a file in `content/speakers`, without its ending | A file’s name has only a–z, 0–9 and hyphens: `jo-field`.',
    ],
    [
      '<Chart speaker="jo-field" topic="fog" />',
      '5:1 wrong-attribute: Unexpected `speaker` and `topic` together in `<Chart>`, expected one of them | Make a chart of each.',
    ],
    [
      '<Chart archive={false} />',
      '5:1 wrong-attribute: Unexpected `false` for `archive` of `<Chart>`, expected nothing behind it | Type it alone: `<Chart archive />`.',
    ],
    [
      '<Chart archive count="minutes" />',
      '5:1 wrong-attribute: Unexpected `minutes` for `count` of `<Chart>`, expected `episodes`, `quotes` or `words` | For example: `count="quotes"`.',
    ],
    [
      '<Quote />',
      '5:1 missing-attribute: Unexpected `<Quote>` without anything to show, expected `id` | For example: `<Quote id="q7k2m9xqp" />`.',
    ],
    [
      '<QuoteList />',
      '5:1 missing-attribute: Unexpected `<QuoteList>` without anything to show, expected `ids`, `query`, or quotes inside | For example: `<QuoteList ids="q7k2m9xqp q8wq2r5tn" />`.',
    ],
    [
      '<Chart count="words" />',
      '5:1 missing-attribute: Unexpected `<Chart>` without anything to show, expected `speaker`, `topic`, `show` or `archive` | For example: `<Chart speaker="jo-field" />`.',
    ],
  ])('%j says what is wrong and what to type', (body, problem) => {
    expect(problems(body)).toEqual([problem]);
    expect(prose(body)).toEqual([]);
  });
});

const alone = 'expected it on a line of its own';
const noContainer =
  'Put an empty line before it and no blanks, no `>`, no `-` at the beginning of its line.';

describe('a component in the wrong place', () => {
  it.each([
    [
      'As she says: <Quote id="q7k2m9xqp" />',
      `5:14 component-place: Unexpected \`<Quote>\` inside a sentence, ${alone} | Put an empty line before it and behind it.`,
    ],
    [
      '- One\n\n  <Chart archive />',
      `7:3 component-place: Unexpected \`<Chart>\` inside a list, ${alone} | ${noContainer}`,
    ],
    [
      '> <Quote id="q7k2m9xqp" />',
      `5:3 component-place: Unexpected \`<Quote>\` inside a quotation, ${alone} | ${noContainer}`,
    ],
    [
      '| a |\n|---|\n| <Chart archive /> |',
      `7:3 component-place: Unexpected \`<Chart>\` inside a table, ${alone} | ${noContainer}`,
    ],
    [
      'Fog[^1].\n\n[^1]: See <Quote id="q7k2m9xqp" />',
      `7:11 component-place: Unexpected \`<Quote>\` inside a footnote, ${alone} | ${noContainer}`,
    ],
    [
      '<Quote id="q7k2m9xqp">\n\n<Quote id="q8wq2r5tn" />\n\n</Quote>',
      `7:1 component-place: Unexpected \`<Quote>\` inside \`<Quote>\`, ${alone} | Close the first one before it: a quote without a comment ends with \`/>\`, one with a comment ends with \`</Quote>\`.`,
    ],
    [
      '<QuoteList>\n<Quote id="q7k2m9xqp" />\n\nAnd then:\n</QuoteList>',
      '8:1 component-place: Unexpected text inside `<QuoteList>`, expected `<Quote id="…" />` alone | Put it before or behind the list, or into a quote of it: `<Quote id="…">What I think of it.</Quote>`.',
    ],
    [
      '<QuoteList>\n<Quote id="q7k2m9xqp" />\n<Chart archive />\n</QuoteList>',
      `7:1 component-place: Unexpected \`<Chart>\` inside \`<QuoteList>\`, ${alone} | ${noContainer}`,
    ],
    [
      '<Chart archive>Over the years</Chart>',
      '5:1 component-place: Unexpected text inside `<Chart>`, expected none: it has its own words | Put it before or behind, and end with `/>`.',
    ],
  ])('%j', (body, problem) => expect(problems(body)).toEqual([problem]));
});

const typed =
  'A sign that is meant as such is typed with a backslash: `\\<`, `\\{`. A link is `[words](https://…)`.';

it.each([
  ['<Open>\n\nFog.', `5:1 mdx: Unexpected text, expected a closing tag for \`<Open>\` | ${typed}`],
  [
    'Fog.\n\n<Quote id="q7k2m9xqp">\n\nMore.',
    '7:1 mdx: Unexpected text, expected a closing tag for `<Quote>` | End the tag with `/>`, or close it with `</Quote>`.',
  ],
  [
    'Fog.\n\nSee <https://example.org>.',
    `7:5 mdx: Unexpected character after \`<\`, expected a valid JSX tag | ${typed} The value of an attribute stands between quotation marks: \`id="q7k2m9xqp"\`.`,
  ],
  [
    '<Quote id={fog} />',
    `5:1 mdx: Unexpected character after \`<\`, expected a valid JSX tag | ${typed} The value of an attribute stands between quotation marks: \`id="q7k2m9xqp"\`.`,
  ],
  [
    '<!-- fog -->',
    `5:1 mdx: Unexpected character \`!\` (U+0021) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\` | ${typed}`,
  ],
  [
    'Fog \uE000.',
    '5:5 mdx: Unexpected character U+E000, expected one that people can read: it is for private use | Take it out.',
  ],
])('%j, which is no MDX, says what to type instead', (body, problem) =>
  expect(problems(body)).toEqual([problem]),
);

describe('a text out of all measure', () => {
  const inner = 'Take some of the lists, quotations or emphases out of each other.';
  it.each([
    [`${'>'.repeat(500)} fog`],
    [`${'<Quote id="q7k2m9xqp">\n'.repeat(100)}x\n${'</Quote>\n'.repeat(100)}`],
    [`${'**'.repeat(5000)}fog${'**'.repeat(5000)}`],
  ])('%# is told to be flatter', (body) =>
    expect(problems(body)).toEqual([
      `5:1 nested-text: Unexpected nesting of more than 40 levels, expected fewer | ${inner}`,
    ]),
  );

  it('is told to be shorter', () =>
    expect(problems('fog '.repeat(60_000))).toEqual([
      '5:1 essay-too-long: Unexpected 240000 characters, expected at most 200000 | Make two collections of it. A long list of quotes can be a saved search, with `query:` in the front matter.',
    ]));
});

describe('prose', () => {
  it.each([
    [
      'She keeps *tables* and `{x}` and \\{y\\} \\<z.',
      '<p>She keeps <em>tables</em> and <code>{x}</code> and {y} &#x3C;z.</p>',
    ],
    [
      'important: imports are text, as is 1 < 2',
      '<p>important: imports are text, as is 1 &#x3C; 2</p>',
    ],
    ['```\nimport x\n{y}\n<B/>\n```', '<pre><code>import x\n{y}\n&#x3C;B/>\n</code></pre>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](/a{b}/ "{c}")', '<p><a href="/a%7Bb%7D/" title="{c}">x</a></p>'],
    ['    no code', '<p>no code</p>'],
    ['Ships\nimport salt.', '<p>Ships\nimport salt.</p>'],
    ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
  ])('%j is %j', (body, html) =>
    expect(parse(body)).toEqual({ parts: [{ type: 'prose', html }], problems: [] }),
  );

  it('may be none', () => expect(parse('\n')).toEqual({ parts: [], problems: [] }));

  it('has headings that begin below the title and go down one level at a time', () =>
    expect(parse('### One\n\n##### Two\n\n# Three\n\n##### Four').parts).toEqual([
      {
        type: 'prose',
        html: '<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>\n<h3>Four</h3>',
      },
    ]));

  it('has footnotes across components, in the language of the interface', () => {
    const { parts } = parseEssay('Fog[^a].\n\n<Chart archive />\n\n[^a]: *Thick*.', {
      file: 'a.mdx',
      firstLine: 1,
      base: '/',
      notes: { title: 'Anmerkungen', back: (number) => `Zurück zu ${number}` },
    });
    expect(parts.map((part) => (part.type === 'prose' ? part.html : part.type))).toEqual([
      '<p>Fog<sup><a href="#text-fn-1" id="text-fnref-1" data-footnote-ref aria-describedby="text-footnote-label">1</a></sup>.</p>',
      'chart',
      '<section data-footnotes class="footnotes"><h2 id="text-footnote-label">Anmerkungen</h2>\n<ol>\n<li id="text-fn-1">\n<p><em>Thick</em>. <a href="#text-fnref-1" data-footnote-backref="" aria-label="Zurück zu 1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    ]);
  });

  it('links to the archive below its folder', () =>
    expect(parse('[a](/speakers/jo-field/)', '/arch/').parts).toEqual([
      { type: 'prose', html: '<p><a href="/arch/speakers/jo-field/">a</a></p>' },
    ]));
});

describe('components', () => {
  it('stand in their order between the prose, with the line on which they are', () => {
    const body = `Fog.

<Quote id="q7k2m9xqp" digest="sha256:3f2a9c81d0e4b5a6" />
<Quote id="q8wq2r5tn" to="q7k2m9xqp">It *was* foggy, see [there](/topics/fog/).</Quote>

<QuoteList>
  <Quote id="q7k2m9xqp" revision="2">
    One.

    - Two.
  </Quote>
  <Quote id="q8wq2r5tn" />
</QuoteList>

<QuoteList ids="q7k2m9xqp, q8wq2r5tn" />

<QuoteList query='"the fog" speaker:jo-field' limit={5} />
<QuoteList query="fog" />

<Chart speaker="jo-field" count="words" /> <Chart archive />
`;
    const at = (line: number, column = 1) => ({ place: { line, column } });
    expect(parse(body, '/arch/')).toEqual({
      problems: [],
      parts: [
        { type: 'prose', html: '<p>Fog.</p>' },
        { type: 'quote', quote: { id: 'q7k2m9xqp', digest: '3f2a9c81d0e4b5a6', ...at(7) } },
        {
          type: 'quote',
          quote: {
            id: 'q8wq2r5tn',
            to: 'q7k2m9xqp',
            comment: '<p>It <em>was</em> foggy, see <a href="/arch/topics/fog/">there</a>.</p>',
            ...at(8),
          },
        },
        {
          type: 'list',
          quotes: [
            {
              id: 'q7k2m9xqp',
              revision: 2,
              comment: '<p>One.</p>\n<ul>\n<li>Two.</li>\n</ul>',
              ...at(11, 3),
            },
            { id: 'q8wq2r5tn', ...at(16, 3) },
          ],
        },
        {
          type: 'list',
          quotes: [
            { id: 'q7k2m9xqp', ...at(19) },
            { id: 'q8wq2r5tn', ...at(19) },
          ],
        },
        { type: 'search', query: '"the fog" speaker:jo-field', limit: 5, ...at(21) },
        { type: 'search', query: 'fog', limit: 10, ...at(22) },
        {
          type: 'chart',
          of: { kind: 'speaker', id: 'jo-field' },
          count: 'words',
          ...at(24),
        },
        { type: 'chart', of: { kind: 'archive' }, ...at(24, 44) },
      ],
    });
  });
});

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<Quote id="q7k2m9xqp" />',
      '<Quote id="q7k2m9xqp">',
      '</Quote>',
      '<QuoteList>',
      '</QuoteList>',
      '<Chart archive />',
      '<b>',
      '{',
      '}',
      '\\{',
      'import ',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '`',
      '```\n',
      '[^1]',
      '[^1]: ',
      '| a |\n|---|\n',
      '={5}',
      'fog',
    ),
    fc.string(),
  );

  it('is parts or problems, and never HTML that runs', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { parts, problems: found } = parse(pieces.join(''));
        for (const { place, message, mend } of found) {
          expect(place!.line).toBeGreaterThanOrEqual(5);
          expect(`${message}${mend}`).not.toMatch(/[\uE000\uE001]/u);
        }
        if (found.length > 0) expect(parts.some(({ type }) => type === 'prose')).toBe(false);
        const html = parts.flatMap((part) => (part.type === 'prose' ? [part.html] : [])).join('');
        expect(html).not.toMatch(/<(?:script|div|img|iframe|input|style)|[\uE000\uE001]| on\w+=/u);
      }),
      { numRuns: 300 },
    );
  });
});
