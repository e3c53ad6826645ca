import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/**
 * What goes wrong on a page from now on, as text: violations of the policy, exceptions, and requests to anywhere
 * but `url` where that is given.
 */
export function watchTab(page: Page, url?: string): string[] {
  const wrong: string[] = [];
  page.on('request', (request) => {
    const isOwn = url === undefined || request.url().startsWith(url);
    if (!isOwn && !request.url().startsWith('data:')) wrong.push(`request ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused/i.test(message.text())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  return wrong;
}

/**
 * The rules of accessibility over a page. Pages here have no frames of others, so that the page itself may be asked
 * at once; the other way opens a second page for each and takes half as long again. Only what is wrong is told.
 */
export const axeOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** Rules whose answer is another when the colours are others. */
const rulesOfColors = ['color-contrast', 'link-in-text-block'];

interface Axe {
  run(options: object): Promise<Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>>;
}

/**
 * What is wrong with a page as it stands there, in light and then in dark, for those who cannot see it. In dark
 * nothing is another but the colours, so that only the rules about them are asked again.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeOf(page).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  // Axe is in the page by now; to bring it there takes longer than these rules.
  const dark = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: Axe }).axe.run({
        runOnly: { type: 'rule', values },
        resultTypes: ['violations'],
      }),
    rulesOfColors,
  );
  return Object.entries({ light, dark }).flatMap(([name, { violations }]) =>
    violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`),
  );
}

/** A browser has one tab for this: pages keep nothing in it, and a new one takes as long as a small page. */
const tabs = new WeakMap<Browser, Promise<Page>>();

/** What is wrong with a page of a site, in light and dark: for those who cannot see it, and for its policy. */
export async function findViolations(
  browser: Browser,
  url: string,
  address: string,
): Promise<string[]> {
  const tab = tabs.get(browser) ?? browser.newPage();
  tabs.set(browser, tab);
  const page = await tab;
  await page.emulateMedia({ colorScheme: 'light' });
  const wrong = watchTab(page, url);
  await page.goto(url + address);
  wrong.push(...(await violationsOf(page)));
  for (const event of ['request', 'console', 'pageerror']) page.removeAllListeners(event);
  return wrong;
}

/** The widths of a window at which a page is wider than it. */
export async function overflowsOf(
  page: Page,
  address: string,
  widths: readonly number[],
): Promise<number[]> {
  await page.goto(address);
  const over: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) over.push(width);
  }
  return over;
}
