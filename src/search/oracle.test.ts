import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOracle } from '../bench/search-oracle.ts';
import type { Archive } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { loadArchive } from '../store/archive.ts';
import { corpusFolder } from '../store/corpora.ts';
import { runScript } from '../testing/build.ts';
import { type SearchSite, serveSearch } from '../testing/search-site.ts';
import { parseQuery } from './query.ts';

/** Many more where somebody asks for them: each of a corpus takes a fifth of a second. */
const queriesOf = (name: string): number =>
  Number(process.env['ORACLE_QUERIES'] ?? (name === 'example' ? 500 : 100));

/** The content of an archive: the example, or a corpus that is imported. */
async function contentOf(name: string, folder: string): Promise<string> {
  if (name === 'example') return path.resolve('content');
  const content = path.join(folder, 'content');
  await mkdir(content);
  await writeFile(
    path.join(content, 'archive.yaml'),
    `title: ${name}\nurl: https://example.org/\n`,
  );
  const { code, output } = await runScript('import', [corpusFolder(name)!, '--content', content]);
  if (code !== 0) throw new Error(output);
  return content;
}

describe.each(['example', 'changelog', 'audreyt-transcript'])('the search of %s', (name) => {
  const isThere = name === 'example' || corpusFolder(name) !== undefined;
  let folder: string;
  let archive: Archive;
  let site: SearchSite;

  beforeAll(async () => {
    if (!isThere) return;
    folder = await mkdtemp(path.join(tmpdir(), 'oracle-'));
    const loaded = await loadArchive(await contentOf(name, folder));
    if (!loaded.archive) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
    archive = loaded.archive;
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
      const report = await checkOracle(archive, site, queriesOf(name));
      expect(report).toMatchObject({ missing: 0, extra: 0, differing: [] });
      expect(report.answered).toBeGreaterThan(queriesOf(name) / 3);
    },
    300_000,
  );

  it.skipIf(!isThere)('finds the quotes in which a plain expression finds a phrase', async () => {
    const all = archive.episodes.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.type === 'turn' ? part.quotes : [])),
    );
    // Two plain English words side by side, from quotes here and there.
    const phrases = all.flatMap(({ content }, index) =>
      index % Math.ceil(all.length / 40) === 0
        ? (/\b[a-z]{4,} [a-z]{4,}\b/.exec(plainText(content))?.slice(0, 1) ?? [])
        : [],
    );
    for (const phrase of phrases) {
      const looked = new RegExp(
        `(?<![\\p{L}\\p{N}'’])${phrase.replace(' ', '[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}'’])`,
        'iu',
      );
      const expected = all.filter(({ content }) => looked.test(plainText(content)));
      const { hits } = await site.findAll(parseQuery(`"${phrase}"`));
      const found = new Set(hits.map(({ quote }) => quote.id));
      expect(
        expected.filter(({ id }) => !found.has(id)),
        phrase,
      ).toEqual([]);
    }
  });
});
