import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { episodePath } from '../archive/permalink.ts';

/** What the pages weigh; bytes. Scripts and styles are gzip-compressed, as a host sends them. */
export interface Weight {
  /** HTML of all episode pages less the UTF-8 bytes of their quotes' words, for each quote. */
  readonly htmlPerQuote: number;
  /** Of the heaviest episode page. */
  readonly scripts: number;
  readonly styles: number;
  /** The longest episode page, compressed. */
  readonly longestPage: number;
}

/** Weighs the episode pages of a built site. */
export async function weigh(archive: Archive, out: string): Promise<Weight> {
  const base = new URL(archive.facts.url).pathname;
  const compressed = new Map<string, number>();
  const weightOf = async (address: string): Promise<number> => {
    const known = compressed.get(address);
    if (known !== undefined) return known;
    const file = path.join(out, decodeURI(address.slice(base.length)));
    const bytes = gzipSync(await readFile(file)).length;
    compressed.set(address, bytes);
    return bytes;
  };
  let html = 0;
  let words = 0;
  let quotes = 0;
  const most = { scripts: 0, styles: 0, page: 0, pageBytes: 0 };
  for (const episode of archive.episodes) {
    const page = await readFile(path.join(out, episodePath(episode.key), 'index.html'));
    html += page.length;
    if (page.length > most.pageBytes) {
      most.pageBytes = page.length;
      most.page = gzipSync(page).length;
    }
    for (const part of episode.parts) {
      if (part.type !== 'turn') continue;
      for (const { content } of part.quotes) words += Buffer.byteLength(plainText(content));
      quotes += part.quotes.length;
    }
    const text = page.toString('utf8');
    let scripts = 0;
    let styles = 0;
    for (const [, address] of text.matchAll(/<script[^>]+src="([^"]+)"/g))
      scripts += await weightOf(address!);
    for (const [, address] of text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
      styles += await weightOf(address!);
    most.scripts = Math.max(most.scripts, scripts);
    most.styles = Math.max(most.styles, styles);
  }
  return {
    htmlPerQuote: quotes === 0 ? 0 : (html - words) / quotes,
    scripts: most.scripts,
    styles: most.styles,
    longestPage: most.page,
  };
}
