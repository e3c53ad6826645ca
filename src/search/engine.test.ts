import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { openSearch, type SearchSite, serveSearch } from '../testing/search-site.ts';
import type { Grouping, Sort } from './candidate.ts';
import { type Hit, OtherVersion, SearchEngine } from './engine.ts';
import { countAppearances } from './facet.ts';
import { parseQuery } from './query.ts';

/** Episodes that have both words close together, and in no quote both. */
const fruitless = Array.from({ length: 70 }, (_, number) =>
  episode(
    `fruitless-${number}`,
    [speech('JF', 'Here is mud.', 'And here are the eels and a great many other things, he said.')],
    { date: '2010-01-01' },
  ),
);

const { archive } = joinArchive(
  sources({
    episodes: [
      episode(
        'old',
        [
          speech('Ann Reed', 'Fog came over the harbour.'),
          speech('JF', 'Fog at the old harbour.'),
          speech('Ann Reed', 'A sail was seen at six.', 'A bell was heard.', 'The fog stayed.'),
        ],
        { date: '2001-05-01' },
      ),
      episode('new', [speech('JF', 'New fog.'), speech('Audience', 'Fog!')], {
        date: '2024-03-02',
      }),
      episode('middle', [speech('Ann Reed', 'Fog in the middle.')], { date: '2012-03-02' }),
      episode('undated', [speech('JF', 'Fog without a date.')]),
      episode(
        'far',
        [speech('JF', `Salt ${'and so on '.repeat(30)} barrels.`, 'The barrels.', 'Salt!')],
        { date: '2002-01-01' },
      ),
      episode('close', [speech('JF', 'There is salt in the barrels.')], { date: '2002-01-01' }),
      episode('eels', [speech('Ann Reed', 'Eels live in the mud.')], { date: '2000-01-01' }),
      ...fruitless,
    ],
  }),
);

let folder: string;
let site: SearchSite;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'engine-'));
  site = await serveSearch(archive, folder);
});

afterAll(async () => {
  site.server.close();
  await rm(folder, { recursive: true, force: true });
});

async function listed(
  typed: string,
  sort: Sort,
  grouping: Grouping = 'none',
): Promise<(Hit | undefined)[]> {
  const answer = await site.engine.search(parseQuery(typed));
  const hits: (Hit | undefined)[] = [];
  for await (const hit of site.engine.hits(answer, sort, grouping)) hits.push(hit);
  return hits;
}

const keysOf = (hits: readonly (Hit | undefined)[]): string[] =>
  hits.map((hit) => (hit ? site.engine.catalog.episodes[hit.row.episode]!.key : '…'));

describe('an answer', () => {
  it('to a query of unknown words has nothing, and loads nothing', async () => {
    const answer = await site.engine.search(parseQuery('zeppelin fog'));
    expect(answer).toMatchObject({ candidates: [], unfiltered: [] });
    expect(answer.meaning.unknown.map(({ text }) => text)).toEqual(['zeppelin']);
  });

  it('to an empty query has every record', async () => {
    const { candidates } = await site.engine.search(parseQuery(''));
    expect(candidates).toHaveLength(site.engine.catalog.rows.length);
  });

  it('has the records that pass the filters, and those that would without', async () => {
    const answer = await site.engine.search({
      ...parseQuery('fog'),
      filters: { speaker: ['ann-reed'] },
    });
    expect([answer.candidates.length, answer.unfiltered.length]).toEqual([2, 6]);
    expect(countAppearances(answer.candidates)).toBe(2);
  });

  it('has no record whose words are further apart than any of its quotes is long', async () => {
    const { candidates } = await site.engine.search(parseQuery('harbour stayed'));
    expect(candidates).toEqual([]);
  });
});

