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

const notYet = 'expected text in Markdown: components in collections are not available yet';

describe('what would run as a program', () => {
  it.each([
    [
      'Fog.\n\n<Quote id="q7k2m9xqp" />\n',
      `7:1 no-components: Unexpected \`<Quote>\`, ${notYet} | Take it out. A sign that is meant as such is typed \`\\<\`.`,
    ],
    [
      'Fog, <b onclick="alert(1)">and</b> more.',
      `5:6 no-components: Unexpected \`<b>\`, ${notYet} | Take it out. A sign that is meant as such is typed \`\\<\`.`,
    ],
    [
      'import fs from "node:fs"\n\nFog.',
      `5:1 no-components: Unexpected \`import\`, ${notYet} | Take the line out. A sentence may not begin with this word.`,
    ],
    [
      'Fog.\n\nexport const fog = process.exit(1)\n',
      `7:1 no-components: Unexpected \`export\`, ${notYet} | Take the line out. A sentence may not begin with this word.`,
    ],
    [
      'It was {process.exit(1)} foggy.',
      `5:8 no-components: Unexpected \`{…}\`, ${notYet} | Take it out. A brace that is meant as such is typed \`\\{\`.`,
    ],
    [
      '{globalThis.ran = true}',
      `5:1 no-components: Unexpected \`{…}\`, ${notYet} | Take it out. A brace that is meant as such is typed \`\\{\`.`,
    ],
  ])('%j is refused where it stands, and shows nothing', (body, problem) => {
    expect(problems(body)).toEqual([problem]);
    expect(parse(body).html).toBe('');
    expect('ran' in globalThis).toBe(false);
  });

  it('is told all at once', () => {
    expect(problems('<A />\n\n{b}\n\n<C />').map((problem) => problem.split(' ')[0])).toEqual([
      '5:1',
      '7:1',
      '9:1',
    ]);
  });
});

const typed =
  'A sign that is meant as such is typed with a backslash: `\\<`, `\\{`. A link is `[words](https://…)`.';

it.each([
  ['<Open>\n\nFog.', `5:1 mdx: Unexpected text, expected a closing tag for \`<Open>\` | ${typed}`],
  [
    'Fog.\n\nSee <https://example.org>.',
    `7:5 mdx: Unexpected character after \`<\`, expected a valid JSX tag | ${typed}`,
  ],
  [
    'Some { fog',
    `5:6 mdx: Unexpected end of file in expression, expected a corresponding closing brace for \`{\` | ${typed}`,
  ],
  [
    '<!-- fog -->',
    `5:1 mdx: Unexpected character \`!\` (U+0021) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\` | ${typed}`,
  ],
])('%j, which is no MDX, says what to type instead', (body, problem) =>
  expect(problems(body)).toEqual([problem]),
);

describe('prose', () => {
  it.each([
    ['', ''],
    [
      'She keeps *tables* and `{x}` and \\{y\\} \\<z.',
      '<p>She keeps <em>tables</em> and <code>{x}</code> and {y} &#x3C;z.</p>',
    ],
    ['# One', '<h3>One</h3>'],
    [
      'important: imports are text, as is 1 < 2',
      '<p>important: imports are text, as is 1 &#x3C; 2</p>',
    ],
    ['```\nimport x\n<B/>\n```', '<pre><code>import x\n&#x3C;B/>\n</code></pre>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['    no code', '<p>no code</p>'],
  ])('%j is %j', (body, html) => expect(parse(body)).toEqual({ html, problems: [] }));

  it('links to the archive below its folder', () =>
    expect(parse('[a](/speakers/jo-field/)', '/arch/').html).toBe(
      '<p><a href="/arch/speakers/jo-field/">a</a></p>',
    ));
});
