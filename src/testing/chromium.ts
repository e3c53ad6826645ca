import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is: what `CHROMIUM` names, else where distributions put it. Undefined when it is nowhere. */
export const chromiumPath = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file !== undefined && file !== '' && existsSync(file));

if (chromiumPath === undefined) {
  console.warn('Browser tests are skipped: no Chromium here. Install it, or name it in CHROMIUM.');
}

/** A browser that talks to nobody but the page's own host. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
