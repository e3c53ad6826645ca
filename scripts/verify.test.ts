import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../src/archive/model.ts';
import { plainText } from '../src/archive/quote.ts';
import { loadArchive } from '../src/store/archive.ts';
import { build, runScript } from '../src/testing/build.ts';
import { findInvalidHtml } from '../src/testing/pages.ts';
import { chromiumPath, openBrowser } from '../src/testing/chromium.ts';
import { serve } from '../src/testing/server.ts';
import { axeOf, watchTab } from '../src/testing/tab.ts';

let folder: string;
let content: string;
let out: string;
let archive: Archive;

/** What was said, by what became of it. */
const said = {
  corrected: 'Nobody wrote the tables down before the harbour office did, and it was not early.',
  correction: 'Nobody wrote the tables down before the harbour office did, and it was early.',
  untouched: 'And then everybody in the town copied what the harbour office had written.',
  merged: 'He did that every morning for thirty years, whatever the weather was like.',
  merging: 'Then one winter the pier was gone and the stick with it, so he stopped.',
  removed: 'There is one sentence here that should never have been written down by anybody.',
  reattributed: 'It came back to me much later that the whole town had been wrong about it.',
  script: 'An angle bracket is how <b>the printer</b> marked "bold" words & nothing else.',
};

const first = `**Jo Field:** ${said.corrected}

${said.untouched}

**Ann Reed:** ${said.merged}

${said.merging}

My grandfather measured the water at the old pier with a marked stick.

**Jo Field:** ${said.removed}

${said.reattributed}

**Ann Reed:** ${said.script}
`;
const second = `**Jo Field:** ${said.correction}

${said.untouched}

**Ann Reed:** ${said.merged} ${said.merging}

My grandfather measured the water at the old pier with a marked stick.

${said.reattributed}

${said.script}
`;

async function publish(text: string, day: string): Promise<void> {
  await writeFile(
    path.join(content, 'episodes/talk/tides.md'),
    `---\ntitle: The Tide Tables\ndate: 2024-03-02\n---\n\n${text}`,
  );
  for (const what of ['words', 'ids']) {
    if (what === 'ids') {
      const { code, output } = await runScript('ids', [], { ARCHIVE_CONTENT: content });
      expect(code, output).toBe(0);
    }
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@example.org', ...args],
        {
          cwd: path.dirname(content),
          env: {
            ...process.env,
            GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
            GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
          },
          stdio: 'pipe',
        },
      );
    if (!existsSync(path.join(content, '../.git'))) git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', `${day}: ${what}`);
  }
}

/** The id of a quote that is there today. */
function idOf(words: string): string {
  for (const { parts } of archive.episodes) {
    for (const part of parts) {
      if (part.type !== 'turn') continue;
      for (const quote of part.quotes)
        if (plainText(quote.content).includes(words)) return quote.id;
    }
  }
  throw new Error(`Nobody says: ${words}`);
}

