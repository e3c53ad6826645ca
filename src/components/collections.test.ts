import type { Server } from 'node:http';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotesPerPage } from '../archive/list.ts';
import { listSite } from '../build/site.ts';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { serve } from '../testing/server.ts';

const front = (facts: string) => `---\n${facts}\n---\n\n`;
const many = Array.from({ length: quotesPerPage + 2 }, (_, at) => `Barrel ${at + 1} held salt.`);

const content: Record<string, string> = {
  'archive.yaml':
    'title: The harbour archive\nurl: https://example.org/arch/\nnavigation: [episodes, collections]\n',
  'shows/harbour.md': front('title: Harbour talks'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'speakers/ann-reed.md': front('name: Ann Reed'),
  'episodes/harbour/fog.md': `${front('title: The <i>old</i> fog\ndate: 2024-03-02')}**Jo Field:** [00:04:33] Nobody wrote *the old* fog down.

**Audience:** The old fog? <img src=x onerror=alert(1)>

**Ann Reed:** Not the old
fog, the new one.
`,
  'episodes/harbour/dabab.md': `${front('title: الضباب\nlanguage: ar\ndate: 2025-03-02')}**Jo Field:** الضباب القديم the old fog.\n`,
  'episodes/harbour/barrels.md': `${front('title: Barrels')}**Ann Reed:** ${many.join('\n\n')}\n`,
  'collections/old-fog.mdx': `${front(`title: The old fog\ndescription: What it was.\nquery: '"the old fog" -new'\nformerly: [mist]`)}Ask [Jo](/speakers/jo-field/) for *more*.\n`,
  'collections/salt.mdx': front('title: Salt\nquery: salt speaker:ann'),
  'collections/zeppelins.mdx': front('title: Zeppelins\nquery: fog zeppelin'),
  'collections/plain.mdx': `${front('title: A plain text')}Without a search.\n`,
  'ledger/addresses.txt': '/collections/mist/\n/collections/gone/\n',
};

describe('collections, built', () => {
  let folder: string;
  let site: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'collections-'));
    for (const [name, text] of Object.entries(content)) {
      const file = path.join(folder, 'content', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    site = path.join(folder, 'site');
    await build(path.join(folder, 'content'), site);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = (file: string, from = site) =>
    readFile(path.join(from, 'collections', file), 'utf8');

  /** The quotes that a page lists: their words as HTML. */
  const listed = (html: string): string[] =>
    Array.from(
      html.matchAll(/<p><a href="[^"]*#q\w{8}">[^<]*<\/a> (.*?)<\/p>/gs),
      ([, words = '']) => words,
    );

  it('show the quotes of a saved search, the found words marked, and no HTML of a stranger', async () => {
    const html = await read('old-fog/index.html');
    expect(listed(html)).toEqual([
      'الضباب القديم <mark>the old fog</mark>.',
      '<mark>The old fog</mark>? &lt;img src=x onerror=alert(1)&gt;',
      'Nobody wrote <em><mark>the old</mark></em><mark> fog</mark> down.',
    ]);
    expect(html).toContain('<blockquote class="transcript" lang="ar" dir="rtl">');
    expect(html).toContain('<p class="who">Audience</p>');
    expect(html).toContain(
      '<p>Ask <a href="/arch/speakers/jo-field/">Jo</a> for <em>more</em>.</p>',
    );
  });

  it('lead to the search, to the feed and to the twin', async () => {
    const html = await read('old-fog/index.html');
    expect(html).toContain('<a href="/arch/search/?q=%22the+old+fog%22+-new">');
    expect(html).toMatch(
      /<a href="\/arch\/collections\/old-fog\/feed.xml"[^>]*>\s*Follow this search\s*<\/a>/,
    );
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/arch/collections/old-fog/feed.xml" title="The old fog">',
    );
    const twin = JSON.parse(await read('old-fog/index.json')) as Record<string, unknown>;
    expect(twin).toMatchObject({
      id: 'old-fog',
      query: '"the old fog" -new',
      feed: 'https://example.org/arch/collections/old-fog/feed.xml',
      counts: { quotes: 3 },
      quotes: [
        { episode: 'dabab', language: 'ar', speaker: 'jo-field' },
        { episode: 'fog', name: 'Audience', text: 'The old fog? <img src=x onerror=alert(1)>' },
        { episode: 'fog', startTime: 273 },
      ],
    });
  });

  it('are paged as the quotes of a speaker are', async () => {
    expect(listed(await read('salt/index.html'))).toHaveLength(2);
    const first = await read('salt/quotes/1/index.html');
    expect(listed(first)).toHaveLength(quotesPerPage);
    expect(first).toContain('href="/arch/collections/salt/#quotes"');
    expect(listed(first).at(-1)).toBe('Barrel 1 held <mark>salt</mark>.');
  });

  it('say so when nothing is found, and which word nobody says', async () => {
    const html = await read('zeppelins/index.html');
    expect(html).toContain('No quote in this archive answers this search yet.');
    expect(html).toContain('Nobody in this archive says zeppelin.');
    expect(parseAtomFeed(await read('zeppelins/feed.xml')).entries).toBeUndefined();
  });

  it('without a search have a text, and no feed', async () => {
    const html = await read('plain/index.html');
    expect(html).toContain('<p>Without a search.</p>');
    expect(html).not.toContain('feed.xml');
    const files = (await listSite(site)).map((file) => file.path);
    expect(files).not.toContain('collections/plain/feed.xml');
  });

  it('are listed with their counts, in the head and the foot of every page', async () => {
    const html = await read('index.html');
    expect(
      Array.from(html.matchAll(/<h3 dir="auto"><a href="([^"]*)">/g), ([, address]) => address),
    ).toEqual(['plain', 'salt', 'old-fog', 'zeppelins'].map((id) => `/arch/collections/${id}/`));
    expect(html).toContain('252 quotes');
    const home = await readFile(path.join(site, 'index.html'), 'utf8');
    expect(home.match(/<a href="\/arch\/collections\/"/g)).toHaveLength(2);
  });

  it('keep every address that was published, and the feed under its former name', async () => {
    expect(await read('mist/index.html')).toContain('href="/arch/collections/old-fog/"');
    expect(await read('gone/index.html')).toContain('href="/arch/collections/"');
    expect(await read('mist/feed.xml')).toBe(await read('old-fog/feed.xml'));
  });

  it('are the same bytes when they are built again', async () => {
    const again = path.join(folder, 'again');
    await build(path.join(folder, 'content'), again);
    const files = (await listSite(site)).filter((file) => file.path.startsWith('collections/'));
    expect(files.length).toBeGreaterThan(10);
    for (const { path: file } of files) {
      const bytes = await readFile(path.join(again, file));
      expect(bytes.equals(await readFile(path.join(site, file))), file).toBe(true);
    }
  });

  describe.skipIf(chromiumPath === undefined)('in a browser', () => {
    let server: Server;
    let browser: Browser;
    let url: string;
    beforeAll(async () => {
      ({ url, server } = await serve(site, '/arch/'));
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser.close();
      server.close();
    });

    it('have a feed that any reader of XML can read', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}collections/plain/`);
      const titles = await page.evaluate(
        (xml) => {
          const parsed = new DOMParser().parseFromString(xml, 'application/xml');
          const atom = 'http://www.w3.org/2005/Atom';
          return Array.from(parsed.getElementsByTagNameNS(atom, 'title'), ({ textContent }) =>
            textContent.trim(),
          );
        },
        await read('old-fog/feed.xml'),
      );
      expect(titles).toEqual([
        'The old fog · The harbour archive',
        'Jo Field: الضباب',
        'Audience: The <i>old</i> fog',
        'Jo Field: The <i>old</i> fog',
      ]);
      await page.close();
    });

    it('find the very quotes that the search finds', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}collections/old-fog/`);
      const idsIn = (selector: string): Promise<string[]> =>
        page.locator(selector).evaluateAll((links) => {
          const ids = links.map((link) => /#(q[0-9a-z]{8})/.exec(link.getAttribute('href')!)?.[1]);
          return [...new Set(ids.filter((id) => id !== undefined))].sort();
        });
      const saved = await idsIn('#quotes a');
      await page.locator('main a[href*="/search/?q="]').click();
      await page.locator('archive-search .hits a[href*="#q"]').first().waitFor();
      await expect.poll(() => idsIn('archive-search .hits a')).toEqual(saved);
      await page.close();
    });
  });
});
