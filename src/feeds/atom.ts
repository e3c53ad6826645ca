import { generateAtomFeed } from 'feedsmith';
import type { ArchiveFacts } from '../archive/model.ts';

/** Where a feed is published. */
export interface FeedSetting {
  readonly archive: ArchiveFacts;
  /** The language of the interface. */
  readonly language: string;
  /** Makes a path of the archive absolute. */
  readonly absolute: (path: string) => string;
}

/** A feed without its entries. */
export interface FeedHead {
  /** The page that it follows, and the feed itself, from the site's root. */
  readonly page: string;
  readonly feed: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
}

/** One thing to hear of. All of it is text, never HTML. */
export interface FeedEntry {
  /** What it is known by for ever, from the site's root, so that a reader hears of it once. */
  readonly id: string;
  /** Where it is read. */
  readonly path: string;
  readonly title: string;
  /** Its day; absent for what has none. */
  readonly date?: string | undefined;
  readonly language: string;
  readonly authors: readonly string[];
  readonly categories?: readonly FeedCategory[];
  readonly content: string;
}

/** A thing of the archive that an entry has to do with. */
export interface FeedCategory {
  /** The page of all such things, from the site's root: `/speakers/`. */
  readonly scheme: string;
  readonly term: string;
  readonly label: string;
}

/** Entries in a feed at most. */
export const mostEntries = 50;

/**
 * When something without a date was updated: Atom wants a time, and there is no clock here, so that two builds
 * of the same content make the same feed.
 */
const undated = '1970-01-01';

/**
 * A feed in Atom, updated on the day of its newest entry. Entries stand as they are given, newest first.
 *
 * serializeFeed({ page: '/topics/tides/', feed: '/topics/tides/feed.xml', title: 'Tides' }, entries, setting)
 */
export function serializeFeed(
  head: FeedHead,
  entries: readonly FeedEntry[],
  { archive, language, absolute }: FeedSetting,
): string {
  const page = absolute(head.page);
  const days = entries.map(({ date }) => date ?? undated);
  const { name = '', url = '' } = archive.license ?? {};
  const rights = `${name} ${url}`.trim();
  return generateAtomFeed({
    xml: { lang: language },
    id: page,
    title: text(head.title),
    ...(head.subtitle !== undefined && { subtitle: text(head.subtitle) }),
    updated: timeOf(days.reduce((last, day) => (day > last ? day : last), undated)),
    authors: [{ name: clean(archive.title) }],
    ...(rights !== '' && { rights: text(rights) }),
    links: [
      { rel: 'self', type: 'application/atom+xml', href: absolute(head.feed) },
      { rel: 'alternate', type: 'text/html', href: page },
    ],
    entries: entries.map((entry) => entryOf(entry, absolute)),
  });
}

function entryOf(entry: FeedEntry, absolute: FeedSetting['absolute']) {
  const { language, categories = [] } = entry;
  const time = timeOf(entry.date ?? undated);
  const authors = entry.authors.map((name) => clean(name).trim()).filter((name) => name !== '');
  return {
    xml: { lang: language },
    id: absolute(entry.id),
    title: text(entry.title),
    published: time,
    updated: time,
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(categories.length > 0 && {
      categories: categories.map(({ scheme, term, label }) => ({
        term,
        scheme: absolute(scheme),
        label: clean(label),
      })),
    }),
    links: [
      { rel: 'alternate', type: 'text/html', hreflang: language, href: absolute(entry.path) },
    ],
    content: text(entry.content),
  };
}

const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

const text = (value: string) => ({ type: 'text', value: clean(value) });

/** Without the characters that no XML may hold; some transcripts have them. */
const clean = (value: string): string =>
  value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
