import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../archive/id.ts';
import { listSite } from '../build/site.ts';
import { parseEssay } from '../formats/essay.ts';
import { loadArchive } from '../store/archive.ts';
import { build } from '../testing/build.ts';
import { findInvalidHtml } from '../testing/pages.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { serve } from '../testing/server.ts';
import { axeOf } from '../testing/tab.ts';

/** An archive with a past, written by hand: its ledger agrees with its transcript, so nothing is bound anew. */

const said = [
  'Nobody wrote the tides down before the harbour did.',
  'And then everybody in the town copied what it had written.',
  'The baker had it on the wall beside the flour.',
  'The priest had it in his breviary, between <two> saints.',
];
const secret = 'The doctor had it on his cuff.';
const gone = (id: string, rule: string): string =>
  `${id} 1 ${digestOf(id)} ${rule} 2026-05-05 jo-field`;
const line = (fields: object): string => JSON.stringify(fields);
const front = (facts: string): string => `---\n${facts}\n---\n\n`;

const truth = `${front('title: What became of them\ndescription: Each quote as it is today.\nauthor: Ann Reed\ndate: 2026-01-01')}Some *words*, and a note.[^1]

<Quote id="q00000001" />

<Quote id="q00000000">Corrected since, see [there](/topics/tides/).</Quote>

<Quote id="q00000000" digest="${digestOf(said[0]!)}" />

<Quote id="q000000a1" />

<Quote id="q000000r1" />

<Quote id="q000000w1" />

<Quote id="q000000t1" />

<Quote id="q000000g9" />

<Quote id="q00000001" to="q00000003" />

[^1]: A note.
`;

