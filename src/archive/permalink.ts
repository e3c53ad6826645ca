import type { CollectionId, EpisodeKey, QuoteId, ShowId, SpeakerId, TopicId } from './model.ts';

/**
 * The addresses of the archive, from its root. `href` puts the site's base path before them.
 * They never change: whoever cites relies on them.
 */

export const showPath = (show: ShowId): string => `/shows/${show}/`;
export const episodePath = (episode: EpisodeKey): string => `/episodes/${episode}/`;
export const speakerPath = (speaker: SpeakerId): string => `/speakers/${speaker}/`;
export const topicPath = (topic: TopicId): string => `/topics/${topic}/`;
export const collectionPath = (collection: CollectionId): string => `/collections/${collection}/`;

/** The feed of a saved search. */
export const feedPath = (collection: CollectionId): string =>
  `${collectionPath(collection)}feed.xml`;

/** The feeds of where a speaker appears, of where a topic is spoken of, and of all episodes. */
export const speakerFeedPath = (speaker: SpeakerId): string => `${speakerPath(speaker)}feed.xml`;
export const topicFeedPath = (topic: TopicId): string => `${topicPath(topic)}feed.xml`;
export const episodesFeedPath = '/feeds/episodes.xml';

/** What an appearance is called on the page of its speaker: a place on it that lasts as the episode’s key does. */
export const appearanceAnchor = (episode: EpisodeKey): string => `in-${episode}`;

/**
 * The permalink of a quote, in its episode. Stays the same when the transcript around it is edited.
 *
 * quotePath('tide-tables', 'q7k2m9xqp') // => '/episodes/tide-tables/#q7k2m9xqp'
 */
export const quotePath = (episode: EpisodeKey, quote: QuoteId): string =>
  `${episodePath(episode)}#${quote}`;

/** The card of a quote: a page of its own. Its permalink is the one in the episode. */
export const cardPath = (quote: QuoteId): string => `/quotes/${quote}/`;

/**
 * A path under the base path of the site.
 *
 * href('/archive/', '/speakers/jo-field/') // => '/archive/speakers/jo-field/'
 */
export const href = (base: string, path: string): string => base.replace(/\/+$/, '') + path;
