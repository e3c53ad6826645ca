import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finish } from '../src/testing/build.ts';
import { front, writeContent } from '../src/testing/content.ts';

let folder: string;
let result: { code: number | null; output: string };
const subtitles = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Jo Field>Nobody wrote them down.\n';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uploads-'));
  await writeContent(path.join(folder, 'content'), {
    'archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
    'shows/talk.md': front('title: Talk'),
    'speakers/jo-field.md': front('name: Jo Field'),
    'episodes/talk/2026-01-02 Tides.vtt': subtitles,
    'episodes/My Talks/Two voices.srt':
      '1\n00:00:01,000 --> 00:00:04,000\nWho has it now? ::error::x\n',
    'episodes/talk/plain.txt': 'Jo Field: Hello there.\n\nAnn Reed: And hello to you.\n',
    'episodes/talk/broken.vtt': '\u0000\u0001\u0002',
    'episodes/--force/option.vtt': subtitles.replace('them', 'it'),
    'episodes/nowhere.vtt': subtitles,
  });
  symlinkSync('/etc/passwd', path.join(folder, 'content/episodes/talk/link.txt'));
  result = await finish(
    spawn(process.execPath, [path.resolve('scripts/uploads.ts'), 'content'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ARCHIVE_CONTENT: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(path.join(folder, 'content', file), 'utf8');

it('Each file becomes a transcript of the show whose folder it was in, and goes', () => {
  expect(read('episodes/talk/2026-01-02-tides.md')).toContain(
    '**Jo Field:** [00:00:01] Nobody wrote them down.',
  );
  expect(read('episodes/talk/plain.md')).toContain('**Ann Reed:** And hello to you.');
  expect(read('episodes/my-talks/two-voices.md')).toContain('Who has it now?');
  expect(read('shows/my-talks.md')).toContain('title: My Talks');
  const left = globSync('content/episodes/**/*.{vtt,srt,txt}', { cwd: folder });
  expect(left.map((file) => path.basename(file)).sort()).toEqual([
    'broken.vtt',
    'link.txt',
    'nowhere.vtt',
  ]);
});

it('What cannot be read stays, and is an error', () => {
  expect(result.code).toBe(1);
  const commands = result.output
    .replace(/::stop-commands::(\S+)\n[^]*?\n::\1::\n/g, '')
    .split('\n')
    .filter((line) => line.startsWith('::'));
  expect(commands).toEqual([
    expect.stringMatching(/^::error title=upload-unread::Unexpected subtitle file/),
    expect.stringMatching(/^::error title=upload-unread::Unexpected subtitle file/),
  ]);
  expect(result.output).not.toContain('root:');
  expect(existsSync(path.join(folder, 'content/shows/show.md'))).toBe(false);
});
