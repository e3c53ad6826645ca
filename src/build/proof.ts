import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canonicalWords } from '../archive/canon.ts';
import { digestOf } from '../archive/id.ts';
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
      const html = bytes.toString('utf8');
      ids += provePage(html, ledger, address, faults);
    } else if (bytes.includes(' id="q')) {
      const found = idsIn(bytes.toString('utf8'));
      const owner = former.get(address);
      if (address.startsWith('/q/')) proveTable(bytes.toString('utf8'), found, tables);
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

const idsIn = (html: string): QuoteId[] =>
  [...html.matchAll(/\sid="(q[0-9a-hjkmnp-tv-z]{8})"/g)].map((match) => match[1]!);

/** Each id of the ledger once, and the ledger's words behind it. Gives how many there are. */
function provePage(html: string, ledger: Ledger, address: string, faults: string[]): number {
  const seen = new Set<QuoteId>();
  for (const id of idsIn(html)) {
    if (seen.has(id)) faults.push(`${address} has the id ${id} twice`);
    seen.add(id);
  }
  const words = new Map<QuoteId, string>();
  for (const [, id, quote] of html.matchAll(/<p id="(q\w{8})"[^>]*>(.*?)<\/p>/gs))
    words.set(id!, wordsIn(quote!));
  for (const line of ledger.lines) {
    if (!seen.delete(line.id)) faults.push(`${address} lacks the id ${line.id}`);
    else if (line.type === 'live' && digestOf(words.get(line.id) ?? '') !== line.digest)
      faults.push(`${address}#${line.id} shows words other than those of the ledger`);
  }
  for (const id of seen) faults.push(`${address} has the id ${id}, which is in no ledger`);
  return ledger.lines.length;
}

/** The canonical words of a quote as its page shows them: without permalink, aliases, marks, citation, times. */
function wordsIn(html: string): string {
  const own = html
    .replace(/^<a href="#[^"]*">[^<]*<\/a> /, '')
    .replace(/<span id="q\w{8}" class="alias".*?<\/span> /gs, '')
    .replace(/(?: <a class="mark"[^>]*>[^<]*<\/a>)?<small.*$/s, '');
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
function proveTable(html: string, found: readonly QuoteId[], tables: Map<QuoteId, string>): void {
  for (const id of found) {
    const row = html.indexOf(`id="${id}"`);
    const [, href] = /href="([^"]*)"/.exec(html.slice(row, row + 600)) ?? [];
    if (href?.endsWith(`#${id}`)) tables.set(id, href);
  }
}
