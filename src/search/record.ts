import type { Episode, Quote, Voice } from '../archive/model.ts';
import { episodePath, href } from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';
import { escapeHtml } from '../formats/html.ts';

/** Words after which a record is cut: short records load quickly, and Pagefind ranks them alike. */
const wordsPerRecord = 2000;

/** One document for Pagefind: what one voice says in one episode, or a part of it. Never published. */
export interface SearchRecord {
  /** Tells records apart; not an address. */
  readonly url: string;
  readonly html: string;
}

/**
 * What Pagefind reads: a record for each appearance, cut at about 2,000 words, in which every quote is an
 * element with its id. So a filter by speaker is true for each quote shown. Voices without a page have
 * records too, with no speaker to filter by. Notes are no speech and left out.
 *
 * [...recordsOf(episodes, '/')][0] // => { url: '/tide-tables/1', html: '<!doctype html>…' }
 */
export function* recordsOf(episodes: readonly Episode[], base: string): Generator<SearchRecord> {
  for (const episode of episodes) {
    let number = 0;
    for (const { voice, quotes } of quotesByVoice(episode)) {
      for (const part of cut(quotes)) {
        yield {
          url: `/${episode.key}/${++number}`,
          html: serializeRecord(episode, voice, part, base),
        };
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
  // Quotes are inline elements: after a block, Pagefind adds a full stop that nobody said.
  const words = quotes
    .map(({ id, content, startTime }) => {
      const time = startTime === undefined ? '' : ` data-pagefind-title="${Math.floor(startTime)}"`;
      return `<b id="${id}"${time}>${escapeHtml(searchText(plainText(content)))}</b>`;
    })
    .join('\n');
  return `<!doctype html><html lang="${escapeHtml(episode.language)}"><head><meta charset="utf-8"></head><body data-pagefind-body>${attributes}\n${words}</body></html>`;
}

const marker = (
  kind: 'filter' | 'meta' | 'sort',
  name: string,
  value: string | undefined,
): string =>
  value === undefined || value === ''
    ? ''
    : `<i data-pagefind-${kind}="${name}[data-v]" data-v="${escapeHtml(searchText(value))}"></i>`;

/**
 * A text as Pagefind may read it. White space is one blank, since words are counted by it. Pagefind's own
 * signs, written by somebody into a transcript, would be obeyed: a zero-width space, which Pagefind takes
 * out again, breaks them.
 */
const searchText = (text: string): string =>
  text
    .replace(/[\s\u0085\u200b]+/g, ' ')
    .trim()
    .replace(/_(?=__(?:END_)?PAGEFIND)/g, '_\u200b');
