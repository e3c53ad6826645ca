import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonicalWords } from '../src/archive/canon.ts';
import type { Archive, Episode, Quote, QuoteId } from '../src/archive/model.ts';
import { episodePath } from '../src/archive/permalink.ts';
import { plainText } from '../src/archive/quote.ts';
import { loadArchive } from '../src/store/archive.ts';
import { corpusFolder } from '../src/store/corpora.ts';
import { build, runScript } from '../src/testing/build.ts';
import { chromiumPath, openBrowser } from '../src/testing/chromium.ts';
import { TestRepository } from '../src/testing/repository.ts';
import { serve } from '../src/testing/server.ts';
import { watchTab } from '../src/testing/tab.ts';
import { exampleFolder } from '../src/testing/example.ts';

/**
 * The promise, from end to end: an archive is published, strangers change it in branches of their own and run
 * nothing, the keeper merges, and every address that was ever published answers with the truth.
 */

const slice = corpusFolder('changelog');
if (slice === undefined)
  console.warn(
    'Permalinks are tried on the example archive alone: the Changelog is not here (ARCHIVE_CORPORA).',
  );

const cow = 'content/episodes/low-water/the-cow.md';
const pencil = 'content/episodes/low-water/the-pencil-line.md';
const star = 'content/episodes/lantern-lectures/star-and-lead.md';
const rope = 'content/episodes/lantern-lectures/rope-street.md';

interface Published {
  readonly words: string;
  readonly speaker: string;
  readonly episode: string;
}

let folder: string;
let repository: TestRepository;
let published: Map<QuoteId, Published>;
let pagesAtStart: string[];
let out: string;
let archive: Archive;

const run = (script: string, ...args: string[]) =>
  runScript(script, args, { ARCHIVE_CONTENT: repository.content });

async function ids(...args: string[]): Promise<string> {
  const { code, output } = await run('ids', ...args);
  expect(code, output).toBe(0);
  return output;
}

const quotesOf = (episode: Episode): Quote[] =>
  episode.parts.flatMap((part) => (part.type === 'turn' ? part.quotes : []));

function listPublished({ episodes }: Archive): Map<QuoteId, Published> {
  const all = new Map<QuoteId, Published>();
  for (const { key, parts } of episodes) {
    for (const part of parts) {
      if (part.type !== 'turn') continue;
      for (const { id, content } of part.quotes)
        all.set(id, {
          words: canonicalWords(plainText(content)),
          speaker: part.voice.id ?? `?${part.voice.name}`,
          episode: key,
        });
    }
  }
  return all;
}

const idOf = (start: string): QuoteId => {
  const [found, ...others] = [...published].filter(([, { words }]) => words.startsWith(start));
  if (!found || others.length > 0) throw new Error(`Not one quote starts with “${start}”.`);
  return found[0];
};

/** What an id stands for now. */
const quoteOf = (id: QuoteId): { quote: Quote; speaker: string; episode: Episode } | undefined => {
  for (const episode of archive.episodes) {
    for (const part of episode.parts) {
      const quote = part.type === 'turn' ? part.quotes.find((one) => one.id === id) : undefined;
      if (quote && part.type === 'turn') return { quote, speaker: part.voice.id ?? '', episode };
    }
  }
  return undefined;
};
const wordsNow = (id: QuoteId): string => plainText(quoteOf(id)!.quote.content);

/** A branch with one change, made from where main was when it was published. */
function branch(name: string, change: () => void): void {
  repository.git('checkout', '--quiet', '-b', name, 'published');
  change();
  repository.commit(name, '2026-02-01');
  repository.git('checkout', '--quiet', 'main');
}

const paragraph = (start: string) => new RegExp(`\\n\\n[^\\n]*${RegExp.escape(start)}[^\\n]*`);

/** What another recogniser would have heard: one word in twenty is another. */
function mishear(text: string): string {
  const end = text.indexOf('\n---', 3);
  let count = 0;
  return (
    text.slice(0, end) +
    text
      .slice(end)
      .replace(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g, (word) =>
        ++count % 10 === 0 ? [...word].reverse().join('') : word,
      )
  );
}

