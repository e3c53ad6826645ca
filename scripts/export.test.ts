import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeContent } from '../src/testing/content.ts';
import { runScript } from '../src/testing/build.ts';

describe('npm run export', () => {
  let folder: string;
  let content: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'export-'));
    content = path.join(folder, 'content');
    await writeContent(content, {
      'archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
      'shows/talk.md': '---\ntitle: Talk\n---\n',
      'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
      'episodes/talk/tides.md':
        '---\ntitle: The tides\ndate: 2024-03-02\nspeakers: { JF: jo-field }\n---\n\n## Fog [00:00:00]\n\n**JF:** [00:00:04] Nobody [wrote](https://example.org/) them.\n\nAnd then?\n',
      'episodes/talk/untimed.md': '---\ntitle: Untimed\n---\n\n**Jo Field:** No.\n',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...typed: string[]) => runScript('export', typed, { ARCHIVE_CONTENT: content });

  it('that names no episode says how an episode is named', async () => {
    const { code, output } = await run('tide', '--to', 'webvtt');
    expect(code).toBe(1);
    expect(output).toContain(
      'Unexpected episode `tide`, expected the end of an episode’s address.',
    );
  });

  it('to WebVTT of an episode without times says what to type in its place', async () => {
    const { code, output } = await run('untimed', '--to', 'webvtt');
    expect(code).toBe(1);
    expect(output).toContain('Type: npm run export -- untimed --to podcast-json');
  });

  it('writes the transcript and its chapters, and names what is left out', async () => {
    const file = path.join(folder, 'tides.vtt');
    const { code, output } = await run('tides', '--to', 'webvtt', '--output', file);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^WEBVTT - The tides\nKind: captions\nLanguage: en\n\nq[0-9a-z]{8}\n00:00:04.000 --> 00:00:06.000\n<v Jo Field>Nobody wrote them.\n<v Jo Field>And then\?\n$/,
    );
    expect(readdirSync(folder)).toContain('tides.chapters.vtt');
    expect(output).toContain('1 links: their words are there, their addresses are not');
    expect(output).toContain('1 fields of the front matter (date): they are left out');
  });
});
