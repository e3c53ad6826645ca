import { mostEpisodes } from '../counts.ts';
import type { Archive, Episode, SpeakerId } from '../model.ts';
import { compareText } from '../order.ts';
import { countCoverage, countGaps, countLanguages, countStatuses } from './coverage.ts';
import type { ArchiveFigures, SpeakerFigures } from './model.ts';
import { countNetwork } from './network.ts';
import { countOverTime } from './over-time.ts';
import { sumTime } from './speaking-time.ts';
import type { Tallies } from './tally.ts';
import { countTurnover } from './turnover.ts';

/** What is counted of a whole archive by looking at its episodes; `topics` are all that quotes are about. */
export function countArchive(
  archive: Archive,
  tallies: Tallies,
  company: ReadonlyMap<SpeakerId, Pick<SpeakerFigures, 'company'>>,
  topics: ArchiveFigures['topics'],
): ArchiveFigures {
  const { episodes } = archive;
  const time = sumTime(episodes.map((episode) => tallies(episode).time));
  const speakers = archive.speakers
    .filter(({ counts }) => counts.episodes > 0)
    .map((speaker) => ({ speaker, counts: speaker.counts }))
    .sort((a, b) => mostEpisodes(a, b) || compareText(a.speaker.id, b.speaker.id));
  return {
    counts: archive.counts,
    ...(time && { time }),
    overTime: countOverTime(episodes),
    coverage: countCoverage(episodes, tallies),
    statuses: countStatuses(episodes),
    languages: countLanguages(episodes),
    speakers,
    topics,
    turnover: countTurnover(archive.speakers),
    network: countNetwork(speakers, company),
    gaps: {
      ...countGaps(archive, tallies),
      unusedTopics: archive.topics.length - topics.length,
    },
    leftOut: countLeftOut(episodes),
  };
}

function countLeftOut(episodes: readonly Episode[]): ArchiveFigures['leftOut'] {
  let notes = 0;
  let chapters = 0;
  for (const { parts } of episodes) {
    for (const { type } of parts) {
      if (type === 'note') notes++;
      else if (type === 'chapter') chapters++;
    }
  }
  return { notes, chapters };
}
