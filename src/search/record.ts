import type { Archive, Episode, Quote, Voice } from '../archive/model.ts';
import { episodePath, href } from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';
import { escapeHtml } from '../formats/html.ts';

/** Words after which a record is cut: short records load quickly, and Pagefind ranks them alike. */
const wordsPerRecord = 2000;

/**
 * Words after which another index begins. Pagefind's indexer needs 300 bytes of memory for each word of an
 * index: an archive of 20 million words in one takes 6 GB, in three 2 GB, one after another.
 */
const wordsPerIndex = 7_500_000;

/** An index of its own: some episodes, newest first. Most archives need one. */
export interface IndexPart {
  /** Below the folder of the index: empty for the first part, then `2/`, `3/` … */
  readonly folder: string;
  /** As Pagefind names them: lower case. It makes an index for each. */
  readonly languages: readonly string[];
  readonly episodes: readonly Episode[];
}

/** The parts in which an archive is indexed. The page opens them all and merges their answers. */
export function indexPartsOf(archive: Archive): IndexPart[] {
  const groups: Episode[][] = [];
  let words = Infinity;
  for (const episode of archive.episodes) {
    if (words + episode.words > wordsPerIndex) {
      groups.push([]);
      words = 0;
    }
    words += episode.words;
    groups.at(-1)!.push(episode);
  }
  return groups.map((episodes, index) => ({
    folder: index === 0 ? '' : `${index + 1}/`,
    languages: [
      ...new Set(
        episodes.filter((one) => one.quotes > 0).map((one) => one.language.toLowerCase()),
      ),
    ].sort(),
    episodes,
  }));
}

/** One document for Pagefind: what one voice says in one episode, or a part of it. Never published. */
export interface SearchRecord {
  /** Inside the folder that Pagefind reads; sorted, the records stand in the order of the archive. */
  readonly path: string;
  readonly html: string;
}

/**
 * What Pagefind reads: a record for each appearance, cut at about 2,000 words, in which every quote is an
 * element with its id and thereby a result of its own. So a filter by speaker is true for each quote
 * shown. Notes are no speech and left out.
 */
export function* recordsOf(
  episodes: readonly Episode[],
  base: string,
): Generator<SearchRecord> {
  let number = 0;
  for (const episode of episodes) {
    for (const { voice, quotes } of quotesByVoice(episode)) {
      for (const part of cut(quotes)) {
        const name = String(number++).padStart(7, '0');
        yield { path: `${name.slice(0, 4)}/${name}.html`, html: serializeRecord(episode, voice, part, base) };
      }
    }
  }
}

function quotesByVoice(episode: Episode): { voice: Voice; quotes: Quote[] }[] {
  const byVoice = new Map<string, { voice: Voice; quotes: Quote[] }>();
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    const key = part.voice.id === undefined ? `?${part.voice.name}` : `=${part.voice.id}`;
    const said = byVoice.get(key);
    if (said) said.quotes.push(...part.quotes);
    else byVoice.set(key, { voice: part.voice, quotes: [...part.quotes] });
  }
  return [...byVoice.values()];
}

/** Parts of about the same length; a part is never longer than the bound by more than its last quote. */
function* cut(quotes: readonly Quote[]): Generator<Quote[]> {
  let part: Quote[] = [];
  let words = 0;
  for (const quote of quotes) {
    part.push(quote);
    words += quote.words;
    if (words >= wordsPerRecord) {
      yield part;
      part = [];
      words = 0;
    }
  }
  if (part.length > 0) yield part;
}

function serializeRecord(
  episode: Episode,
  voice: Voice,
  quotes: readonly Quote[],
  base: string,
): string {
  const filters: [string, string | undefined][] = [
    ['speaker', voice.id],
    ['show', episode.show.id],
    ['language', episode.language],
    ['year', episode.date?.slice(0, 4)],
    ['status', episode.status],
    ...episode.topics.map((topic): [string, string] => ['topic', topic.id]),
  ];
  const metas: [string, string | undefined][] = [
    ['url', href(base, episodePath(episode.key))],
    ['title', episode.title],
    ['speaker', voice.name],
    ['show', episode.show.title],
    ['date', episode.date],
    ['language', episode.language],
  ];
  const attributes = [
    ...filters.map(([name, value]) => marker('filter', name, value)),
    ...metas.map(([name, value]) => marker('meta', name, value)),
    ...(episode.date === undefined ? [] : [marker('sort', 'date', episode.date)]),
  ].join('');
  const words = quotes
    .map(({ id, content, startTime }) => {
      const time = startTime === undefined ? '-' : String(Math.floor(startTime));
      return `<p id="${id}" data-pagefind-title="${time}">${escapeHtml(plainText(content))}</p>`;
    })
    .join('\n');
  return `<!doctype html><html lang="${escapeHtml(episode.language)}"><head><meta charset="utf-8"></head><body data-pagefind-body>${attributes}\n${words}</body></html>`;
}

const marker = (kind: 'filter' | 'meta' | 'sort', name: string, value: string | undefined): string =>
  value === undefined || value === ''
    ? ''
    : `<i data-pagefind-${kind}="${name}[data-v]" data-v="${escapeHtml(value)}"></i>`;
