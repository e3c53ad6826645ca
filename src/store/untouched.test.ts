import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planIds } from '../ids/plan.ts';
import { writeIds } from '../ids/write.ts';
import { reviewChange } from '../review/review.ts';
import { loadArchive } from './archive.ts';
import { findUntouched } from './untouched.ts';
import { Repository } from './git.ts';

const episode = (...paragraphs: string[]): string =>
  `---\ntitle: An evening\n---\n\n${paragraphs.join('\n\n')}\n`;
const tides = [
  '**Jo Field:** Nobody wrote them down before the harbour office opened its doors.',
  'And then everybody in the town copied what the harbour had printed.',
  '**Ann Reed:** The old table was late again, by seven minutes or so.',
  'Marlow Finch said that, too, and nobody in the office believed a word of it.',
];
const files: Readonly<Record<string, string>> = {
  'archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\n',
  'shows/talk.md': '---\ntitle: Talk\n---\n',
  'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
  'speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
  'topics/tides.md': '---\nname: Tides\n---\n',
  'episodes/talk/tides.md': episode(...tides),
  'episodes/talk/lamps.md': episode(
    '**Jo Field:** The lamp was lit by hand until the keeper retired in spring.',
    'Marlow  Finch: it was he who wrote that line on the wall of the tower.',
  ),
  'episodes/talk/horns.md': episode(
    '**Ann Reed:** And nobody noticed the evening when the motor took over from him.',
  ),
};

let folder: string;
let content: string;
const git = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(content, file)), { recursive: true });
  await writeFile(path.join(content, file), text);
};
const commit = (): void => {
  git('add', '-A');
  git('-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', 'commit', '-qm', 'Words');
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'untouched-'));
  content = path.join(folder, 'content');
  git('init', '-q', '-b', 'main');
  for (const [file, text] of Object.entries(files)) await write(file, text);
  commit();
  const loaded = await loadArchive(content);
  await writeIds(content, loaded, planIds(loaded));
  commit();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is told of a change, and how many episodes were not read. */
async function review(fewest?: number) {
  const loaded = await loadArchive(content, {
    unanswered: true,
    proofread: true,
    ...(fewest !== undefined && { base: 'main', fewest }),
  });
  const { problems, report } = await reviewChange(content, 'main', loaded);
  return { told: { problems: [...problems, ...loaded.problems], report }, unread: loaded.unread };
}

describe('a change is told the same from a part of the archive as from all of it', () => {
  it.each([
    [
      'a corrected word',
      { 'episodes/talk/tides.md': episode(...tides).replace('late', 'early') },
      2,
    ],
    [
      'a new episode',
      { 'episodes/talk/fog.md': episode('**Ann Reed:** The fog came in at noon.') },
      3,
    ],
    [
      'an unknown label',
      { 'episodes/talk/fog.md': episode('**Nobody Known:** The fog came in.') },
      3,
    ],
    ['a copied transcript', { 'episodes/talk/fog.md': episode(...tides) }, 3],
    [
      'a name that another episode has',
      {
        'shows/news.md': '---\ntitle: News\n---\n',
        'episodes/news/tides.md': episode('**Ann Reed:** The fog came in at noon.'),
      },
      3,
    ],
    [
      'a translation of an episode that nobody reads',
      {
        'episodes/talk/nebel.md': episode('**Ann Reed:** Der Nebel.').replace(
          '---\n\n',
          'translationOf: tides\n---\n\n',
        ),
      },
      3,
    ],
    [
      'a new speaker, whose name makes a label of what was speech',
      { 'speakers/marlow-finch.md': '---\nname: Marlow Finch\n---\n' },
      1,
    ],
    [
      'a new alias',
      { 'speakers/jo-field.md': '---\nname: Jo Field\naliases: [The Keeper]\n---\n' },
      3,
    ],
    [
      'a quote that nobody knows',
      { 'topics/tides.md': '---\nname: Tides\nquotes: [q00000000]\n---\n' },
      3,
    ],
    [
      'another title of the archive',
      { 'archive.yaml': 'title: Port\nurl: https://example.org/\n' },
      0,
    ],
  ] as [string, Record<string, string>, number][])('%s', async (_name, changed, unread) => {
    for (const [file, text] of Object.entries(changed)) await write(file, text);
    try {
      const part = await review(1);
      const whole = await review();
      expect(part.unread).toBe(unread);
      expect(part.told).toEqual(whole.told);
    } finally {
      git('checkout', '-q', '.');
      git('clean', '-fdq');
    }
  });

  it.each([
    ['episodes/talk/tides.md', 2],
    ['speakers/ann-reed.md', 0],
  ])('%s deleted', async (file, unread) => {
    await rm(path.join(content, file));
    try {
      const part = await review(1);
      expect(part.unread).toBe(unread);
      expect(part.told).toEqual((await review()).told);
    } finally {
      git('checkout', '-q', '.');
    }
  });
});

it('A small archive is read whole', async () => {
  const repository = Repository.find(content)!;
  expect(await findUntouched(content, repository, 'main')).toBeUndefined();
  expect(await findUntouched(content, repository, 'no-such-branch', 1)).toBeUndefined();
});
