import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDates } from '../bench/changelog.ts';
import { checkOracle } from '../bench/search-oracle.ts';
import type { Archive } from '../archive/model.ts';
import { loadArchive } from '../store/archive.ts';
import { corpusFolder } from '../store/corpora.ts';
import { runScript } from '../testing/build.ts';
import { plainWords } from '../testing/plain-search.ts';
import { RandomQueries } from '../testing/random-query.ts';
import { type SearchSite, serveSearch } from '../testing/search-site.ts';
import { exampleFolder } from '../testing/example.ts';

/** Many more, and others, where somebody asks for them. */
const queries = Number(process.env['ORACLE_QUERIES'] ?? 500);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);

/** The content of an archive: the example, or a corpus that is imported below a folder. */
async function contentOf(name: string, folder: string): Promise<string> {
  if (name === 'example') return exampleFolder;
  const content = path.join(folder, 'content');
  await mkdir(content);
  await writeFile(
    path.join(content, 'archive.yaml'),
    `title: ${name}\nurl: https://example.org/\n`,
  );
  const { code, output } = await runScript('import', [corpusFolder(name)!, '--content', content]);
  if (code !== 0) throw new Error(output);
  await inventDates(content);
  return content;
}

async function archiveOf(name: string, folder: string): Promise<Archive> {
  const { archive, problems } = await loadArchive(await contentOf(name, folder));
  if (!archive) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return archive;
}

/** The same archive, so large in its own eyes that each episode gets a part of the index. */
const inParts = (archive: Archive): Archive => ({
  ...archive,
  episodes: archive.episodes.map((episode) => ({ ...episode, words: 10_000_000 })),
});

describe.each(['example', 'example in parts', 'changelog', 'audreyt-transcript'])(
  'the search of %s',
  (name) => {
    const isThere = name.startsWith('example') || corpusFolder(name) !== undefined;
    let folder: string;
    let archive: Archive;
    let site: SearchSite;

    beforeAll(async () => {
      if (!isThere) return;
      folder = await mkdtemp(path.join(tmpdir(), 'oracle-'));
      archive = await archiveOf(name.split(' ')[0]!, folder);
      if (name.endsWith('in parts')) archive = inParts(archive);
      site = await serveSearch(archive, folder);
    });

    afterAll(async () => {
      if (!isThere) return;
      site.server.close();
      await rm(folder, { recursive: true, force: true });
    });

    it.skipIf(!isThere)(
      'finds what a plain look through all quotes finds, and nothing else',
      async () => {
        const report = await checkOracle(archive, site, queries, seed);
        expect(report).toMatchObject({ queries, missing: 0, extra: 0, wrong: 0, differing: [] });
        expect(report.answered).toBeGreaterThan(queries / 3);
      },
      Math.max(60_000, queries * 1000),
    );
  },
);

describe('the oracle', () => {
  it('asks the same queries again, and other ones for another seed', async () => {
    const { archive } = await loadArchive();
    const asked = (of: number): string[] => {
      const random = new RandomQueries(archive!, of);
      return Array.from({ length: 50 }, () => random.next());
    };
    expect(asked(3)).toEqual(asked(3));
    expect(asked(3)).not.toEqual(asked(4));
  });

  it.each([
    ['', ' '],
    [' … ', ' '],
    ['Don’t “état-major” 5,000 C++!', ' dont etat major 5000 cpp '],
    ['使用Bitcoin支付。港口', ' 使用 bitcoin 支付 港口 '],
  ])('compares words in its own way: %j is %j', (text, words) =>
    expect(plainWords(text)).toBe(words),
  );
});
