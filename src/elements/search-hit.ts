import { directionOf } from '../archive/language.ts';
import { href, speakerPath } from '../archive/permalink.ts';
import { formatTime } from '../archive/time.ts';
import { arrivalHref } from '../search/arrival.ts';
import type { Catalog, CatalogEpisode } from '../search/catalog.ts';
import type { Hit } from '../search/engine.ts';
import { excerpt } from '../search/excerpt.ts';
import { button, make } from './dom.ts';
import { fill, formatDate, quoted, type SearchWords } from './search-words.ts';
import { copy } from './status.ts';

/** Topics that are named below a quote. */
const mostTopics = 3;

/** What a hit is shown with. */
export interface HitContext {
  readonly catalog: Catalog;
  readonly words: SearchWords;
  readonly base: string;
  /** What stands in the heading of its group already. */
  readonly grouping: 'none' | 'episode' | 'speaker';
}

/**
 * A hit as an item of a list: its words, the found ones marked; who, where and when; the link into its
 * context; what one does with a quote. Words of the content are text nodes; nothing of them is ever HTML.
 */
export function renderHit(hit: Hit, context: HitContext): HTMLLIElement {
  const { quote } = hit;
  const episode = context.catalog.episodes[hit.row.episode]!;
  const language = context.catalog.languages[episode.language] ?? 'und';
  const words = make('blockquote', { lang: language, dir: directionOf(language) });
  for (const { text, marked } of excerpt(quote.text, hit.ranges))
    words.append(marked ? make('mark', {}, text) : text);
  return make(
    'li',
    {},
    words,
    renderSource(hit, episode, context),
    renderTopics(hit, episode, context),
    renderActions(hit, episode, context),
  );
}

/** The address of a hit in its context, with the words lit up there. */
function hrefOf(
  { quote, ranges }: Hit,
  episode: CatalogEpisode,
  base: string,
  time?: number,
): string {
  const matched = ranges.map(([start, end]) => quote.text.slice(start, end));
  return arrivalHref(base, episode.key, quote.id, matched, time);
}

/** The name of who speaks; empty when nobody said. */
function speakerOf({ row }: Hit, { speakers, voices }: Catalog): string {
  return speakers[row.voice]?.[1] ?? voices[row.voice - speakers.length] ?? '';
}

function renderSource(hit: Hit, episode: CatalogEpisode, context: HitContext): HTMLElement {
  const { catalog, words, base, grouping } = context;
  const { quote, row } = hit;
  const [id, name] = catalog.speakers[row.voice] ?? [];
  const speaker =
    id === undefined
      ? make('strong', { dir: 'auto' }, speakerOf(hit, catalog) || words.noSpeaker)
      : make('strong', { dir: 'auto' }, make('a', { href: href(base, speakerPath(id)) }, name));
  const time = quote.time === undefined ? undefined : formatTime(quote.time);
  const title = make(
    'a',
    { href: hrefOf(hit, episode, base), 'data-hit': true, dir: 'auto' },
    episode.title,
  );
  const status = episode.status === undefined ? undefined : catalog.statuses[episode.status];
  const role = row.role === undefined ? undefined : catalog.roles[row.role];
  const parts: (Node | string | undefined)[] = [
    grouping === 'speaker' ? undefined : speaker,
    role,
    title,
    time,
    catalog.shows[episode.show]?.[1],
    episode.date && make('time', { datetime: episode.date, dir: 'auto' }, formatDate(episode.date)),
    status && make('span', { class: `review ${status}` }, words.statuses[status] ?? status),
  ];
  return make('p', { class: 'quiet source' }, ...parted(parts));
}

function renderTopics(
  { quote }: Hit,
  episode: CatalogEpisode,
  { catalog, words }: HitContext,
): HTMLElement | undefined {
  const ofEpisode = episode.topics.filter((topic) => !quote.denied.includes(topic));
  const topics = [...quote.topics, ...ofEpisode].slice(0, mostTopics);
  if (topics.length === 0) return undefined;
  const names = topics.map((topic) => make('bdi', {}, catalog.topics[topic]?.[1] ?? ''));
  return make('p', { class: 'quiet about' }, `${words.about} `, ...parted(names));
}

function renderActions(hit: Hit, episode: CatalogEpisode, context: HitContext): HTMLElement {
  const { words, base } = context;
  const at = hit.quote.time;
  const permalink = (): string =>
    new URL(arrivalHref(base, episode.key, hit.quote.id, []), location.href).href;
  return make(
    'p',
    { class: 'actions' },
    button({}, () => void copy(permalink(), words.linkCopied), words.copyLink),
    button(
      {},
      () => void copy(citationOf(hit, episode, permalink(), context), words.quoteCopied),
      words.copyQuote,
    ),
    episode.isPlayable &&
      at !== undefined &&
      make(
        'a',
        { href: hrefOf(hit, episode, base, at) },
        ...fill(words.play, { time: formatTime(at) }),
      ),
  );
}

/** A quote and, on a line of its own, who said it, where and when. */
function citationOf(
  hit: Hit,
  episode: CatalogEpisode,
  permalink: string,
  { catalog, words }: HitContext,
): string {
  const source = [
    speakerOf(hit, catalog) || words.noSpeaker,
    episode.title,
    catalog.shows[episode.show]?.[1],
    episode.date && formatDate(episode.date),
    permalink,
  ];
  return `${quoted(words, hit.quote.text)}\n${source.filter(Boolean).join(', ')}`;
}

function parted(parts: readonly (Node | string | undefined)[]): (Node | string)[] {
  const present = parts.filter((part): part is Node | string => Boolean(part));
  // Each keeps to itself: a date after a name in other letters would be torn apart.
  return present.flatMap((part, index) => {
    const isolated = typeof part === 'string' ? make('bdi', {}, part) : part;
    return index === 0 ? [isolated] : [' · ', isolated];
  });
}