const branches: Record<string, () => void> = {
  reword: () =>
    repository.edit(cow, (text) =>
      text.replace('used to stop talking in', 'would stop speaking in'),
    ),
  reattribute: () =>
    repository.edit(cow, (text) =>
      text.replace('**Jo Field:** [00:02:35]', '**Mara Quill:** [00:02:35]'),
    ),
  split: () =>
    repository.edit(pencil, (text) =>
      text.replace(' Waves are too quick for', '\n\nWaves are too quick for'),
    ),
  merge: () =>
    repository.edit(cow, (text) =>
      text.replace('slow and listened.\n\nI stood', 'slow and listened. I stood'),
    ),
  move: () =>
    repository.edit(pencil, (text) => {
      const [moved] = paragraph('About a tenth of the width').exec(text)!;
      return text.replace(moved, '').replace(/\n\n## The instrument/, `${moved}$&`);
    }),
  delete: () =>
    repository.edit(pencil, (text) =>
      text.replace(paragraph('That is a real question, actually'), ''),
    ),
  rename: () => {
    repository.git('mv', star, 'content/episodes/lantern-lectures/the-star-and-the-lead.md');
    repository.edit('content/episodes/lantern-lectures/the-star-and-the-lead.md', (text) =>
      text.replace('status: ', 'transcriber: Layla Mansour\nstatus: '),
    );
  },
  'split in Chinese': () =>
    repository.edit(rope, (text) => text.replace('你坐人家的沙發，', '\n\n你坐人家的沙發，')),
  ...(slice !== undefined && {
    retranscribe: () => repository.edit('content/episodes/podcast/the-changelog-201.md', mishear),
  }),
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'permalinks-'));
  repository = new TestRepository(path.join(folder, 'repository'));
  cpSync(exampleFolder, repository.content, { recursive: true });
  for (const made of ['ledger', 'history'])
    rmSync(path.join(repository.content, made), { recursive: true, force: true });
  // Essays cite ids that the example has from its own history, which is left out here.
  for (const essay of ['and-two-other-things', 'begin-with-the-pencil', 'units-in-use'])
    rmSync(path.join(repository.content, `collections/${essay}.mdx`));
  repository.edit('content/archive.yaml', (text) => text.replace(/^start: .*\n/m, ''));
  if (slice !== undefined) {
    const imported = await runScript('import', [slice, '--content', repository.content]);
    expect(imported.code, imported.output).toBe(0);
  }
  repository.commit('Transcripts', '2026-01-01');
  await ids();
  repository.commit('Ids', '2026-01-01');
  repository.git('tag', 'published');
  const { archive: start } = await loadArchive(repository.content);
  published = listPublished(start!);
  pagesAtStart = listed();

  for (const [name, change] of Object.entries(branches)) branch(name.replaceAll(' ', '-'), change);
  for (const name of Object.keys(branches))
    repository.merge(name.replaceAll(' ', '-'), '2026-03-02');
  await ids();
  repository.commit('Ids', '2026-03-02');
  const taken = await run(
    'takedown',
    idOf('Nor do we.'),
    '--reason',
    'At the request of the speaker.',
  );
  expect(taken.code, taken.output).toBe(0);
  repository.commit('Takedown', '2026-04-03');
  expect((await run('ids', '--frozen')).output).toContain('is up to date');
  out = path.join(folder, 'site');
  await build(repository.content, out);
  archive = (await loadArchive(repository.content)).archive!;
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const listed = (): string[] =>
  repository
    .read('content/ledger/addresses.txt')
    .split('\n')
    .filter((row) => row.startsWith('/'));

const page = (address: string): string =>
  readFileSync(path.join(out, address, 'index.html'), 'utf8');

