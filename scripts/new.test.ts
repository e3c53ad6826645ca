import { spawn } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../src/testing/build.ts';
import { chromiumPath } from '../src/testing/chromium.ts';
import { exampleFolder, isExampleThere, testsOfExample } from '../src/testing/example.ts';
import { serveSites, testAccess, testPages, testWidths } from '../src/testing/page-suite.ts';
import { textOf } from '../src/testing/page-text.ts';
import { readPages } from '../src/testing/pages.ts';
import { TestRepository } from '../src/testing/repository.ts';

const root = path.dirname(exampleFolder);
/** What a template copies: the project as git has it, in a repository of its own. */
const copied = /^(?!node_modules|dist|\.git$|\.astro|\.dist-|\.bench)/;

let folder: string;
let work: TestRepository;
const sites: Record<string, { out: string; pages: Map<string, string> }> = {};

/** Types a command in the folder of the new archive. */
async function type(
  script: string,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: work.folder,
    env: { ...process.env, NO_COLOR: '1', ARCHIVE_CONTENT: '', ARCHIVE_OUT: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return finish(child);
}

async function publish(name: string): Promise<void> {
  const { code, output } = await type('build');
  expect(code, output).toBe(0);
  const out = path.join(folder, name);
  await cp(path.join(work.folder, 'dist'), out, { recursive: true });
  sites[name] = { out, pages: await readPages(out) };
}

const said: Record<string, { code: number | null; output: string }> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'new-'));
  work = new TestRepository(path.join(folder, 'archive'));
  for (const name of (await readdir(root)).filter((one) => copied.test(one)))
    await cp(path.join(root, name), path.join(work.folder, name), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(work.folder, 'node_modules'));
  await appendFile(path.join(work.folder, '.gitignore'), '/node_modules\n');
  work.commit('From the template', '2026-05-01');

  await appendFile(path.join(work.content, 'speakers/jo-field.md'), 'She is tall.\n');
  said['refused'] = await type('new', 'archive', 'The Tide Archive');
  said['tried'] = await type('new', 'archive', 'The Tide Archive', '--yes', '--dry-run');
  work.git('checkout', '--', 'content');
  said['emptied'] = await type('new', 'archive', 'The Tide Archive', '--show', 'Tide Talks');
  work.commit('Our own archive', '2026-05-02');
  said['again'] = await type('new', 'archive', 'Another');
  said['checked'] = await type('check');
  await publish('empty');

  await type('new', 'speaker', 'Jo Field');
  await type('new', 'topic', 'Tides');
  await type('new', 'show', 'Harbour Council');
  said['collection'] = await type('new', 'collection', 'Of fog');
  said['episode'] = await type(
    'new',
    'episode',
    'tide-talks',
    'The tide tables',
    '--date',
    '2024-03-02',
  );
  const file = path.join(work.content, 'episodes/tide-talks/the-tide-tables.md');
  await appendFile(file, '\n**Jo Field:** Nobody wrote them down.\n');
  work.commit('The first episode', '2026-05-03');
  said['filled'] = await type('check');
  said['ids'] = await type('ids');
  await publish('single');
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an archive from the template', () => {
  it('keeps what is not committed, and says how to go on', () => {
    expect(said['refused']).toEqual({
      code: 1,
      output:
        'Nothing was done: a file is changed and not committed (speakers/jo-field.md). Commit them, or go on without: npm run new -- archive --yes\n',
    });
  });

  it('tells before it deletes, and leaves what somebody changed', () => {
    const { code, output } = said['tried']!;
    expect(code).toBe(0);
    expect(output).toContain('Would delete the example: 93 files of content.');
    expect(output).toContain('Yours, and left as they are:\n  content/speakers/jo-field.md\n');
  });

  it('becomes empty with one command, that says what to type next', async () => {
    const { code, output } = said['emptied']!;
    expect(code, output).toBe(0);
    expect(output).toContain('Written: content/archive.yaml, content/shows/tide-talks.md');
    expect(output).toContain('npm run import -- <file>');
    expect(await readFile(path.join(work.content, 'archive.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/public\/schemas\/archive\.schema\.json\ntitle: The Tide Archive\n/,
    );
    expect(work.git('ls-tree', '-r', '--name-only', 'HEAD~1', 'content').split('\n')).toEqual([
      'content/archive.yaml',
      'content/shows/tide-talks.md',
    ]);
  });

  it('is never deleted once it is somebody’s own', () => {
    expect(said['again']!.code).toBe(1);
    expect(said['again']!.output).toMatch(/^Nothing was done: content holds an archive/);
  });

  it('has no problem when it is empty, nor with what `new` writes', () => {
    for (const name of ['checked', 'filled', 'ids'])
      expect(said[name]!.code, said[name]!.output).toBe(0);
    expect(said['checked']!.output).toContain('0 errors, 0 warnings');
    expect(said['filled']!.output).toContain('1 episode, 1 quote');
    expect(said['filled']!.output).toContain('0 errors');
    expect(said['episode']!.output).toBe(
      'Written: content/episodes/tide-talks/the-tide-tables.md\nNext: open the file and type or paste the transcript below the three dashes, then: npm run check\n',
    );
  });

  it('leaves out the tests of the example, and says so', () => {
    expect(isExampleThere(root)).toBe(true);
    expect(isExampleThere(work.folder)).toBe(false);
    expect(testsOfExample(root)).toContain('scripts/site.test.ts');
    expect(testsOfExample(root)).not.toContain('scripts/check.test.ts');
  });
});

describe('the pages of an empty archive', () => {
  it('say how to begin, and show no figure of nothing', () => {
    const home = textOf(sites['empty']!.pages.get('index.html')!);
    expect(home).toContain('No transcripts yet');
    expect(home).toContain('npm run import -- interview.vtt');
    expect(home).not.toContain('Over time');
    for (const page of ['episodes', 'speakers', 'topics', 'stats', 'shows/tide-talks'])
      expect(textOf(sites['empty']!.pages.get(`${page}/index.html`)!), page).toContain(
        'Nothing is here yet.',
      );
  });

  it('become those of a single episode', () => {
    const home = textOf(sites['single']!.pages.get('index.html')!);
    expect(home).toContain('The tide tables');
    expect(home).not.toContain('No transcripts yet');
  });
});

const built = { languages: ['empty', 'single'], siteOf: (name: string) => sites[name]! };
testPages(built, /^(?!docs\/)/);

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  const served = serveSites(built);
  const templates = ['', 'stats/', 'episodes/', 'shows/tide-talks/', 'search/'];
  testAccess(built, served, templates);
  testWidths(built, served, [...templates, 'speakers/', 'topics/', 'trends/', 'calendar/']);
});
