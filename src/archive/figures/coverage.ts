import { addEpisode, CountsBy, noCounts } from '../counts.ts';
import type { Archive, Episode } from '../model.ts';
import { compareText } from '../order.ts';
import type { ArchiveFigures, Coverage, Gaps } from './model.ts';
import type { Tallies } from './tally.ts';
import { yearOf, yearsBetween } from './years.ts';

export const isReviewed = ({ status }: Episode): boolean =>
  status === 'reviewed' || status === 'verified';
export const isPlayable = ({ facts }: Episode): boolean =>
  (facts.audio ?? facts.video) !== undefined;

const none: Coverage = { ...noCounts, timed: 0, reviewed: 0, topical: 0, playable: 0 };

const cover = (coverage: Coverage, episode: Episode, tallies: Tallies): Coverage => ({
  ...coverage,
  ...addEpisode(coverage, episode),
  timed: coverage.timed + Number(tallies(episode).isTimed),
  reviewed: coverage.reviewed + Number(isReviewed(episode)),
  topical: coverage.topical + Number(episode.topics.length > 0),
  playable: coverage.playable + Number(isPlayable(episode)),
});

export function countCoverage(episodes: readonly Episode[], tallies: Tallies): Coverage[] {
  const byYear = new Map<string | undefined, Coverage>();
  for (const episode of episodes) {
    const year = yearOf(episode);
    byYear.set(year, cover(byYear.get(year) ?? none, episode, tallies));
  }
  const undated = byYear.get(undefined);
  const years = yearsBetween([...byYear.keys()].filter((year) => year !== undefined));
  return [
    ...years.map((year) => ({ year, ...(byYear.get(year) ?? none) })),
    ...(undated ? [undated] : []),
  ];
}

/** In the order of trust, no status last. */
const trust = ['verified', 'reviewed', 'machine', undefined];

export function countStatuses(episodes: readonly Episode[]): ArchiveFigures['statuses'] {
  const statuses = new CountsBy<string | undefined>();
  for (const episode of episodes) statuses.add(episode.status, episode);
  return statuses
    .entries()
    .map(([status, counts]) => ({ status, counts }))
    .sort((a, b) => trust.indexOf(a.status) - trust.indexOf(b.status));
}

export function countLanguages(episodes: readonly Episode[]): ArchiveFigures['languages'] {
  const languages = new CountsBy<string>();
  for (const episode of episodes) languages.add(episode.language, episode);
  return languages
    .entries()
    .map(([language, counts]) => ({ language, counts }))
    .sort((a, b) => b.counts.words - a.counts.words || compareText(a.language, b.language));
}

/** What is missing, topics that no quote is about apart. */
export function countGaps(
  { episodes, speakers }: Archive,
  tallies: Tallies,
): Omit<Gaps, 'unusedTopics'> {
  const all = episodes.reduce((sum, episode) => cover(sum, episode, tallies), none);
  let anonymousQuotes = 0;
  let untimedQuotes = 0;
  for (const { parts } of episodes) {
    for (const part of parts) {
      if (part.type !== 'turn') continue;
      if (part.voice.id === undefined) anonymousQuotes += part.quotes.length;
      for (const { startTime } of part.quotes) if (startTime === undefined) untimedQuotes++;
    }
  }
  return {
    undated: episodes.filter(({ date }) => date === undefined).length,
    untimed: all.episodes - all.timed,
    unreviewed: all.episodes - all.reviewed,
    withoutTopics: all.episodes - all.topical,
    withoutRecording: all.episodes - all.playable,
    anonymousQuotes,
    untimedQuotes,
    silentSpeakers: speakers.filter(({ counts }) => counts.quotes === 0).length,
  };
}
