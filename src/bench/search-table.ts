import type { SearchReport, Spread } from './search.ts';
import type { IndexReport } from './search-index.ts';

/** The figures of one archive. */
export interface SearchRow {
  readonly name: string;
  readonly search: SearchReport;
  readonly index?: IndexReport;
}

/** The figures of searching as a table in Markdown: a column for each archive. */
export function serializeSearchRows(rows: readonly SearchRow[]): string {
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const kilobytes = (value: number): string => count(value / 1000);
  const pair = ({ median, worst }: Spread, show: (value: number) => string): string =>
    `${show(median)} / ${show(worst)}`;
  const optional = (value: number | undefined, show: (value: number) => string): string =>
    value === undefined ? '–' : show(value);
  const seconds = (value: number): string => value.toFixed(1);
  const gigabytes = (value: number): string => (value / 1e9).toFixed(2);
  const lines: (readonly [string, (row: SearchRow) => string])[] = [
    ['before the first query, KB', ({ search }) => kilobytes(search.bytesBefore)],
    ['fonts beside them, KB', ({ search }) => kilobytes(search.fontBytes)],
    ['rare words, ms, median / worst', ({ search }) => pair(search.rareTime, count)],
    ['rare words, KB, median / worst', ({ search }) => pair(search.rareBytes, kilobytes)],
    ['second query, ms, median / worst', ({ search }) => pair(search.warmTime, count)],
    ['“what do you think about that”, ms', ({ search }) => count(search.commonTime)],
    ['“what do you think about that”, KB', ({ search }) => kilobytes(search.commonBytes)],
    ['index: files', ({ search }) => count(search.indexFiles)],
    ['index: MB', ({ search }) => count(search.indexBytes / 1e6)],
    ['writing records, s', ({ index }) => optional(index?.prepare, seconds)],
    ['making the index, s', ({ index }) => optional(index?.index, seconds)],
    ['its memory, GB', ({ index }) => optional(index?.memory, gigabytes)],
    ['Pagefind command line, s', ({ index }) => optional(index?.command.seconds, seconds)],
    ['its memory, GB', ({ index }) => optional(index?.command.memory, gigabytes)],
    ['its files', ({ index }) => optional(index?.command.files, count)],
    ['its MB', ({ index }) => optional(index && index.command.bytes / 1e6, count)],
    [
      'records and index / command line, seconds',
      ({ index }) =>
        optional(index && (index.prepare + index.index) / index.command.seconds, (value) =>
          value.toFixed(2),
        ),
    ],
  ];
  return [
    `\n| | ${rows.map(({ name }) => name).join(' | ')} |`,
    `| --- |${rows.map(() => ' ---: |').join('')}`,
    ...lines.map(([label, show]) => `| ${label} | ${rows.map(show).join(' | ')} |`),
    '',
  ].join('\n');
}
