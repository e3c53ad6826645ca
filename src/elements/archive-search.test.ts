import type { Server } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { serve } from '../testing/server.ts';

const front = (facts: string) => `---\n${facts}\n---\n\n`;

const content: Record<string, string> = {
  'archive.yaml': 'title: The harbour archive\nurl: https://example.org/arch/\n',
  'shows/harbour.md': front('title: Harbour talks'),
  'shows/lights.md': front('title: Lights'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'speakers/ann-reed.md': front('name: Ann Reed'),
  'episodes/harbour/tide-tables.md': `${front('title: The <i>tide</i> tables\ndate: 2024-03-02')}**Jo Field:** [00:04:33] Nobody wrote the tables down before the harbour did.

And then everybody copied the harbour.

**Ann Reed:** The lighthouse copied nothing: <img src=x onerror=alert(1)> it said.
`,
  'episodes/harbour/barrels.md': `${front('title: Barrels')}${Array.from({ length: 12 }, (_, index) => `**Ann Reed:** Barrel ${index + 1} held salt.`).join('\n\n')}\n`,
  'episodes/lights/leuchtturm.md': `${front('title: Der Leuchtturm\nlanguage: de')}**Jo Field:** Die Gezeitentafeln lagen in den Häusern am Hafen aus.\n`,
  'episodes/lights/fanar.md': `${front('title: الفنار\nlanguage: ar')}**Jo Field:** لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.\n`,
  'episodes/lights/dengta.md': `${front('title: 燈塔\nlanguage: zh-Hant')}**Ann Reed:** 港口以前沒有人寫下潮汐表。\n`,
};

describe.skipIf(chromiumPath === undefined)('the search page in a browser', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let url: string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'search-page-'));
    for (const [name, text] of Object.entries(content)) {
      const file = path.join(folder, 'content', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const site = path.join(folder, 'site');
    await build(path.join(folder, 'content'), site);
    ({ url, server } = await serve(site, '/arch/'));
    browser = await openBrowser();
    page = await browser.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const status = () => page.locator('[role=status]').first();
  const quotes = () => page.locator('.hits blockquote').allTextContents();
  const search = async (query: string): Promise<void> => {
    await page.goto(`${url}search/?${query}`);
    await page.waitForFunction(() =>
      /^(?!Searching)./.test(document.querySelector('[role=status]')!.textContent),
    );
  };

  it('answers an address with the quotes, who said them, and the way to them', async () => {
    await search('q=wrote+harbour');
    expect(await quotes()).toEqual(['Nobody wrote the tables down before the harbour did.']);
    expect(await page.locator('.hits mark').allTextContents()).toEqual(['wrote', 'harbour']);
    expect(await page.locator('.hits p').textContent()).toBe(
      'Jo Field · The <i>tide</i> tables · Harbour talks · March 2, 2024 · 4:33',
    );
    expect(await status().textContent()).toBe('1 quote shown; that is all');
    await page.locator('.hits a').click();
    expect(await page.locator(':target').textContent()).toContain('Nobody wrote the tables down');
  });

  it('shows by a speaker filter only what that speaker says', async () => {
    await search('q=copied&speaker=ann-reed');
    expect(await quotes()).toEqual([
      'The lighthouse copied nothing: <img src=x onerror=alert(1)> it said.',
    ]);
    await search('q=copied&speaker=jo-field&show=harbour');
    expect(await quotes()).toEqual(['And then everybody copied the harbour.']);
    await search('q=copied&speaker=nobody-of-that-name');
    expect(await quotes()).toEqual([]);
  });

  it.each([
    ['Gezeitentafel', 'de', 'ltr', 'Die Gezeitentafeln lagen in den Häusern am Hafen aus.'],
    ['الميناء', 'ar', 'rtl', 'لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.'],
    ['潮汐表', 'zh-Hant', 'ltr', '港口以前沒有人寫下潮汐表。'],
  ])('finds %s in its language', async (query, lang, dir, text) => {
    await search(`q=${encodeURIComponent(query)}`);
    expect(await quotes()).toEqual([text]);
    const quote = page.locator('.hits blockquote');
    expect([await quote.getAttribute('lang'), await quote.getAttribute('dir')]).toEqual([
      lang,
      dir,
    ]);
  });

  it('shows ten, then the rest, and counts no more than it shows', async () => {
    await search('q=salt');
    expect(await status().textContent()).toBe('10 quotes shown; there are more');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 12);
    expect(await status().textContent()).toBe('12 quotes shown; that is all');
    expect(await page.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
  });

  it('keeps its state in the address, and goes back', async () => {
    await search('q=salt');
    const field = page.locator('archive-search input[name=q]');
    await field.fill('lighthouse');
    await page.waitForFunction(() => location.search === '?q=lighthouse');
    await field.fill('everybody');
    await field.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('.hits mark')?.textContent === 'everybody',
    );
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelector('.hits mark')?.textContent === 'lighthouse',
    );
    expect(await field.inputValue()).toBe('lighthouse');
  });

  it('breaks no rule of the Content-Security-Policy, and no script fails', () => {
    expect(complaints).toEqual([]);
  });

  it('says so when the index cannot be loaded, and offers a way on', async () => {
    const context = await browser.newContext();
    await context.route('**/pagefind/**', (route) => route.abort());
    page = await context.newPage();
    await search('q=salt');
    expect(await status().textContent()).toMatch(/^The search index could not be loaded\./);
    expect(await page.locator('archive-search a[href="/arch/episodes/"]').isVisible()).toBe(true);
    await context.close();
  });

  it('says without scripts what is missing, and offers a way on', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${url}search/?q=salt`);
    const text = await plain.locator('main').innerText();
    expect(text).toContain('Searching needs JavaScript.');
    expect(await plain.locator('archive-search a[href="/arch/speakers/"]').isVisible()).toBe(true);
    await context.close();
  });
});
