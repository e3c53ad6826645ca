import { prefixOf } from '../archive/resolve.ts';
import type { Pointer } from '../archive/pointer.ts';
import { knowsId, parseTwin, type PublishedEpisode } from '../archive/published.ts';

/**
 * The episode that has the id of a citation, read from this site: the one that the address names, else the one
 * that the list of ids names. When none has the id, the episode of the address; undefined when there is none.
 * Throws without a connection. `base` is the site's base path.
 */
export async function findEpisode(
  { id, episode: key }: Pointer,
  base: string,
): Promise<PublishedEpisode | undefined> {
  const named = key === undefined ? undefined : await readTwin(key, base);
  if (named && knowsId(named, id)) return named;
  const list = await read(`${base}q/${prefixOf(id)}/`);
  if (list === undefined) return named;
  const row = new DOMParser().parseFromString(list, 'text/html').getElementById(id);
  const address = row?.querySelector('a')?.getAttribute('href') ?? '';
  const found = /\/episodes\/([^/]+)\//.exec(address)?.[1];
  if (found === undefined) return named;
  return (await readTwin(decodeURIComponent(found), base)) ?? named;
}

async function readTwin(key: string, base: string): Promise<PublishedEpisode | undefined> {
  const text = await read(`${base}episodes/${encodeURIComponent(key)}/index.json`);
  return text === undefined ? undefined : parseTwin(text);
}

/** What stands at an address; undefined where nothing does. */
async function read(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
