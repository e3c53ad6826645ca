import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, Counts } from '../archive/model.ts';
import { Scan } from '../search/scan.ts';
import { parseState, queryOf } from '../search/state.ts';
import { loadArchive } from '../store/archive.ts';
import { builtHere } from '../testing/built-once.ts';
import {
  type ReadChart,
  readCharts,
  readCsv,
  readCsvAt,
  readSection,
  readShares,
  readTable,
} from '../testing/charts.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { readPages } from '../testing/pages.ts';
import { serve } from '../testing/server.ts';
import { violationsOf } from '../testing/tab.ts';
import { exampleFolder } from '../testing/example.ts';

/** Numbers of a chart, of its table, of its file, of the twin, and of the page that it leads to are the same. */

const measures = ['episodes', 'quotes', 'words'] as const;

let out: string;
let archive: Archive;
let base: string;
let pages: Map<string, string>;
let scan: Scan;
/** Each chart over time of the whole site, by its page. */
let charts: [page: string, chart: ReadChart][];
let twin: {
  counts: Counts;
  overTime: { periods: Counts[]; undated: Counts };
  coverage: object[];
  turnover: object[];
  statuses: { counts: Counts }[];
  languages: { counts: Counts }[];
  speakers: { counts: Counts }[];
  topics: { counts: Counts }[];
  network: { pairs: { speakers: string[]; episodes: number }[] };
  gaps: Record<string, number>;
};

beforeAll(async () => {
  ({ out } = await builtHere());
  archive = (await loadArchive(exampleFolder)).archive!;
  base = new URL(archive.facts.url).pathname;
  pages = await readPages(out);
  scan = await Scan.of(archive);
  charts = [...pages].flatMap(([page, html]) =>
    readCharts(html).map((chart): [string, ReadChart] => [page, chart]),
  );
  twin = JSON.parse(await readFile(path.join(out, 'stats/index.json'), 'utf8'));
});

const fileAt = (address: string): Promise<string> =>
  readFile(path.join(out, address.slice(base.length)), 'utf8');
const tableAt = async (name: string) =>
  readCsv(await readFile(path.join(out, `stats/${name}.csv`), 'utf8'));
const numbersOf = (row: Record<string, string>): number[] =>
  measures.map((measure) => Number(row[measure]));

/** What a search finds that an address asks for. */
async function countAt(addresses: readonly string[]): Promise<Counts[]> {
  const queries = addresses.map((address) =>
    queryOf(parseState(new URL(address, 'http://site').searchParams)),
  );
  return (await scan.searchAll(queries)).map(({ quotes }) => ({
    quotes: quotes.length,
    episodes: new Set(quotes.map(({ episode }) => episode)).size,
    words: quotes.reduce((sum, { quote }) => sum + quote.words, 0),
  }));
}