describe('quotes', () => {
  it('come newest or oldest first, those without a date last both ways', async () => {
    expect(keysOf(await listed('fog', 'newest'))).toEqual([
      ...['new', 'new', 'middle', 'old', 'old', 'old', 'undated'],
    ]);
    expect(keysOf(await listed('fog', 'oldest'))).toEqual([
      ...['old', 'old', 'old', 'middle', 'new', 'new', 'undated'],
    ]);
  });

  it('come by relevance: where the words stand close together first', async () => {
    expect(keysOf(await listed('salt barrels', 'relevance'))).toEqual(['close', 'far']);
  });

  it('of one episode come together, in the order in which they were said', async () => {
    const hits = await listed('fog', 'oldest', 'episode');
    expect(hits.map((hit) => hit?.quote.text).slice(0, 3)).toEqual([
      'Fog came over the harbour.',
      'Fog at the old harbour.',
      'The fog stayed.',
    ]);
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const keys = keysOf(await listed('fog', sort, 'episode'));
      expect(keys).toHaveLength(7);
      expect(new Set(keys).size).toBe(keys.filter((key, index) => key !== keys[index - 1]).length);
    }
  });

  it('of one voice come together', async () => {
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const voices = (await listed('fog', sort, 'speaker')).map((hit) => hit!.row.voice);
      expect(voices).toHaveLength(7);
      expect(new Set(voices).size).toBe(
        voices.filter((voice, index) => voice !== voices[index - 1]).length,
      );
    }
  });

  it('are the same however they are sorted and grouped', async () => {
    const expected = (await listed('fog', 'relevance')).map((hit) => hit!.quote.id).sort();
    for (const sort of ['relevance', 'newest', 'oldest'] as const)
      for (const grouping of ['none', 'episode', 'speaker'] as const)
        expect((await listed('fog', sort, grouping)).map((hit) => hit!.quote.id).sort()).toEqual(
          expected,
        );
  });

  it('let one stop where many records have none, and come when one asks on', async () => {
    const hits = await listed('mud eels', 'newest');
    expect(hits.at(-1)?.quote.text).toBe('Eels live in the mud.');
    expect(keysOf(hits)).toEqual(['…', 'eels']);
  });
});

describe('a fault', () => {
  const bundle = (): string => path.join(folder, 'pagefind');
  const address = (): string => {
    const { port } = site.server.address() as { port: number };
    return `http://127.0.0.1:${port}/pagefind/`;
  };

  /** Does something while a file is away, and again when it is back. */
  async function without(name: string, act: () => Promise<unknown>): Promise<void> {
    const file = path.join(bundle(), name);
    await rename(file, `${file}.away`);
    try {
      await expect(act(), name).rejects.toThrow();
    } finally {
      await rename(`${file}.away`, file);
    }
    // What was on its way meanwhile may still come back empty.
    await vi.waitFor(act);
  }

  const named = async (pattern: RegExp): Promise<string> =>
    (await readdir(bundle())).find((name) => pattern.test(name))!;

  it('is an index of another form, which says so', async () => {
    const file = path.join(bundle(), 'archive.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"form":\d+/, '"form":9999'));
    await expect(SearchEngine.open(address())).rejects.toThrow(OtherVersion);
    await writeFile(file, '<!doctype html><title>Not found</title>');
    await expect(SearchEngine.open(address())).rejects.toThrow(SyntaxError);
    await writeFile(file, text);
    await SearchEngine.open(address());
  });

  it('is an address where nothing is', async () => {
    await expect(SearchEngine.open('http://127.0.0.1:1/')).rejects.toThrow();
    await expect(SearchEngine.open(`${address()}nowhere/`)).rejects.toThrow('404');
  });

  it('is a missing file when it is opened', async () => {
    await without('archive.json', () => SearchEngine.open(address()));
    await without(await named(/^catalog/), () => SearchEngine.open(address()));
  });

  it('is a missing file when it is searched, and the next search works again', async () => {
    const { engine, server } = await openSearch(folder);
    await without(await named(/^words/), () => engine.search(parseQuery('fog')));
    server.close();
  });

  it('is a missing list of Pagefind’s, or a missing piece of its index', async () => {
    const one = await openSearch(folder);
    await without(await named(/pf_meta$/), () => one.engine.search(parseQuery('fog')));
    one.server.close();
    const other = await openSearch(folder);
    await other.engine.warm();
    await without('index', () => other.engine.search(parseQuery('fog')));
    other.server.close();
  });

  it('is a script that cannot be loaded, and is tried again', async () => {
    let tries = 0;
    const engine = await SearchEngine.open(address(), () => {
      tries++;
      return Promise.reject(new Error('offline'));
    });
    await expect(engine.search(parseQuery('fog'))).rejects.toThrow('offline');
    const before = tries;
    await expect(engine.search(parseQuery('fog'))).rejects.toThrow('offline');
    expect(tries).toBeGreaterThan(before);
  });

  it('is a missing file of quotes, and the next try shows them', async () => {
    const { engine, server } = await openSearch(folder);
    const answer = await engine.search(parseQuery('fog'));
    await without(await named(/^quotes/), async () => {
      const hits = [];
      for await (const hit of engine.hits(answer, 'newest', 'none')) hits.push(hit);
      expect(hits).toHaveLength(7);
    });
    server.close();
  });
});
