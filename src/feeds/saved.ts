import type { Collection, Found, FoundQuote } from '../archive/model.ts';
import { collectionPath, feedPath, quotePath } from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';
import { mostEntries, serializeFeed, type FeedEntry, type FeedSetting } from './atom.ts';

/**
 * The feed of a saved search, in Atom: its newest quotes, each with its permalink as its id, so that a reader
 * hears of it once.
 */
export const serializeSavedFeed = (
  { id, title, facts }: Collection,
  { quotes }: Found,
  setting: FeedSetting,
): string =>
  serializeFeed(
    {
      page: collectionPath(id),
      feed: feedPath(id),
      title: `${title} · ${setting.archive.title}`,
      subtitle: facts.description,
    },
    quotes.slice(-mostEntries).toReversed().map(entryOf),
    setting,
  );

function entryOf({ quote, episode, voice }: FoundQuote): FeedEntry {
  const path = quotePath(episode.key, quote.id);
  const who = voice.name.trim();
  return {
    id: path,
    path,
    title: who === '' ? episode.title : `${who}: ${episode.title}`,
    date: episode.date,
    language: episode.language,
    authors: [who],
    content: plainText(quote.content),
  };
}
