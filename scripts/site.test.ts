import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, Episode } from '../src/archive/model.ts';
import { plainText } from '../src/archive/quote.ts';
import { idsOf } from '../src/archive/whereabouts.ts';
import { loadArchive } from '../src/store/archive.ts';
import { corpusFolder } from '../src/store/corpora.ts';
import { build, runScript } from '../src/testing/build.ts';
import { builtHere } from '../src/testing/built-once.ts';
import { chromiumPath, openBrowser } from '../src/testing/chromium.ts';
import { findBrokenLinks, findInvalidHtml, readPages } from '../src/testing/pages.ts';
import { serve } from '../src/testing/server.ts';
import { findViolations, overflowsOf, watchTab } from '../src/testing/tab.ts';
import { exampleFolder } from '../src/testing/example.ts';
import { spreadOf, spreadPages } from '../src/testing/spread.ts';

const slices = ['changelog', 'bitcointranscripts', 'audreyt-transcript'].flatMap(
  (name) => corpusFolder(name) ?? [],
);
if (slices.length === 0)
  console.warn('Sites of real transcripts are not tested: they are not here (ARCHIVE_CORPORA).');

/** Built once, read by every test below. */
let folder: string;
const sites: Record<
  string,
  { archive: Archive; out: string; base: string; pages: Map<string, string> }
> = {};

