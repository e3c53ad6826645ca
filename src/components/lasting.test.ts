import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../archive/id.ts';
import { build } from '../testing/build.ts';
import { findInvalidHtml } from '../testing/pages.ts';
import { chromiumPath, openBrowser } from '../testing/chromium.ts';
import { serve } from '../testing/server.ts';
import { axeOf } from '../testing/tab.ts';

/** An archive with a past, written by hand: its ledger agrees with its transcript, so nothing is bound anew. */

const said = [
  'Nobody wrote the tides down before the harbour did.',
  'And then everybody in the town copied what it had written.',
  'The baker had it on the wall beside the flour.',
  'The priest had it in his breviary, between two saints.',
];
const live = said.map(
  (words, at) => `q0000000${at} ${at === 0 ? 2 : 1} ${digestOf(words)} jo-field`,
);
const removed = (id: string): string => `${id} 1 ${digestOf(id)} removed 2026-05-05 jo-field`;

const files: Record<string, string> = {
  'archive.yaml': `title: Harbour archive
description: What was said in a harbour.
url: https://harbour.example/talk/
language: en
featured: [q00000001, q000000r1, q000000g9]
`,
  'shows/harbour.md': '---\ntitle: Harbour\nkind: podcast\n---\n',
  'speakers/jo-field.md': '---\nname: Jo Field\nformerly: [josephine]\n---\n',
  'speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
  'episodes/harbour/tables.md': `---
title: The Tide Tables
date: 2024-03-02
key: tables
status: machine
---

**Jo Field:** ${said.join('\n\n')}
`,
  'ledger/tables.ids': `ledger 1
canon q1
path episodes/harbour/tables.md
transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6d
formerly tide-tables

${live[0]}
q000000a1 1 ${digestOf('Before the harbour did.')} merged 2026-05-05 q00000000 jo-field
${live[1]}
${removed('q000000r1')}
${removed('q000000r2')}
q000000t1 taken-down 2026-05-06 At the request of the speaker.
${live[2]}
q000000w1 1 ${digestOf('The butcher sang it.')} rewritten 2026-05-05 jo-field
${live[3]}
`,
  'ledger/gone.ids': `ledger 1
canon q1
path episodes/harbour/gone.md
transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6d
gone 2026-06-01

${removed('q000000g9')}
`,
  'ledger/addresses.txt': '/speakers/jo-field/quotes/1/\n/topics/mud/\n',
  'history/tables.jsonl': `${[
    {
      id: 'q00000000',
      revision: 1,
      until: '2026-05-05',
      rule: 'reworded',
      speaker: 'jo-field',
      words: 'Nobody wrote the ties down before the harbour did.',
    },
    {
      id: 'q000000a1',
      revision: 1,
      until: '2026-05-05',
      rule: 'merged',
      speaker: 'jo-field',
      words: 'Before the harbour did.',
      into: ['q00000000'],
    },
    {
      id: 'q000000w1',
      revision: 1,
      until: '2026-05-05',
      rule: 'rewritten',
      speaker: 'ann-reed',
      words: 'The butcher sang it.',
    },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')}\n`,
};

let folder: string;
let out: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lasting-'));
  const content = path.join(folder, 'content');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(content, name)), { recursive: true });
    await writeFile(path.join(content, name), text);
  }
  out = path.join(folder, 'out');
  await build(content, out);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (page: string): Promise<string> => readFile(path.join(out, page), 'utf8');

const pages = [
  'episodes/tables/index.html',
  'episodes/tide-tables/index.html',
  'episodes/gone/index.html',
  'quotes/q00000001/index.html',
  'quotes/q000000r1/index.html',
  'quotes/q000000g9/index.html',
  'speakers/josephine/index.html',
  'speakers/jo-field/quotes/1/index.html',
  'topics/mud/index.html',
  'cite/index.html',
];

