import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { writeContent } from '../testing/content.ts';
import { findable } from '../testing/findable-content.ts';
import { serve } from '../testing/server.ts';
import { axeOf } from '../testing/tab.ts';

/** The narrowest telephones. */
const width = 360;

const languages = [
  { language: 'ar', direction: 'rtl', forward: 'ArrowLeft', quoted: /«harbuor»/, asked: /؟/ },
  { language: 'de', direction: 'ltr', forward: 'ArrowRight', quoted: /„harbuor“/, asked: /\?/ },
  { language: 'zh', direction: 'ltr', forward: 'ArrowRight', quoted: /「harbuor」/, asked: /？/ },
];

describe.skipIf(chromiumPath === undefined).each(languages)(
  'the search at 360 pixels in $language',
  ({ language, direction, forward, quoted, asked }) => {
    let folder: string;
    let server: Server;
    let browser: Browser;
    let url: string;
    let page: Page;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), `search-narrow-${language}-`));
      const facts = `${findable['archive.yaml']!}language: ${language}\n`;
      await writeContent(path.join(folder, 'content'), { ...findable, 'archive.yaml': facts });
      await build(path.join(folder, 'content'), path.join(folder, 'site'));
      ({ url, server } = await serve(path.join(folder, 'site'), '/arch/'));
      browser = await openBrowser();
      const context = await browser.newContext({ viewport: { width, height: 740 } });
      page = await context.newPage();
    });

    afterAll(async () => {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    });

    const search = async (query: string, shown: string): Promise<void> => {
      await page.goto(`${url}search/${query}`);
      await page.locator(shown).first().waitFor();
    };

    /** What reaches over the edge, what is cut off, and what a finger would miss. */
    const faults = (): Promise<string[]> =>
      page.evaluate((edge) => {
        const seen = [...document.querySelectorAll<HTMLElement>('main *, dialog *')].filter(
          (element) => element.checkVisibility() && element.offsetWidth > 1,
        );
        const nameOf = (element: Element): string =>
          `${element.tagName} “${element.textContent.slice(0, 40)}”`;
        const over = seen.filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return (left < -1 || right > edge + 1) && !element.closest('.time-strip');
        });
        const cut = seen.filter(
          (element) =>
            element.matches('button, summary, legend') &&
            element.scrollWidth > element.clientWidth + 1,
        );
        const small = seen.filter((element) => {
          if (!element.matches('a, button, input, select, summary')) return false;
          // Who presses the label of a box presses the box.
          const target = element.closest('label') ?? element;
          const { height, width: wide } = target.getBoundingClientRect();
          return height < 24 || wide < 24;
        });
        const scrolls = document.documentElement.scrollWidth > edge ? ['the page scrolls'] : [];
        return [
          ...scrolls,
          ...over.map((one) => `over the edge: ${nameOf(one)}`),
          ...cut.map((one) => `cut off: ${nameOf(one)}`),
          ...small.map((one) => `small: ${nameOf(one)}`),
        ];
      }, width);

    const violations = async (): Promise<string[]> =>
      (await axeOf(page).analyze()).violations.map(({ id, help }) => `${id}: ${help}`);

    it.each([
      ['nothing', '', '.search-help'],
      ['results', '?q=harbour', '.hits > li'],
      ['results in groups', '?q=harbour&group=episode&sort=oldest', '.hits > li'],
      ['filters and a year', '?q=harbour&speaker=ann-reed&show=harbour&from=2019&to=2019', '.chip'],
      ['a word that nobody says', '?q=harbuor', '.notes p'],
      ['filters that nothing passes', '?q=harbour&show=nowhere', '.notes p'],
    ])('is whole with %s', async (_state, query, shown) => {
      await search(query, shown);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await faults()).toEqual([]);
      expect(await violations()).toEqual([]);
    });

    it('is whole in the dialog', async () => {
      await page.goto(`${url}speakers/`);
      await page.keyboard.press('/');
      await page.keyboard.type('harbour');
      await page.locator('dialog [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await faults()).toEqual([]);
      expect(await violations()).toEqual([]);
    });

    it('is read in the direction of its language, but for what is said in another', async () => {
      await search('?q=harbour', '.hits > li');
      const directions = await page.evaluate(() =>
        ['html', '.search-page', '.hits blockquote'].map(
          (one) => getComputedStyle(document.querySelector(one)!).direction,
        ),
      );
      expect(directions).toEqual([direction, direction, 'ltr']);
      const places = await page.evaluate(() => {
        const left = (one: string): number =>
          document.querySelector(one)!.getBoundingClientRect().left;
        document.querySelector('details')!.open = true;
        return {
          box: left('.filters li input'),
          name: left('.filters li bdi'),
          count: left('.filters li .quiet'),
        };
      });
      const order = Object.entries(places).sort((a, b) => a[1] - b[1]);
      const names = order.map(([name]) => name);
      expect(direction === 'rtl' ? names.reverse() : names).toEqual(['box', 'name', 'count']);
    });

    it('goes along the bars as it is read', async () => {
      await search('?q=harbour', '.time-strip button');
      await page.locator('.time-strip button').first().focus();
      await page.keyboard.press(forward);
      const years = () => page.evaluate(() => document.activeElement?.textContent);
      expect(await years()).toBe('2020');
      await page.keyboard.press('End');
      expect(await years()).toBe('2021');
    });

    it('asks in its own signs what was meant', async () => {
      await search('?q=harbuor', '.notes p');
      const text = await page.locator('.notes p').first().innerText();
      expect(text).toMatch(quoted);
      expect(text).toMatch(asked);
    });

    it('hints at what to type the way it is read, and takes what is typed its own way', async () => {
      await search('', '.search-help');
      const field = page.locator('archive-search input[name=q]');
      const directionOf = () => field.evaluate((one) => getComputedStyle(one).direction);
      expect(await directionOf()).toBe(direction);
      await field.fill('harbour');
      expect(await directionOf()).toBe('ltr');
      await field.fill('ميناء');
      expect(await directionOf()).toBe('rtl');
    });
  },
);
