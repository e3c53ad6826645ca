import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { describe, expect, it } from 'vitest';
import { difference } from '../archive/difference.ts';
import type { Problem } from '../archive/problem.ts';
import { serializeAnnotations } from './annotation.ts';
import { escapeMarkdown, serializeMarkdown } from './markdown.ts';
import { serializePieces, shorten, summarize, visible, type Marks } from './phrase.ts';

const plainMarks: Marks = {
  same: (text) => text,
  removed: (text) => `-${text}-`,
  added: (text) => `+${text}+`,
};

const problem = (given: Partial<Problem> = {}): Problem => ({
  rule: 'unknown-label',
  severity: 'error',
  file: 'content/episodes/talk/tides.md',
  place: { line: 7, column: 1 },
  message: 'Unexpected label',
  mend: 'Add a speaker.',
  ...given,
});

describe('pieces of a difference', () => {
  it.each([
    ['It is late.', 'It is early.', 'It is -late- +early+.'],
    ['It is late.', 'It is not late.', 'It is +not+ late.'],
    ['It is late today', 'It is late', 'It is late -today-'],
    ['', 'New.', '+New.+'],
  ])('%j to %j', (before, after, marked) => {
    expect(serializePieces(difference(before, after), plainMarks)).toBe(marked);
  });

  it('keep all that changed, and of the rest what is around it', () => {
    const long = 'word '.repeat(60);
    const short = shorten(difference(`${long}late ${long}`, `${long}early ${long}`));
    expect(short.filter(({ type }) => type !== 'same').map(({ text }) => text.trim())).toEqual([
      'late',
      'early',
    ]);
    expect(short.map(({ text }) => text).join('').length).toBeLessThan(180);
    expect(short[0]!.text.startsWith('… word')).toBe(true);
    expect(short.at(-1)!.text.endsWith(' …')).toBe(true);
  });
});

it('What steers a terminal or turns a line around is spelled out', () => {
  expect(visible('a\u001b[2Jb\u202ec\nd')).toBe('a[U+001B][2Jb[U+202E]c d');
  expect(visible('שלום \u200fعلى')).toBe('שלום \u200fعلى');
});

describe('words in Markdown', () => {
  it('show just themselves, whatever they are', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'<>&`*_[]()~|@#:/.!$\\-+1a b;=', 'http', 'www', 'é', '\n'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = fromMarkdown(`- x ${escapeMarkdown(text)} x`, {
          extensions: [gfmAutolinkLiteral()],
          mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmStrikethroughFromMarkdown()],
        });
        const nodes: string[] = [];
        let shown = '';
        const walk = (node: { type: string; value?: string; children?: unknown[] }): void => {
          if (node.type === 'text') shown += node.value;
          else if (node.type !== 'html' || !/^<\/?span>$/.test(node.value!)) nodes.push(node.type);
          for (const child of node.children ?? []) walk(child as typeof node);
        };
        walk(tree);
        expect(nodes).toEqual(['root', 'list', 'listItem', 'paragraph']);
        const words = (value: string): string =>
          value.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();
        expect(words(shown)).toBe(words(`x ${visible(text)} x`));
        expect(shown).not.toMatch(/[@#]\w|:\/\/|www\./i);
      }),
    );
  });

  it('end no block of problems', () => {
    const text = serializeMarkdown(
      [problem({ message: 'Unexpected label `a````b`\n```\n# Owned @everyone' })],
      undefined,
      { content: 'content' },
    );
    const tree = fromMarkdown(text);
    const blocks = tree.children.map(({ type }) => type);
    expect(blocks).toEqual(['html', 'heading', 'html', 'code', 'html']);
  });
});

describe('annotations', () => {
  it('escape what would end a field or a line', () => {
    expect(
      serializeAnnotations(
        [problem({ file: 'content/a:b,c%\n.md', message: 'One::two,\n::error::x', mend: '50 %' })],
        undefined,
      ),
    ).toBe(
      '::error file=content/a%3Ab%2Cc%25%0A.md,line=7,title=unknown-label::One::two, ::error::x%0A50 %25',
    );
  });

  it('are ten of a level at most; the last counts the rest', () => {
    const problems = [
      ...Array.from({ length: 12 }, (_, line) => problem({ place: { line, column: 1 } })),
      ...Array.from({ length: 10 }, () => problem({ severity: 'warning' })),
    ];
    const lines = serializeAnnotations(problems, undefined).split('\n');
    expect(lines).toHaveLength(20);
    expect(lines[9]).toBe(
      '::error file=content/episodes/talk/tides.md,title=3 more::GitHub shows ten of a kind. 3 more are in the log of this check.',
    );
  });
});

it('A summary says plainly that nothing published changes', () => {
  const none = {
    effects: [],
    episodes: [],
    speakers: [],
    newSpeakers: [],
    counts: new Map(),
    essays: [],
    unread: [],
  };
  expect(summarize(none)).toBe('No published quote changes.');
  const fresh = { kind: 'new', path: 'a.md', key: 'a', quotes: 12, counts: new Map() } as const;
  expect(summarize({ ...none, episodes: [fresh] })).toBe(
    'No published quote changes. 12 new quotes in 1 new episode.',
  );
});