async function addSite(name: string, content: string, out: string): Promise<void> {
  const { archive } = await loadArchive(content);
  const pages = await readPages(out);
  sites[name] = { archive: archive!, out, base: new URL(archive!.facts.url).pathname, pages };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  await addSite('example', exampleFolder, (await builtHere()).out);
  if (slices.length > 0) {
    const content = path.join(folder, 'slices-content');
    for (const slice of slices) await runScript('import', [slice, '--content', content]);
    const out = path.join(folder, 'slices');
    await build(content, out);
    await addSite('slices', content, out);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const names = slices.length > 0 ? ['example', 'slices'] : ['example'];

describe.each(names)('the site of %s', (name) => {
  it('resolves every internal link and fragment', async () => {
    const { out, base, pages } = sites[name]!;
    expect(await findBrokenLinks(out, base, pages)).toEqual([]);
  });

  it('gives every quote one element with its id, on the page its address names', () => {
    const { archive, pages } = sites[name]!;
    const seen = new Map<string, string>();
    for (const [page, html] of pages) {
      // The lists of ids point to them: that is what they are for.
      if (page.startsWith('q/')) continue;
      for (const [, id] of html.matchAll(/\sid="(q[0-9a-hjkmnp-tv-z]{8})"/g)) {
        expect(seen.get(id!), `${id} stands twice`).toBeUndefined();
        seen.set(id!, page);
      }
    }
    let ids = 0;
    let quotes = 0;
    for (const episode of archive.episodes) {
      quotes += episode.quotes;
      for (const id of idsOf(episode)) {
        ids++;
        expect(seen.get(id)).toBe(`episodes/${episode.key}/index.html`);
      }
    }
    expect(seen.size).toBe(ids);
    expect(quotes).toBe(archive.counts.quotes);
  });

  it('shows every word of every transcript in the page itself', () => {
    const { archive, pages } = sites[name]!;
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    const decode = (html: string): string =>
      html
        // What the archive says of the quote: its citation, that it changed, what went into it.
        .replace(
          /<small.*?<\/small>|<a class="mark".*?<\/a>|<span [^>]*class="alias".*?<\/span>/gs,
          '',
        )
        .replace(/<time>[^<]*<\/time>/g, '')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    for (const episode of archive.episodes) {
      const html = pages.get(`episodes/${episode.key}/index.html`)!;
      const shown = new Map(
        [...html.matchAll(/<p id="(q[^"]+)"[^>]*><a [^>]*>[^<]*<\/a> (.*?)<\/p>\n/gs)].map(
          (match) => [match[1]!, bare(decode(match[2]!))],
        ),
      );
      for (const part of episode.parts) {
        if (part.type !== 'turn') continue;
        for (const { id, content } of part.quotes)
          expect(shown.get(id)).toBe(bare(plainText(content)));
      }
    }
  });

  it('lists every quote of every speaker, on their pages', () => {
    const { archive, pages } = sites[name]!;
    for (const speaker of archive.speakers) {
      const own = [...pages].filter(([page]) => page.startsWith(`speakers/${speaker.id}/`));
      const listed = new Set(
        own.flatMap(([, html]) => {
          // What others say of them stands before.
          const list = html.slice(html.indexOf('<section id="quotes"'));
          return [...list.matchAll(/<p[^>]*><a href="[^"]*#(q[^"]+)"/g)].map((match) => match[1]!);
        }),
      );
      expect(listed.size, speaker.id).toBe(speaker.counts.quotes);
    }
  });

  it('is valid HTML on every kind of page', async () => {
    const { pages } = sites[name]!;
    const problems = await findInvalidHtml(name === 'example' ? pages : spreadPages(pages));
    expect(problems.slice(0, 20)).toEqual([]);
  });

  it('has no inline script, style or event handler, and a policy first in every head', () => {
    for (const [page, html] of sites[name]!.pages) {
      expect(html, page).toMatch(/<head><meta http-equiv="Content-Security-Policy"/);
      expect(html, page).not.toMatch(/<style|\sstyle="|<script(?![^>]+src=)|<[^>]+\son\w+=/);
    }
  });

  it('ships at most 15 KB of compressed script with an episode', async () => {
    const { gzipSync } = await import('node:zlib');
    const { archive, out, base, pages } = sites[name]!;
    const html = pages.get(`episodes/${archive.episodes[0]!.key}/index.html`)!;
    let bytes = 0;
    for (const [, address] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) {
      bytes += gzipSync(await readFile(path.join(out, address!.slice(base.length)))).length;
    }
    expect(bytes).toBeLessThanOrEqual(15_000);
  });
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ server, url } = await serve(sites['example']!.out, sites['example']!.base));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page and keeps what goes wrong on it: requests to elsewhere, violations of the policy. */
  async function open(
    address: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage(options);
    const wrong = watchTab(page, url);
    await page.goto(url + address);
    return { page, wrong };
  }

  // Those of speakers, topics, shows and most of episodes have test files of their own.
  const templates = [
    '',
    'episodes/the-pencil-line/',
    'episodes/rope-street/',
    'shows/',
    'collections/',
    'collections/the-horn-at-the-fish-market/',
    'collections/the-same-water/',
    'collections/begin-with-the-pencil/',
    'collections/units-in-use/',
    'collections/and-two-other-things/',
    'stats/',
    'about/',
    'cite/',
    'search/',
    '404.html',
  ];

  it.each(templates)(
    'has no accessibility violation on /%s, in light and dark',
    async (address) => {
      expect(await findViolations(browser, url, address)).toEqual([]);
    },
  );

  it('never scrolls sideways at 360, 768 and 1440 pixels', async () => {
    const page = await browser.newPage();
    for (const address of templates)
      expect(await overflowsOf(page, url + address, [360, 768, 1440]), address).toEqual([]);
    await page.close();
  });

  it.skipIf(slices.length === 0)(
    'never scrolls sideways at 360 pixels with real transcripts',
    async () => {
      const { archive, out, base, pages } = sites['slices']!;
      const slicesServer = await serve(out, base);
      const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
      const over: string[] = [];
      // What makes a page wide is what cannot be broken into lines.
      const longestOf = ({ key }: Episode): number =>
        Math.max(
          ...[...pages.get(`episodes/${key}/index.html`)!.matchAll(/>([^<]+)</g)].flatMap(
            ([, text]) => (text!.match(/[!-~]+/g) ?? []).map((word) => word.length),
          ),
        );
      for (const { key } of spreadOf(archive.episodes, longestOf, 10)) {
        await page.goto(`${slicesServer.url}episodes/${key}/`);
        const [wide, seen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        if (wide! > seen!) over.push(key);
      }
      await page.close();
      slicesServer.server.close();
      expect(over).toEqual([]);
    },
  );

  it('lights up the quote that is linked to and does not hide it', async () => {
    const { archive } = sites['example']!;
    const episode = archive.episodeByKey.get('the-hole-in-the-wall')!;
    const quotes = episode.parts.flatMap((part) => (part.type === 'turn' ? part.quotes : []));
    const { page, wrong } = await open(`episodes/${episode.key}/#${quotes[100]!.id}`, {
      javaScriptEnabled: false,
    });
    const box = await page.locator(':target').boundingBox();
    const height = page.viewportSize()!.height;
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(height / 2);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('finds quotes in every language, without a request to elsewhere or a violation of the policy', async () => {
    for (const [query, key] of [
      ['pencils', 'the-pencil-line'],
      ['"moved the sea"', 'the-pencil-line'],
      ['المنارة', 'star-and-lead'],
      ['潮汐表', 'rope-street'],
      ['Salzwiese', 'zwei-haefen'],
    ] as const) {
      const { page, wrong } = await open(`search/?q=${encodeURIComponent(query)}`);
      await page.locator('.hits li').first().waitFor();
      const links = await page
        .locator('.hits [data-hit]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
      expect(
        links.some((link) => new RegExp(`/episodes/${key}/[^#]*#q`).test(link)),
        query,
      ).toBe(true);
      expect(await page.locator('.hits mark').count()).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
      await page.close();
    }
  });

  it('shows nothing but a speaker’s own words when filtered by speaker', async () => {
    const { archive } = sites['example']!;
    const said = new Map<string, string | undefined>();
    for (const { parts } of archive.episodes) {
      for (const part of parts) {
        if (part.type === 'turn') for (const { id } of part.quotes) said.set(id, part.voice.id);
      }
    }
    for (const speaker of ['jo-field', 'mara-quill', 'edmund-pell', 'chen-ruoyun']) {
      const { page } = await open(`search/?q=the&speaker=${speaker}`);
      await page.locator('.hits li').first().waitFor();
      while ((await page.locator('.more-hits').count()) > 0) {
        const before = await page.locator('.hits li').count();
        await page.locator('.more-hits').click();
        await page.waitForFunction(
          (count) => document.querySelectorAll('.hits li').length > count,
          before,
        );
      }
      const ids = await page
        .locator('.hits [data-hit]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[1]!));
      expect(new Set(ids.map((id) => said.get(id)))).toEqual(new Set([speaker]));
      await page.close();
    }
  });

  it('says so when nothing is found, and when the index cannot be loaded', async () => {
    const { page } = await open('search/?q=zzzyzx');
    await expect
      .poll(() => page.locator('[role=status]').first().textContent())
      .toBe('No quote found.');
    await page.close();
    const offline = await browser.newPage();
    await offline.route('**/pagefind/**', (route) => route.abort());
    await offline.goto(`${url}search/?q=tide`);
    await expect
      .poll(() => offline.locator('[role=status]').first().textContent())
      .toMatch(/^The search index could not be loaded/);
    await offline.close();
  });

  it('keeps a search in the address', async () => {
    const { page } = await open('search/?q=pencil');
    await page.locator('.hits li').first().waitFor();
    await page.locator('archive-search [name=q]').fill('lamp');
    await page.locator('archive-search button[type=submit]').click();
    await expect.poll(() => page.url()).toContain('q=lamp');
    await page.goBack();
    await expect.poll(() => page.locator('archive-search [name=q]').inputValue()).toBe('pencil');
    await page.close();
  });
});
