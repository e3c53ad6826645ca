import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { buildIndex, writeRecords } from './bundle.ts';
import { findFile } from './last-index.ts';
import { type Filters, type Hit, openIndex, type Pagefind, type SearchIndex } from './pagefind.ts';

const { archive: joined } = joinArchive(
  sources({
    episodes: [
      episode(
        'tide-tables',
        [
          speech('JF', 'Nobody wrote the tables down before the harbour did.', 'Everybody copied'),
          speech('Ann Reed', 'The lighthouse keeper copied <b>tables</b> & &amp; so on.'),
          speech('Audience', 'Which lighthouse, and which harbour?'),
        ],
        { date: '2024-03-02', title: 'The <i>tide</i> tables' },
      ),
      episode(
        'salt',
        [speech('Ann Reed', 'We traded salt.', 'Nobody counted the barrels of salt.')],
        {
          language: 'en-GB',
        },
      ),
      episode('gezeiten', [speech('JF', 'Die Gezeitentafeln lagen in den Häusern am Hafen aus.')], {
        language: 'de',
      }),
      episode('jadawil', [speech('JF', 'لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.')], {
        language: 'ar',
      }),
      episode('chaoxi', [speech('JF', '港口以前沒有人寫下潮汐表。', '後來大家都抄了港口的表。')], {
        language: 'zh-Hant',
      }),
    ],
  }),
);

// So long that each episode gets a part of its own: the two English ones must be found together.
const archive = {
  ...joined,
  episodes: joined.episodes.map((one) => ({ ...one, words: 5_000_000 })),
};

let folder: string;
let server: Server;
let index: SearchIndex;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  await writeRecords(archive, path.join(folder, 'records'));
  for (const outFolder of ['pagefind', 'again']) {
    await buildIndex({
      recordsFolder: path.join(folder, 'records'),
      outFolder: path.join(folder, outFolder),
    });
  }
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    void findFile(folder, pathname).then((file) => {
      response.statusCode = file === undefined ? 404 : 200;
      if (file === undefined) response.end();
      else createReadStream(file).pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const script = pathToFileURL(path.join(folder, 'pagefind/pagefind.js')).href;
  index = await openIndex(
    `http://127.0.0.1:${port}/pagefind/`,
    (address) => import(script + new URL(address).search) as Promise<Pagefind>,
  );
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function find(typed: string, filters: Filters = {}): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const hit of index.search(typed, filters)) if (hit) hits.push(hit);
  return hits;
}

const textsOf = (hits: readonly Hit[]): string[] => hits.map(({ text }) => text).sort();
const markedIn = (hits: readonly Hit[]): string[] =>
  hits.flatMap(({ text, ranges }) => ranges.map((range) => text.slice(...range)));

