import type { Archive } from '../model.ts';
import { showPath, speakerPath, topicPath } from '../permalink.ts';
import type { Figures } from './model.ts';
import { tableNames } from './tables.ts';

/** Where a table of the figures lies. */
export const tablePath = (name: string): string => `/stats/${name}.csv`;

/** The figures of an archive for programs; `null` is a year or a status that is not known. */
export function archiveTwin(
  archive: Archive,
  figures: Figures,
  address: (path: string) => string,
): object {
  const { coverage, statuses, languages, speakers, topics, network, ...plain } = figures.archive;
  return {
    title: archive.facts.title,
    url: address('/stats/'),
    ...plain,
    coverage: coverage.map(({ year, ...counts }) => ({ year: year ?? null, ...counts })),
    statuses: statuses.map(({ status, counts }) => ({ status: status ?? null, counts })),
    languages,
    shows: archive.shows.map(({ id, title, counts }) => ({
      id,
      title,
      url: address(showPath(id)),
      counts,
    })),
    speakers: speakers.map(({ speaker: { id, name }, counts }) => ({
      id,
      name,
      url: address(speakerPath(id)),
      counts,
    })),
    topics: topics.map(({ topic: { id, name }, counts }) => ({
      id,
      name,
      url: address(topicPath(id)),
      counts,
    })),
    network: {
      speakers: network.speakers.map(({ speaker, episodes }) => ({ id: speaker.id, episodes })),
      pairs: network.pairs.map(({ one, other, episodes }) => ({
        speakers: [network.speakers[one]!.speaker.id, network.speakers[other]!.speaker.id],
        episodes,
      })),
    },
    tables: tableNames.map((name) => address(tablePath(name))),
  };
}