/** The id of what is gone. */
const goneId = (rule: string): string => archive.changes.find((change) => change.rule === rule)!.id;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-'));
  content = path.join(folder, 'repository/content');
  out = path.join(folder, 'site');
  const files: Record<string, string> = {
    'archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\n',
    'shows/talk.md': '---\ntitle: Talk of the Harbour\n---\n',
    'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
    'speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
    'episodes/talk/empty': '',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(content, file)), { recursive: true });
    if (text !== '') await writeFile(path.join(content, file), text);
  }
  await publish(first, '2025-01-05');
  await publish(second, '2025-02-10');
  archive = (await loadArchive(content)).archive!;
  await build(content, out);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run verify', () => {
  const verify = (...args: string[]) => runScript('verify', args, { ARCHIVE_CONTENT: content });
  const permalink = (id: string): string => `https://example.org/harbour/episodes/tides/#${id}`;

  it.each([
    [[], 2, "missing required argument 'address'"],
    [['no address'], 2, 'There is no address of a quote in this'],
    [['q7k2m9xqp'], 2, 'There are no words to compare.'],
    [['q7k2m9xqp', '--digest', 'zz'], 2, '`zz` is no digest.'],
    [['q7k2m9xqp', 'Words.'], 1, 'This archive has no quote q7k2m9xqp, and never had.'],
    [
      ['https://other.example/#q7k2m9xqp', 'Words.'],
      1,
      'The address is one of another site, other.example',
    ],
  ])('of %j ends with %i', async (args, code, says) => {
    const result = await verify(...args);
    expect(result.output).toContain(says);
    expect(result.code).toBe(code);
  });

  it('says of a journalist’s words what they are, and shows the difference', async () => {
    const id = idOf(said.correction);
    const current = await verify(permalink(id), said.correction);
    expect(current).toMatchObject({ code: 0 });
    expect(current.output).toBe(
      `Identical. These are the words of quote ${id} as it stands today (revision 2).\n\nThe Tide Tables, Talk of the Harbour, 2024-03-02\n${permalink(id)}\n`,
    );
    const earlier = await verify(permalink(id), said.corrected);
    expect(earlier.code).toBe(0);
    expect(earlier.output).toContain(
      `Identical to an earlier wording. Quote ${id} had these words until February 10, 2025 (revision 1); it was corrected then.\n\nFrom the cited words to those of today:\n  Nobody wrote the tables down before the harbour office did, and it was [-not -]early.\n`,
    );
    const different = await verify(permalink(id), said.correction.replace('harbour', 'town'));
    expect(different.code).toBe(1);
    expect(different.output).toContain('before the [-harbour-]{+town+} office did');
  });

  it.each([
    ['merged', said.merged, 0, 'since then they are part of quote'],
    ['removed', said.removed, 1, 'were removed from the transcript then'],
  ])('knows what was %s', async (rule, words, code, says) => {
    const result = await verify(goneId(rule), words);
    expect(result.output).toContain(says);
    expect(result.code).toBe(code);
  });

  it('takes cards, `/q/` addresses, ranges, digests and whole citations', async () => {
    const id = idOf(said.untouched);
    const to = idOf(said.merging);
    const { digest } = archive.episodes[0]!.parts.flatMap((part) =>
      part.type === 'turn' ? part.quotes : [],
    ).find((quote) => quote.id === id)!;
    const answers = await Promise.all([
      verify(`https://example.org/harbour/quotes/${id}/`, said.untouched),
      verify(`/q/${id.slice(1, 3)}/#${id}`, said.untouched),
      verify(
        `https://example.org/harbour/episodes/tides/?to=${to}#${id}`,
        `${said.untouched} ${said.merged} ${said.merging}`,
      ),
      verify(id, '--digest', digest),
      verify(`“${said.untouched}” Jo Field, The Tide Tables. ${permalink(id)}, sha256:${digest}`),
    ]);
    for (const { code, output } of answers) expect(code, output).toBe(0);
  });
});

