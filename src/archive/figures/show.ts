import { countEpisodes, CountsBy } from '../counts.ts';
import type { Participant, Show, SpeakerId, Voice } from '../model.ts';
import type { ShowFigures, SpeakingTime } from './model.ts';
import { countOverTime } from './over-time.ts';
import { countParts } from './part.ts';
import { sumTime } from './speaking-time.ts';
import type { Tallies } from './tally.ts';

/** What is counted of a show by looking at its episodes, not at the words. */
export type ShowCounts = Omit<ShowFigures, 'topics'>;

export function countShow({ counts, episodes }: Show, tallies: Tallies): ShowCounts {
  const time = sumTime(episodes.map((episode) => tallies(episode).time));
  const speakers = new Map<SpeakerId, { voice: Voice; time: SpeakingTime | undefined }>();
  const countsOf = new CountsBy<SpeakerId>();
  for (const episode of episodes) {
    const { of } = tallies(episode);
    for (const participant of episode.participants) {
      const { voice } = participant;
      if (voice.id === undefined) continue;
      countsOf.add(voice.id, participant);
      const before = speakers.get(voice.id)?.time;
      speakers.set(voice.id, { voice, time: sumTime([before, of(voice).time]) });
    }
  }
  return {
    counts,
    ...(time && { time }),
    overTime: countOverTime(episodes),
    speakers: countParts(
      [...speakers].map(([id, own]) => ({ ...own, counts: countsOf.get(id) })),
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

const sumOf = (participants: readonly Participant[]) => ({
  quotes: participants.reduce((sum, { quotes }) => sum + quotes, 0),
  words: participants.reduce((sum, { words }) => sum + words, 0),
});