describe('after a year of strangers’ edits', () => {
  it('every page that was ever published is there', () => {
    const missing = pagesAtStart.filter(
      (address) => !existsSync(path.join(out, address, 'index.html')),
    );
    expect(missing).toEqual([]);
    expect(listed()).toEqual(expect.arrayContaining(pagesAtStart));
  });

  it('every id that was ever published is on the page that its address names, once', () => {
    const pages = new Map<string, Map<string, number>>();
    for (const [id, { episode }] of published) {
      let seen = pages.get(episode);
      if (!seen) {
        seen = new Map();
        for (const [, found] of page(episodePath(episode)).matchAll(/\sid="(q\w{8})"/g))
          seen.set(found!, (seen.get(found!) ?? 0) + 1);
        pages.set(episode, seen);
      }
      expect(seen.get(id), `${id} on ${episode}`).toBe(1);
    }
  });

  it('every id shows the words it was cited for, or says what became of them', () => {
    const changed = [...published].filter(([id, { words, episode }]) => {
      if (episode === 'the-changelog-201') return false;
      const now = quoteOf(id);
      return !now || canonicalWords(plainText(now.quote.content)) !== words;
    });
    expect(new Set(changed.map(([id]) => id))).toEqual(
      new Set([
        idOf('I grew up under it.'),
        idOf('So. A tide gauge is a hole.'),
        idOf('我帶了自己的椅子來'),
        idOf('Yes. So. I was twenty-eight.'),
        idOf('I stood at the end of the fish market'),
        idOf('That is a real question, actually.'),
        idOf('Nor do we.'),
      ]),
    );
  });

  it('a reworded quote keeps its id and its earlier wording, with the day', () => {
    const { quote } = quoteOf(idOf('I grew up under it.'))!;
    expect(quote).toMatchObject({
      revision: 2,
      earlier: [{ revision: 1, until: '2026-03-02', rule: 'reworded' }],
    });
    expect(quote.earlier![0]!.words).toContain('used to stop talking');
    const html = page('/episodes/the-cow/');
    expect(html).toMatch(/<del>[^/]*<\/span>used to<\/del>/);
    expect(html).toMatch(/<ins>[^/]*<\/span>would<\/ins>/);
  });

  it('a quote given to another speaker is a new revision with the same words', () => {
    const { quote, speaker } = quoteOf(idOf('When did you put it on?'))!;
    expect(speaker).toBe('mara-quill');
    expect(quote.earlier).toMatchObject([{ rule: 'reattributed', voice: { id: 'jo-field' } }]);
  });

  it('a split quote keeps its id on the first part; the other has an id of its own', () => {
    const id = idOf('So. A tide gauge is a hole.');
    expect(wordsNow(id)).toMatch(/up and down without the waves\.$/);
    const { quote, episode } = quoteOf(id)!;
    const quotes = quotesOf(episode);
    const next = quotes[quotes.findIndex((one) => one.id === id) + 1]!;
    expect(plainText(next.content)).toMatch(/^Waves are too quick/);
    expect(quote.earlier).toMatchObject([{ rule: 'split', into: [next.id] }]);
    expect(wordsNow(idOf('我帶了自己的椅子來'))).toMatch(/做口述的人都有一張椅子。$/);
  });

  it('of two quotes that became one, the shorter is an alias that lands on it', () => {
    const ids = [
      idOf('Yes. So. I was twenty-eight.'),
      idOf('I stood at the end of the fish market'),
    ];
    const [kept, alias] = quoteOf(ids[0]!) ? ids : ids.reverse();
    expect(quoteOf(kept!)!.quote.aliases).toMatchObject([{ id: alias }]);
    expect(page('/episodes/the-cow/')).toMatch(
      new RegExp(`<p id="${kept}"[^>]*>.*<span id="${alias}"`),
    );
  });

  it('a moved quote has its id at its new place', () => {
    const { episode, quote } = quoteOf(idOf('About a tenth of the width'))!;
    const chapter = episode.parts.findIndex((part) => part.type === 'chapter');
    const turn = episode.parts.findIndex(
      (part) => part.type === 'turn' && part.quotes.includes(quote),
    );
    expect(turn).toBeLessThan(chapter);
    expect(quote.revision).toBe(1);
  });

  it('a deleted quote leaves a notice at its place, without its words anywhere', () => {
    const html = page('/episodes/the-pencil-line/');
    expect(html).toMatch(
      new RegExp(`<p id="${idOf('That is a real question, actually.')}" class="gone">`),
    );
    expect(html).not.toContain('That is a real question, actually');
  });

  it('a taken-down quote leaves a tombstone with day and ground, and no words in any record', () => {
    const html = page('/episodes/the-cow/');
    const [, says] = new RegExp(`<p id="${idOf('Nor do we.')}" class="gone">(.*?)</p>`, 's').exec(
      html,
    )!;
    expect(says).toContain('At the request of the speaker.');
    expect(html).not.toContain('Nor do we');
    for (const made of ['ledger', 'history', 'episodes/low-water']) {
      for (const name of readdirSync(path.join(repository.content, made)))
        expect(repository.read(`content/${made}/${name}`)).not.toContain('Nor do we');
    }
  });

  it('a renamed episode keeps its address', () => {
    expect(archive.episodeByKey.get('star-and-lead')!.path).toBe(
      'episodes/lantern-lectures/the-star-and-the-lead.md',
    );
    expect(archive.episodeByKey.has('the-star-and-the-lead')).toBe(false);
  });

  it.skipIf(slice === undefined)('a re-transcribed episode keeps its citable ids', () => {
    const cited = [...published].filter(
      ([, { episode, words }]) => episode === 'the-changelog-201' && words.split(' ').length >= 8,
    );
    const kept = cited.filter(([id]) => quoteOf(id));
    const reworded = kept.filter(([id]) => quoteOf(id)!.quote.revision > 1);
    expect(reworded.length).toBeGreaterThan(20);
    expect(kept.length / cited.length).toBeGreaterThanOrEqual(0.99);
  });

  it('`ids` has nothing more to do', async () => {
    expect(await ids()).toContain('Nothing to do');
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ server, url } = await serve(out, new URL(archive.facts.url).pathname));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it.each([true, false])(
    'every changed address answers, scripts on: %s',
    async (javaScriptEnabled) => {
      const tab = await browser.newPage({ javaScriptEnabled });
      const wrong = watchTab(tab, url);
      for (const [start, says] of [
        ['I grew up under it.', 'would stop speaking'],
        ['When did you put it on?', 'When did you put it on?'],
        ['So. A tide gauge is a hole.', 'A tide gauge is a hole'],
        ['I stood at the end of the fish market', 'I stood at the end'],
        ['About a tenth of the width', 'About a tenth of the width'],
        ['Nor do we.', 'At the request of the speaker.'],
        ['That is a real question, actually.', 'removed'],
      ] as const) {
        const id = idOf(start);
        const { episode } = published.get(id)!;
        for (const address of [`episodes/${episode}/#${id}`, `q/${id.slice(1, 3)}/#${id}`]) {
          await tab.goto('about:blank');
          await tab.goto(url + address);
          const target = tab.locator(`#${id}`);
          if (address.startsWith('q/') && javaScriptEnabled)
            await tab.waitForURL(`**/episodes/${episode}/#${id}`);
          else if (address.startsWith('q/')) {
            await target.locator('a').first().click();
            await tab.waitForURL(`**/episodes/${episode}/#${id}`);
          }
          const lit = tab.locator(`p#${id}, p:has(> #${id})`);
          expect(await lit.innerText(), address).toContain(says);
          const box = await lit.boundingBox();
          expect(box!.y, address).toBeLessThan(tab.viewportSize()!.height);
          expect(box!.y + box!.height, address).toBeGreaterThan(0);
        }
      }
      expect(wrong).toEqual([]);
      await tab.close();
    },
  );
});