describe('a chart over time', () => {
  it('is on the pages of speakers, shows and topics, on the home page and among the figures', () => {
    const kinds = charts.map(([page]) => page.split('/')[0]);
    expect(kinds).toEqual(
      expect.arrayContaining(['index.html', 'shows', 'speakers', 'stats', 'topics']),
    );
  });

  it('has bars as high as the numbers of its table', () => {
    for (const [page, { bars, rows, name }] of charts) {
      const dated = rows.filter(({ name: period }) => period !== 'Without a date');
      for (const [column, measure] of measures.entries()) {
        const values = dated.map(({ numbers }) => numbers[column]!);
        const most = Math.max(...values);
        const expected = values.map((value) =>
          value === 0 ? 0 : Math.max(1, (value / most) * 100),
        );
        const off = bars[measure]!.map((height, index) => Math.abs(height - expected[index]!));
        expect(bars[measure], `${page} ${name} ${measure}`).toHaveLength(dated.length);
        expect(Math.max(...off), `${page} ${name} ${measure}`).toBeLessThanOrEqual(0.01);
      }
    }
  });

  it('has the numbers of its table in its file', async () => {
    for (const [page, { rows, csv, name }] of charts) {
      const file = await readCsvAt(csv, fileAt);
      expect(file.map(numbersOf), `${page} ${name}`).toEqual(rows.map(({ numbers }) => numbers));
    }
  });

  it('says the first, the last and the largest number', () => {
    for (const [page, { said, rows, name }] of charts) {
      const dated = rows.filter(({ name: period }) => period !== 'Without a date');
      for (const [column, measure] of measures.entries()) {
        const values = dated.map(({ numbers }) => numbers[column]!);
        const numbers = [...said[measure]!.matchAll(/([\d,]+) (?:episode|quote|word)/g)].map(
          ([, number]) => Number(number!.replaceAll(',', '')),
        );
        const [first, last, most] = [values[0]!, values.at(-1)!, Math.max(...values)];
        const isNamed = name !== 'growth' && most > Math.min(first, last);
        const expected = isNamed ? [first, last, most] : [first, last];
        expect(numbers, `${page} ${said[measure]}`).toEqual(expected);
      }
    }
  });

  it('leads from each period to as many episodes, quotes and words as it counts', async () => {
    const linked = charts.flatMap(([page, { rows }]) =>
      rows.flatMap((row) => (row.href === undefined ? [] : [{ page, ...row, href: row.href }])),
    );
    expect(linked.length).toBeGreaterThan(100);
    const found = await countAt(linked.map(({ href }) => href));
    for (const [index, { page, name, numbers, href }] of linked.entries()) {
      const { episodes, quotes, words } = found[index]!;
      expect([episodes, quotes, words], `${page} ${name} ${href}`).toEqual(numbers);
    }
  });

  it('of nothing but what has a date, and of what has none, adds up to what the page says', async () => {
    for (const speaker of archive.speakers) {
      const [chart] = readCharts(pages.get(`speakers/${speaker.id}/index.html`)!);
      if (!chart) continue;
      const sums = measures.map((_, column) =>
        chart.rows.reduce((sum, { numbers }) => sum + numbers[column]!, 0),
      );
      expect(sums, speaker.id).toEqual(measures.map((measure) => speaker.counts[measure]));
    }
  });
});

describe('a list of shares', () => {
  it('leads from each number to as many episodes, quotes or words', async () => {
    const linked = [...pages].flatMap(([page, html]) =>
      readShares(html).flatMap((share) =>
        // Shares and how long somebody speaks no search counts.
        share.found === undefined || !/^[\d,]+ (?:episode|quote|word)/.test(share.text)
          ? []
          : [{ page, ...share, found: share.found }],
      ),
    );
    expect(linked.length).toBeGreaterThan(100);
    const counted = await countAt(linked.map(({ found }) => found));
    for (const [index, { page, name, value, text }] of linked.entries()) {
      const measure = measures.find((one) => text.includes(one.slice(0, -1)))!;
      expect(counted[index]![measure], `${page} ${name} ${text}`).toBe(value);
    }
  });
});

