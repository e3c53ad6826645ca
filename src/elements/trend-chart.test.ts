import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../testing/build.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { findInvalidHtml } from '../testing/pages.ts';
import { serve } from '../testing/server.ts';
import { axeOf, watchTab } from '../testing/tab.ts';

const front = (facts: string) => `---\n${facts}\n---\n\n`;

const content: Record<string, string> = {
  'shows/harbour.md': front('title: Harbour talks'),
  'speakers/jo-field.md': front('name: Jo <b>Field</b>'),
  'speakers/ann-reed.md': front('name: Ann Reed'),
  'topics/tides.md': front('name: Tides\nterms: [tide, 潮汐]'),
  'topics/salt.md': front('name: Salt'),
  'episodes/harbour/tables.md': `${front('title: Tables\ndate: 2019-03-02')}**Jo <b>Field</b>:** The tide copied the low water, the low water copied nobody.

**Ann Reed:** Nobody copies a tide.
`,
  'episodes/harbour/barrels.md': `${front('title: Barrels\ndate: 2021-03-02')}**Ann Reed:** Tide after tide, salt in every barrel and low water.
`,
  'episodes/harbour/dengta.md': `${front('title: 燈塔\ndate: 2023-05-02\nlanguage: zh-Hant')}**Ann Reed:** 港口以前沒有人寫下潮汐表，港口。
`,
  'episodes/harbour/lost.md': `${front('title: Lost')}**Ann Reed:** Tide, tide, tide.\n`,
};

/** Of the periods 2019 to 2023, in the order of the page. */
const tide = ['2019 2', '2021 2'];

