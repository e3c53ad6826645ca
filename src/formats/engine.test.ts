import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { describe, expect, it } from 'vitest';
import { corpusFolder } from '../store/corpora.ts';
import { parseMarkdown } from './markdown.ts';

/** What remark and remark-gfm parse with, without footnotes. */
const parseSlow = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      gfmAutolinkLiteralFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });

const corpora = ['changelog', 'bitcointranscripts', 'audreyt-transcript', 'nasty-handmade'];

describe('the fast parser gives what remark gives', () => {
  it.skipIf(corpusFolder('nasty-handmade') === undefined).each(corpora)(
    'in every file of %s',
    (name) => {
      const folder = corpusFolder(name)!;
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.md'),
      );
      expect(files.length).toBeGreaterThan(0);
      for (const file of files.sort()) {
        const text = readFileSync(path.join(folder, file), 'utf8');
        const options = {
          file,
          isName: (label: string) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(label),
        };
        expect(parseMarkdown(text, options), file).toEqual(
          parseMarkdown(text, { ...options, parse: parseSlow }),
        );
      }
    },
  );
});
