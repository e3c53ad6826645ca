import { countEpisodes } from '../counts.ts';
import type { Show, SpeakerId } from '../model.ts';
import type { ShowFigures, SpeakingTime } from './model.ts';
import { countOverTime } from './over-time.ts';
import { countParts } from './part.ts';
import { sumTime } from './speaking-time.ts';
import type { Tallies } from './tally.ts';

/** What is counted of a show by looking at its episodes, not at the words. */
export type ShowCounts = Omit<ShowFigures, 'topics'>;

export function countShow({ counts, episodes, speakers }: Show, tallies: Tallies): ShowCounts {
  const time = sumTime(episodes.map((episode) => tallies(episode).time));
  const timeOf = new Map<SpeakerId, SpeakingTime | undefined>();
  for (const episode of episodes) {
    for (const { voice } of episode.participants) {
      if (voice.id !== undefined)
        timeOf.set(voice.id, sumTime([timeOf.get(voice.id), tallies(episode).of(voice).time]));
    }
  }
  return {
    counts,
    ...(time && { time }),
    overTime: countOverTime(episodes),
    speakers: countParts(
      speakers.map(({ speaker: { id, name }, counts: own }) => ({
        voice: { id, name },
        counts: own,
        time: timeOf.get(id),
      })),
      counts.words,
    ),
    anonymous: countEpisodes(
      episodes.flatMap(({ participants }) => {
        const unnamed = participants.filter(({ voice }) => voice.id === undefined);
        return unnamed.length === 0 ? [] : [sumOf(unnamed)];
      }),
    ),
  };
}

const sumOf = (items: readonly { readonly quotes: number; readonly words: number }[]) => ({
  quotes: items.reduce((sum, { quotes }) => sum + quotes, 0),
  words: items.reduce((sum, { words }) => sum + words, 0),
});
