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
 * at once; the other way opens a second page for each and takes half as long again.
 */
export const axeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** What is wrong with a page of a site, in light and then in dark: for those who cannot see it, and for its policy. */
export async function findViolations(
  browser: Browser,
  url: string,
  address: string,
): Promise<string[]> {
  const context = await browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  const wrong = watchTab(page, url);
  await page.goto(url + address);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOf(page).analyze();
    wrong.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`));
  }
  await context.close();
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
