import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { front, writeContent } from '../testing/content.ts';
import { serve } from '../testing/server.ts';
import { axeOf, watchTab } from '../testing/tab.ts';

const transcript = `**Jo Field:** [00:00:04] Nobody wrote the *tide* tables
down, nor the tides & “lamps” before.

> laughter

[00:00:06] And then everybody copied the tide of the harbour.


**Audience:** Nobody knows when this was said.
`;

const content = {
  'archive.yaml': `title: The harbour archive
url: https://example.org/arch/
repository: https://github.com/example/archive
cards: all
`,
  'shows/harbour.md': front('title: Harbour talks'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'episodes/harbour/tide-tables.md': front('title: Tide tables', transcript),
  'episodes/harbour/ropes.json': JSON.stringify(
    {
      version: '1.0.0',
      meta: { title: 'Ropes' },
      segments: [
        { speaker: 'Jo Field', startTime: 0, endTime: 2, body: 'A rope in the rain.' },
        { speaker: 'Jo Field', startTime: 2, endTime: 4, body: 'It is no rope.' },
      ],
    },
    null,
    2,
  ),
};
const file = 'https://github.com/example/archive/edit/main/content/episodes/harbour';

describe.skipIf(chromiumPath === undefined)('correcting the words of a quote', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let url: string;
  let page: Page;
  let wrong: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'correct-words-'));
    await writeContent(path.join(folder, 'content'), content);
    await build(path.join(folder, 'content'), path.join(folder, 'site'));
    ({ url, server } = await serve(path.join(folder, 'site'), '/arch/'));
    browser = await openBrowser();
  });

  beforeEach(async () => {
    context = await browser.newContext({ hasTouch: true, isMobile: true });
    page = await context.newPage();
    wrong = watchTab(page);
  });

  afterEach(async () => {
    expect(wrong).toEqual([]);
    await context.close();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (episode: string, words: string): Promise<string> => {
    await page.goto(`${url}episodes/${episode}/`);
    const quote = page.locator('.transcript p[id^=q]', { hasText: words });
    const id = (await quote.getAttribute('id'))!;
    await page.goto(`${url}episodes/${episode}/#${id}`);
    return id;
  };
  const link = (name: string) => page.locator('.transcript').getByRole('link', { name });
  const href = (name: string) => link(name).getAttribute('href');

  it.each([
    ['tide-tables', 'Nobody wrote', 'tide-tables.md#L5'],
    ['tide-tables', 'everybody copied', 'tide-tables.md#L10'],
    ['tide-tables', 'Nobody knows', 'tide-tables.md#L13'],
    ['ropes', 'in the rain', 'ropes.json#L7'],
    ['ropes', 'is no rope', 'ropes.json#L13'],
  ])('of %s, “%s”, opens the editor at its line', async (episode, words, at) => {
    await open(episode, words);
    expect(await href('Correct these words')).toBe(`${file}/${at}`);
  });

  it('goes along when another permalink is followed, and away where no quote is named', async () => {
    await open('tide-tables', 'Nobody wrote');
    await page.locator('.transcript p > a', { hasText: '0:06' }).click();
    await expect.poll(() => href('Correct these words')).toBe(`${file}/tide-tables.md#L10`);
    expect(await link('Correct these words').count()).toBe(1);
    await page.goto(`${url}episodes/tide-tables/#transcript`);
    await expect.poll(() => link('Correct these words').count()).toBe(0);
  });

  it('fills the form in which a mistake is reported with the permalink and the words', async () => {
    const id = await open('tide-tables', 'Nobody wrote');
    const { origin, pathname, searchParams } = new URL((await href('Report a mistake'))!);
    expect(origin + pathname).toBe('https://github.com/example/archive/issues/new');
    expect(Object.fromEntries(searchParams)).toEqual({
      template: 'correct-a-quote.yml',
      quote: `${url}episodes/tide-tables/#${id}`,
      words: 'Nobody wrote the tide tables down, nor the tides & “lamps” before.',
    });
  });

  it('is reached by keyboard, large enough for fingers, and accessible', async () => {
    await open('tide-tables', 'Nobody wrote');
    for (const name of ['Correct these words', 'Report a mistake']) {
      await link(name).focus();
      expect(await link(name).evaluate((one) => one === document.activeElement)).toBe(true);
      expect((await link(name).boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    const { violations } = await axeOf(page).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('is on the page of the quote and, for the whole file, of the episode, without a script', async () => {
    const id = await open('tide-tables', 'everybody copied');
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    const hrefs = () =>
      without
        .locator('a[href*="github.com/example/archive/"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    await without.goto(`${url}quotes/${id}/`);
    const permalink = encodeURIComponent(`https://example.org/arch/episodes/tide-tables/#${id}`);
    expect(await hrefs()).toEqual([
      `${file}/tide-tables.md#L10`,
      `https://github.com/example/archive/issues/new?template=correct-a-quote.yml&quote=${permalink}&words=And%20then%20everybody%20copied%20the%20tide%20of%20the%20harbour.`,
    ]);
    await without.goto(`${url}episodes/tide-tables/`);
    expect(await hrefs()).toEqual([
      `${file}/tide-tables.md`,
      expect.stringContaining('issues/new?template=correct-a-quote.yml&quote='),
    ]);
    await plain.close();
  });
});
