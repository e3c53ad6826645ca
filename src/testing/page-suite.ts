import type { Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './chromium.ts';
import { findBrokenLinks, findInvalidHtml } from './pages.ts';
import { serve } from './server.ts';
import { findViolations, overflowsOf } from './tab.ts';

/** A built site, and its pages by their path from the root. */
export interface BuiltSite {
  readonly out: string;
  readonly pages: ReadonlyMap<string, string>;
}

/** The same archive with its interface in several languages. It is built only when the tests run. */
export interface BuiltSites {
  readonly languages: readonly string[];
  readonly siteOf: (language: string) => BuiltSite;
}

/** What every page must be, tested on those whose path begins as `own` says: valid, without a dead link, light. */
export function testPages({ languages, siteOf }: BuiltSites, own: RegExp): void {
  const ownPages = (language: string): Map<string, string> =>
    new Map([...siteOf(language).pages].filter(([file]) => own.test(file)));

  describe.each(languages)('the pages in %s', (language) => {
    it('are valid HTML', async () => {
      expect(await findInvalidHtml(ownPages(language))).toEqual([]);
    });

    it('have no link that leads nowhere', async () => {
      const { out, pages } = siteOf(language);
      const broken = await findBrokenLinks(out, '/', pages);
      expect(broken.filter((one) => own.test(one))).toEqual([]);
    });

    it('stay light', () => {
      for (const [file, html] of ownPages(language))
        expect(gzipSync(html).length, file).toBeLessThan(100_000);
    });
  });
}

/** A browser, and where each site is served, while the tests of a `describe` run. */
export interface Served {
  browser: Browser;
  readonly urls: Record<string, string>;
}

/** Serves the sites to a browser for the tests of the `describe` that calls it. */
export function serveSites({ languages, siteOf }: BuiltSites): Served {
  const servers: Server[] = [];
  const served = { urls: {} } as Served;
  beforeAll(async () => {
    served.browser = await openBrowser();
    for (const language of languages) {
      const { server, url } = await serve(siteOf(language).out);
      servers.push(server);
      served.urls[language] = url;
    }
  });
  afterAll(async () => {
    await served.browser?.close();
    for (const server of servers) server.close();
  });
  return served;
}

/** No page of a template breaks a rule of accessibility, in light and dark, in any of the languages. */
export function testAccess(
  { languages }: BuiltSites,
  served: Served,
  templates: readonly string[],
): void {
  const kinds = languages.flatMap((language) =>
    templates.map((address) => [language, address] as const),
  );
  it.each(kinds)(
    'in %s, /%s has no accessibility violation, in light and dark',
    async (language, address) => {
      const { browser, urls } = served;
      expect(await findViolations(browser, urls[language]!, address)).toEqual([]);
    },
  );
}

/** No page is wider than a narrow, a middle and a wide screen. */
export function testWidths(
  { languages }: BuiltSites,
  served: Served,
  addresses: readonly string[],
): void {
  it('no page scrolls sideways at 320, 768 and 1440 pixels', async () => {
    const tab = await served.browser.newPage();
    for (const language of languages)
      for (const address of addresses) {
        const over = await overflowsOf(tab, served.urls[language]! + address, [320, 768, 1440]);
        expect(over, `${language} ${address}`).toEqual([]);
      }
    await tab.close();
  });
}
