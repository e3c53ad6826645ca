import type { Archive, Speaker } from './model.ts';
import { episodesFeedPath, feedPath, speakerFeedPath, topicFeedPath } from './permalink.ts';

/**
 * Whether somebody has a feed: who appeared at least twice. Most speakers of a podcast come once, and a file for
 * each of them would fill a host before it told anybody anything. Whoever waits for their return follows the feed
 * of all episodes, which names everybody who speaks; the day they come back, theirs begins.
 */
export const hasFeed = ({ counts }: Speaker): boolean => counts.episodes >= 2;

/**
 * Every feed of the archive, from the site’s root: of all episodes, of each speaker who came back, of each topic
 * and of each saved search.
 *
 * feedsOf(archive) // => ['/feeds/episodes.xml', '/speakers/jo-field/feed.xml', '/topics/tides/feed.xml', …]
 */
export const feedsOf = ({ speakers, topics, collections }: Archive): string[] => [
  episodesFeedPath,
  ...speakers.filter(hasFeed).map(({ id }) => speakerFeedPath(id)),
  ...topics.map(({ id }) => topicFeedPath(id)),
  ...collections.filter(({ found }) => found).map(({ id }) => feedPath(id)),
];
