import { describe, expect, it } from 'vitest';
import { lostPages, pagesOf } from '../archive/address.ts';
import { joinArchive } from '../archive/archive.ts';
import { mostListed, pageFound } from '../archive/collection.ts';
import { collectionTwin, mostInTwin } from '../archive/collection-twin.ts';
import { searchesIn } from '../archive/essay.ts';
import { collection, episode, sources, speech } from '../archive/example.ts';
import { quotesPerPage } from '../archive/list.ts';
import type { EssayPart, Sources } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { noRecords } from '../archive/records.ts';
import { answerSaved } from './saved.ts';

const join = (given: Partial<Sources>, addresses: readonly string[] = []) =>
  joinArchive(sources(given), { ...noRecords, addresses }).archive;

const episodes = [
  episode(
    'fog',
    [speech('Jo Field', 'Fog at one.', 'No fog at two.'), speech('Ann Reed', 'Fog?')],
    {
      date: '2024-03-02',
    },
  ),
  episode('mist', [speech('Jo Field', 'Mist is fogs from afar.')], { date: '2023-01-01' }),
  episode('haze', [speech('Jo Field', 'The fog of no date.')]),
];

/** What the only collection finds, as its page lists it: newest first. */
async function found(query: string): Promise<string[] | undefined> {
  const archive = await answerSaved(
    join({ episodes, collections: [collection('fog', { query })] }),
  );
  return archive.collections[0]?.found?.quotes
    .toReversed()
    .map(({ quote }) => plainText(quote.content));
}

describe('a saved search', () => {
  it('finds what the search page finds, newest first, without a date last', async () => {
    expect(await found('fog')).toEqual([
      'Fog?',
      'No fog at two.',
      'Fog at one.',
      'Mist is fogs from afar.',
      'The fog of no date.',
    ]);
    expect(await found('fog speaker:"Jo Field" after:2023')).toEqual([
      'No fog at two.',
      'Fog at one.',
    ]);
    expect(await found('"fog at" -no')).toEqual(['Fog at one.']);
    expect(await found('speaker:ann')).toEqual(['Fog?']);
  });

  it('says which words nobody says', async () => {
    const archive = await answerSaved(
      join({ episodes, collections: [collection('fog', { query: 'fog zeppelin' })] }),
    );
    expect(archive.collections[0]?.found).toEqual({
      quotes: [],
      total: 0,
      leftOut: [],
      unknown: ['zeppelin'],
    });
    expect(archive.collectionById.get('fog')).toBe(archive.collections[0]);
  });

  it('in an essay finds the newest episode first, as it was said, and no more than its limit', async () => {
    const place = { line: 9, column: 1 };
    const search = (query: string, limit: number): EssayPart => ({
      type: 'search',
      query,
      limit,
      place,
    });
    const parts = [search('fog', 2), search('fog zeppelin', 5)];
    const archive = await answerSaved(
      join({ episodes, collections: [collection('fog', { query: 'fog' }, parts)] }),
    );
    const [essay] = archive.collections;
    expect(
      searchesIn(essay!.parts).map(({ found: own }) => [
        own?.quotes.map(({ quote }) => plainText(quote.content)),
        own?.total,
        own?.unknown,
      ]),
    ).toEqual([
      [['Fog at one.', 'No fog at two.'], 5, []],
      [[], 0, ['zeppelin']],
    ]);
    expect(essay!.found?.total).toBe(5);
  });

  it('is not looked for where there is none', async () => {
    const archive = join({ episodes, collections: [collection('fog')] });
    expect(await answerSaved(archive)).toBe(archive);
  });
});

describe('the pages of collections', () => {
  const many = episode(
    'tables',
    [speech('Jo Field', ...Array.from({ length: 2 * quotesPerPage + 1 }, (_, at) => `Fog ${at}.`))],
    { date: '2024-03-02' },
  );
  const fog = collection('fog', { query: 'fog', formerly: ['mist'] });

  it('are numbered as long as there are full ones', async () => {
    const archive = await answerSaved(join({ episodes: [many], collections: [fog] }));
    expect(pagesOf(archive, new Map()).filter((page) => page.startsWith('/collections/'))).toEqual([
      '/collections/',
      '/collections/fog/',
      '/collections/fog/quotes/1/',
      '/collections/fog/quotes/2/',
    ]);
  });

  it('are those of the newest quotes where a search finds too many, and keep their numbers', async () => {
    const { length } = Array.from({ length: mostListed + quotesPerPage + 7 });
    const all = episode('all', [
      speech('Jo Field', ...Array.from({ length }, (_, at) => `Fog ${at}.`)),
    ]);
    const archive = await answerSaved(join({ episodes: [all], collections: [fog] }));
    const { found } = archive.collections[0]!;
    expect(found?.total).toBe(length);
    const list = pageFound(found);
    expect(list.total).toBe(length);
    expect(list.pages.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 2),
    );
    expect(plainText(list.pages[0]!.items.at(-1)!.quote.content)).toBe(`Fog ${quotesPerPage}.`);
    expect(plainText(list.newest[0]!.quote.content)).toBe(`Fog ${length - 1}.`);
    const pages = pagesOf(archive, new Map()).filter((page) =>
      page.startsWith('/collections/fog/quotes/'),
    );
    expect(pages).toHaveLength(40);
    expect(pages).not.toContain('/collections/fog/quotes/1/');

    const twin = collectionTwin(archive.collections[0]!, [], (path) => path) as {
      counts: object;
      quotes: { text: string }[];
    };
    expect(twin.counts).toEqual({ quotes: length, listed: mostInTwin });
    expect(twin.quotes).toHaveLength(mostInTwin);
    expect(twin.quotes[0]!.text).toBe(`Fog ${length - 1}.`);
  });

  it('lead on when the list became shorter, the file was renamed, or is gone', async () => {
    const published = [
      '/collections/fog/quotes/1/',
      '/collections/mist/quotes/1/',
      '/collections/haze/',
    ];
    const archive = await answerSaved(join({ episodes, collections: [fog] }, published));
    expect(lostPages(archive, new Map())).toEqual([
      { path: '/collections/fog/quotes/1/', instead: '/collections/fog/' },
      { path: '/collections/haze/', instead: '/collections/' },
      { path: '/collections/mist/', now: '/collections/fog/', instead: '/collections/' },
      { path: '/collections/mist/quotes/1/', now: '/collections/fog/', instead: '/collections/' },
    ]);
  });
});
