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
  const notes = () => page.locator('[data-part=notes]').innerText();
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() =>
      /^(?!Searching)./.test(document.querySelector('[role=status]')!.textContent),
    );
  };
  const search = async (query: string): Promise<void> => {
    await page.goto(`${url}search/?${query}`);
    await settled();
  };
  const box = (name: string) => page.locator('.filters').getByRole('checkbox', { name });
  const field = () => page.locator('archive-search input[name=q]');

  it('answers an address with the quotes, who said them, and the way to them', async () => {
    await search('q=wrote+harbour');
    expect(await quotes()).toEqual(['Nobody wrote the tables down before the harbour did.']);
    expect(await page.locator('.hits mark').allTextContents()).toEqual(['wrote', 'harbour']);
    expect(await page.locator('.hits .source').textContent()).toBe(
      'Jo Field · The <i>tide</i> tables · 4:33 · Harbour talks · March 2, 2024',
    );
    expect(await status().textContent()).toBe('1 quote in 1 appearance.');
    await page.locator('.hits [data-hit]').click();
    await page.waitForURL(/episodes\/tide-tables/);
    expect(await page.locator(':target').textContent()).toContain('Nobody wrote the tables down');
  });

  it('shows by a speaker filter only what that speaker says', async () => {
    await search('q=copied&speaker=ann-reed');
    expect(await quotes()).toEqual([
      'The lighthouse copied nothing: <img src=x onerror=alert(1)> it said.',
    ]);
    await search('q=copied&speaker=jo-field&show=harbour');
    expect(await quotes()).toEqual(['And then everybody copied the harbour.']);
  });

  it('says which filter nothing is called, and what there is without it', async () => {
    await search('q=copied&speaker=nobody-of-that-name');
    expect(await quotes()).toEqual([]);
    expect(await notes()).toContain(
      'Nothing in this archive is called “nobody-of-that-name” (Speaker).',
    );
    expect(await notes()).toContain('without them: 2 appearances');
    await page.getByRole('link', { name: 'Remove all filters' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 2);
    await expect.poll(() => page.evaluate(() => location.search)).toBe('?q=copied');
  });

  it('takes typed operators and controls for the same thing', async () => {
    await search('q=');
    await field().fill('copied speaker:"Ann R" -tables');
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 1);
    expect(await box('Ann Reed').isChecked()).toBe(true);
    await field().press('Enter');
    await page.waitForFunction(() => location.search === '?q=copied+-tables&speaker=ann-reed');
    expect(await field().inputValue()).toBe('copied -tables');
    await page.getByRole('button', { name: 'Remove the filter Speaker: Ann Reed' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 2);
    expect(await box('Ann Reed').isChecked()).toBe(false);
    await expect.poll(() => page.evaluate(() => location.search)).toBe('?q=copied+-tables');
  });

  it('filters by a box, and leaves the focus on it', async () => {
    await search('q=copied');
    await box('Jo Field').focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search.includes('speaker=jo-field'));
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 1);
    expect(await box('Jo Field').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it.each([
    ['Gezeitentafel', 'de', 'ltr', 'Die Gezeitentafeln lagen in den Häusern am Hafen aus.'],
    ['hausern', 'de', 'ltr', 'Die Gezeitentafeln lagen in den Häusern am Hafen aus.'],
    ['ميناء', 'ar', 'rtl', 'لم يكتبها أحد قبل الميناء، ثم نسخ الجميع عن الميناء.'],
    ['潮汐表', 'zh-Hant', 'ltr', '港口以前沒有人寫下潮汐表。'],
    ['汐', 'zh-Hant', 'ltr', '港口以前沒有人寫下潮汐表。'],
  ])('finds %s in its language', async (query, lang, dir, text) => {
    await search(`q=${encodeURIComponent(query)}`);
    expect(await quotes()).toEqual([text]);
    const quote = page.locator('.hits blockquote');
    expect([await quote.getAttribute('lang'), await quote.getAttribute('dir')]).toEqual([
      lang,
      dir,
    ]);
  });

  it('shows ten, then the rest by an address of its own, and says how many', async () => {
    await search('q=salt');
    expect(await status().textContent()).toBe('Found in 1 appearance. 10 quotes shown.');
    const more = page.getByRole('link', { name: 'Show more' });
    expect(await more.getAttribute('href')).toBe('/arch/search/?q=salt&n=20');
    await more.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 12);
    expect(await status().textContent()).toBe('12 quotes in 1 appearance.');
    expect(await more.count()).toBe(0);
    await page.reload();
    await settled();
    expect(await page.locator('.hits li').count()).toBe(12);
  });

  it('keeps its state in the address, and goes back to what was looked for before', async () => {
    await search('q=salt');
    await field().fill('light');
    await field().fill('lighthouse');
    await page.waitForFunction(() => location.search === '?q=lighthouse');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.hits mark')?.textContent === 'salt');
    expect(await field().inputValue()).toBe('salt');
    await page.goForward();
    await page.waitForFunction(
      () => document.querySelector('.hits mark')?.textContent === 'lighthouse',
    );
  });

  it('moves through the results with the arrow keys', async () => {
    await search('q=copied');
    await field().focus();
    const place = () =>
      page.evaluate(() => {
        const items = [...document.querySelectorAll('.hits > li')];
        return items.findIndex((item) => item.contains(document.activeElement));
      });
    await page.keyboard.press('ArrowDown');
    expect(await place()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await place()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('groups by episode and orders by day', async () => {
    await search('q=harbour&group=episode&sort=oldest');
    expect(await page.locator('.results section > h2').allTextContents()).toEqual([
      'The <i>tide</i> tables',
    ]);
    await page.getByLabel('Group').selectOption('speaker');
    await page.waitForFunction(() => location.search.includes('group=speaker'));
    await page.waitForFunction(
      () => document.querySelector('.results section > h2')?.textContent === 'Jo Field',
    );
  });

  it('says why nothing was found, and what to try', async () => {
    await search('q=lighthuose');
    expect(await notes()).toContain('Nobody in this archive says “lighthuose”.');
    await page.getByRole('link', { name: 'lighthouse' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 1);
    await search('q=salt+everybody');
    expect(await notes()).toContain('never all of them in one quote');
    expect(await page.getByRole('link', { name: 'without “salt”' }).count()).toBe(1);
  });

  it('takes a word that nobody says as the beginning of others, and says so', async () => {
    await search('q=lighth');
    expect(await page.locator('.hits mark').allTextContents()).toEqual(['lighthouse']);
    expect(await notes()).toContain('Nobody says “lighth”. Shown are words that begin so.');
  });

  it('filters by a year in the strip, with the keyboard alone', async () => {
    await search('q=harbour');
    // Only one year has a date here: there is nothing to choose.
    expect(await page.locator('.time-strip button').count()).toBe(0);
    await search('q=harbour&from=2024&to=2024');
    const bars = page.locator('.time-strip button');
    expect(await bars.count()).toBe(12);
    await bars.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('from=2024-03&to=2024-03'));
    await page.locator('.timeline summary').click();
    expect(await page.locator('.timeline tbody tr').nth(2).innerText()).toMatch(/^March 2024\s+1$/);
  });

  it('shows what a hostile address says as text, and answers a very long one', async () => {
    await search(`q=${encodeURIComponent('<img src=x onerror=alert(1)> "')}&speaker=<b>&n=9e9`);
    expect(await notes()).toContain('“<b>”');
    expect(await page.locator('archive-search img, archive-search b').count()).toBe(0);
    await search(`q=${'a'.repeat(5000)}`);
    expect(await status().textContent()).toBe('No quote found.');
    await search(`q=${encodeURIComponent('"'.repeat(50) + '*'.repeat(50) + '-'.repeat(50))}`);
    expect(await status().textContent()).toMatch(/\w/);
  });

  it('breaks no rule of the Content-Security-Policy, and no script fails', () => {
    expect(complaints).toEqual([]);
  });

  it('says so when the index cannot be loaded, and tries again when asked', async () => {
    const context = await browser.newContext();
    await context.route('**/pagefind/**', (route) => route.abort());
    page = await context.newPage();
    await search('q=salt');
    expect(await status().textContent()).toMatch(/^The search index could not be loaded\./);
    expect(await page.locator('archive-search a[href="/arch/episodes/"]').isVisible()).toBe(true);
    await context.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 10);
    await context.close();
  });

  it('says so when one file of the index is missing', async () => {
    const context = await browser.newContext();
    await context.route('**/pagefind/quotes.*/**', (route) => route.fulfill({ status: 404 }));
    page = await context.newPage();
    await search('q=salt');
    expect(await status().textContent()).toMatch(/^The search index could not be loaded\./);
    await context.close();
  });

  it('asks to be loaded anew when the index is made for another page', async () => {
    const context = await browser.newContext();
    await context.route('**/pagefind/archive.json', (route) =>
      route.fulfill({ json: { form: 99 } }),
    );
    page = await context.newPage();
    await search('q=salt');
    expect(await status().textContent()).toMatch(/published anew/);
    expect(await page.getByRole('button', { name: 'Load again' }).isVisible()).toBe(true);
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
