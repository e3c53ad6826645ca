import type { Standing } from './cited.ts';
import { kindOf } from './collection.ts';
import type { Collection, Found, FoundQuote } from './model.ts';
import { collectionPath, episodePath, feedPath, quotePath } from './permalink.ts';
import { plainText } from './quote.ts';
import { type Address, goneTwin } from './twin.ts';

/** Quotes of a saved search in its twin at most: the newest. Its pages list more of them. */
export const mostInTwin = 1000;

/**
 * A collection for programs: what it is, what its text quotes, in its order, as it stands today; and what its query
 * finds, newest first.
 */
export const collectionTwin = (
  collection: Collection,
  cited: readonly Standing[],
  address: Address,
): object => {
  const { id, title, facts, found } = collection;
  return {
    id,
    title,
    kind: kindOf(collection),
    description: facts.description,
    author: facts.author,
    date: facts.date,
    url: address(collectionPath(id)),
    cited: cited.map((standing) => standingTwin(standing, address)),
    query: facts.query,
    feed: found && address(feedPath(id)),
    ...(found && foundTwin(found, address)),
  };
};

function foundTwin({ quotes, total, leftOut }: Found, address: Address): object {
  const newest = quotes.slice(-mostInTwin).toReversed();
  return {
    leftOut,
    counts: { quotes: total, listed: newest.length },
    quotes: newest.map((found) => saidTwin(found, address)),
  };
}

const saidTwin = ({ quote, episode, voice }: Omit<FoundQuote, 'ranges'>, address: Address) => ({
  id: quote.id,
  revision: quote.revision,
  digest: quote.digest,
  url: address(quotePath(episode.key, quote.id)),
  episode: episode.key,
  date: episode.date,
  language: episode.language,
  speaker: voice.id,
  name: voice.name,
  startTime: quote.startTime,
  text: plainText(quote.content),
});

function standingTwin(standing: Standing, address: Address): object {
  if (standing.type === 'gone') {
    const { gone, key } = standing;
    return { ...goneTwin(gone), episode: key, url: address(quotePath(key, gone.id)) };
  }
  const { id, to, episode, said, more, gone, alias, since } = standing;
  return {
    type: alias ? 'merged' : 'quote',
    id,
    to,
    url: address(quotePath(episode.key, id)),
    changed: since && { rule: since.last.rule, date: since.last.until || undefined },
    quotes: said.map((one) => saidTwin({ ...one, episode }, address)),
    more: more || undefined,
    gone: gone.length > 0 ? gone.map(goneTwin) : undefined,
    transcript: more > 0 ? address(episodePath(episode.key)) : undefined,
  };
}