describe.skipIf(chromiumPath === undefined)('the page of the trends in a browser', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let url: string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'trend-page-'));
    for (const language of ['en', 'ar']) {
      const files = {
        ...content,
        'archive.yaml': `title: The harbour archive\nurl: https://example.org/arch/\nlanguage: ${language}\n`,
      };
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, language, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      await build(path.join(folder, language), path.join(folder, `site-${language}`));
    }
    ({ url, server } = await serve(path.join(folder, 'site-en'), '/arch/'));
    browser = await openBrowser();
    context = await browser.newContext();
    page = await context.newPage();
    complaints = watchTab(page, url);
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const status = () => page.locator('trend-chart > [role=status]');
  const notes = () => page.locator('[data-part=notes]').innerText();
  const part = (name: string) => page.locator(`[data-part=${name}]`);
  const settled = async (on: Page = page): Promise<void> => {
    await on.waitForFunction(
      () => !/Counting/.test(document.querySelector('trend-chart > [role=status]')!.textContent),
    );
  };
  const open = async (query: string): Promise<void> => {
    await page.goto(`${url}trends/${query}`);
    await settled();
  };
  const names = () => part('answer').locator('.lines bdi').allInnerTexts();
  /** The counts of a column of the table that are not 0, each with its period. */
  const counts = async (column: number): Promise<string[]> => {
    const rows = await part('answer').locator('tbody tr').all();
    const cells = rows.map(async (row) => {
      const count = await row.locator('td').nth(column).locator('span').innerText();
      return count === '' ? '' : `${await row.locator('th').innerText()} ${count}`;
    });
    return (await Promise.all(cells)).filter(Boolean);
  };

  it('draws what an address asks for, and has it in a table and in words', async () => {
    await open('?q=tide,low+water,topic:tides,speaker:jo');
    expect(await status().innerText()).toBe(
      'Compared from 2019 to 2023: ⁨tide⁩, ⁨low water⁩, ⁨Tides⁩, and ⁨Jo <b>Field</b>⁩.',
    );
    expect(await names()).toEqual(['tide', 'low water', 'Tides', 'Jo <b>Field</b>']);
    expect(await part('answer').locator('.curve').count()).toBe(4 + 2 * 4);
    expect(await counts(0)).toEqual(tide);
    expect(await counts(1)).toEqual(['2019 2', '2021 1']);
    expect(await counts(3)).toEqual(['2019 11']);
    expect(await part('answer').locator('.lines li').first().innerText()).toContain(
      '4 times. 1,333 in 2019, 0 in 2023; most in 2021: 2,000.',
    );
  });

  it('says in its table what all is a share of', async () => {
    await open('?q=tide');
    const rows = await part('answer').locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      '2019 1,333 2 15',
      '2020 – 0',
      '2021 2,000 2 10',
      '2022 – 0',
      '2023 0 14',
    ]);
  });

  it('leads from each number to the quotes that it counts', async () => {
    await open('?q=low+water');
    await part('answer').locator('tbody a').first().click();
    await page.waitForURL(/\/search\/\?q=%22low\+water%22&from=2019-01&to=2019-12$/);
    await page.waitForFunction(() => document.querySelectorAll('.hits mark').length > 0);
    expect(await page.locator('.hits mark').allInnerTexts()).toEqual(['low water', 'low water']);
  });

  it('gives its table as CSV', async () => {
    await open('?q=tide,speaker:ann-reed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).last().click(),
    ]);
    expect(download.suggestedFilename()).toBe('trends.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe(
      `\uFEFF${[
        'period,from,to,words,tide,"tide, per 10000 words",Ann Reed,"Ann Reed, share"',
        '2019,2019-01,2019-12,15,2,1333.33,4,0.266667',
        '2020,2020-01,2020-12,0,0,,0,',
        '2021,2021-01,2021-12,10,2,2000,10,1',
        '2022,2022-01,2022-12,0,0,,0,',
        '2023,2023-01,2023-12,14,0,0,14,1',
        '',
      ].join('\r\n')}`,
    );
  });

  it('compares what is typed, and goes back to what was compared before', async () => {
    await open('?q=salt');
    await page.getByLabel('Words, phrases').fill('tide, “low water”');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?q=tide,%22low+water%22');
    await page.waitForFunction(
      () => document.querySelectorAll('[data-part=answer] .lines li').length === 2,
    );
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-part=answer] .lines li').length === 1,
    );
    expect(await names()).toEqual(['salt']);
    expect(await page.getByLabel('Words, phrases').inputValue()).toBe('salt');
  });

  it('adds and takes away by links, which keep the years', async () => {
    await open('?q=tide&from=2019&to=2021');
    await page.getByText('Topics and speakers to add').click();
    await part('add').getByRole('link', { name: 'Salt' }).click();
    await page.waitForFunction(() => location.search === '?q=tide,topic:salt&from=2019&to=2021');
    await page.waitForFunction(
      () => document.querySelectorAll('[data-part=answer] .lines li').length === 2,
    );
    expect(await part('add').getByRole('link', { name: 'Salt' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Remove tide' }).press('Enter');
    await page.waitForFunction(() => location.search === '?q=topic:salt&from=2019&to=2021');
    await settled();
    expect(await names()).toEqual(['Salt']);
    expect(
      await page.getByLabel('Words, phrases').evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });

  it('shows the years that are chosen, and says when there are none', async () => {
    await open('?q=tide');
    await page.getByLabel('From').selectOption('2021');
    await page.waitForFunction(() => location.search === '?q=tide&from=2021');
    await settled();
    expect(await counts(0)).toEqual(['2021 2']);
    await open('?q=tide&from=2040');
    expect(await status().innerText()).toBe('The archive has nothing between 2040 and the end.');
    await page.getByRole('link', { name: 'Show all of its time' }).click();
    await page.waitForFunction(() => location.search === '?q=tide');
  });

  it('shows one year, too', async () => {
    await open('?q=tide,salt&from=2021-04&to=2021');
    expect(await status().innerText()).toContain('from 2021 to 2021');
    expect(await part('answer').locator('.panel').count()).toBe(0);
    expect(await counts(1)).toEqual(['2021 1']);
  });

  it('says why something is not compared, and where to find it', async () => {
    await open('?q=lighthouse,water+low,a+barrel+and+low,show:harbour,speaker:nobody,tide');
    expect(await names()).toEqual(['tide']);
    expect((await notes()).split('\n').filter(Boolean)).toEqual([
      'Nobody says ⁨“lighthouse”⁩ in an episode with a date.',
      '⁨“water low”⁩ is said fewer than 2 times in all: a phrase as rare as that is not counted here. Search for it',
      '⁨“a barrel and low”⁩ is longer than three words: so long a phrase is not counted here. Search for it',
      '⁨“show:harbour”⁩ can be searched for, but not counted here. Search for it',
      'Nobody of the name ⁨“nobody”⁩ speaks in an episode with a date.',
    ]);
    const link = page.getByRole('link', { name: 'Search for it' }).first();
    expect(await link.getAttribute('href')).toBe('/arch/search/?q=%22water+low%22');
    await open('?q=lighthouse');
    expect(await status().innerText()).toBe('None of this can be compared.');
  });

  it('counts characters of scripts without blanks', async () => {
    await open('?q=港口,港,港口以');
    expect(await names()).toEqual(['港口', '港']);
    expect([await counts(0), await counts(1)]).toEqual([['2023 2'], ['2023 2']]);
    expect(await notes()).toContain('“港口以”');
  });

  it('offers the other forms of a word', async () => {
    await open('?q=copied');
    const forms = part('forms');
    await forms.getByRole('link', { name: 'copies' }).click();
    await page.waitForFunction(() => location.search === '?q=copied,copies');
    await settled();
    expect(await counts(1)).toEqual(['2019 1']);
  });

  it('shows six lines at once, and names the others', async () => {
    await open('?q=tide,salt,low,water,nobody,barrel,every,after');
    expect(await part('answer').locator('.lines li').count()).toBe(6);
    expect(await notes()).toBe('Six are shown at once. Left out: ⁨every⁩ and ⁨after⁩.');
    const looks = await part('answer')
      .locator('.panel svg svg > .curve')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeDasharray));
    expect(new Set(looks).size).toBe(6);
  });

  it('shows a hostile address as text, and answers a very long one', async () => {
    await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)>, tide')}`);
    expect(await page.locator('trend-chart img, trend-chart b').count()).toBe(0);
    expect(await names()).toEqual(['tide']);
    await open(`?q=${'a'.repeat(5000)}`);
    expect(await status().innerText()).toMatch(/\w/);
    await open(`?q=${encodeURIComponent('"'.repeat(50) + '*-,'.repeat(50))}`);
    expect(await status().innerText()).toBe(
      'There is no word in what was typed, or it is too long.',
    );
  });

  it('breaks no rule of accessibility, of HTML and of the Content-Security-Policy', async () => {
    for (const query of ['', '?q=tide,low+water,speaker:jo,港口,lighthouse']) {
      await open(query);
      const { violations } = await axeOf(page).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    const html = await readFile(path.join(folder, 'site-en/trends/index.html'), 'utf8');
    expect(await findInvalidHtml(new Map([['trends', html]]))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says so when the figures cannot be loaded, and tries again when asked', async () => {
    const offline = await browser.newContext();
    await offline.route('**/trends/**/*.txt', (route) => route.abort());
    page = await offline.newPage();
    await open('?q=tide');
    expect(await status().innerText()).toMatch(/^The figures could not be loaded\./);
    expect(await part('ready').isVisible()).toBe(true);
    await offline.unroute('**/trends/**/*.txt');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-part=answer] .lines li').length === 1,
    );
    await offline.close();
  });

  it('asks to be loaded anew when its figures are gone', async () => {
    const later = await browser.newContext();
    await later.route('**/trends/**/*.txt', (route) => route.fulfill({ status: 404 }));
    page = await later.newPage();
    await open('?q=tide');
    expect(await status().innerText()).toMatch(/published anew/);
    expect(await page.getByRole('button', { name: 'Load again' }).isVisible()).toBe(true);
    await later.close();
  });

  it('needs the search index for nothing but other forms', async () => {
    const without = await browser.newContext();
    await without.route('**/pagefind/**', (route) => route.abort());
    page = await without.newPage();
    await open('?q=copied');
    expect(await counts(0)).toEqual(['2019 2']);
    await without.close();
  });

  it('reads without scripts: a comparison, its table, and what is missing', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    page = await plain.newPage();
    await page.goto(`${url}trends/?q=tide`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Comparing words of your own needs JavaScript.');
    expect(text).toContain('The topics most spoken of');
    expect(text).toContain('1 episode without a date is left out.');
    expect(await page.locator('.lines bdi').allInnerTexts()).toEqual(['Tides', 'Salt']);
    const link = page.locator('tbody a').first();
    expect(await link.getAttribute('href')).toBe(
      '/arch/search/?topic=tides&from=2019-01&to=2019-12',
    );
    await page.getByLabel('Words, phrases').fill('tide, salt');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL(/\/trends\/\?q=tide%2C\+salt&from=&to=$/);
    await plain.close();
  });

  it('reads from right to left, at every width', async () => {
    const arabic = await serve(path.join(folder, 'site-ar'), '/arch/');
    const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await narrow.newPage();
    await page.goto(`${arabic.url}trends/?q=tide,low+water,topic:tides,speaker:jo`);
    await page.waitForSelector('[data-part=answer] .lines');
    const middles = await page
      .locator('[data-part=answer] .panel')
      .first()
      .locator('.tick')
      .evaluateAll((ticks) => ticks.map((tick) => Number.parseFloat(tick.getAttribute('x')!)));
    expect(middles).toEqual([...middles].sort((a, b) => b - a));
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    const { violations } = await axeOf(page).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await overflow()).toBe(0);
    await narrow.close();
    arabic.server.close();
  });
});