const files: Record<string, string> = {
  'archive.yaml': `title: Harbour archive
description: What was said in a harbour.
url: https://harbour.example/talk/
language: en
start: truth
`,
  'shows/harbour.md': front('title: Harbour\nkind: podcast'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'speakers/ann-reed.md': front('name: Ann Reed'),
  'topics/tides.md': front('name: Tides\nterms: [tides]'),
  'episodes/harbour/tables.md': `${front('title: The Tide Tables\ndate: 2024-03-02\nstatus: machine')}**Jo Field:** [00:04:33] ${said[0]}

**Ann Reed:** ${said[1]}

**Jo Field:** ${said.slice(2).join('\n\n')}
`,
  'episodes/harbour/dabab.md': `${front('title: الضباب\nlanguage: ar\ndate: 2025-03-02')}**Jo Field:** الضباب القديم.\n`,
  'ledger/tables.ids': `ledger 1
canon q1
path episodes/harbour/tables.md
transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6d

q00000000 2 ${digestOf(said[0]!)} jo-field
q000000a1 1 ${digestOf('Before the harbour did.')} merged 2026-05-05 q00000000 jo-field
q00000001 1 ${digestOf(said[1]!)} ann-reed
${gone('q000000r1', 'removed')}
q000000t1 taken-down 2026-05-06 At the request of the speaker.
q00000002 1 ${digestOf(said[2]!)} jo-field
q000000w1 1 ${digestOf('The butcher sang it.')} rewritten 2026-05-05 jo-field
q00000003 1 ${digestOf(said[3]!)} jo-field
`,
  'ledger/gone.ids': `ledger 1
canon q1
path episodes/harbour/gone.md
transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6e
gone 2026-06-01

${gone('q000000g9', 'removed')}
`,
  'history/tables.jsonl': `${[
    line({
      id: 'q00000000',
      revision: 1,
      until: '2026-05-05',
      rule: 'reworded',
      speaker: 'jo-field',
      words: 'Nobody wrote the ties down before the harbour did.',
    }),
    line({
      id: 'q000000a1',
      revision: 1,
      until: '2026-05-05',
      rule: 'merged',
      speaker: 'jo-field',
      words: 'Before the harbour did.',
      into: ['q00000000'],
    }),
    line({
      id: 'q000000w1',
      revision: 1,
      until: '2026-05-05',
      rule: 'rewritten',
      speaker: 'jo-field',
      words: 'The butcher sang it.',
    }),
    // No takedown leaves such a line; should one be there, it is shown to nobody.
    line({
      id: 'q000000t1',
      revision: 1,
      until: '2026-05-06',
      rule: 'removed',
      speaker: 'jo-field',
      words: secret,
    }),
  ].join('\n')}\n`,
  'collections/truth.mdx': truth,
  'collections/chosen.mdx': `${front('title: Chosen\nkind: list')}<QuoteList ids="q00000002 q00000003" />

<QuoteList>
  <Quote id="q00000001">
    First.

    - Second.
  </Quote>
</QuoteList>

<QuoteList query='"the harbour"' limit={1} />

<QuoteList query="zeppelin" />
`,
  'collections/figures.mdx': `${front('title: In figures')}## Who

<Chart speaker="jo-field" />

<Chart speaker="jo-field" count="words" />

<Chart topic="tides" count="quotes" />

<Chart show="harbour" />

<Chart archive />

| a | b |
|---|---|
| 1 | 2 |
`,
  'collections/searched.mdx': `${front('title: Searched\nquery: tides')}Everything about it.\n`,
  'collections/plain.mdx': `${front('title: A plain text\nlanguage: fa')}Nothing else.\n`,
};

/** Collections that are made at random; those that the check accepts must render. */
function randomEssays(): Record<string, string> {
  const ids = ['q00000000', 'q00000003', 'q000000a1', 'q000000t1', 'q000000g9', 'q0000000x'];
  const id = fc.constantFrom(...ids);
  const words = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('*fog*', '[x](javascript:alert(1))', '![x](y)', '[^1]', '[^1]: Note.', '\\<b>'),
    fc.constantFrom('# One', '#### Two', '> - fog', '```\n{fog}\n```', '| a |\n|---|\n| b |'),
  );
  const component = fc.oneof(
    fc.tuple(id, words).map(([one, text]) => `<Quote id="${one}">\n${text}\n</Quote>`),
    id.map((one) => `<Quote id="${one}" />`),
    fc.tuple(id, id).map(([one, other]) => `<Quote id="${one}" to="${other}" />`),
    fc.array(id, { maxLength: 3 }).map((some) => `<QuoteList ids="${some.join(' ')}" />`),
    fc.constantFrom(
      '<Chart archive />',
      '<Chart speaker="ann-reed" count="words" />',
      '<QuoteList query="tides" limit={2} />',
      '<QuoteList query="speaker:nobody" />',
      '<script>alert(1)</script>',
      '{run()}',
    ),
  );
  const essay = fc.array(fc.oneof(words, component), { maxLength: 6 });
  return Object.fromEntries(
    fc
      .sample(essay, { numRuns: 150, seed: 20_240_302 })
      .map((pieces, at) => [
        `collections/random-${at}.mdx`,
        `${front(`title: Random ${at}`)}${pieces.join('\n\n')}\n`,
      ]),
  );
}

async function write(folder: string, given: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(given)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

let folder: string;
let out: string;
let rightToLeft: string;
/** Names of random essays that the check accepts, and those that it refuses. */
let accepted: string[];
let refused: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'essays-'));
  const content = path.join(folder, 'content');
  const random = randomEssays();
  await write(content, { ...files, ...random });
  const { problems } = await loadArchive(content, { unanswered: true });
  const wrong = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => path.basename(file)),
  );
  const names = Object.keys(random).map((name) => path.basename(name));
  refused = names.filter((name) => wrong.has(name));
  accepted = names.filter((name) => !wrong.has(name));
  for (const name of refused) await rm(path.join(content, 'collections', name));
  out = path.join(folder, 'out');
  await build(content, out);

  const arabic = path.join(folder, 'arabic');
  await write(arabic, {
    ...files,
    'archive.yaml': files['archive.yaml']!.replace('language: en', 'language: ar'),
  });
  rightToLeft = path.join(folder, 'right-to-left');
  await build(arabic, rightToLeft);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (page: string, site = out): Promise<string> => readFile(path.join(site, page), 'utf8');
