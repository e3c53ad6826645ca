import { beforeAll, describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { quotesIn } from '../archive/figures/spoken-words.ts';
import { plainText } from '../archive/quote.ts';
import { parseQuery } from './query.ts';
import { namesOfArchive, resolveQuery } from './resolve.ts';
import { Scan } from './scan.ts';

const { archive } = joinArchive(
  sources({
    episodes: [
      episode(
        'old',
        [
          speech('JF', 'Nobody wrote the tide tables down.', 'Everybody copied the harbour.'),
          speech('Ann Reed', 'The harbour copies itself.'),
          speech('Audience', 'Which harbour?', '…'),
        ],
        { date: '2001-05-01', roles: { 'jo-field': 'host' }, status: 'verified' },
      ),
      episode('new', [speech('JF', 'A harbour is a harbour.')], {
        date: '2024-03-02',
        topics: ['tides'],
        language: 'en-GB',
      }),
      episode('chaoxi', [speech('JF', '港口以前沒有人寫下潮汐表。')], { language: 'zh-Hant' }),
    ],
  }),
);

let scan: Scan;
beforeAll(async () => {
  scan = await Scan.of(archive);
});

async function found(typed: string): Promise<string[]> {
  const { query } = resolveQuery(parseQuery(typed), namesOfArchive(archive));
  const { quotes } = await scan.search(query);
  return quotes.map(({ quote }) => plainText(quote.content));
}

describe('a scan', () => {
  it('of an archive in which nobody speaks finds nothing', async () => {
    const empty = await Scan.of(joinArchive(sources()).archive);
    expect((await empty.search(parseQuery(''))).quotes).toEqual([]);
    expect((await empty.search(parseQuery('tide'))).quotes).toEqual([]);
  });

  it.each([
    ['zeppelin'],
    ['harbour zeppelin'],
    ['tide harbour'],
    ['"wrote down"'],
    ['speaker:nobody'],
    ['speaker:ann-reed role:host'],
    ['harbour before:2001'],
    ['潮汐圖'],
  ])('finds nothing by %j', async (typed) => expect(await found(typed)).toEqual([]));

  it.each([
    ['harbour -copy -which', ['A harbour is a harbour.']],
    ['copying', ['Everybody copied the harbour.', 'The harbour copies itself.']],
    ['"copied the"', ['Everybody copied the harbour.']],
    ['harbour speaker:ann', ['The harbour copies itself.']],
    ['harbour role:host', ['Everybody copied the harbour.']],
    ['harbour status:verified speaker:jo-field', ['Everybody copied the harbour.']],
    ['year:2024', ['A harbour is a harbour.']],
    ['language:en-GB', ['A harbour is a harbour.']],
    ['episode:chaoxi', ['港口以前沒有人寫下潮汐表。']],
    ['潮汐', ['港口以前沒有人寫下潮汐表。']],
    ['topic:tides', ['A harbour is a harbour.']],
    ['-harbour -nobody -潮', ['…']],
  ])('finds by %j %j', async (typed, texts) => expect(await found(typed)).toEqual(texts));

  it('finds about a topic what its keeper says, and not what its keeper denies', async () => {
    const idOf = (text: string): string =>
      archive.episodes
        .flatMap((one) => Array.from(quotesIn(one), ([quote]) => quote))
        .find(({ content }) => plainText(content) === text)!.id;
    const ruled = archive.topics.map((own) => ({
      ...own,
      facts: {
        ...own.facts,
        terms: ['tide'],
        quotes: [idOf('Which harbour?')],
        notAbout: [idOf('A harbour is a harbour.')],
      },
    }));
    const tides = ruled[0]!;
    const episodes = archive.episodes.map((one) => ({
      ...one,
      topics: one.topics.map(() => tides),
    }));
    const own = { ...archive, episodes, topics: ruled, topicById: new Map([[tides.id, tides]]) };
    const { quotes } = await (await Scan.of(own)).search(parseQuery('topic:tides'));
    expect(quotes.map(({ quote }) => plainText(quote.content))).toEqual([
      'Nobody wrote the tide tables down.',
      'Which harbour?',
    ]);
  });

  it('finds everything where nothing is asked, the newest episode first', async () => {
    const { quotes } = await scan.search(parseQuery(''));
    expect(quotes.map(({ episode: { key }, ranges }) => [key, ranges])).toEqual([
      ['new', []],
      ...Array.from({ length: 5 }, () => ['old', []]),
      ['chaoxi', []],
    ]);
  });

  it('says where the words are, who said them, and what was meant', async () => {
    const { quotes, meaning } = await scan.search(parseQuery('copies'));
    expect(quotes.map(({ voice, ranges }) => [voice.name, ranges])).toEqual([
      ['Jo Field', [[10, 16]]],
      ['Ann Reed', [[12, 18]]],
    ]);
    expect([...meaning.terms[0]!.forms!.keys()]).toEqual(['copies', 'copied']);
  });

  it('answers many queries as it answers each', async () => {
    const queries = ['harbour', 'zeppelin', '', 'speaker:ann-reed', '表'].map(parseQuery);
    const all = await scan.searchAll(queries);
    for (const [index, query] of queries.entries())
      expect(all[index]).toEqual(await scan.search(query));
  });
});