describe('the pages', () => {
  const pages = (): string[] => [
    'verify/',
    'changes/',
    'q/',
    `q/${idOf(said.untouched).slice(1, 3)}/`,
    'about/',
  ];
  const read = (page: string): Promise<string> =>
    readFile(path.join(out, page, 'index.html'), 'utf8');

  it('are valid HTML', async () => {
    const all = await Promise.all(pages().map(async (page) => [page, await read(page)] as const));
    expect(await findInvalidHtml(new Map(all), ['long-title'])).toEqual([]);
  });

  it('list every id once, with its permalink, and no words', async () => {
    const ids = new Set<string>();
    for (const prefix of new Set(archive.addresses.length > 0 ? await prefixes() : [])) {
      const html = await read(`q/${prefix}/`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      for (const [, id, href] of html.matchAll(/<li id="(q\w{8})"><a href="([^"]+)">/g)) {
        expect(id!.slice(1, 3)).toBe(prefix);
        expect(href).toBe(`/harbour/episodes/tides/#${id}`);
        ids.add(id!);
      }
      for (const words of Object.values(said)) expect(html).not.toContain(words.slice(0, 20));
    }
    expect(ids.size).toBe(archive.counts.quotes + 2);
    for (const rule of ['merged', 'removed']) expect(ids).toContain(goneId(rule));
  });

  async function prefixes(): Promise<string[]> {
    return [...(await read('q/')).matchAll(/href="\/harbour\/q\/(\w\w)\/"/g)].map(
      (match) => match[1]!,
    );
  }

  it('tell every change, and no word that was removed', async () => {
    const html = await read('changes/');
    expect(html).toContain('<b>corrected: a negation</b>');
    expect(html).toContain('<b>removed</b>');
    expect(html).toContain('<b>another speaker</b>');
    expect(html).toContain('<b>another quote joined to it</b>');
    expect(html).not.toContain(said.removed.slice(0, 30));
    const twin = JSON.parse(await readFile(path.join(out, 'changes/index.json'), 'utf8')) as {
      total: number;
    };
    expect(twin.total).toBe(archive.changes.length);
  });
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ server, url } = await serve(out, '/harbour/'));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page; what breaks the policy or throws ends the test. */
  async function open(
    address: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage(options);
    const wrong = watchTab(page);
    await page.goto(url + address);
    return { page, wrong };
  }

  const verdictOf = async (page: Page): Promise<string> => {
    await page.waitForFunction(() => {
      const text = document.querySelector('.verdict')?.textContent ?? '';
      return text !== '' && !text.startsWith('Comparing');
    });
    return (await page.textContent('.verdict')) ?? '';
  };
  const asking = (fields: Record<string, string>): string =>
    `verify/?${new URLSearchParams(fields)}`;

  it.each([
    ['an address of nothing', { link: 'https://', words: 'x' }, 'There is no address of a quote'],
    ['an address alone', { link: 'q7k2m9xqp' }, 'Now the cited words'],
    ['an id that nobody had', { link: 'q7k2m9xqp', words: 'Words.' }, 'has no quote q7k2m9xqp'],
    [
      'the address of another site',
      { link: 'https://other.example/episodes/x/#q7k2m9xqp', words: 'Words.' },
      'The address is one of another site, other.example',
    ],
    [
      'an episode that nobody had',
      { link: '/episodes/nothing/#q7k2m9xqp', words: 'Words.' },
      'has no quote q7k2m9xqp',
    ],
  ])('answers %s with a sentence', async (_what, fields, says) => {
    const { page, wrong } = await open(asking(fields));
    expect(await verdictOf(page)).toContain(says);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('verifies by address: today’s words, earlier ones, other ones', async () => {
    const id = idOf(said.correction);
    const link = `${url}episodes/tides/#${id}`;
    const { page, wrong } = await open(asking({ link, words: said.correction }));
    expect(await verdictOf(page)).toBe(
      `Identical. These are the words of quote ${id} as it stands today (revision 2).`,
    );
    expect(await page.getAttribute('.verdict a', 'href')).toBe(`${url}episodes/tides/#${id}`);
    await page.goto(url + asking({ link: id, words: said.corrected }));
    expect(await verdictOf(page)).toContain('until February 10, 2025 (revision 1)');
    expect(await page.textContent('.verdict-more del')).toBe('removed: not ');
    await page.goto(url + asking({ link, words: 'Quite other words than these.' }));
    expect(await verdictOf(page)).toContain('Different.');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('knows what was merged and what was removed, by digest alone too', async () => {
    const removed = archive.episodes[0]!.parts.flatMap((part) =>
      part.type === 'turn' ? part.quotes.flatMap((quote) => quote.before ?? []) : [],
    )[0]!;
    const { page } = await open(asking({ link: goneId('merged'), words: said.merged }));
    expect(await verdictOf(page)).toContain('since then they are part of quote');
    await page.goto(url + asking({ link: removed.id, words: said.removed }));
    expect(await verdictOf(page)).toContain('were removed from the transcript then');
    const digest = removed.type === 'notice' ? removed.digest : '';
    await page.goto(url + asking({ link: removed.id, digest }));
    expect(await verdictOf(page)).toContain('were removed from the transcript then');
    await page.close();
  });

  it('takes a whole citation in the form, keeps it in the address, and makes no HTML of it', async () => {
    const id = idOf('An angle bracket');
    const { page, wrong } = await open('verify/');
    await page.fill(
      '[name="words"]',
      `«${said.script.replace('the printer', '<img src=x onerror=alert(1)>')}» Ann Reed. ${url}episodes/tides/#${id}`,
    );
    await page.click('form.verify button');
    expect(await verdictOf(page)).toContain('Different.');
    expect(await page.locator('.verdict-more img').count()).toBe(0);
    expect(await page.textContent('.verdict-more ins')).toContain('<');
    await page.fill('[name="words"]', `“${said.script}” Ann Reed. ${url}episodes/tides/#${id}`);
    await page.click('form.verify button');
    await page.waitForFunction(() =>
      document.querySelector('.verdict')?.textContent?.startsWith('Identical'),
    );
    await page.goBack();
    await page.waitForFunction(() =>
      document.querySelector('.verdict')?.textContent?.startsWith('Different'),
    );
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('says so when the archive cannot be reached', async () => {
    const { page } = await open('verify/');
    await page.route('**/*', (route) => route.abort());
    await page.fill('[name="link"]', idOf(said.untouched));
    await page.fill('[name="words"]', said.untouched);
    await page.click('form.verify button');
    expect(await verdictOf(page)).toContain('The archive could not be read.');
    await page.close();
  });

  it('says without JavaScript what to type instead', async () => {
    const { page } = await open('verify/', { javaScriptEnabled: false });
    expect(await page.textContent('noscript')).toContain('npm run verify -- ');
    await page.close();
  });

  it('forwards an id from its list, from the form, from `#` and from `?id=`', async () => {
    const id = idOf(said.untouched);
    const permalink = `${url}episodes/tides/#${id}`;
    for (const address of [
      `q/${id.slice(1, 3)}/#${id}`,
      `q/#${id}`,
      `q/?id=${id.toUpperCase()}`,
      `q/${goneId('removed').slice(1, 3)}/#${id}`,
    ]) {
      const { page, wrong } = await open(address);
      await page.waitForURL(permalink);
      expect(wrong).toEqual([]);
      await page.close();
    }
    const { page } = await open('q/');
    await page.fill('[name="id"]', id);
    await page.click('main button');
    await page.waitForURL(permalink);
    await page.goBack();
    expect(page.url()).toBe(`${url}q/`);
    await page.fill('[name="id"]', 'quite');
    await page.click('main button');
    expect(await page.textContent('main [role="status"]')).toContain('This is no id');
    await page.fill('[name="id"]', 'qzzzzzzzz');
    await page.click('main button');
    expect(await page.textContent('main [role="status"]')).toContain('has no quote qzzzzzzzz');
    await page.close();
  });

  it('lights the row of an id without JavaScript, one click from the quote', async () => {
    const id = goneId('merged');
    const { page } = await open(`q/${id.slice(1, 3)}/#${id}`, { javaScriptEnabled: false });
    await page.click(`li:target a`);
    expect(page.url()).toBe(`${url}episodes/tides/#${id}`);
    await page.close();
  });

  it.each(
    ['light', 'dark'].flatMap((scheme) =>
      ['verify/', 'earlier', 'changes/', 'q/', 'list'].map((page) => [page, scheme] as const),
    ),
  )('has no accessibility violation on %s in %s', async (name, scheme) => {
    const id = idOf(said.correction);
    const address =
      name === 'earlier'
        ? asking({ link: id, words: said.corrected })
        : name === 'list'
          ? `q/${id.slice(1, 3)}/`
          : name;
    const context = await browser.newContext({ colorScheme: scheme as 'light' | 'dark' });
    const page = await context.newPage();
    await page.goto(url + address);
    if (name === 'earlier') await verdictOf(page);
    const { violations } = await axeOf(page).analyze();
    await context.close();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });

  it.each([320, 768, 1440])('never scrolls sideways at %d pixels', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const id = idOf(said.correction);
    for (const address of [
      asking({ link: id, words: said.corrected }),
      asking({ link: id, words: 'w'.repeat(300) }),
      'changes/',
      'q/',
      `q/${id.slice(1, 3)}/`,
    ]) {
      await page.goto(url + address);
      if (address.startsWith('verify')) await verdictOf(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        address,
      ).toBe(true);
    }
    await page.close();
  });
});
