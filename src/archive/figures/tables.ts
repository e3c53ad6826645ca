import type { Cell } from '../csv.ts';
import type { Archive } from '../model.ts';
import { type Gap, listGaps } from './gap-list.ts';
import type { ArchiveFigures, Figures, Network, OverTime } from './model.ts';

/** A set of figures, as a table for spreadsheets and programs. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Counts over time, oldest first; those without a date stand last, in no period. */
export const overTimeTable = ({ periods, undated }: OverTime): Table => ({
  columns: ['period', 'from', 'to', 'episodes', 'quotes', 'words'],
  rows: [
    ...periods.map(({ name, from, to, episodes, quotes, words }) => [
      name,
      from,
      to,
      episodes,
      quotes,
      words,
    ]),
    ...(undated.episodes > 0
      ? [[undefined, undefined, undefined, undated.episodes, undated.quotes, undated.words]]
      : []),
  ],
});

/** Who appears with whom, most episodes first. */
export const networkTable = ({ speakers, pairs }: Network): Table => ({
  columns: ['speaker', 'name', 'with', 'withName', 'episodes'],
  rows: pairs.map(({ one, other, episodes }) => {
    const [a, b] = [speakers[one]!.speaker, speakers[other]!.speaker];
    return [a.id, a.name, b.id, b.name, episodes];
  }),
});

/** What has been counted by the end of each period, from the first one on. */
export function accumulate({ unit, periods, undated }: OverTime): OverTime {
  let [episodes, quotes, words] = [0, 0, 0];
  return {
    unit,
    periods: periods.map((period) => {
      episodes += period.episodes;
      quotes += period.quotes;
      words += period.words;
      return { ...period, from: periods[0]!.from, episodes, quotes, words };
    }),
    undated,
  };
}

const coverageTable = ({ coverage }: ArchiveFigures): Table => ({
  columns: ['year', 'episodes', 'timed', 'reviewed', 'topical', 'playable', 'quotes', 'words'],
  rows: coverage.map(
    ({ year, episodes, timed, reviewed, topical, playable, quotes, words }) =>
      [year, episodes, timed, reviewed, topical, playable, quotes, words] as const,
  ),
});

const countsTable = (
  columns: readonly string[],
  rows: readonly {
    readonly cells: readonly Cell[];
    readonly counts: { episodes: number; quotes: number; words: number };
  }[],
): Table => ({
  columns: [...columns, 'episodes', 'quotes', 'words'],
  rows: rows.map(({ cells, counts }) => [...cells, counts.episodes, counts.quotes, counts.words]),
});

const idOf = ({ thing }: Gap): string => ('key' in thing ? thing.key : thing.id);
const nameOf = ({ thing }: Gap): string => ('title' in thing ? thing.title : thing.name);

/** Everything that lacks something: who adds it up has the figures. */
const gapsTable = (archive: Archive, figures: Figures): Table => ({
  columns: ['gap', 'kind', 'id', 'name', 'count', 'file'],
  rows: Object.entries(listGaps(archive, figures)).flatMap(([name, gaps]) =>
    gaps.map((gap) => [name, gap.kind, idOf(gap), nameOf(gap), gap.count, gap.thing.path]),
  ),
});

/** The names of the tables, as their files have them. */
export const tableNames = [
  'over-time',
  'growth',
  'coverage',
  'review',
  'languages',
  'speakers',
  'topics',
  'turnover',
  'network',
  'gaps',
] as const;
export type TableName = (typeof tableNames)[number];

/** All figures of an archive, each set as a table. */
export function tablesOf(archive: Archive, figures: Figures): Record<TableName, Table> {
  const all = figures.archive;
  return {
    'over-time': overTimeTable(all.overTime),
    growth: overTimeTable(accumulate(all.overTime)),
    coverage: coverageTable(all),
    review: countsTable(
      ['status'],
      all.statuses.map(({ status, counts }) => ({ cells: [status], counts })),
    ),
    languages: countsTable(
      ['language'],
      all.languages.map(({ language, counts }) => ({ cells: [language], counts })),
    ),
    speakers: countsTable(
      ['speaker', 'name'],
      all.speakers.map(({ speaker: { id, name }, counts }) => ({ cells: [id, name], counts })),
    ),
    topics: countsTable(
      ['topic', 'name'],
      all.topics.map(({ topic: { id, name }, counts }) => ({ cells: [id, name], counts })),
    ),
    turnover: {
      columns: ['year', 'speakers', 'fresh', 'last'],
      rows: all.turnover.map(({ year, speakers, fresh, last }) => [year, speakers, fresh, last]),
    },
    network: networkTable(all.network),
    gaps: gapsTable(archive, figures),
  };
}
