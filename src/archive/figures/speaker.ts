import { CountsBy, mostEpisodes } from '../counts.ts';
import type { Appearance, Counts, Show, Speaker, SpeakerId } from '../model.ts';
import { compareText } from '../order.ts';
import { countCompany } from './company.ts';
import { longer } from './longest-turn.ts';
import type { LongTurn, SpeakerFigures } from './model.ts';
import { countOverTime } from './over-time.ts';
import { sumTime } from './speaking-time.ts';
import type { Tallies } from './tally.ts';

/** What is counted of a speaker by looking at their episodes, not at the words. */
export type SpeakerCounts = Omit<SpeakerFigures, 'topics' | 'marks' | 'mentions'>;

export function countSpeaker(
  { counts, appearances }: Speaker,
  tallies: Tallies,
  speakerById: ReadonlyMap<SpeakerId, Speaker>,
): SpeakerCounts {
  const own = appearances.map(({ episode, participant }) => tallies(episode).of(participant.voice));
  const time = sumTime(own.map((tally) => tally.time));
  // Newest first: of turns that are as long, the newest.
  const longest = own.reduce<LongTurn | undefined>(
    (top, tally) => longer(top, tally.longest),
    undefined,
  );
  const dated = appearances.filter(({ episode }) => episode.date !== undefined);
  const [latest] = dated;
  const first = dated.at(-1);
  return {
    counts,
    ...(time && { time }),
    roles: countRoles(appearances),
    ...(first && { first }),
    ...(latest && { latest }),
    overTime: countOverTime(
      appearances.map(({ episode: { date }, participant: { quotes, words } }) => ({
        date,
        quotes,
        words,
      })),
    ),
    shows: countShows(appearances),
    company: countCompany(appearances, speakerById),
    ...(longest && { longest }),
  };
}

function countRoles(appearances: readonly Appearance[]): SpeakerFigures['roles'] {
  const roles = new CountsBy<string>();
  for (const { participant } of appearances)
    if (participant.role !== undefined) roles.add(participant.role, participant);
  return roles
    .entries()
    .map(([role, { episodes }]) => ({ role, episodes }))
    .sort((a, b) => b.episodes - a.episodes || compareText(a.role, b.role));
}

function countShows(appearances: readonly Appearance[]): { show: Show; counts: Counts }[] {
  const shows = new CountsBy<Show>();
  for (const { episode, participant } of appearances) shows.add(episode.show, participant);
  return shows
    .entries()
    .map(([show, counts]) => ({ show, counts }))
    .sort((a, b) => mostEpisodes(a, b) || compareText(a.show.id, b.show.id));
}