describe('a site with a past', () => {
  it('has a page at every address that it ever had, valid and without a place that is there twice', async () => {
    const all = await Promise.all(pages.map(async (page) => [page, await read(page)] as const));
    expect(await findInvalidHtml(new Map(all), [])).toEqual([]);
  });

  it('keeps every id of an episode at its former address, with a link to where it is', async () => {
    const html = await read('episodes/tide-tables/index.html');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(
      '<link rel="canonical" href="https://harbour.example/talk/episodes/tables/">',
    );
    const ids = ['q00000000', 'q000000a1', 'q00000003', 'q000000r1', 'q000000t1', 'q000000w1'];
    for (const id of ids)
      expect(html).toMatch(
        new RegExp(`id="${id}"[^>]*>\\s*<a href="/talk/episodes/tables/#${id}"`),
      );
    expect(html).not.toContain('http-equiv="refresh"');
  });

  it('sends an old address on without pretending, and says so where nothing is left', async () => {
    expect(await read('speakers/josephine/index.html')).toContain(
      'href="/talk/speakers/jo-field/"',
    );
    expect(await read('topics/mud/index.html')).toContain('Nothing stands here any more');
    expect(await read('speakers/jo-field/quotes/1/index.html')).toContain(
      'This page of a list is empty now',
    );
  });

  it('keeps cards of what is gone, and none of them takes an id from the episode', async () => {
    expect(await read('quotes/q000000r1/index.html')).toContain('Its words were removed.');
    expect(await read('quotes/q000000g9/index.html')).toContain('Its words were removed.');
    const card = await read('quotes/q00000001/index.html');
    expect(card).toContain(
      '<link rel="canonical" href="https://harbour.example/talk/episodes/tables/#q00000001">',
    );
    expect(card).toContain(
      '<meta property="og:title" content="Jo Field: “And then everybody in the town copied what it had written.”">',
    );
    expect(card).not.toMatch(/\sid="q[0-9a-z]{8}"/);
  });

  it('tells programs what was and what is gone', async () => {
    const twin = JSON.parse(await read('episodes/tables/index.json')) as {
      parts: { type: string; rule?: string; quotes?: { id: string; revision: number }[] }[];
    };
    expect(twin.parts.map(({ type, rule }) => rule ?? type)).toEqual([
      'turn',
      'removed',
      'removed',
      'taken-down',
      'turn',
      'rewritten',
      'turn',
    ]);
    expect(twin.parts[0]!.quotes![0]).toMatchObject({
      id: 'q00000000',
      revision: 2,
      digest: digestOf(said[0]!),
      earlier: [{ revision: 1, until: '2026-05-05', rule: 'reworded', speaker: 'jo-field' }],
      aliases: [{ id: 'q000000a1', date: '2026-05-05' }],
    });
  });
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ server, url } = await serve(out, '/talk/'));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(
    address: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(url + address);
    return page;
  }

  it.each([
    ['q00000001', 'sha256:'],
    ['q000000a1', 'The words linked to became part of this quote on'],
    ['q000000r2', 'A quote stood here until'],
    ['q000000t1', 'Words were taken down here on'],
    ['q000000w1', 'Its words were rewritten'],
  ])(
    'shows what #%s stands for without JavaScript, and nothing of the others',
    async (id, text) => {
      const page = await open(`episodes/tables/#${id}`, { javaScriptEnabled: false });
      const target = page.locator(':target');
      expect(await target.innerText()).toContain(text);
      const box = await target.boundingBox();
      expect(box!.y).toBeGreaterThanOrEqual(0);
      expect(box!.y + box!.height).toBeLessThan(page.viewportSize()!.height);
      expect(await page.locator('small:visible').count()).toBe(/q00000001|a1/.test(id) ? 1 : 0);
      await page.context().close();
    },
  );

  it('copies a quote with its citation, and nothing that belongs to the page', async () => {
    const page = await open('episodes/tables/#q000000a1', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy quote and citation' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(
        `${said[0]}\nJo Field, The Tide Tables, Harbour, March 2, 2024 (machine transcript). https://harbour.example/talk/episodes/tables/#q00000000, revision 2, sha256:${digestOf(said[0]!)}`,
      );
    await page.context().close();
  });

  it('opens the history that the small word after a quote leads to', async () => {
    const page = await open('episodes/tables/');
    expect(await page.locator('.history').first().isVisible()).toBe(false);
    await page.locator('a.mark').click();
    await expect.poll(() => page.locator('.history ins').isVisible()).toBe(true);
    await page.context().close();
  });

  it('offers the link of a range by keyboard, lights it up, and ends it with the next link', async () => {
    const page = await open('episodes/tables/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('.turn > p[id]:not(.gone)');
      getSelection()!.setBaseAndExtent(first!.childNodes[1]!, 0, second!.childNodes[1]!, 9);
    });
    const offer = page.getByRole('button', { name: 'Copy link to this range' });
    await offer.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toBe(`${url}episodes/tables/?to=q00000001#q00000000`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.reload();
    await expect.poll(() => page.locator('[data-lit]').count()).toBe(2);
    await page.locator('#q00000003 > a').first().click();
    await expect.poll(() => page.url()).toBe(`${url}episodes/tables/#q00000003`);
    expect(await page.locator('[data-lit]').count()).toBe(0);
    await page.context().close();
  });

  it('forwards from a former address to the quote', async () => {
    const page = await open('episodes/tide-tables/#q00000002');
    await expect.poll(() => page.url()).toBe(`${url}episodes/tables/#q00000002`);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s',
    async (colorScheme) => {
      for (const address of [
        'episodes/tables/#q000000a1',
        'episodes/tables/#h-q00000000',
        'episodes/tables/#q000000w1',
        'episodes/gone/#q000000g9',
        'quotes/q00000001/',
        'quotes/q000000r1/',
        'topics/mud/',
      ]) {
        const page = await open(address, { colorScheme });
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        const { violations } = await axeOf(page).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          address,
        ).toEqual([]);
        await page.context().close();
      }
    },
  );

  it.each([320, 768])('never scrolls sideways at %d pixels', async (width) => {
    const page = await open('', { viewport: { width, height: 700 } });
    // The former address is left at once.
    for (const file of pages.filter((one) => !one.includes('tide-tables'))) {
      await page.goto(url + file.replace('index.html', ''));
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(wide, file).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});