describe('the archive in figures', () => {
  it('has every table as a file and in the twin, with the same numbers', async () => {
    const { overTime, coverage, statuses, languages, speakers, topics, turnover, network } = twin;
    const counts = (list: { counts: Counts }[]) =>
      list.map(({ counts: own }) => measures.map((measure) => own[measure]));
    const over = [...overTime.periods, overTime.undated].map((one) =>
      measures.map((measure) => one[measure]),
    );
    expect((await tableAt('over-time')).map(numbersOf)).toEqual(over);
    expect((await tableAt('review')).map(numbersOf)).toEqual(counts(statuses));
    expect((await tableAt('languages')).map(numbersOf)).toEqual(counts(languages));
    expect((await tableAt('speakers')).map(numbersOf)).toEqual(counts(speakers));
    expect((await tableAt('topics')).map(numbersOf)).toEqual(counts(topics));
    const text = (rows: object[]) =>
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])),
      );
    expect(await tableAt('coverage')).toEqual(text(coverage));
    expect(await tableAt('turnover')).toEqual(text(turnover));
    expect(
      (await tableAt('network')).map((row) => [
        row['speaker'],
        row['with'],
        Number(row['episodes']),
      ]),
    ).toEqual(network.pairs.map(({ speakers: [one, other], episodes }) => [one, other, episodes]));
  });

  it('grows to all that has a date', async () => {
    const { counts } = twin;
    const grown = (await tableAt('growth')).filter(({ period }) => period !== '').at(-1)!;
    const undated = (await tableAt('over-time')).find(({ period }) => period === '')!;
    expect(measures.map((measure) => Number(grown[measure]) + Number(undated[measure]))).toEqual(
      measures.map((measure) => counts[measure]),
    );
  });

  it('shows in its lists what their files and the pages behind them have', async () => {
    const html = pages.get('stats/index.html')!;
    const lists = [
      ['review', 'episodes', 'status'],
      ['languages', 'words', 'language'],
      ['speakers', 'episodes', 'name'],
      ['topics', 'quotes', 'name'],
    ] as const;
    for (const [name, measure] of lists) {
      const shares = readShares(readSection(html, name));
      const rows = await tableAt(name);
      expect(
        shares.map(({ value }) => value),
        name,
      ).toEqual(rows.slice(0, shares.length).map((row) => Number(row[measure])));
      const most = Math.max(...shares.map(({ value }) => value));
      for (const { width, value } of shares)
        expect(Math.abs(width - Math.max(0.5, (value / most) * 100))).toBeLessThanOrEqual(0.01);
    }
    for (const name of ['review', 'languages']) {
      const rows = await tableAt(name);
      const hrefs = readShares(readSection(html, name)).map(({ href }) => href!);
      const found = await countAt(hrefs);
      expect(found.map(({ episodes, quotes, words }) => [episodes, quotes, words])).toEqual(
        rows.map(numbersOf),
      );
    }
    for (const [kind, measure] of [
      ['speakers', 'episodes'],
      ['topics', 'quotes'],
    ] as const) {
      for (const { href, value } of readShares(readSection(html, kind))) {
        const page: { counts: Counts; figures?: { counts: Counts } } = JSON.parse(
          await fileAt(`${href!}index.json`),
        );
        expect((page.figures?.counts ?? page.counts)[measure], href).toBe(value);
      }
    }
  });

  it('has in its small charts what their tables have', async () => {
    const html = pages.get('stats/index.html')!;
    const charts = [
      ['coverage', 'episodes', ['timed', 'reviewed', 'topical', 'playable']],
      ['turnover', 'speakers', ['fresh', 'last']],
    ] as const;
    for (const [name, whole, parts] of charts) {
      const rows = await tableAt(name);
      const section = readSection(html, name);
      expect(readTable(section).map(({ numbers }) => numbers)).toEqual(
        rows.map((row) => [whole, ...parts].map((column) => Number(row[column]))),
      );
      const dated = rows.filter(({ year }) => year !== '');
      const most = Math.max(...dated.map((row) => Number(row[whole])));
      for (const part of parts) {
        const [svg] = new RegExp(`id="${name}-${part}".*?</svg>`, 's').exec(section)!;
        for (const [kind, column] of [
          ['whole', whole],
          ['part', part],
        ] as const) {
          const heights = [
            ...svg.matchAll(new RegExp(`<rect class="${kind}"[^>]* height="([\\d.]+)%"`, 'g')),
          ].map(([, height]) => Number(height));
          const values = dated.map((row) => Number(row[column])).filter((value) => value > 0);
          expect(
            heights.map((height) => Math.round((height * most) / 100)),
            part,
          ).toEqual(values);
        }
      }
    }
  });

  it('names as many places as each gap has', async () => {
    const { gaps } = twin;
    const rows = await tableAt('gaps');
    for (const [name, count] of Object.entries(gaps)) {
      const sum = rows
        .filter(({ gap }) => gap === name)
        .reduce((total, row) => total + Number(row['count']), 0);
      expect(sum, name).toBe(count);
    }
    const section = readSection(pages.get('stats/index.html')!, 'gaps');
    const shown = [...section.matchAll(/<p class="count">([\d,]+)<\/p>/g)].map(([, number]) =>
      Number(number!.replaceAll(',', '')),
    );
    expect(shown).toEqual(Object.values(gaps).filter((count) => count > 0));
  });
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ server, url } = await serve(out, base));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('bars are drawn as high as they are counted, for the measure that is chosen', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${url}stats/`);
    const [, chart] = charts.find(([file]) => file === 'stats/index.html')!;
    for (const measure of measures) {
      await page.locator(`input[name="${chart.name}-measure"][value="${measure}"]`).check();
      const figure = page.locator(`[data-chart="${chart.name}"]`);
      expect(await figure.locator('svg[data-measure]:visible').count()).toBe(1);
      const boxes = await figure.locator(`svg[data-measure="${measure}"] rect`).all();
      const heights = await Promise.all(
        boxes.map(async (box) => (await box.boundingBox())?.height ?? 0),
      );
      const most = Math.max(...heights);
      for (const [index, height] of heights.entries())
        expect((height / most) * 100).toBeCloseTo(chart.bars[measure]![index]!, 0);
    }
    await page.close();
  });

  it('has no accessibility violation with all tables open, in light and dark, and never scrolls sideways', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(`${url}stats/`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });
});
