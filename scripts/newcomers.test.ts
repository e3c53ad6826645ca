import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { front } from '../src/testing/content.ts';
import { codesOf, reportOf, RequestRepository, runCommand } from '../src/testing/request.ts';
import type { JobResult } from '../src/testing/runner.ts';
import { readWorkflows } from '../src/testing/workflow.ts';

/** Four people who never did it before, each with what CONTRIBUTING and README say, on a real repository. */

/** The check of requests as it is, without its preview, which other tests look at. */
const whole = readWorkflows().find(({ file }) => file === 'check.yml')!.workflow.jobs['check']!;
const job = {
  ...whole,
  steps: whole.steps.filter(({ name = '' }) => !/preview|pictures/.test(name)),
};

let root: string;
let requests: RequestRepository;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'newcomers-'));
  requests = await RequestRepository.make(root, {
    'content/archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\nlanguage: en\n',
    'content/shows/talk.md': front('title: Talk'),
    'content/speakers/jo-field.md': front('name: Jo Field'),
    'content/episodes/talk/tides.md': front(
      'title: Tides',
      '**Jo Field:** Nobody wrote them down before the harbour office opened.\n',
    ),
  });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const subtitles = (...lines: string[]): string =>
  `WEBVTT\n\n${lines.map((line, at) => `00:00:0${at * 2}.000 --> 00:00:0${at * 2 + 1}.500\n${line}\n`).join('\n')}`;

/** Writes files where somebody has them, and says where that is. */
async function atHome(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(root, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}

/** Whether every step went well, and nothing is left to mend. */
function expectGood(result: JobResult): void {
  expect([...new Set(Object.values(codesOf(result)))], reportOf(result)).toEqual([0]);
  expect(reportOf(result)).not.toContain('error');
}

it('somebody who has subtitles without speakers uploads them, and is told what became of them', async () => {
  const result = await requests.check(
    job,
    (copy) =>
      copy.write(
        'content/episodes/talk/2024-03-02 The chalk door.vtt',
        subtitles('The first table was drawn in chalk.', 'It was wrong by an hour.'),
      ),
    'upload',
  );
  expectGood(result);
  expect(reportOf(result)).toContain('content/episodes/talk/2024-03-02-the-chalk-door.md, 1 quote');
});

it('somebody who has what WhisperX wrote is told by the tool whom to name, and names them', async () => {
  const folder = await atHome('whisper', {
    'out.json': JSON.stringify({
      language: 'en',
      segments: [
        { start: 1, end: 4, text: ' Where does the fog come from?', speaker: 'SPEAKER_00' },
        { start: 4, end: 9, text: ' From the bar, most mornings.', speaker: 'SPEAKER_01' },
      ],
    }),
  });
  const typed = [path.join(folder, 'out.json'), '--show', 'talk', '--title', 'Fog'];
  const result = await requests.check(
    job,
    (copy) => {
      const tried = runCommand(copy, 'import', ...typed, '--date', '2024-06-01', '--dry-run');
      expect(tried.output).toContain('--speakers "SPEAKER_00=…,SPEAKER_01=…"');
      const names = ['--speakers', 'SPEAKER_00=jo-field,SPEAKER_01=Mira Okafor'];
      const { code, output } = runCommand(
        copy,
        'import',
        ...typed,
        '--date',
        '2024-06-01',
        ...names,
      );
      expect(code, output).toBe(0);
      expect(copy.read('content/episodes/talk/fog.md')).toContain(
        '**Mira Okafor:** [00:00:04] From the bar, most mornings.',
      );
      expect(runCommand(copy, 'check').output).toContain('0 errors, 0 warnings');
    },
    'whisper',
  );
  expectGood(result);
  expect(reportOf(result)).toContain('- **Mira Okafor**: content/speakers/mira-okafor.md, 1 quote');
});

it('somebody who has a feed with three episodes imports the folder that it lies in', async () => {
  const titles = ['The first buoy', 'The second buoy', 'The third buoy'];
  const items = titles.map(
    (title, at) =>
      `<item><title>${title}</title><pubDate>Sat, 0${at + 2} Mar 2024 08:00:00 GMT</pubDate><enclosure url="https://buoy.example/${at}.mp3" type="audio/mpeg"/><podcast:person role="host">Jo Field</podcast:person><podcast:transcript url="https://buoy.example/${at}.vtt" type="text/vtt"/></item>`,
  );
  const folder = await atHome('saved', {
    'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Buoy Radio</title><language>en</language>${items.join('')}</channel></rss>`,
    ...Object.fromEntries(
      titles.map((title, at) => [
        `${at}.vtt`,
        subtitles(`<v Jo Field>This is ${title.toLowerCase()}.`, '<v Jo Field>It rings at night.'),
      ]),
    ),
  });
  const result = await requests.check(
    job,
    (copy) => {
      const { code, output } = runCommand(copy, 'import', folder);
      expect(code, output).toBe(0);
      expect(output).toContain('3 episodes, 3 quotes');
      expect(copy.read('content/shows/buoy-radio.md')).toContain('title: Buoy Radio\n');
      expect(copy.read('content/episodes/buoy-radio/the-first-buoy.md')).toContain(
        'roles:\n  jo-field: host\naudio: https://buoy.example/0.mp3\n',
      );
    },
    'feed',
  );
  expectGood(result);
  expect(reportOf(result)).toContain('3 new quotes in 3 new episodes');
});

it('somebody who types a transcript with five mistakes is told all of them at once, with what to type', async () => {
  const bell = 'content/episodes/talk/the-bell.md';
  const typed = `---
title: The bell
date: 2.3.2024
topics: [bells]
---

**Jo Feild:** [00:00:05] The bell was cast in the yard behind the office.

**Jo Field** It rings by itself when the ice goes.
`;
  const first = await requests.check(
    job,
    (copy) => copy.write('content/episodes/talk/The-Bell.md', typed),
    'typed',
  );
  expect(codesOf(first)).toMatchObject({ Check: 1 });
  const said = reportOf(first);
  for (const mend of [
    'Rename it to `the-bell.md`.',
    'For example: `date: 2024-03-02`.',
    'add `content/topics/bells.md` with `name: …`',
    'The same person? Type `Jo Field`',
    'If they speak from here on, type `**Jo Field:**`.',
  ])
    expect(said).toContain(mend);

  // Each as the report says it.
  const second = await requests.check(
    job,
    (copy) => {
      copy.write(bell, copy.read('content/episodes/talk/The-Bell.md'));
      rmSync(path.join(copy.folder, 'content/episodes/talk/The-Bell.md'));
      copy.write('content/topics/bells.md', '---\nname: Bells\n---\n');
      copy.edit(bell, (text) =>
        text
          .replace('date: 2.3.2024', 'date: 2024-03-02')
          .replace('Jo Feild', 'Jo Field')
          .replace('**Jo Field** It', '**Jo Field:** It'),
      );
    },
    'typed',
  );
  expectGood(second);
  expect(reportOf(second)).not.toContain('warning');
  expect(reportOf(second)).toContain('2 new quotes in 1 new episode');
});

it('a keeper merges all four, and the archive is whole', () => {
  const { main } = requests;
  for (const branch of ['upload', 'whisper', 'feed', 'typed']) main.merge(branch, '2026-01-05');
  expect(runCommand(main, 'uploads').code).toBe(0);
  main.commit('Transcripts of subtitle files', '2026-01-05');
  expect(runCommand(main, 'check').output).toContain('7 episodes, 9 quotes');
  requests.giveIds('2026-01-06');
  expect(runCommand(main, 'ids', '--frozen').code).toBe(0);
});
