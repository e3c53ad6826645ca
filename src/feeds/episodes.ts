import { beginningOf } from '../archive/excerpt.ts';
import type { AboutQuote } from '../archive/figures/model.ts';
import type { Appearance, Archive, Episode, Quote, Speaker, Topic } from '../archive/model.ts';
import {
  appearanceAnchor,
  episodePath,
  episodesFeedPath,
  quotePath,
  speakerFeedPath,
  speakerPath,
  topicFeedPath,
  topicPath,
} from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';
import type { Words } from '../i18n/index.ts';
import { mostEntries, serializeFeed, type FeedEntry, type FeedSetting } from './atom.ts';

/**
 * Feeds whose entries are episodes. Who follows a person or a topic wants to hear once that somebody spoke again,
 * not two hundred times in an afternoon: an entry says how much there is, how it begins, and leads to the first
 * words.
 */
export interface EpisodeFeedSetting extends FeedSetting {
  readonly words: Words;
}

/** Characters of the first words in an entry. */
const longestBeginning = 400;

/** The feed of a speaker: their newest appearances. */
export function serializeSpeakerFeed(speaker: Speaker, setting: EpisodeFeedSetting): string {
  const { words, archive } = setting;
  return serializeFeed(
    {
      page: speakerPath(speaker.id),
      feed: speakerFeedPath(speaker.id),
      title: `${speaker.name} · ${archive.title}`,
      subtitle: words.people.feed.speaker(speaker.name),
    },
    speaker.appearances
      .slice(0, mostEntries)
      .map((appearance) => appearanceEntry(appearance, words)),
    setting,
  );
}

function appearanceEntry(appearance: Appearance, words: Words): FeedEntry {
  const { speaker, episode, participant } = appearance;
  const first = quotesOf(episode).find(({ id }) => id === participant.first);
  return {
    ...entryOf(episode, first),
    id: `${speakerPath(speaker.id)}#${appearanceAnchor(episode.key)}`,
    authors: [speaker.name],
    content: told(
      first,
      [words.countQuotes(participant.quotes), words.countWords(participant.words)],
      words,
    ),
  };
}

/**
 * The feed of a topic: the newest episodes in which somebody speaks of it. Its quotes are given as they are
 * listed, oldest episode first; an entry begins with the first whose own words or keeper say so.
 */
export function serializeTopicFeed(
  topic: Topic,
  quotes: readonly AboutQuote[],
  setting: EpisodeFeedSetting,
): string {
  const { words, archive } = setting;
  const byEpisode = [...Map.groupBy(quotes, ({ episode }) => episode)].reverse();
  return serializeFeed(
    {
      page: topicPath(topic.id),
      feed: topicFeedPath(topic.id),
      title: `${topic.name} · ${archive.title}`,
      subtitle: words.people.feed.topic(topic.name),
    },
    byEpisode.slice(0, mostEntries).map(([episode, own]): FeedEntry => {
      const first = own.find(({ reason }) => reason !== 'episode') ?? own[0]!;
      return {
        ...entryOf(episode, first.quote),
        id: `${topicPath(topic.id)}#${appearanceAnchor(episode.key)}`,
        authors: namesOf(own.map(({ voice }) => voice.name)),
        content: told(first.quote, [words.countQuotes(own.length)], words),
      };
    }),
    setting,
  );
}

/** The feed of all episodes: the newest, each with everybody who speaks and every topic as its categories. */
export function serializeEpisodesFeed(
  { episodes }: Pick<Archive, 'episodes'>,
  setting: EpisodeFeedSetting,
): string {
  const { words, archive } = setting;
  return serializeFeed(
    {
      page: '/episodes/',
      feed: episodesFeedPath,
      title: `${words.newest} · ${archive.title}`,
      subtitle: archive.description || undefined,
    },
    episodes.slice(0, mostEntries).map((episode): FeedEntry => {
      const [first] = quotesOf(episode);
      const counts = [words.countQuotes(episode.quotes), words.countWords(episode.words)];
      const said = told(first, counts, words);
      const { summary } = episode.facts;
      return {
        ...entryOf(episode, undefined),
        id: episodePath(episode.key),
        authors: namesOf(episode.participants.map(({ voice }) => voice.name)),
        categories: [
          ...episode.participants.flatMap(({ voice: { id, name } }) =>
            id === undefined ? [] : [{ scheme: '/speakers/', term: id, label: name }],
          ),
          ...episode.topics.map(({ id, name }) => ({ scheme: '/topics/', term: id, label: name })),
        ],
        content: summary === undefined ? said : `${summary}\n\n${said}`,
      };
    }),
    setting,
  );
}

const entryOf = (episode: Episode, first: Quote | undefined) => ({
  path: first ? quotePath(episode.key, first.id) : episodePath(episode.key),
  title: `${episode.title} · ${episode.show.title}`,
  date: episode.date,
  language: episode.language,
});

/** How it begins, and how much it is. */
function told(first: Quote | undefined, counts: readonly string[], words: Words): string {
  const amount = counts.join(', ');
  if (!first) return amount;
  const beginning = beginningOf(plainText(first.content), longestBeginning);
  return `${words.citation.quoted(beginning)}\n\n${amount}`;
}

const quotesOf = ({ parts }: Episode): Quote[] =>
  parts.flatMap((part) => (part.type === 'turn' ? part.quotes : []));

/** Each once, in their order. */
const namesOf = (names: readonly string[]): string[] => [...new Set(names)];
