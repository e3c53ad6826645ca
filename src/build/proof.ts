import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canonicalWords } from '../archive/canon.ts';
import { digestOf, quoteIdPattern } from '../archive/id.ts';
import type { Ledger } from '../archive/ledger.ts';
import type { Archive, QuoteId } from '../archive/model.ts';
import { episodePath, quotePath } from '../archive/permalink.ts';
import { listSite } from './site.ts';

/** Faults named in the message of a proof that failed; more than these help nobody. */
const shown = 20;

/**
 * Proves on the built files what every citation relies on, and throws with what does not hold:
 *
 * - each id of the ledgers is an `id` attribute exactly once, on the page that its address names; on no other
 *   page, but those at former addresses and the tables of `/q/`, where each is too
 * - the words that stand there are those whose digest the ledger has
 * - every page that was ever published is there
 *
 * It reads the pages as a browser would find them, and knows nothing of how they were made.
 */
export async function proveSite(
  site: string,
  archive: Archive,
  ledgers: readonly Ledger[],
): Promise<{ ids: number; pages: number }> {
  const faults: string[] = [];
  const former = new Map<string, string>();
  const pageOf = new Map<string, Ledger>();
  for (const ledger of ledgers) {
    pageOf.set(episodePath(ledger.key), ledger);
    for (const key of ledger.formerly) former.set(episodePath(key), ledger.key);
  }
  let ids = 0;
  const pages = (await listSite(site)).filter((file) => file.path.endsWith('.html'));
  const tables = new Map<QuoteId, string>();
  for (const file of pages) {
    const address = `/${file.path.replace(/index\.html$/, '')}`;
    const bytes = await readFile(path.join(site, file.path));
    const ledger = pageOf.get(address);
    if (ledger) {
      ids += provePage(bytes.toString('latin1'), ledger, address, faults);
    } else if (bytes.includes(mark)) {
      const html = bytes.toString('latin1');
      const owner = former.get(address);
      const found = idsIn(html);
      if (address.startsWith('/q/')) proveTable(html, tables);
      else if (owner !== undefined)
        proveFormer(found, pageOf.get(episodePath(owner))!, address, faults);
      else if (found.length > 0)
        faults.push(`${address} has the id ${found[0]}, which is another page’s`);
    }
  }
  for (const { key, lines } of ledgers) {
    for (const { id } of lines) {
      if (!tables.get(id)?.endsWith(quotePath(key, id)))
        faults.push(`/q/${id.slice(1, 3)}/ does not lead to ${quotePath(key, id)}`);
    }
  }
  for (const address of archive.addresses) {
    if (!existsSync(path.join(site, address, 'index.html')))
      faults.push(`${address} was published once and is not there any more`);
  }
  if (faults.length > 0) {
    const more = faults.length > shown ? [`… and ${faults.length - shown} more`] : [];
    throw new Error(
      `Unexpected pages, expected every published address to answer with its own words. Nothing was published.\n${[...faults.slice(0, shown), ...more].join('\n')}`,
    );
  }
  return { ids, pages: archive.addresses.length };
}

/** Where the ids of quotes stand in a page: `id="q…"`, with the place behind the id. */
function* findIds(html: string): Generator<{ id: QuoteId; at: number }> {
  for (let at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at + mark.length)) {
    const start = at + mark.length - 1;
    const id = html.slice(start, start + 9);
    if (html[start + 9] === '"' && quoteIdPattern.test(id)) yield { id, at };
  }
}

const mark = ' id="q';

const idsIn = (html: string): QuoteId[] => [...findIds(html)].map(({ id }) => id);

/** Each id of the ledger once, and the ledger's words behind it. Gives how many there are. */
function provePage(html: string, ledger: Ledger, address: string, faults: string[]): number {
  const places = new Map<QuoteId, number>();
  for (const { id, at } of findIds(html)) {
    if (places.has(id)) faults.push(`${address} has the id ${id} twice`);
    places.set(id, at);
  }
  for (const line of ledger.lines) {
    const at = places.get(line.id);
    if (at === undefined) {
      faults.push(`${address} lacks the id ${line.id}`);
      continue;
    }
    places.delete(line.id);
    if (line.type === 'live' && digestOf(wordsAt(html, at)) !== line.digest)
      faults.push(`${address}#${line.id} shows words other than those of the ledger`);
  }
  for (const id of places.keys()) faults.push(`${address} has the id ${id}, which is in no ledger`);
  return ledger.lines.length;
}

/** The canonical words of the paragraph whose id stands at a place: without permalink, aliases, marks, citation, times. */
function wordsAt(html: string, at: number): string {
  if (html.slice(at - 2, at) !== '<p') return '';
  const permalink = html.indexOf('</a> ', at) + 5;
  // The citation stands behind the words, and nobody's words are markup.
  const citation = html.indexOf('<small', permalink);
  // The page is read byte by byte: a slice of it is kept no longer than its words need.
  let own = Buffer.from(html.slice(permalink, citation), 'latin1').toString('utf8');
  if (own.endsWith('</a>')) own = own.replace(/ <a class="mark"[^>]*>[^<]*<\/a>$/, '');
  if (own.startsWith('<span id='))
    own = own.replace(/^(?:<span id="q\w{8}" class="alias".*?<\/span> )+/s, '');
  if (!/[<&]/.test(own)) return canonicalWords(own);
  const text = own
    .replaceAll('<br>', '\n')
    .replace(/<time>[^<]*<\/time> /g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return canonicalWords(text);
}

function proveFormer(
  found: readonly QuoteId[],
  ledger: Ledger,
  address: string,
  faults: string[],
): void {
  const there = new Set(found);
  for (const { id } of ledger.lines) {
    if (!there.has(id)) faults.push(`${address}, a former address, lacks the id ${id}`);
  }
}

/** Where each row of a table leads. */
function proveTable(html: string, tables: Map<QuoteId, string>): void {
  for (const { id, at } of findIds(html)) {
    const start = html.indexOf('href="', at) + 6;
    const href = html.slice(start, html.indexOf('"', start));
    if (href.endsWith(`#${id}`)) tables.set(id, href);
  }
}
