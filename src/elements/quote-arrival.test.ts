import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { front, writeContent } from '../testing/content.ts';
import { serveRecording, silence } from '../testing/recording.ts';
import { serve } from '../testing/server.ts';
import { watchTab } from '../testing/tab.ts';

const recording = 'https://media.example/tide.wav';

const content = {
  'archive.yaml': 'title: The harbour archive\nurl: https://example.org/arch/\n',
  'shows/harbour.md': front('title: Harbour talks'),
  'speakers/jo-field.md': front('name: Jo Field'),
  'episodes/harbour/tide-tables.md': front(
    `title: Tide tables\naudio: ${recording}`,
    `**Jo Field:** [00:00:04] Nobody wrote the *tide* tables down, nor the tides (a+b)* before.

[00:00:06] And then everybody copied the tide of the harbour.

Nobody knows when this was said.
`,
  ),
  'episodes/harbour/unheard.md': front(
    'title: Unheard',
    '**Jo Field:** [00:00:04] Nobody recorded the tide.\n',
  ),
};

describe.skipIf(chromiumPath === undefined)('arriving at a quote', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let url: string;
  let page: Page;
  let wrong: string[];
  /** Scripts that were fetched, and all that was asked of other hosts. */
  let scripts: string[];
  let elsewhere: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quote-arrival-'));
    await writeContent(path.join(folder, 'content'), content);
    await build(path.join(folder, 'content'), path.join(folder, 'site'));
    ({ url, server } = await serve(path.join(folder, 'site'), '/arch/'));
    browser = await openBrowser();
  });

  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    scripts = [];
    elsewhere = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) elsewhere.push(request.url());
      else if (request.resourceType() === 'script') scripts.push(request.url());
    });
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

  const idOf = async (words: string): Promise<string> => {
    await page.goto(`${url}episodes/tide-tables/`);
    return (await page.locator('.transcript p[id^=q]', { hasText: words }).getAttribute('id'))!;
  };
  /** Opens the quote with these words as a search would. */
  const arrive = async (words: string, query: string): Promise<void> => {
    const id = await idOf(words);
    await page.goto('about:blank');
    scripts.length = 0;
    await page.goto(`${url}episodes/tide-tables/${query}#${id}`);
    await page.locator('quote-arrival').waitFor({ state: 'attached' });
  };
  const marks = () => page.locator('.transcript mark').allTextContents();
  const address = () => page.evaluate(() => location.search + location.hash);
  const button = () => page.locator('.offer button').first();
  const audio = () =>
    page.locator('audio').evaluate((one: HTMLAudioElement) => ({
      isPaused: one.paused,
      time: one.currentTime,
    }));

  describe('from a search', () => {
    it('lights its words, wherever emphasis parts them, and leaves the permalink', async () => {
      await arrive('Nobody wrote', `?lit=${encodeURIComponent('tide tables|tides|(a+b)*')}`);
      await page.locator(':target mark').first().waitFor();
      expect(await marks()).toEqual(['tide', ' tables', 'tides', 'a+b']);
      expect(await address()).toMatch(/^#q\w{8}$/);
      expect(await page.locator('.transcript em mark').textContent()).toBe('tide');
    });

    it('lights nothing in the margin, in the citation, or elsewhere', async () => {
      await arrive('everybody copied', '?lit=0|6|tide|Jo|Field|Tide+tables');
      await page.locator(':target mark').first().waitFor();
      expect(await marks()).toEqual(['tide']);
    });

    it('lights nothing for what is not there, and obeys no sign in it', async () => {
      const hostile = ['zeppelin', '<img src=x>', '"', '|', '.*', '%', 'x'.repeat(3000)];
      for (const lit of hostile)
        await arrive('everybody copied', `?lit=${encodeURIComponent(lit)}`);
      await page.waitForLoadState('networkidle');
      expect(await marks()).toEqual([]);
      expect(await page.locator('.transcript img').count()).toBe(0);
    });

    it('fetches what lights words for who comes from one alone', async () => {
      await arrive('everybody copied', '');
      await page.waitForLoadState('networkidle');
      const plain = [...scripts];
      await arrive('everybody copied', '?lit=tide');
      await page.locator(':target mark').first().waitFor();
      expect(scripts.length).toBeGreaterThan(plain.length);
      expect(plain.filter((one) => /LitWords/.test(one))).toEqual([]);
      expect(plain.length).toBeLessThanOrEqual(4);
    });

    it('shows the quote all the same where that cannot be fetched', async () => {
      await context.route('**/LitWords*', (route) => route.abort());
      await arrive('everybody copied', '?lit=tide');
      await page.waitForLoadState('networkidle');
      expect(await page.locator(':target').isVisible()).toBe(true);
      expect(await address()).toMatch(/^#q\w{8}$/);
    });

    it('keeps a range in the address', async () => {
      const last = await idOf('everybody copied');
      await arrive('Nobody wrote', `?lit=tide&to=${last}`);
      expect(await address()).toMatch(new RegExp(`^\\?to=${last}#q\\w{8}$`));
    });
  });

  describe('with a recording', () => {
    beforeEach(() => serveRecording(context, recording, silence(10)));

    it('plays from the time of the quote, and pauses', async () => {
      await arrive('Nobody wrote', '');
      expect(await button().textContent()).toBe('Play from 0:04');
      await page.waitForLoadState('networkidle');
      expect(elsewhere).toEqual([]);
      await button().click();
      await expect.poll(() => button().textContent()).toBe('Pause');
      await expect.poll(async () => (await audio()).time).toBeGreaterThan(4);
      await button().click();
      await expect.poll(() => button().textContent()).toBe('Play from 0:04');
      expect((await audio()).isPaused).toBe(true);
    });

    it('goes back to the time of the quote when it is pressed again', async () => {
      await arrive('Nobody wrote', '');
      await button().click();
      await expect.poll(async () => (await audio()).time).toBeGreaterThan(4);
      await button().click();
      await page.locator('audio').evaluate((one: HTMLAudioElement) => (one.currentTime = 1));
      await button().click();
      await expect.poll(async () => (await audio()).time).toBeGreaterThanOrEqual(4);
    });

    it('says what it does whoever plays it', async () => {
      await arrive('Nobody wrote', '');
      const play = (one: HTMLAudioElement) => one.play();
      await page.locator('body').click({ position: { x: 1, y: 1 } });
      await page.locator('audio').evaluate(play);
      await expect.poll(() => button().textContent()).toBe('Pause');
      await page.locator('audio').evaluate((one: HTMLAudioElement) => (one.currentTime = 9.9));
      await expect.poll(() => button().textContent()).toBe('Play from 0:04');
    });

    it('plays from the second that was asked for, or offers to, with the focus on the offer', async () => {
      await arrive('Nobody wrote', '?play=6');
      expect(await address()).toMatch(/^#q\w{8}$/);
      const isOffered = () => button().evaluate((one) => one === document.activeElement);
      await expect.poll(async () => (await audio()).time > 6 || (await isOffered())).toBe(true);
      expect(await button().textContent()).toMatch(/^(?:Pause|Play from 0:06)$/);
    });

    it.each(['-3', 'x', '', '1e999', 'NaN'])('plays nothing from the second %j', async (second) => {
      await arrive('Nobody wrote', `?play=${second}`);
      await page.waitForLoadState('networkidle');
      expect(elsewhere).toEqual([]);
      expect(await address()).toMatch(/^#q\w{8}$/);
      expect(await button().textContent()).toBe('Play from 0:04');
    });

    it('offers what the next quote that is linked to needs', async () => {
      await arrive('Nobody wrote', '');
      await page.locator('.transcript p > a', { hasText: '0:06' }).click();
      await expect.poll(() => button().textContent()).toBe('Play from 0:06');
      expect(await page.locator('.offer', { hasText: 'Play from' }).count()).toBe(1);
      await page.locator('p[id^=q]:last-of-type > a').last().click();
      await expect.poll(() => page.locator('.offer', { hasText: 'Play from' }).count()).toBe(0);
    });

    it('offers nothing where no quote is named, or nothing is called so', async () => {
      for (const hash of ['', '#transcript', '#qqqqqqqqq', '#%E0%A4%A']) {
        await page.goto('about:blank');
        await page.goto(`${url}episodes/tide-tables/${hash}`);
        await page.waitForLoadState('networkidle');
        expect(await page.locator('.offer', { hasText: 'Play from' }).count(), hash).toBe(0);
      }
    });
  });

  describe('with a recording that is gone', () => {
    it('says so, and plays it when it is back', async () => {
      await context.route(recording, (route) => route.fulfill({ status: 404 }));
      await arrive('Nobody wrote', '');
      await button().click();
      const said = page.locator('.offer [role=status]');
      await expect.poll(() => said.textContent()).toBe('The recording could not be played.');
      expect(await button().textContent()).toBe('Play from 0:04');
      await context.unroute(recording);
      await serveRecording(context, recording, silence(10));
      await button().click();
      await expect.poll(async () => (await audio()).time).toBeGreaterThan(4);
      expect(await said.textContent()).toBe('');
    });
  });

  it('offers nothing to be heard where there is no recording', async () => {
    await page.goto(`${url}episodes/unheard/?play=4`);
    await page.locator('.transcript p[id^=q] > a').first().click();
    expect(await page.locator('.offer', { hasText: 'Play' }).count()).toBe(0);
    expect(await address()).toMatch(/^#q\w{8}$/);
  });
});
