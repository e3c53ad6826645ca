import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { openSearch, serveSearch } from '../testing/search-site.ts';
import { parseQuery } from './query.ts';

const quotes = 400;
const wordsOfQuote = 60;

/** Different words that begin alike, so many that Pagefind keeps them in several pieces of its index. */
const word = (number: number): string =>
  `tide${[...number.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('')}`;
const texts = Array.from({ length: quotes }, (_, quote) =>
  Array.from({ length: wordsOfQuote }, (_, at) => word(quote * wordsOfQuote + at)).join(' '),
);

describe('an index in which many words begin alike', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'index-parts-'));
    const { archive } = joinArchive(
      sources({ speakers: [], episodes: [episode('tides', [speech('Audience', ...texts)])] }),
    );
    (await serveSearch(archive, folder)).server.close();
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What somebody finds who opens the search for this alone: no piece of the index was loaded for another word. */
  async function findFirst(typed: string): Promise<number[]> {
    const { findAll, server } = await openSearch(folder);
    const { hits } = await findAll(parseQuery(typed));
    server.close();
    return hits.map(({ quote }) => quote.number).sort((a, b) => a - b);
  }

  it('has several pieces', async () => {
    expect((await readdir(path.join(folder, 'pagefind', 'index'))).length).toBeGreaterThan(2);
  });

  it('finds them all by their beginning', async () => {
    expect(await findFirst('tide*')).toEqual([...texts.keys()]);
  });

  it('finds them where one piece ends and the next begins in the midst of them', async () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const begin = `tide${letter}`;
      const expected = [...texts.keys()].filter((number) =>
        texts[number]!.split(' ').some((one) => one.startsWith(begin)),
      );
      expect(await findFirst(`${begin}*`), begin).toEqual(expected);
    }
  });
});
