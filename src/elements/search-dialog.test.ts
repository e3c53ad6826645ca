import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { serve } from '../testing/server.ts';
import { axeOf } from '../testing/tab.ts';

const front = (facts: string): string => `---\n${facts}\n---\n\n`;

const content: Record<string, string> = {
  'archive.yaml': 'title: The harbour archive\nurl: https://example.org/arch/\n',
  'shows/harbour.md': front('title: Harbour talks'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'topics/tides.md': front('name: Tides'),
  'episodes/harbour/tide-tables.md': `${front('title: Tide tables\ndate: 2024-03-02\naudio: https://media.example/tide.mp3')}**Jo Field:** [00:04:33] Nobody wrote the tide down, *nor the tides* before.

And <img src=x onerror=alert(1)> tide the harbour.
`,
};

describe.skipIf(chromiumPath === undefined)('search from any page', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let url: string;
  let page: Page;
  const complaints: string[] = [];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'search-dialog-'));
    for (const [name, text] of Object.entries(content)) {
      const file = path.join(folder, 'content', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await build(path.join(folder, 'content'), path.join(folder, 'site'));
    ({ url, server } = await serve(path.join(folder, 'site'), '/arch/'));
    browser = await openBrowser();
  });

  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) elsewhere.push(request.url());
    });
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const dialog = () => page.locator('dialog[open]');
  const ask = async (query: string): Promise<void> => {
    await page.goto(`${url}speakers/`);
    await page.keyboard.press('/');
    await dialog().locator('input[name=q]').fill(query);
    await page.waitForFunction(() =>
      /\d/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''),
    );
  };

  it('opens with a key, and Escape gives the focus back', async () => {
    await page.goto(`${url}speakers/`);
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    expect(await dialog().count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('leaves a slash alone that is typed into a field', async () => {
    await page.goto(`${url}speakers/`);
    await page.locator('form.search input').first().focus();
    await page.keyboard.press('/');
    expect(await dialog().count()).toBe(0);
  });

  it('shows quotes, topics and episodes, and says how many', async () => {
    await ask('tide');
    expect(await dialog().locator('[role=status]').textContent()).toContain('2 quotes');
    expect(await dialog().locator('[role=option]').count()).toBeGreaterThanOrEqual(4);
    expect(await dialog().locator('img').count()).toBe(0);
    const { violations } = await axeOf(page).analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('leads with arrow keys and Enter to a quote whose words are lit, under its plain permalink', async () => {
    await ask('tide');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/episodes\/tide-tables/);
    await page.locator(':target mark').first().waitFor();
    expect(new Set(await page.locator(':target mark').allTextContents())).toEqual(
      new Set(['tide', 'tides']),
    );
    expect(await page.evaluate(() => location.search)).toBe('');
  });

  it('leads with Enter alone to the page of all results', async () => {
    await ask('harbour');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?q=harbour/);
  });

  it('offers to play from the time of a quote, and asks the recording’s host for nothing before', async () => {
    await page.goto(`${url}search/?q=nobody`);
    const play = page.getByRole('link', { name: 'Play from 4:33' });
    const href = (await play.getAttribute('href'))!;
    await page.goto(new URL(href.replace('play=273', ''), url).href);
    await page.locator(':target').waitFor();
    const button = page.getByRole('button', { name: 'Play from 4:33' });
    expect(await button.isVisible()).toBe(true);
    expect(elsewhere).toEqual([]);
    await button.click();
    await expect.poll(() => elsewhere).toEqual(['https://media.example/tide.mp3']);
    const time = await page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime);
    expect(time).toBe(273);
    complaints.length = 0;
  });

  it('searches within a speaker by a form that needs no script', async () => {
    await page.goto(`${url}speakers/jo-field/`);
    await page.locator('.within input[name=q]').fill('tide');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?speaker=jo-field&q=tide/);
  });

  it('says so when nothing can be fetched', async () => {
    await context.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${url}speakers/`);
    await page.keyboard.press('/');
    await dialog().locator('input[name=q]').fill('tide');
    await page.waitForFunction(
      () => (document.querySelector('dialog [role=status]')?.textContent.length ?? 0) > 20,
    );
    expect(await dialog().locator('a:visible').count()).toBeGreaterThan(0);
    complaints.length = 0;
  });

  it('breaks no rule of the Content-Security-Policy, and no script fails', () => {
    expect(complaints).toEqual([]);
  });
});
