import type { Episode, Quote, Topic } from '../model.ts';
import { compareText } from '../order.ts';
import { speakerOf } from '../transcript.ts';
import type { EpisodeFigures, Part, StripTurn } from './model.ts';
import { countParts } from './part.ts';
import { shareOf } from './share.ts';
import { tallyEpisode } from './tally.ts';
import { wholeTurns } from './whole-turn.ts';

/** The topics of a quote by keeper or terms. */
export type TopicsOf = (episode: Episode, quote: Quote) => readonly Topic[];

export function countEpisode(episode: Episode, topicsOf: TopicsOf): EpisodeFigures {
  const { time, longest, of } = tallyEpisode(episode);
  const parts = countParts(
    episode.participants.map(({ voice, quotes, words }) => ({
      voice,
      counts: { episodes: 1, quotes, words },
      time: of(voice).time,
    })),
    episode.words,
  );
  return {
    ...(time && { time }),
    parts,
    turns: placeTurns(episode, parts),
    chapters: placeChapters(episode),
    topics: placeTopics(episode, topicsOf),
    ...(longest && { longest }),
  };
}

function placeTurns(episode: Episode, parts: readonly Part[]): StripTurn[] {
  const numbers = new Map(parts.map(({ voice }, number) => [speakerOf(voice), number]));
  let before = 0;
  return wholeTurns(episode).map(({ voice, quotes, words }) => {
    const at = shareOf(before, episode.words);
    before += words;
    const part = numbers.get(speakerOf(voice))!;
    return { voice, part, first: quotes[0]!, at, size: shareOf(words, episode.words) };
  });
}

function placeChapters({ parts, words }: Episode): EpisodeFigures['chapters'] {
  const chapters: { title: string; at: number }[] = [];
  let before = 0;
  for (const part of parts) {
    if (part.type === 'chapter') chapters.push({ title: part.title, at: shareOf(before, words) });
    else if (part.type === 'turn') for (const quote of part.quotes) before += quote.words;
  }
  return chapters;
}

function placeTopics(episode: Episode, topicsOf: TopicsOf): EpisodeFigures['topics'] {
  const topics = new Map<Topic, { quote: Quote; at: number }[]>();
  let before = 0;
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    for (const quote of part.quotes) {
      for (const topic of topicsOf(episode, quote)) {
        const places = topics.get(topic) ?? [];
        topics.set(topic, places);
        places.push({ quote, at: shareOf(before, episode.words) });
      }
      before += quote.words;
    }
  }
  return [...topics]
    .map(([topic, quotes]) => ({ topic, quotes }))
    .sort((a, b) => b.quotes.length - a.quotes.length || compareText(a.topic.id, b.topic.id));
}