describe('the publishing workflow', () => {
  const workflow = parse(readFileSync('.github/workflows/publish.yml', 'utf8')) as {
    concurrency: { 'cancel-in-progress': boolean };
    jobs: { publish: { steps: { name?: string; run?: string; with?: Record<string, unknown> }[] } };
  };
  const { steps } = workflow.jobs.publish;

  it('is one at a time, with all of the history, and builds what it committed', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
    expect(steps[0]!.with).toMatchObject({ 'fetch-depth': 0 });
    const runs = steps.flatMap(({ run: command }) =>
      command === undefined ? [] : [command.split('\n')[0]],
    );
    expect(runs).toEqual([
      'npm ci',
      'node scripts/uploads.ts content',
      'npm run check',
      'git config user.name "github-actions[bot]"',
      'npm run ids',
      'git add --all content',
      'npm run ids -- --frozen',
      'npm run build',
      'npm run doctor',
    ]);
  });

  it('commits uploads and the ledger and pushes them, and does nothing where there is nothing to commit', async () => {
    const remote = path.join(folder, 'remote.git');
    repository.git('clone', '--quiet', '--bare', repository.folder, remote);
    const clone = path.join(folder, 'clone');
    repository.git('clone', '--quiet', remote, clone);
    const runner = new TestRepository(clone);
    runner.edit(cow, (text) =>
      text.replace('I did cross the road.', 'I did cross the road, twice.'),
    );
    runner.write(
      path.join(path.dirname(cow), 'The horn.vtt'),
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nThe horn is older than the harbour.\n',
    );
    runner.commit('A correction and an upload, merged on the host', '2026-06-01');
    const env = { ARCHIVE_CONTENT: runner.content };
    const step = (wanted: string): void => {
      const { run: command } = steps.find(({ name }) => name === wanted)!;
      const { status, stderr } = spawnSync('bash', ['-e', '-c', command!], {
        cwd: clone,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    };
    for (const commits of [2, 0]) {
      const before = runner.git('rev-parse', 'HEAD');
      expect((await runScript('uploads', [runner.content])).code).toBe(0);
      step('Commit what was uploaded');
      expect((await runScript('ids', [], env)).code).toBe(0);
      step('Commit what was made');
      expect(runner.git('rev-list', '--count', `${before}..HEAD`)).toBe(String(commits));
      expect(runner.git('status', '--porcelain')).toBe('');
      expect((await runScript('ids', ['--frozen'], env)).code).toBe(0);
    }
    expect(runner.git('rev-parse', 'HEAD')).toBe(
      runner.git('ls-remote', 'origin', 'main').split('\t')[0],
    );
  });
});

describe('branches', () => {
  it('give the same ids in whichever order they are merged, run by run or at the end', async () => {
    const results: string[][] = [];
    const names = ['reword', 'split', 'delete', 'merge'];
    for (const [order, eachTime] of [
      [names, true],
      [[...names].reverse(), true],
      [names, false],
    ] as const) {
      repository.git('checkout', '--quiet', '-B', 'trial', 'published');
      for (const name of order) {
        repository.merge(name, '2026-05-01');
        if (!eachTime) continue;
        await ids();
        repository.commit('Ids', '2026-05-01');
      }
      await ids();
      results.push(
        ['the-cow', 'the-pencil-line'].map((key) =>
          repository.read(`content/ledger/${key}.ids`).replace(/^transcript .*$/m, ''),
        ),
      );
      repository.commit('Ids', '2026-05-01');
    }
    repository.git('checkout', '--quiet', 'main');
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('bring words back under their old id when a mistake is taken back', async () => {
    repository.git('checkout', '--quiet', '-B', 'mistake', 'published');
    const before = repository.read('content/ledger/the-cow.ids');
    repository.edit(cow, (text) =>
      text.replace(
        paragraph('Air. There'),
        '\n\n**Samuel Roe:** [00:01:20] Something that nobody at this table ever said about anything at all.',
      ),
    );
    repository.commit('A mistake', '2026-05-02');
    await ids();
    repository.commit('Ids', '2026-05-02');
    const id = idOf('Air. There’s a room'.replace('’', "'"));
    expect(repository.read('content/ledger/the-cow.ids')).toMatch(
      new RegExp(`^${id} 1 \\w+ removed 2026-05-02`, 'm'),
    );
    repository.git('revert', '--no-edit', 'HEAD~1');
    await ids();
    expect(repository.read('content/ledger/the-cow.ids')).toMatch(
      new RegExp(`^${id} 2 \\w+ samuel-roe$`, 'm'),
    );
    expect(before).toMatch(new RegExp(`^${id} 1 \\w+ samuel-roe$`, 'm'));
    repository.git('checkout', '--quiet', '--force', 'main');
  });
});
