import { parseRssFeed, type PodcastNs, type RssFeed } from 'feedsmith';
import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { slugOf } from '../archive/slug.ts';
import { parseDay } from './day.ts';
import type { Draft, DraftFacts, Format } from './draft.ts';
import { wordsOfHtml } from './html-words.ts';

type Feed = ReturnType<typeof parseRssFeed<string>>;
type Item = RssFeed.Item<string>;

/** Characters of a summary, which ends with a word. */
const longestSummary = 300;

/**
 * The episodes of a podcast's feed: what it says of each, and the addresses of its transcripts and chapters in
 * `parts`. Nothing is fetched; `readDrafts` reads those that lie beside the feed.
 *
 * Specification: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md
 *
 * parseRss('<rss>…<item><title>The tide tables</title><podcast:transcript url="https://…/12.vtt" …/></item>', 'a.xml')
 * // => [{ facts: { title: 'The tide tables', … }, body: { cues: [] }, parts: [{ url: 'https://…/12.vtt', … }], … }]
 */
export function parseRss(text: string, file: string): Draft[] {
  let feed: Feed;
  try {
    feed = parseRssFeed(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ facts: {}, body: { cues: [] }, problems: [notFeed(file, reason)] }];
  }
  const places = placesOfItems(text);
  const items = feed.items ?? [];
  if (items.length === 0) return [{ facts: {}, body: { cues: [] }, problems: [noItems(file)] }];
  const names = new Map<string, number>();
  return items.map((item, index) => {
    const place = places[index] ?? { line: 1, column: 1 };
    const plain = slugOf(wordsOfHtml(item.title ?? '')) || `item-${index + 1}`;
    const count = (names.get(plain) ?? 0) + 1;
    names.set(plain, count);
    const draft = draftOf(item, feed, { file, place });
    return items.length === 1
      ? draft
      : { ...draft, name: count === 1 ? plain : `${plain}-${count}` };
  });
}

function draftOf(item: Item, feed: Feed, at: { file: string; place: Place }): Draft {
  const { transcripts = [], chapters } = item.podcast ?? {};
  const parts = [
    ...transcripts,
    ...(chapters ? [{ ...chapters, language: undefined }] : []),
  ].flatMap(({ url, type, language }) => {
    const address = webAddress(url);
    if (address === undefined) return [];
    return [{ url: address, ...(type && { type }), ...(language && { language }) }];
  });
  const facts = factsOf(item, feed);
  const show = wordsOfHtml(feed.title ?? '');
  const topics = [...new Set((item.itunes?.keywords ?? []).map(wordsOfHtml))].filter(Boolean);
  return {
    facts,
    ...(show !== '' && { show }),
    ...(topics.length > 0 && { topics }),
    body: { cues: [] },
    problems: transcripts.length > 0 ? [] : [noTranscript(at.file, at.place, facts.title)],
    ...(parts.length > 0 && { parts }),
  };
}

function factsOf(item: Item, feed: Feed): DraftFacts {
  const { itunes, podcast } = item;
  const media = item.enclosures?.[0];
  const address = webAddress(media?.url);
  const isVideo = media?.type?.startsWith('video/') === true;
  const facts: DraftFacts = {
    title: wordsOfHtml(item.title ?? itunes?.title ?? '') || undefined,
    date: parseDay(String(item.pubDate ?? '')),
    language: languageOf(feed.language),
    ...(address !== undefined && (isVideo ? { video: address } : { audio: address })),
    duration: wholeNumber(itunes?.duration),
    source: webAddress(item.link),
    summary: summaryOf(itunes?.summary ?? item.description ?? itunes?.subtitle),
    number: wholeNumber(podcast?.episode?.number ?? itunes?.episode),
    season: wholeNumber(podcast?.season?.number ?? itunes?.season),
    // Who is named in an item is there instead of who is named for all.
    roles: rolesOf(podcast?.persons ?? feed.podcast?.persons ?? []),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as DraftFacts;
}

/** People and what they are; the specification takes who has no role for a host. */
function rolesOf(persons: readonly PodcastNs.Person[]): Record<string, string> | undefined {
  const roles = new Map<string, string>();
  for (const { display, role } of persons) {
    const name = wordsOfHtml(display ?? '');
    if (name !== '') roles.set(name, (role ?? 'host').trim().toLowerCase() || 'host');
  }
  return roles.size === 0 ? undefined : Object.fromEntries(roles);
}

function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000) return undefined;
  try {
    const { protocol, href } = new URL(url.trim());
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}

const wholeNumber = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) && value >= 0 && value < 1e9
    ? Math.round(value)
    : undefined;

function summaryOf(html: string | undefined): string | undefined {
  const words = wordsOfHtml((html ?? '').slice(0, 20_000).replace(/<\/(?:p|li|h\d|div)>/gi, ' '));
  if (words.length <= longestSummary) return words || undefined;
  return `${words.slice(0, longestSummary).replace(/\s+\S*$/, '')} …`;
}

/** Where the items start, in their order. */
function placesOfItems(text: string): Place[] {
  const places: Place[] = [];
  let line = 1;
  let lineStart = 0;
  let from = 0;
  for (const { index } of text.matchAll(/<item[\s>]/gi)) {
    for (
      let at = text.indexOf('\n', from);
      at !== -1 && at < index;
      at = text.indexOf('\n', at + 1)
    ) {
      line++;
      lineStart = at + 1;
    }
    from = index;
    places.push({ line, column: index - lineStart + 1 });
  }
  return places;
}

/** Feeds of podcasts, saved as a file. */
export const rss: Format = {
  name: 'rss',
  title: 'RSS feed',
  endings: ['.xml', '.rss'],
  detect: ({ text }) => (/<rss[\s>]/i.test(text.slice(0, 5000)) ? 1 : 0),
  read: ({ path, text }) => parseRss(text, path),
};

const notFeed = (file: string, reason: string): Problem => ({
  rule: 'rss',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected feed that cannot be read (${reason}), expected RSS: \`<rss><channel><item>…\``,
  mend: 'Save the feed again from its address, whole and as it is sent.',
});

const noItems = (file: string): Problem => ({
  rule: 'rss',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: 'Unexpected feed without episodes, expected at least one `<item>`',
  mend: 'Save the feed again from its address, whole and as it is sent.',
});

const noTranscript = (file: string, place: Place, title: string | undefined): Problem => ({
  rule: 'no-transcript',
  severity: 'warning',
  file,
  place,
  message: `Unexpected episode ${title === undefined ? '' : `\`${title.slice(0, 60)}\` `}without \`podcast:transcript\`, expected the address of its transcript`,
  mend: 'Import its transcript by itself once there is one: `npm run import -- <file> --title "…"`.',
});