describe('a search', () => {
  it('finds nothing where no quote has all the words, though a record has', async () => {
    expect(await find('tables everybody')).toEqual([]);
    expect(await find('barrels traded')).toEqual([]);
  });

  it('finds nothing for a phrase whose words stand apart, or in two quotes', async () => {
    expect(await find('"wrote down"')).toEqual([]);
    expect(await find('"harbour did Everybody"')).toEqual([]);
  });

  it('finds nothing for a word that nobody says, though somebody says its beginning', async () => {
    expect(await find('harbourx')).toEqual([]);
    expect(await find('harbourmaster')).toEqual([]);
    expect(await find('nobody harbourmaster')).toEqual([]);
    expect(await find('潮汐圖')).toEqual([]);
  });

  it('finds nothing for words of a title or a name that nobody says', async () => {
    expect(await find('field')).toEqual([]);
    expect(await find('tide')).toEqual([]);
  });

  it('shows by a speaker filter only what that speaker says', async () => {
    const hits = await find('lighthouse', { speaker: 'ann-reed' });
    expect(hits.map(({ speaker }) => speaker)).toEqual(['Ann Reed']);
    expect(await find('lighthouse', { speaker: 'jo-field' })).toEqual([]);
    expect(await find('lighthouse', { speaker: 'nobody' })).toEqual([]);
    expect(new Set((await find('lighthouse')).map(({ speaker }) => speaker))).toEqual(
      new Set(['Ann Reed', 'Audience']),
    );
  });

  it('says who, where and when, and leads to the quote in its context', async () => {
    const [hit] = await find('wrote harbour');
    const quote = archive.episodeByKey.get('tide-tables')!.participants[0]!.first;
    expect(hit).toMatchObject({
      id: quote,
      url: '/episodes/tide-tables/',
      title: 'The <i>tide</i> tables',
      speaker: 'Jo Field',
      show: 'Harbour',
      date: '2024-03-02',
      language: 'en',
    });
    expect(markedIn([hit!])).toEqual(['wrote', 'harbour']);
  });

  it('gives the very words, whatever they look like, and adds none', async () => {
    expect(textsOf(await find('copied'))).toEqual([
      'Everybody copied',
      'The lighthouse keeper copied <b>tables</b> & &amp; so on.',
    ]);
  });

  it('finds in every part of a language', async () => {
    expect(textsOf(await find('nobody'))).toEqual([
      'Nobody counted the barrels of salt.',
      'Nobody wrote the tables down before the harbour did.',
    ]);
  });

  it('takes other forms of a word, and no case or accents, as Pagefind does', async () => {
    expect(markedIn(await find('COPIES everybody'))).toEqual(['Everybody', 'copied']);
    expect(markedIn(await find('harbo wrote'))).toEqual(['wrote', 'harbour']);
    expect(markedIn(await find('hauser'))).toEqual(['Häusern']);
  });

  it.each([
    ['German', 'Gezeitentafel', 'Die Gezeitentafeln lagen in den Häusern am Hafen aus.'],
    ['Arabic', 'الميناء نسخ', 'لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.'],
    [
      'Arabic, a phrase in',
      '"قبل الميناء"',
      'لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.',
    ],
    ['Chinese', '港口 潮汐', '港口以前沒有人寫下潮汐表。'],
    ['Chinese without a blank,', '寫下潮汐表', '港口以前沒有人寫下潮汐表。'],
    ['Chinese, a phrase in', '「港口的表」', '後來大家都抄了港口的表。'],
  ])('finds in %s %j', async (_language, typed, text) => {
    expect(textsOf(await find(typed))).toEqual([text]);
  });
});

describe('buildIndex', () => {
  it('makes the same bytes of the same records', async () => {
    const names = await filesIn('pagefind');
    expect(await filesIn('again')).toEqual(names);
    for (const name of names) {
      const [one, other] = await Promise.all(
        ['pagefind', 'again'].map((made) => readFile(path.join(folder, made, name))),
      );
      expect(one!.equals(other!), name).toBe(true);
    }
  });

  it('publishes nothing that the page does not load', async () => {
    const kinds = new Set(
      (await filesIn('pagefind')).map((name) => name.replace(/[^/]*\.(pf_\w+|pagefind)$/, '*.$1')),
    );
    expect([...kinds].filter((name) => !/^(?!en-1\/)\w+-\d\//.test(name)).sort()).toEqual([
      'en-1/*.pagefind',
      'en-1/*.pf_meta',
      'en-1/filter/*.pf_filter',
      'en-1/fragment/*.pf_fragment',
      'en-1/index/*.pf_index',
      'en-1/pagefind-entry.json',
      'en-1/pagefind-worker.js',
      'pagefind.js',
      'parts.json',
    ]);
  });

  async function filesIn(made: string): Promise<string[]> {
    const root = path.join(folder, made);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      )
      .sort();
  }
});

describe('the index in dev', () => {
  it('serves a file of its folder and nothing else', async () => {
    const root = path.join(folder, 'pagefind');
    expect(await findFile(root, 'parts.json')).toMatch(/parts\.json$/);
    for (const address of [
      '',
      'en-1',
      'missing.json',
      '../records/parts.json',
      '%2e%2e/records/parts.json',
      '%',
      '%00',
    ]) {
      expect(await findFile(root, address), address).toBeUndefined();
    }
  });
});
