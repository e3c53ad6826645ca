import { href, quotePath } from '../archive/permalink.ts';
import type { IdPlace } from '../archive/resolve.ts';
import { escapeHtml } from '../formats/html.ts';

// Written as strings: a large archive has a thousand of these lists, with all of its ids.

/** What the lists of ids are made with. */
export interface IdListOptions {
  /** The site's base path. */
  readonly base: string;
  /** Said where a transcript names nobody. */
  readonly unknownSpeaker: string;
}

/** Ids as a list: each an element with that id, a link to its permalink, who speaks and when. No words. */
export function serializeIdList(
  places: readonly IdPlace[],
  { base, unknownSpeaker }: IdListOptions,
): string {
  let html = '<ol class="ids" role="list">';
  for (const { id, episode, name, date } of places) {
    const who = name === undefined ? '' : ` ${serializeName(name || unknownSpeaker)}`;
    const when = date === undefined ? '' : ` ${date}`;
    html += `\n<li id="${id}"><a href="${href(base, quotePath(episode, id))}">${id}</a>${who}${when}</li>`;
  }
  return `${html}\n</ol>`;
}

/** A name in another script must not turn the day behind it around. */
const serializeName = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? escapeHtml(name) : `<bdi>${escapeHtml(name)}</bdi>`;

/** The prefixes of ids as lists of links, one list for each first character. */
export function serializePrefixes(prefixes: Iterable<string>, base: string): string {
  let html = '';
  for (const row of Map.groupBy(prefixes, (prefix) => prefix.slice(0, 1)).values()) {
    const links = row.map(
      (prefix) => `<li><a href="${href(base, `/q/${prefix}/`)}">${prefix}</a></li>`,
    );
    html += `<ul role="list">${links.join('')}</ul>\n`;
  }
  return html;
}