const collection = (name: string, site = out): Promise<string> =>
  read(`collections/${name}/index.html`, site);

const own = ['truth', 'chosen', 'figures', 'searched', 'plain'];

/** The figures of a page, one for each quote or what is left of it, as text. */
const figuresOf = (html: string): string[] =>
  Array.from(html.matchAll(/<figure class="cited">.*?<\/figure>/gs), ([figure]) =>
    figure
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('an essay', () => {
  it('shows each quote as it is today, with who, where, when and how far it is to be trusted', async () => {
    const source = 'Harbour March 2, 2024 machine transcript';
    const tables = `The Tide Tables`;
    expect(figuresOf(await collection('truth'))).toEqual(
      [
        `${said[1]} Ann Reed ${tables} ${source} card`,
        `${said[0]} Jo Field ${tables} 4:33 ${source} card Corrected on May 5, 2026, after this was written. Every earlier wording What it said when this was written Nobody wrote the removed: ties added: tides down before the harbour did.`,
        `${said[0]} joined Jo Field ${tables} 4:33 ${source} card`,
        `${said[0]} joined Jo Field ${tables} 4:33 ${source} card The words linked to became part of this quote on May 5, 2026 .`,
        `A quote stood here until May 5, 2026 . Its words were removed. ${tables} ${source}`,
        `A quote stood here until May 5, 2026 . Its words were rewritten; what stands here now may be something else. What it said revision 1, until May 5, 2026 The butcher sang it. ${tables} ${source}`,
        `Words were taken down here on May 6, 2026 . Ground: At the request of the speaker. ${tables} ${source}`,
        'A quote stood here until May 5, 2026 . Its words were removed. q000000g9',
        `Ann Reed ${said[1]} Jo Field ${said[2]} ${said[3]} ${tables} ${source} A quote stood here until May 5, 2026 . Its words were removed. Words were taken down here on May 6, 2026 . Ground: At the request of the speaker. A quote stood here until May 5, 2026 . Its words were rewritten; what stands here now may be something else.`,
      ].map((text) => text.replaceAll('May 5, 2026, after', 'May 5, 2026 , after')),
    );
  });

  it('leads from each quote to its place, and to its history', async () => {
    const html = await collection('truth');
    for (const address of [
      'episodes/tables/#q00000001',
      'episodes/tables/?to=q00000003#q00000001',
      'episodes/tables/#q000000a1',
      'episodes/tables/#q000000t1',
      'episodes/tables/#h-q00000000',
      'episodes/gone/#q000000g9',
      'quotes/q00000001/',
      'speakers/ann-reed/',
    ])
      expect(html).toContain(`href="/talk/${address}"`);
    expect(html).toContain('cite="https://harbour.example/talk/episodes/tables/#q00000001"');
  });

  it('has no word of what was taken down, anywhere', async () => {
    for (const { path: file } of await listSite(out))
      if (/\.(?:html|json|xml)$/.test(file)) expect(await read(file), file).not.toContain(secret);
  });

  it('says who wrote it and when, and what its author thinks of a quote', async () => {
    const html = await collection('truth');
    expect(html).toMatch(/<bdi>Ann Reed<\/bdi>\s*<time datetime="2026-01-01">/);
    expect(html).toContain(
      '<div class="prose comment" dir="auto"><p>Corrected since, see <a href="/talk/topics/tides/">there</a>.</p></div>',
    );
  });

  it('is in its own language and direction, also where the page is not', async () => {
    expect(await collection('plain')).toContain('<div class="prose" lang="fa" dir="rtl">');
    expect(await collection('plain', rightToLeft)).toContain('<div class="prose" lang="fa">');
    expect(await collection('truth', rightToLeft)).toContain('<div class="prose" dir="auto">');
  });

  it('shows the newest of what a search finds, how many there are, and that there is none', async () => {
    const html = await collection('chosen');
    expect(figuresOf(html)[3]).toContain('before the harbour did.');
    expect(html).toContain('before <mark>the harbour</mark> did.');
    expect(html).toContain('href="/talk/search/?q=%22the+harbour%22"');
    expect(html).toContain('Nobody in this archive says zeppelin.');
    expect(html).toContain('No quote in this archive answers this search yet.');
  });

  it('has the charts of the pages of what they are about', async () => {
    const html = await collection('figures');
    const table = (page: string): string[] =>
      Array.from(page.matchAll(/<td>([^<]*)<\/td>/g), ([, cell = '']) => cell);
    for (const [page, chart] of [
      ['speakers/jo-field', 'speaker-jo-field-1'],
      ['shows/harbour', 'show-harbour-4'],
    ] as const) {
      const figure = (text: string, id: string): string =>
        new RegExp(`<figure class="time-chart"[^>]*data-chart="${id}".*?</figure>`, 's').exec(
          text,
        )?.[0] ?? '';
      const there = /<figure class="time-chart".*?<\/figure>/s.exec(
        await read(`${page}/index.html`),
      )![0];
      expect(table(figure(html, chart))).toEqual(table(there));
      expect(table(there).length).toBeGreaterThan(3);
    }
    expect(html).toMatch(/name="speaker-jo-field-2-measure" value="words" checked/);
  });
});

describe('around an essay', () => {
  it('its quotes have cards that say where they are quoted', async () => {
    const card = await read('quotes/q00000001/index.html');
    expect(card).toMatch(/Quoted in<\/h2>.*collections\/chosen\/.*collections\/truth\//s);
    expect(await read('episodes/tables/index.html')).toMatch(
      /Quoted in<\/h2>.*collections\/chosen\/.*collections\/truth\//s,
    );
    expect(await read('quotes/q000000t1/index.html')).toContain('These words were taken down');
  });

  it('programs have its quotes and what became of them; only a saved search has a feed', async () => {
    const twin = JSON.parse(await read('collections/truth/index.json')) as {
      cited: { type: string; id: string; rule?: string; quotes?: { text: string }[] }[];
    };
    expect(twin).toMatchObject({ kind: 'essay', author: 'Ann Reed', date: '2026-01-01' });
    expect(
      twin.cited.map(({ type, id, rule, quotes }) => [type, id, rule ?? quotes?.length]),
    ).toEqual([
      ['quote', 'q00000001', 1],
      ['quote', 'q00000000', 1],
      ['quote', 'q00000000', 1],
      ['merged', 'q000000a1', 1],
      ['gone', 'q000000r1', 'removed'],
      ['gone', 'q000000w1', 'rewritten'],
      ['gone', 'q000000t1', 'taken-down'],
      ['gone', 'q000000g9', 'removed'],
      ['quote', 'q00000001', 3],
    ]);
    expect(twin.cited[1]).toMatchObject({ changed: { rule: 'reworded', date: '2026-05-05' } });
    const feeds = (await listSite(out)).filter(({ path: file }) =>
      /^collections\/.*feed\.xml$/.test(file),
    );
    expect(feeds.map(({ path: file }) => file)).toEqual(['collections/searched/feed.xml']);
  });

  it('the list tells essays, lists and saved searches apart, with what is in each', async () => {
    const html = (await read('collections/index.html')).replace(/\s+/g, ' ');
    expect(
      Array.from(
        html.matchAll(/<h([23])[^>]*>(?:<a [^>]*>)?([^<]*)/g),
        ([, , name]) => name,
      ).filter((name) => !name!.startsWith('Random')),
    ).toEqual([
      'Essays',
      'A plain text',
      'In figures',
      'What became of them',
      'Lists',
      'Chosen',
      'Saved searches',
      'Searched',
    ]);
    expect(html).toMatch(/In figures<\/a>\s*<\/h3>\s*<p class="quiet contents">\s*<span>5 charts/);
    expect(html).toMatch(/Chosen<\/a>\s*<\/h3>\s*<p class="quiet contents">\s*<span>4 quotes/);
  });

  it.each(['', 'about/'])('newcomers are led to the first one from /%s', async (page) =>
    expect((await read(`${page}index.html`)).replace(/\s+/g, ' ')).toMatch(
      /New here\? Start here: ?<a href="\/talk\/collections\/truth\/"/,
    ),
  );
});

describe('essays made at random', () => {
  it('are read by the check as by the build: accepted ones are pages, the others are named', () => {
    expect(accepted.length).toBeGreaterThan(20);
    expect(refused.length).toBeGreaterThan(20);
  });

  it('have every quote that was chosen and nothing that runs', async () => {
    const sources = randomEssays();
    for (const name of accepted) {
      const body = sources[`collections/${name}`]!;
      const { parts } = parseEssay(body.split('\n---\n')[1]!, {
        file: name,
        firstLine: 1,
        base: '/',
      });
      const html = await collection(name.replace('.mdx', ''));
      const main = /<main.*<\/main>/s.exec(html)![0];
      const shown = parts.reduce(
        (count, part) =>
          count + (part.type === 'quote' ? 1 : part.type === 'list' ? part.quotes.length : 0),
        0,
      );
      const searched = parts.filter(({ type }) => type === 'search').length;
      expect(main.match(/class="cited"/g)?.length ?? 0, name).toBeGreaterThanOrEqual(shown);
      expect(main.match(/class="cited"/g)?.length ?? 0, name).toBeLessThanOrEqual(
        shown + 2 * searched,
      );
      expect(main, name).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/);
    }
  });
});

describe('every page of a collection', () => {
  it.each(['English', 'Arabic'])(
    'is valid in %s, and no link of it is broken',
    async (language) => {
      const site = language === 'English' ? out : rightToLeft;
      const names =
        language === 'English' ? [...own, ...accepted.map((name) => name.slice(0, -4))] : own;
      const there = new Set((await listSite(site)).map(({ path: file }) => file));
      for (const name of names) {
        const html = await collection(name, site);
        expect(await findInvalidHtml(new Map([[name, html]]), [])).toEqual([]);
        const main = /<main.*<\/main>/s.exec(html)![0];
        for (const [, raw = ''] of main.matchAll(/\shref="([^"]*)"/g)) {
          const url = new URL(
            raw.replaceAll('&amp;', '&'),
            `http://site/talk/collections/${name}/`,
          );
          if (url.host !== 'site') continue;
          const inside = decodeURIComponent(url.pathname).replace('/talk/', '');
          // What a random text links to is its own affair.
          if (name.startsWith('random') && !/^(?:episodes|quotes|collections)\//.test(inside))
            continue;
          const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
          expect(there.has(file), `${name}: ${raw}`).toBe(true);
          if (url.hash !== '')
            expect(await read(file, site), `${name}: ${raw}`).toContain(
              `id="${url.hash.slice(1)}"`,
            );
        }
      }
    },
  );
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  const servers: Record<string, { url: string; server: Server }> = {};
  beforeAll(async () => {
    browser = await openBrowser();
    servers['English'] = await serve(out, '/talk/');
    servers['Arabic'] = await serve(rightToLeft, '/talk/');
  });
  afterAll(async () => {
    await browser?.close();
    for (const { server } of Object.values(servers)) server.close();
  });

  const addresses = [...own.map((name) => `collections/${name}/`), 'collections/', 'about/', ''];

  it.each([
    ['English', 'light'],
    ['English', 'dark'],
    ['Arabic', 'light'],
  ] as const)('has no accessibility violation in %s, %s', async (language, colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(servers[language]!.url + address);
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      const { violations } = await axeOf(page).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        address,
      ).toEqual([]);
    }
    await context.close();
  });

  it.each([320, 768, 1280])('never scrolls sideways at %d pixels', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    for (const language of ['English', 'Arabic'])
      for (const address of addresses) {
        await page.goto(servers[language]!.url + address);
        const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
        expect(wide, `${language} ${address}`).toBeLessThanOrEqual(width);
      }
    await page.close();
  });
});
