import { generateAtomFeed } from 'feedsmith';
import type { ArchiveFacts, Collection, Found, FoundQuote } from '../archive/model.ts';
import { collectionPath, feedPath, quotePath } from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';

/** Where a feed is published. */
export interface FeedSetting {
  readonly archive: ArchiveFacts;
  /** The language of the interface. */
  readonly language: string;
  /** Makes a path of the archive absolute. */
  readonly absolute: (path: string) => string;
}

/** Quotes in a feed at most. */
const mostEntries = 50;

/**
 * When something without a date was updated: Atom wants a time, and there is no clock here, so that two builds
 * of the same content make the same feed.
 */
const undated = '1970-01-01';

/**
 * The feed of a saved search, in Atom: its newest quotes, each with its permalink as its id, so that a reader
 * hears of it once. Updated on the day of the newest episode among them. Words are text, never HTML.
 */
export function serializeSavedFeed(
  { id, title, facts }: Collection,
  { quotes }: Found,
  { archive, language, absolute }: FeedSetting,
): string {
  const page = absolute(collectionPath(id));
  const newest = quotes.slice(-mostEntries).toReversed();
  const days = newest.map(({ episode }) => episode.date ?? undated);
  const { name = '', url = '' } = archive.license ?? {};
  const rights = `${name} ${url}`.trim();
  return generateAtomFeed({
    xml: { lang: language },
    id: page,
    title: text(`${title} · ${archive.title}`),
    ...(facts.description !== undefined && { subtitle: text(facts.description) }),
    updated: timeOf(days.reduce((last, day) => (day > last ? day : last), undated)),
    authors: [{ name: clean(archive.title) }],
    ...(rights !== '' && { rights: text(rights) }),
    links: [
      { rel: 'self', type: 'application/atom+xml', href: absolute(feedPath(id)) },
      { rel: 'alternate', type: 'text/html', href: page },
    ],
    entries: newest.map((quote) => entryOf(quote, absolute)),
  });
}

function entryOf({ quote, episode, voice }: FoundQuote, absolute: FeedSetting['absolute']) {
  const address = absolute(quotePath(episode.key, quote.id));
  const { language, title } = episode;
  const who = clean(voice.name).trim();
  const time = timeOf(episode.date ?? undated);
  return {
    xml: { lang: language },
    id: address,
    title: text(who === '' ? title : `${who}: ${title}`),
    published: time,
    updated: time,
    ...(who !== '' && { authors: [{ name: who }] }),
    links: [{ rel: 'alternate', type: 'text/html', hreflang: language, href: address }],
    content: text(plainText(quote.content)),
  };
}

const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const text = (value: string) => ({ type: 'text', value: clean(value) });

/** Without the characters that no XML may hold; some transcripts have them. */
const clean = (value: string): string =>
  value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
