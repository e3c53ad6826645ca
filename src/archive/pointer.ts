import type { EpisodeKey, QuoteId } from './model.ts';

/** Where a citation points: a quote, or the quotes from one to another. */
export interface Pointer {
  readonly id: QuoteId;
  readonly to?: QuoteId;
  /** As the address names it: perhaps a key that the episode had before. */
  readonly episode?: EpisodeKey;
  /** The host of an address that is not on this site. */
  readonly foreign?: string;
}

/** The words of a citation may be any of several. */
export interface PastedCitation {
  readonly link?: string;
  readonly digest?: string;
  /** What stands between quotation marks, longest first. */
  readonly words: readonly string[];
}

const idPattern = /^q[0-9a-hjkmnp-tv-z]{8}$/;
/** An id, wherever it stands; not inside a longer word. */
const idInside = /(?<![\p{L}\p{N}])[qQ][0-9A-Za-z]{8}(?![\p{L}\p{N}])/gu;

/**
 * An id as it was published, from one that was typed: Crockford's base 32 has no case, and takes `o` for 0
 * and `i` and `l` for 1. Undefined for anything else.
 *
 * readId('Q7K2M9XQP') // => 'q7k2m9xqp'
 */
export function readId(typed: string): QuoteId | undefined {
  const lower = typed.trim().toLowerCase();
  const id = lower.slice(0, 1) + lower.slice(1).replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return idPattern.test(id) ? id : undefined;
}

/**
 * The quote that an address means, or an id alone; `site` is the archive's own address. Takes permalinks,
 * ranges, cards and `/q/` addresses, whole or from the site's root. Undefined when there is no id in it.
 *
 * readPointer('https://example.org/episodes/tides/#q7k2m9xqp', 'https://example.org/') // =>
 * { id: 'q7k2m9xqp', episode: 'tides' }
 */
export function readPointer(text: string, site: string): Pointer | undefined {
  const typed = text.trim().replace(/^[<(“"']+|[>)”"'.,;]+$/g, '');
  const bare = readId(typed.replace(/^#/, ''));
  if (bare !== undefined) return { id: bare };
  let url: URL;
  try {
    url = new URL(/^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(typed) ? `https://${typed}` : typed, site);
  } catch {
    return undefined;
  }
  const inPath = /\/q(?:uotes)?\/(q[^/]+)\/?/i.exec(url.pathname)?.[1];
  const id = [url.hash.slice(1), inPath, url.searchParams.get('id')]
    .map((part) => readId(part ?? ''))
    .find((found) => found !== undefined);
  if (id === undefined) return undefined;
  const to = readId(url.searchParams.get('to') ?? '');
  const episode = /\/episodes\/([^/]+)(?:\/|$)/.exec(url.pathname)?.[1];
  return {
    id,
    ...(to !== undefined && { to }),
    ...(episode !== undefined && { episode: decode(episode) }),
    ...(url.host !== new URL(site).host && { foreign: url.host }),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const pairs = [
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
  ['‘', '’'],
] as const;

/**
 * The parts of a whole citation as it was pasted: an address or an id, a digest, and the words in quotation
 * marks. Which marks hold the words is not known: a title may stand in some.
 *
 * findCitation('“Nobody wrote them down.” Jo Field. https://example.org/episodes/tides/#q7k2m9xqp, sha256:3f2a9c81d0e4b5a6')
 * // => { link: 'https://example.org/…', digest: '3f2a9c81d0e4b5a6', words: ['Nobody wrote them down.'] }
 */
export function findCitation(text: string): PastedCitation {
  const address = text
    .match(/(?:https?:\/\/|\/(?:episodes|quotes|q)\/)[^\s<>"“”»]+/gi)
    ?.map((found) => found.replace(/[.,;:)\]]+$/, ''))
    .find((found) => readPointer(found, 'https://example.org/') !== undefined);
  const link = address ?? text.match(idInside)?.find((found) => readId(found) !== undefined);
  const digest =
    /sha-?256\s*[:=-]\s*([0-9a-f]{8,64})(?![\p{L}\p{N}])/iu.exec(text)?.[1] ??
    /(?<![\p{L}\p{N}#/])[0-9a-f]{16}(?![\p{L}\p{N}])/u.exec(text)?.[0];
  return {
    ...(link !== undefined && { link }),
    ...(digest !== undefined && { digest: digest.toLowerCase() }),
    words: findQuoted(text),
  };
}

/** From each opening mark to each closing one of its kind. */
function findQuoted(text: string): string[] {
  const found = new Set<string>();
  for (const [open, close] of pairs) {
    const starts = placesOf(text, open);
    const ends = placesOf(text, close);
    // A citation has few marks; a pasted book has not.
    if (starts.length * ends.length > 400) continue;
    for (const start of starts) {
      for (const end of ends) {
        if (end > start) found.add(text.slice(start + 1, end).trim());
      }
    }
  }
  found.delete('');
  return [...found].sort((a, b) => b.length - a.length);
}

function placesOf(text: string, mark: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  return places;
}
