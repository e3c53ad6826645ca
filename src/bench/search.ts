import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Archive } from '../archive/model.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import { foldedTexts } from '../archive/folded.ts';
import { recordsOf } from '../search/record.ts';
import { openBrowser } from '../testing/chromium.ts';
import { Random } from '../testing/random.ts';
import { type Host, openHost } from './host.ts';

/** What searching costs a reader. Milliseconds and bytes over the wire; fonts are left out and said apart. */
export interface SearchReport {
  /** Page, scripts, WebAssembly, catalog and Pagefind's lists, before anything is typed. */
  readonly bytesBefore: number;
  readonly fontBytes: number;
  /** A query of rare words, the cache empty: median and worst of all. */
  readonly rareBytes: Spread;
  readonly rareTime: Spread;
  /** Another such query on the same page. */
  readonly warmTime: Spread;
  /** “what do you think about that”, without quotation marks. */
  readonly commonBytes: number;
  readonly commonTime: number;
  readonly indexFiles: number;
  readonly indexBytes: number;
}

export interface Spread {
  readonly median: number;
  readonly worst: number;
}

const commonQuery = 'what do you think about that';
const queriesAsked = 20;
/** Milliseconds without a request after which a page is at rest. */
const rest = 400;

/** Measures the search page of a built site in Chromium. */
export async function measureSearch(site: string, archive: Archive): Promise<SearchReport> {
  const host = await openHost(site);
  const browser = await openBrowser();
  const asked = rareQueries(archive, queriesAsked + 1);
  const bytes: number[] = [];
  const times: number[] = [];
  const warm: number[] = [];
  let before = 0;
  let fonts = 0;
  let common = { bytes: 0, time: 0 };
  for (const [index, query] of [...asked.slice(0, queriesAsked), commonQuery].entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    host.sent.length = 0;
    await page.goto(`${host.url}search/`);
    await settle(host);
    const isFont = ({ path: file }: { path: string }): boolean => file.endsWith('.woff2');
    if (index === 0) {
      before = total(host.sent.filter((one) => !isFont(one)));
      fonts = total(host.sent.filter(isFont));
    }
    host.sent.length = 0;
    const time = await ask(page, query);
    await settle(host);
    const cost = total(host.sent.filter((one) => !isFont(one)));
    if (query === commonQuery) common = { bytes: cost, time };
    else {
      bytes.push(cost);
      times.push(time);
      warm.push(await ask(page, asked[index + 1]!));
    }
    await context.close();
  }
  await browser.close();
  host.server.close();
  const files = await listFiles(path.join(site, 'pagefind'));
  return {
    bytesBefore: before,
    fontBytes: fonts,
    rareBytes: spread(bytes),
    rareTime: spread(times),
    warmTime: spread(warm),
    commonBytes: common.bytes,
    commonTime: common.time,
    indexFiles: files.length,
    indexBytes: files.reduce((sum, size) => sum + size, 0),
  };
}

/**
 * Types a query as a person would paste it, and gives the milliseconds from the first keystroke until the
 * page shows what it found.
 */
async function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('archive-search input[name=q]')!;
    const status = document.querySelector('archive-search [role=status]')!;
    const searching = JSON.parse(
      document.querySelector<HTMLElement>('archive-search')!.dataset['words']!,
    ) as { searching: string };
    const start = performance.now();
    const found = new Promise<number>((resolve) => {
      let began = false;
      const observer = new MutationObserver(() => {
        if (status.textContent === searching.searching) began = true;
        else if (began) {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        }
      });
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    });
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return found;
  }, query);
}

/** Waits until nothing was sent for a while. */
async function settle(host: Host): Promise<void> {
  for (let known = -1; known !== host.sent.length;) {
    known = host.sent.length;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

const total = (sent: readonly { readonly bytes: number }[]): number =>
  sent.reduce((sum, { bytes }) => sum + bytes, 0);

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

async function listFiles(folder: string): Promise<number[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => (await readFile(path.join(parentPath, name))).length),
  );
}

/** Words of four letters and more that so many records have: enough for ten results, and not many more. */
const fewest = 10;
const most = 60;

/** Queries of one or two rare words that stand in one quote. The same ones for the same archive. */
function rareQueries(archive: Archive, count: number): string[] {
  const words = SpokenWords.of(archive.episodes);
  const records = new Map<string, number>();
  for (const episode of archive.episodes) {
    for (const { quotes } of recordsOf(episode, words)) {
      const own = new Set(quotes.flatMap((quote) => [...quote.words]));
      for (const number of own) {
        const word = words.texts[number]!;
        records.set(word, (records.get(word) ?? 0) + 1);
      }
    }
  }
  const isRare = (word: string): boolean => {
    const known = records.get(word) ?? 0;
    return /^\p{L}{4,}$/u.test(word) && known >= fewest && known <= most;
  };
  const random = new Random(1);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < 100_000; tries++) {
    const episode = random.pick(archive.episodes);
    const turns = episode.parts.filter((part) => part.type === 'turn');
    if (turns.length === 0) continue;
    const quote = random.pick(random.pick(turns).quotes);
    const said = quote.content.flatMap((inline) =>
      typeof inline === 'string' ? [...foldedTexts(inline)] : [],
    );
    const rare = [...new Set(said.filter(isRare))];
    if (rare.length > 0) queries.add(rare.slice(0, 1 + (queries.size % 2)).join(' '));
  }
  return [...queries];
}
