import type { Page } from 'playwright-core';

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
