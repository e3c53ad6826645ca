import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { openSearch, type SearchSite, serveSearch } from '../testing/search-site.ts';
import { buildIndex } from './bundle.ts';
import type { Hit } from './engine.ts';
import type { BundleFacts } from './entry.ts';
import { findFile } from './last-index.ts';
import { prepared, prepareIndex } from './prepare.ts';
import { parseQuery } from './query.ts';
import { namesOf, resolveQuery } from './resolve.ts';

const { archive: joined } = joinArchive(
  sources({
    episodes: [
      episode(
        'tide-tables',
        [
          speech('JF', 'Nobody wrote the tables down before the harbour did.', 'Everybody copied'),
          speech('Ann Reed', 'The lighthouse keeper copied <b>tables</b> & &amp; so on.', '…'),
          speech('Audience', 'Which lighthouse, and which harbour?'),
          speech('Speaker 2', '😀'),
        ],
        { date: '2024-03-02', title: 'The <i>tide</i> tables' },
      ),
      episode(
        'salt',
        [speech('Ann Reed', 'We traded salt.', 'Nobody counted the barrels of salt.')],
        { language: 'en-GB' },
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

// So long that each episode gets a part of its own: those of one query must be found together.
const archive = {
  ...joined,
  episodes: joined.episodes.map((one) => ({ ...one, words: 5_000_000 })),
};

let folder: string;
let site: SearchSite;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  site = await serveSearch(archive, folder);
  await mkdir(path.join(folder, 'other'));
  const again = path.join(folder, 'other', 'records');
  await prepareIndex(archive, again);
  await buildIndex({ recordsFolder: again, outFolder: path.join(folder, 'again') });
});

afterAll(async () => {
  site.server.close();
  await rm(folder, { recursive: true, force: true });
});

async function find(typed: string): Promise<Hit[]> {
  const { query } = resolveQuery(parseQuery(typed), namesOf(site.engine.catalog));
  return (await site.findAll(query)).hits;
}

const textsOf = (hits: readonly Hit[]): string[] => hits.map(({ quote }) => quote.text).sort();
const markedIn = (hits: readonly Hit[]): string[] =>
  hits.flatMap(({ quote, ranges }) => ranges.map((range) => quote.text.slice(...range))).sort();
const speakerOf = ({ row }: Hit): string => {
  const { speakers, voices } = site.engine.catalog;
  return speakers[row.voice]?.[1] ?? voices[row.voice - speakers.length]!;
};

describe('an index of several parts', () => {
  it('has as many parts as its words need', () => {
    const parts = site.engine.catalog.rows.map(({ part }) => part);
    expect(new Set(parts).size).toBe(5);
    expect(parts).toEqual([...parts].sort());
  });

  it('finds nothing where no quote has all the words, though a record has', async () => {
    expect(await find('tables everybody')).toEqual([]);
    expect(await find('barrels traded')).toEqual([]);
  });

  it('finds nothing for a phrase whose words stand apart, or in two quotes', async () => {
    expect(await find('"wrote down"')).toEqual([]);
    expect(await find('"harbour did Everybody"')).toEqual([]);
    expect(await find('"tables salt"')).toEqual([]);
  });

  it('finds nothing for a word that nobody says, though somebody says its beginning', async () => {
    for (const typed of ['harbourx', 'harbourmaster', 'nobody harbourmaster', '潮汐圖'])
      expect(await find(typed), typed).toEqual([]);
  });

  it('finds nothing for words of a title or a name that nobody says', async () => {
    expect(await find('field')).toEqual([]);
    expect(await find('tide')).toEqual([]);
  });

  it('shows by a speaker filter only what that speaker says', async () => {
    expect((await find('lighthouse speaker:ann')).map(speakerOf)).toEqual(['Ann Reed']);
    expect(await find('lighthouse speaker:jo')).toEqual([]);
    expect(await find('lighthouse speaker:nobody')).toEqual([]);
    expect((await find('lighthouse')).map(speakerOf).sort()).toEqual(['Ann Reed', 'Audience']);
  });

  it('says which quote it is and where the words are', async () => {
    const [hit] = await find('wrote harbour');
    const { quote, row } = hit!;
    expect(quote.id).toBe(archive.episodeByKey.get('tide-tables')!.participants[0]!.first);
    expect(quote.number).toBe(0);
    expect(site.engine.catalog.episodes[row.episode]).toMatchObject({
      key: 'tide-tables',
      title: 'The <i>tide</i> tables',
      date: '2024-03-02',
    });
    expect(markedIn([hit!])).toEqual(['harbour', 'wrote']);
  });

  it('gives the very words, whatever they look like, and adds none', async () => {
    expect(textsOf(await find('copied'))).toEqual([
      'Everybody copied',
      'The lighthouse keeper copied <b>tables</b> & &amp; so on.',
    ]);
    expect(textsOf(await find('speaker:ann -salt -tables'))).toEqual(['…']);
  });

  it('finds in every part', async () => {
    expect(textsOf(await find('nobody'))).toEqual([
      'Nobody counted the barrels of salt.',
      'Nobody wrote the tables down before the harbour did.',
    ]);
    expect(await find('')).toHaveLength(12);
  });

  it('takes other forms of a word, its beginning, and no case or accents', async () => {
    expect(markedIn(await find('COPIES everybody'))).toEqual(['Everybody', 'copied']);
    expect(markedIn(await find('harbo wrote'))).toEqual(['harbour', 'wrote']);
    expect(markedIn(await find('hausern'))).toEqual(['Häusern']);
  });

  it.each([
    ['German', 'Gezeitentaf*', ['Die Gezeitentafeln lagen in den Häusern am Hafen aus.']],
    ['Arabic', 'الميناء نسخ', ['لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.']],
    [
      'Arabic, a phrase in',
      '"قبل الميناء"',
      ['لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.'],
    ],
    ['Chinese', '港口 潮汐', ['港口以前沒有人寫下潮汐表。']],
    ['Chinese without a blank,', '寫下潮汐表', ['港口以前沒有人寫下潮汐表。']],
    ['Chinese, a phrase in', '「港口的表」', ['後來大家都抄了港口的表。']],
    [
      'Chinese, one character in',
      '表',
      ['後來大家都抄了港口的表。', '港口以前沒有人寫下潮汐表。'].sort(),
    ],
  ])('finds in %s %j', async (_language, typed, texts) =>
    expect(textsOf(await find(typed))).toEqual(texts),
  );
});

describe('hostile words', () => {
  const hostile = [
    'see ___PAGEFIND_ANCHOR___b:0:qevilevil there',
    '<script>alert(1)</script> data-pagefind-ignore',
    'line\u2028line\u2029line\u0000nul\ufffe \ud83d',
    'ƿ Ƿynn ƿƿ',
    `${'long'.repeat(2000)} end`,
    '"quoted" \\ %00 ../../x \t tab',
  ];

  it('are found as words, and nothing of them is obeyed', async () => {
    const { archive: made } = joinArchive(
      sources({
        speakers: [],
        episodes: [episode('hostile', [speech('Audience', ...hostile)], { language: '../x' })],
      }),
    );
    const own = path.join(folder, 'hostile');
    await mkdir(own);
    const served = await serveSearch(made, own);
    const all = async (typed: string) => (await served.findAll(parseQuery(typed))).hits;
    expect(await all('')).toHaveLength(hostile.length);
    for (const [typed, number] of [
      ['evil', undefined],
      ['"PAGEFIND ANCHOR b 0 qevilevil"', 0],
      ['alert', 1],
      ['"data pagefind ignore"', 1],
      ['nul', 2],
      ['wynn', 3],
      ['ww', 3],
      ['end', 4],
      ['longlong*', 4],
      ['"quoted 00 x tab"', 5],
    ] as const) {
      expect(
        (await all(typed)).map(({ quote }) => quote.number),
        typed,
      ).toEqual(number === undefined ? [] : [number]);
    }
    served.server.close();
  });
});

describe('an index of nothing', () => {
  it('opens, and finds nothing', async () => {
    const own = path.join(folder, 'silent');
    await mkdir(own);
    const { archive: silent } = joinArchive(sources({ episodes: [episode('silent', [])] }));
    const served = await serveSearch(silent, own);
    for (const typed of ['', 'tide', '"a b" -c'])
      expect((await served.findAll(parseQuery(typed))).hits).toEqual([]);
    served.server.close();
  });
});

describe('buildIndex', () => {
  it('refuses records that Pagefind would lose', async () => {
    const records = path.join(folder, 'lost');
    await prepareIndex(archive, records);
    await writeFile(path.join(records, `${prepared.partName(0)}.txt`), 'one\n\nthree\n');
    await expect(
      buildIndex({ recordsFolder: records, outFolder: path.join(folder, 'lost-out') }),
    ).rejects.toThrow('records in p1');
  });

  it('makes the same bytes of the same archive', async () => {
    const names = await filesIn('pagefind');
    expect(names.length).toBeGreaterThan(20);
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
      (await filesIn('pagefind')).map((name) =>
        name
          .replace(/[0-9a-f_p]{6,}(?=[./])/g, '#')
          .replace(/\d+(?=\.(?:json|txt)$)/, 'N')
          .replace(/^(index\/|pagefind)[^/]*(?=\.pf_)/, '$1*'),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'archive.json',
      'catalog.#.json',
      'index/*.pf_index',
      'pagefind*.pf_meta',
      'pagefind-entry.json',
      'pagefind-worker.js',
      'pagefind.js',
      'quotes.#/N.json',
      'wasm.unknown.pagefind',
      'words.#/N.txt',
    ]);
  });

  it('names all that may change by what is in it, but for the entry', async () => {
    const facts = JSON.parse(
      await readFile(path.join(folder, 'pagefind', 'archive.json'), 'utf8'),
    ) as BundleFacts;
    const more = {
      ...joined,
      episodes: joined.episodes.filter(({ key }) => key !== 'salt'),
    };
    const own = path.join(folder, 'changed');
    await mkdir(own);
    const served = await serveSearch(more, own);
    const changed = JSON.parse(
      await readFile(path.join(own, 'pagefind', 'archive.json'), 'utf8'),
    ) as BundleFacts;
    expect(changed.catalog).not.toBe(facts.catalog);
    expect(changed.quotes.folder).not.toBe(facts.quotes.folder);
    expect(changed.words.folder).not.toBe(facts.words.folder);
    served.server.close();
    const back = await openSearch(folder);
    expect((await back.findAll(parseQuery('salt'))).hits).toHaveLength(2);
    back.server.close();
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
    expect(await findFile(root, 'archive.json')).toMatch(/archive\.json$/);
    for (const address of [
      '',
      'index',
      'missing.json',
      '../again/archive.json',
      '%2e%2e/again/archive.json',
      '%',
      '%00',
    ]) {
      expect(await findFile(root, address), address).toBeUndefined();
    }
  });
});
