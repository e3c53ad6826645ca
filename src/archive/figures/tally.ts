import type { Episode, Voice } from '../model.ts';
import { speakerOf } from '../transcript.ts';
import { longer, longTurn } from './longest-turn.ts';
import type { LongTurn, SpeakingTime } from './model.ts';
import { isTimed, measureTurns, sumTime } from './speaking-time.ts';
import { wholeTurns } from './whole-turn.ts';

/** What one voice says in one episode, beyond its quotes and words. */
export interface VoiceTally {
  readonly time?: SpeakingTime;
  readonly longest?: LongTurn;
}

/** What is counted of an episode once, because several figures are made of it. */
export interface EpisodeTally {
  readonly time?: SpeakingTime;
  readonly longest?: LongTurn;
  readonly isTimed: boolean;
  readonly of: (voice: Voice) => VoiceTally;
}

const nothing: VoiceTally = {};

/** Looks through the turns of an episode once. */
export function tallyEpisode(episode: Episode): EpisodeTally {
  const timed = isTimed(episode);
  const times = timed ? measureTurns(episode) : [];
  const voices = new Map<string, VoiceTally>();
  let longest: LongTurn | undefined;
  for (const [index, turn] of wholeTurns(episode).entries()) {
    const speaker = speakerOf(turn.voice);
    const { time: before, longest: own } = voices.get(speaker) ?? nothing;
    const time = sumTime([before, times[index]]);
    const long = longer(own, longTurn(episode, turn, times[index]))!;
    voices.set(speaker, { ...(time && { time }), longest: long });
    longest = longer(longest, long);
  }
  const time = sumTime(times);
  return {
    ...(time && { time }),
    ...(longest && { longest }),
    isTimed: timed,
    of: (voice) => voices.get(speakerOf(voice)) ?? nothing,
  };
}

/** The tallies of all episodes of an archive. */
export type Tallies = (episode: Episode) => EpisodeTally;

export function tallyAll(episodes: readonly Episode[]): Tallies {
  const tallies = new Map(episodes.map((episode) => [episode, tallyEpisode(episode)]));
  return (episode) => tallies.get(episode)!;
}
