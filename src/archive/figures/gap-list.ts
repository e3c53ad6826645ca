import { isPlayable, isReviewed } from './coverage.ts';
import type { Archive, Episode, Quote, Speaker, Topic, Turn } from '../model.ts';
import { isTimed } from './speaking-time.ts';
import type { Figures, Gaps } from './model.ts';

/** Something in which something is missing, so that a contributor can add it. */
export interface Gap {
  readonly thing: Episode | Speaker | Topic;
  readonly kind: 'episode' | 'speaker' | 'topic';
  /** How much of the figure is here: quotes of an episode, else one. */
  readonly count: number;
}

/**
 * Where each gap is, with as much as its figure says: episodes newest first, those with the most such quotes
 * first, speakers and topics by name.
 *
 * listGaps(archive, figures).undated // => [{ kind: 'episode', thing: { key: 'the-cow', … }, count: 1 }]
 */
export function listGaps(
  archive: Archive,
  { archive: { topics } }: Figures,
): Record<keyof Gaps, readonly Gap[]> {
  const episodes = (lacks: (episode: Episode) => boolean): Gap[] =>
    archive.episodes.filter(lacks).map((thing) => ({ kind: 'episode', thing, count: 1 }));
  const quotes = (lacks: (quote: Quote, turn: Turn) => boolean): Gap[] =>
    archive.episodes
      .map((thing): Gap => ({ kind: 'episode', thing, count: countQuotes(thing, lacks) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  const used = new Set(topics.map(({ topic }) => topic.id));
  return {
    undated: episodes(({ date }) => date === undefined),
    untimed: episodes((episode) => !isTimed(episode)),
    unreviewed: episodes((episode) => !isReviewed(episode)),
    withoutTopics: episodes((episode) => episode.topics.length === 0),
    withoutRecording: episodes((episode) => !isPlayable(episode)),
    anonymousQuotes: quotes((_, { voice }) => voice.id === undefined),
    untimedQuotes: quotes(({ startTime }) => startTime === undefined),
    silentSpeakers: archive.speakers
      .filter(({ counts }) => counts.quotes === 0)
      .map((thing) => ({ kind: 'speaker', thing, count: 1 })),
    unusedTopics: archive.topics
      .filter(({ id }) => !used.has(id))
      .map((thing) => ({ kind: 'topic', thing, count: 1 })),
  };
}

function countQuotes({ parts }: Episode, lacks: (quote: Quote, turn: Turn) => boolean): number {
  let count = 0;
  for (const part of parts) {
    if (part.type !== 'turn') continue;
    for (const quote of part.quotes) if (lacks(quote, part)) count++;
  }
  return count;
}
