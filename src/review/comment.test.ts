import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../archive/effect.ts';
import type { Problem } from '../archive/problem.ts';
import { defuseReport, marker, serializeComment } from './comment.ts';
import { serializeMarkdown } from './markdown.ts';

interface Node {
  type: string;
  value?: string;
  url?: string;
  lang?: string | null;
  children?: Node[];
}

function nodesOf(markdown: string): Node[] {
  const nodes: Node[] = [];
  const walk = (node: Node): void => {
    nodes.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(
    fromMarkdown(markdown, {
      extensions: [gfmAutolinkLiteral(), gfmStrikethrough()],
      mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmStrikethroughFromMarkdown()],
    }) as Node,
  );
  return nodes;
}

/** What a reader, a browser or the host could be made to do by a comment. */
function dangersOf(markdown: string): string[] {
  return nodesOf(markdown).flatMap(({ type, value = '', url = '', lang }) => {
    if (/^(?:image|imageReference|linkReference|definition)$/.test(type)) return [type];
    if (type === 'link' && !/^https?:\/\/[\w.]/.test(url)) return [`link ${url}`];
    // Of blocks of code only the plain ones: maps, models and diagrams are drawn.
    if (type === 'code' && lang && !/^(?:text$|\u200b)/.test(lang)) return [`code ${lang}`];
    if (type === 'html') {
      const rest = value.replace(
        /<\/?(?:details|summary|del|strong|span)>|<details open>|<br>/g,
        '',
      );
      return rest.includes('<') ? [value] : [];
    }
    return type === 'text' && /@[\w-]|#\d|\bGH-\d/i.test(value) ? [value] : [];
  });
}

const problem = (message: string): Problem => ({
  rule: 'unknown-label',
  severity: 'error',
  file: 'content/episodes/talk/tides.md',
  place: { line: 7, column: 1 },
  message,
  mend: 'Type `aliases: [@home]` there, as https://example.org/ says: <b>.',
});

const effect = (words: string): Effect => ({
  kind: 'reworded',
  grade: 'words',
  id: 'q7k2m9xqp',
  episode: 'tides',
  file: 'content/episodes/talk/tides.md',
  line: 7,
  before: { speaker: words, words },
  after: { speaker: words, words },
  pieces: [
    { type: 'removed', text: words },
    { type: 'same', text: ' and ' },
    { type: 'added', text: words },
  ],
  moment: { recording: 'https://media.example/a(b)[c]|`d`.mp3?x=<y>', time: 273.4 },
});

const reportOf = (words: string): string =>
  serializeMarkdown(
    [problem(words)],
    {
      effects: [effect(words)],
      episodes: [],
      speakers: [{ id: 'jo', before: words, after: 'Jo', quotes: 1 }],
      newSpeakers: [{ name: words, path: 'speakers/jo.md', quotes: 2 }],
      counts: new Map([['reworded', 1]]),
      essays: [],
      unread: [],
    },
    { content: 'content', url: 'https://archive.example/tides/' },
  );

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'<>&`*_[]()~|@#:/.!$\\-+1a b;=\n"\'',
    '```',
    '```text\n',
    '\n```\n',
    '~~~mermaid\n',
    '\n\n',
    '    ',
    '> ',
    '- ',
    '&#64;',
    '&commat;',
    '<!--',
    '-->',
    '<pre>',
    '<details>',
    '<br>',
    '<img src=x onerror=y>',
    '![x](https://example.org/x.png)',
    '[x](javascript:x)',
    '[x](https://example.org/)',
    '[x]: https://example.org/',
    'https://',
    'www.',
    'GH-1',
    'GH\\-1',
    '\\',
    '@all',
    '\u202e',
    '\u0007',
  ),
  maxLength: 60,
});

describe('a report that a stranger wrote', () => {
  it('shows no image, runs no HTML, calls nobody, and leads nowhere but to plain addresses', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(dangersOf(defuseReport(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['<details onclick=x>', '&lt;details onclick=x>'],
    ['![](https://example.org/x.png)', '!\u200b[](https://example.org/x.png)'],
    ['[x](javascript:alert)', '[x]\u200b(javascript:alert)'],
    ['@all, see #12', '@\u200ball, see #\u200b12'],
    ['&#64;all', '&amp;#\u200b64;all'],
    ['@\\-x', '@\u200b\\-x'],
    ['https://example.org', 'https:\u200b//example.org'],
    ['```mermaid', '\u200b```mermaid'],
    ['a\u202eb\u001b[2J', 'a\ufffdb\ufffd[2J'],
  ])('%j becomes %j', (given, shown) => {
    expect(defuseReport(given)).toBe(shown);
  });

  it('is cut at the end of a line, and its block of code is closed', () => {
    const report = defuseReport(`\n\`\`\`\`text\n${'A line of words.\n'.repeat(20_000)}`);
    expect(report.length).toBeLessThanOrEqual(60_010);
    expect(report.split('\n').slice(-3)).toEqual(['A line of words.', '…', '````']);
  });

  it('is defused in a time that grows with its length alone', () => {
    for (const unit of ['[](', '](https://a', '```', '<!--', '&#64;', '\n\n```text'])
      defuseReport(unit.repeat(100_000));
  });
});

describe('a report of ours', () => {
  it('stays what it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Names and quotes have at least a letter.
        const words = text.trim() || 'x';
        const report = reportOf(words);
        const defused = defuseReport(report);
        const shown = (markdown: string): unknown[] =>
          nodesOf(markdown).map(({ type, value = '', url = '' }) => [
            type,
            value.replaceAll('\u200b', ''),
            url,
          ]);
        expect(shown(defused)).toEqual(shown(report.replace(marker, '').trim()));
        expect(dangersOf(defused)).toEqual([]);
      }),
    );
  });

  it('keeps what is to be typed as it is, and its links', () => {
    const defused = defuseReport(reportOf('The tide'));
    expect(defused).toContain('Type `aliases: [@home]` there, as https://example.org/ says: <b>.');
    const links = nodesOf(defused).flatMap(({ type, url }) => (type === 'link' ? [url] : []));
    expect(links).toEqual([
      'https://archive.example/tides/episodes/tides/#q7k2m9xqp',
      'https://media.example/a%28b%29%5Bc%5D%7C%60d%60.mp3?x=%3Cy%3E#t=273',
    ]);
    expect(defused).toContain('[4:33 at media.example](');
  });
});

describe('the comment below a request', () => {
  const run = {
    url: 'https://github.com/example/archive/actions/runs/1',
    commit: '0123456789abcdef0123456789abcdef01234567',
    changesCheck: false,
  };
  const source = `Commit 0123456, [the whole check](${run.url}).\n`;

  it('is the report, what it is of, and the line by which it is found again', () => {
    expect(serializeComment({ ...run, report: `${marker}\n\n### Changes` })).toBe(
      `${marker}\n\n### Changes\n\n${source}`,
    );
  });

  it('says so when there is no report', () => {
    expect(serializeComment(run)).toBe(
      `${marker}\n\nThe check of this request did not come to its end. Its log says where it stopped.\n\n${source}`,
    );
  });

  it('shows no report of a request that changes what checks it', () => {
    expect(
      serializeComment({ ...run, changesCheck: true, report: 'No published quote changes.' }),
    ).toBe(
      `${marker}\n\nThis request changes the files that check it (\`.github/\`), so its report proves nothing and is not shown here. A keeper reads those files first.\n\n${source}`,
    );
  });
});
