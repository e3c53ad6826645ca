import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { writeContent } from '../testing/content.ts';
import { findable, recording } from '../testing/findable-content.ts';
import { Keyboard } from '../testing/keyboard.ts';
import { serveRecording, silence } from '../testing/recording.ts';
import { serve } from '../testing/server.ts';

describe.skipIf(chromiumPath === undefined)('who has a keyboard alone', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let url: string;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'search-keyboard-'));
    await writeContent(path.join(folder, 'content'), findable);
    await build(path.join(folder, 'content'), path.join(folder, 'site'));
    ({ url, server } = await serve(path.join(folder, 'site'), '/arch/'));
    browser = await openBrowser();
  });

  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    keys = new Keyboard(page);
  });

  // Wherever a key led, the focus was somewhere and was seen.
  afterEach(async () => {
    expect(keys.faults).toEqual([]);
    await context.close();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const status = () => page.locator('archive-search [role=status]').first();
  const settled = (): Promise<unknown> =>
    page.waitForFunction(() => {
      const text = document.querySelector('archive-search [role=status]')?.textContent ?? '';
      return /\d|No quote|Type words/.test(text);
    });
  const address = () => page.evaluate(() => location.search);
  const addressed = (part: string): Promise<unknown> =>
    page.waitForFunction((one) => location.search.includes(one), part);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  /** Opens the search page and goes into its field. */
  const search = async (query: string): Promise<void> => {
    await page.goto(`${url}search/${query}`);
    await settled();
    await keys.press('/');
  };
  /** What has the focus after the results were made anew. */
  const after = async (part: string): Promise<string> => {
    await addressed(part);
    await settled();
    await expect.poll(() => page.locator('.hits > li, .notes p').count()).toBeGreaterThan(0);
    await keys.look(`once the address has ${part}`);
    return (await keys.focused()).name;
  };

  describe('on any page', () => {
    it.each(['/', 'Control+k'])(
      'opens the search with %s, and has the page back with Escape',
      async (key) => {
        await page.goto(`${url}speakers/`);
        const stops = await keys.tabTo('Ann Reed');
        expect(stops.length).toBeGreaterThan(1);
        expect((await keys.press(key)).tag).toBe('input');
        expect((await keys.press('Escape')).name).toBe('Ann Reed');
      },
    );

    it('goes through what the dialog found, and follows it', async () => {
      await page.goto(`${url}speakers/`);
      await keys.press('Tab', '/');
      await keys.type('ann');
      await page.locator('dialog [role=option]').first().waitFor();
      await keys.press('ArrowDown', 'ArrowDown', 'End', 'Home', 'ArrowUp', 'ArrowDown');
      await page.locator('dialog [role=option][aria-selected=true]').waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\/\?q=ann/);
    });

    it('reaches everything in the dialog, and nothing behind it', async () => {
      await page.goto(`${url}speakers/`);
      await keys.press('Tab', '/');
      await keys.type('harbour');
      await page.locator('dialog [role=option]').first().waitFor();
      await keys.tabTo('Close');
      await keys.tabTo(/opens the search|\//);
      await keys.press('Space');
      expect(await page.locator('dialog [type=checkbox]').isChecked()).toBe(false);
      await keys.press('Space', 'Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    });
  });

  describe('on the search page', () => {
    it('types, hears how many there are, goes through the results and follows one', async () => {
      await search('');
      await keys.type('tide tables');
      await expect.poll(() => status().textContent()).toBe('1 quote in 1 appearance.');
      expect((await keys.press('ArrowDown')).name).toBe('The first tables');
      await page.keyboard.press('Enter');
      await page.waitForURL(/episodes\/first\/#q/);
      await page.locator(':target mark').first().waitFor();
    });

    it('goes down through the results, up again, and into the field', async () => {
      await search('?q=harbour');
      const first = await keys.press('ArrowDown');
      const third = await keys.press('ArrowDown', 'ArrowDown');
      expect([first.tag, third.tag]).toEqual(['a', 'a']);
      expect((await keys.press('ArrowUp', 'ArrowUp', 'ArrowUp')).tag).toBe('input');
    });

    it('sees the focus wherever the tab key leads, from the field to the foot of the page', async () => {
      await search('?q=harbour');
      const stops = await keys.tabTo('How to search');
      for (const stop of ['Search', 'Filters', 'Order', 'Copy link', 'Copy quote', 'Show more'])
        expect(
          stops.some((one) => one.startsWith(stop)),
          stop,
        ).toBe(true);
      await keys.tabTo('Words to find', true);
    });

    it('filters by a box and has the focus on it still', async () => {
      await search('?q=harbour');
      await keys.tabTo(/^Lights/);
      await keys.press('Space');
      expect(await after('show=lights')).toMatch(/^Lights/);
      await keys.press('Space');
      await page.waitForFunction(() => location.search === '?q=harbour');
      await settled();
      expect((await keys.focused()).name).toMatch(/^Lights/);
    });

    it('finds a value in a long list, chooses it and takes it back', async () => {
      await search('?q=harbour');
      await keys.tabTo('Find in the list: Speaker');
      await keys.type('ida');
      await keys.press('Tab');
      expect((await keys.focused()).name).toMatch(/^Ida Pier/);
      await keys.press('Space');
      expect(await after('speaker=ida-pier')).toMatch(/^Ida Pier/);
      await keys.press('Space');
      await page.waitForFunction(() => location.search === '?q=harbour');
      // It is not among the first of the list: one is where one can look for it again.
      await expect
        .poll(async () => (await keys.focused()).name)
        .toMatch(/^Ida Pier|^Find in the list: Speaker$/);
      await keys.look('after a value went out of the list');
    });

    it('takes filters away, the last one too, and stays among them while there are some', async () => {
      await search('?q=harbour&show=harbour&speaker=ann-reed');
      await keys.tabTo('Remove the filter Speaker: Ann Reed');
      await keys.press('Enter');
      await page.waitForFunction(() => location.search === '?q=harbour&show=harbour');
      await expect
        .poll(async () => (await keys.focused()).name)
        .toBe('Remove the filter Show: Harbour talks');
      await keys.press('Enter');
      await page.waitForFunction(() => location.search === '?q=harbour');
      await expect.poll(async () => (await keys.focused()).name).toBe('Words to find');
      await keys.look('after the last filter went');
    });

    it('takes away the last filter where no word is asked for', async () => {
      await search('?speaker=ann-reed');
      await keys.tabTo('Remove the filter Speaker: Ann Reed');
      await keys.press('Enter');
      await page.waitForFunction(() => location.search === '');
      await expect.poll(async () => (await keys.focused()).name).toBe('Words to find');
    });

    it('goes along the bars of time, chooses one, and has all years back', async () => {
      await search('?q=harbour');
      await keys.tabTo(/^2019/);
      expect((await keys.press('ArrowRight')).name).toMatch(/^2020/);
      expect((await keys.press('Home')).name).toMatch(/^2019/);
      expect((await keys.press('End')).name).toMatch(/^2021/);
      await keys.press('ArrowLeft', 'Enter');
      expect(await after('from=2020&to=2020')).toMatch(/2020/);
      await keys.tabTo('All years');
      await keys.press('Enter');
      await page.waitForFunction(() => location.search === '?q=harbour');
      await expect.poll(async () => (await keys.focused()).name).toMatch(/^2019/);
      await keys.tabTo('As a table');
      await keys.press('Enter');
      expect(await page.locator('.timeline tbody tr').count()).toBe(3);
    });

    it('sets both ends of the time', async () => {
      await search('?q=harbour');
      await keys.tabTo(/^From/);
      await keys.type('2020');
      await keys.press('Enter');
      expect(await after('from=2020')).toMatch(/^From/);
      await keys.press('Tab');
      await keys.type('2020-12');
      await keys.press('Tab', 'Enter');
      expect(await after('to=2020-12')).toBe('Set');
      expect(await page.locator('.hits > li').count()).toBe(10);
    });

    it('sorts and groups, and stays on the control', async () => {
      await search('?q=harbour');
      await keys.tabTo(/^Order/);
      await keys.press('ArrowDown');
      expect(await after('sort=newest')).toMatch(/^Order/);
      await keys.press('Tab', 'ArrowDown');
      expect(await after('group=episode')).toMatch(/^Group/);
      expect(await page.locator('.results section > h2').count()).toBeGreaterThan(0);
    });

    it('shows more until there is no more, each time at the first that is new', async () => {
      await search('?q=harbour');
      await keys.tabTo('Show more');
      const place = (): Promise<number> =>
        page.evaluate(() =>
          [...document.querySelectorAll('.hits > li')].findIndex((item) =>
            item.contains(document.activeElement),
          ),
        );
      await page.keyboard.press('Enter');
      await expect.poll(place).toBe(10);
      await keys.tabTo('Show more');
      await page.keyboard.press('Enter');
      await expect.poll(place).toBe(20);
      await keys.look('at the end');
      expect(await page.locator('.more-hits').count()).toBe(0);
      await expect.poll(address).toMatch(/n=\d\d/);
    });

    it('copies the link and the quote of a result', async () => {
      await search('?q=tide+tables');
      await keys.tabTo('Copy link');
      await keys.press('Enter');
      await expect.poll(copied).toMatch(/\/arch\/episodes\/first\/#q\w{8}$/);
      await keys.press('Tab', 'Enter');
      await expect
        .poll(copied)
        .toMatch(/^“The harbour had no tide tables\.”\nAnn Reed, The first tables, .*#q\w{8}$/);
      expect((await keys.focused()).name).toBe('Copy quote');
    });

    it('plays a recording from a result, and pauses it', async () => {
      await serveRecording(context, recording, silence(10));
      await search('?q=tide+tables');
      await keys.tabTo('Play from 0:03');
      await page.keyboard.press('Enter');
      await page.waitForURL(/episodes\/first/);
      const offer = page.locator('.offer button').first();
      // The browser may want a press first: then the focus waits on the button.
      const isPlaying = async (): Promise<boolean> => (await offer.textContent()) === 'Pause';
      const isOffered = () => offer.evaluate((one) => one === document.activeElement);
      await expect.poll(async () => (await isPlaying()) || (await isOffered())).toBe(true);
      if (await isPlaying()) await keys.tabTo('Pause');
      else {
        await keys.look('on the offer to play');
        await keys.press('Enter');
        await expect.poll(isPlaying).toBe(true);
      }
      await keys.press('Enter');
      await expect.poll(() => offer.textContent()).toBe('Play from 0:03');
    });

    it('opens the help and follows an example', async () => {
      await search('');
      await keys.tabTo('How to search');
      await keys.press('Enter', 'Tab');
      const { name } = await keys.focused();
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\/\?q=/);
      await settled();
      expect(await page.locator('archive-search input[name=q]').inputValue()).toBe(name);
    });

    it('goes back to what was looked for before, and loses nothing', async () => {
      await search('?q=harbour');
      await keys.tabTo(/^Lights/);
      await keys.press('Space');
      await after('show=lights');
      await page.goBack();
      await page.waitForFunction(() => location.search === '?q=harbour');
      await settled();
      await keys.look('after going back');
      expect(await page.locator('.active-filters .chip').count()).toBe(0);
    });

    it('follows what it may have meant', async () => {
      await search('?q=harbuor');
      await keys.tabTo('harbour');
      await keys.press('Enter');
      await addressed('q=harbour');
      await page.locator('.hits > li').first().waitFor();
      await keys.look('after another word was taken');
      expect((await keys.focused()).name).toBe('Words to find');
    });

    it('tries again after a fault', async () => {
      await context.route('**/pagefind/**', (route) => route.abort());
      await page.goto(`${url}search/?q=harbour`);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await context.unroute('**/pagefind/**');
      await keys.press('/');
      await keys.tabTo('Try again');
      await page.keyboard.press('Enter');
      await page.locator('.hits > li').first().waitFor();
      await keys.look('after trying again');
    });

    it('keeps what is shown when more cannot be fetched, and tries again', async () => {
      await search('?q=harbour&sort=newest');
      await keys.tabTo('Show more');
      await context.route('**/pagefind/quotes*/**', (route) => route.abort());
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Try again' }).waitFor();
      await keys.look('after a fault');
      expect(await page.locator('.hits > li').count()).toBe(10);
      await context.unroute('**/pagefind/quotes*/**');
      expect((await keys.focused()).name).toBe('Try again');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.hits > li').count()).toBe(20);
      await keys.look('after trying again');
    });
  });

  it('searches within a speaker from that speaker’s page', async () => {
    await page.goto(`${url}speakers/ann-reed/`);
    await keys.tabTo('Search in what Ann Reed said');
    await keys.type('salt');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/\?speaker=ann-reed&q=salt/);
    await settled();
    expect(await page.locator('.hits blockquote').allTextContents()).toEqual([
      'The harbour sold salt.',
    ]);
  });
});
