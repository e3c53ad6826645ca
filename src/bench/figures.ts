import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Counts } from '../archive/model.ts';
import type { BuildReport } from '../build/report.ts';
import { loadArchive } from '../store/archive.ts';
import { inventTopics, termsEach, topicCount } from './invented-topics.ts';
import { run } from './run.ts';

/**
 * What a process that counts everything prints. Seconds are those that the processor worked on it; those of parts are of
 * a second count, each part alone.
 */
export interface FiguresStep {
  readonly counts: Counts;
  /** Quotes that are about topics; one that is about two counts twice. */
  readonly about: number;
  readonly seconds: Readonly<
    Record<
      | 'joining'
      | 'folding'
      | 'counting'
      | 'tallying'
      | 'matching'
      | 'topics'
      | 'telling'
      | 'strips',
      number
    >
  >;
  readonly bytes: Readonly<Record<'archive' | 'words' | 'figures', number>>;
}

export interface FiguresRow extends FiguresStep {
  readonly name: string;
  readonly peakMemory?: number;
  /** A build of the same content; its seconds are of the wall clock. */
  readonly build?: BuildReport & { readonly peakMemory?: number };
}

/** Adds invented topics to a content folder, counts everything in it, and builds it, each by its own process. */
export async function measureFigures(
  name: string,
  content: string,
  work: string,
  withBuild: boolean,
): Promise<FiguresRow> {
  await mkdir(work, { recursive: true });
  const { archive } = await loadArchive(content, { unanswered: true });
  if (!archive) throw new Error(`Unexpected problems in ${content}, expected an archive.`);
  await inventTopics(archive, content);
  const { output, peakMemory } = await run(process.execPath, [
    'src/bench/figures-step.ts',
    content,
  ]);
  const build = withBuild ? await buildOf(content, work) : undefined;
  return {
    name,
    ...(JSON.parse(output) as FiguresStep),
    ...(peakMemory !== undefined && { peakMemory }),
    ...(build && { build }),
  };
}

async function buildOf(content: string, work: string): Promise<NonNullable<FiguresRow['build']>> {
  const report = path.join(work, 'report.json');
  const { peakMemory } = await run(process.execPath, ['scripts/build.ts', '--report', report], {
    env: { ARCHIVE_CONTENT: content, ARCHIVE_OUT: path.join(work, 'site') },
  });
  const build = JSON.parse(await readFile(report, 'utf8')) as BuildReport;
  return { ...build, ...(peakMemory !== undefined && { peakMemory }) };
}

/** The figures of counting as a table in Markdown: a column for each archive. */
export function serializeFiguresRows(rows: readonly FiguresRow[]): string {
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const seconds = (value: number | undefined): string => value?.toFixed(1) ?? '–';
  const megabytes = (value: number | undefined): string =>
    value === undefined ? '–' : count(value / 1e6);
  const lines: (readonly [string, (row: FiguresRow) => string])[] = [
    ['quotes', ({ counts }) => count(counts.quotes)],
    [`quotes about ${topicCount} topics of ${termsEach} terms`, ({ about }) => count(about)],
    ['read and join, s', ({ seconds: own }) => seconds(own.joining)],
    ['fold all words, s', ({ seconds: own }) => seconds(own.folding)],
    ['all figures, s', ({ seconds: own }) => seconds(own.counting)],
    ['· turns and times', ({ seconds: own }) => seconds(own.tallying)],
    ['· topics and mentions found', ({ seconds: own }) => seconds(own.matching)],
    ['· topics counted', ({ seconds: own }) => seconds(own.topics)],
    ['· telling words', ({ seconds: own }) => seconds(own.telling)],
    ['strips of all episodes, s', ({ seconds: own }) => seconds(own.strips)],
    ['archive, MB', ({ bytes }) => megabytes(bytes.archive)],
    ['words, MB', ({ bytes }) => megabytes(bytes.words)],
    ['figures, MB', ({ bytes }) => megabytes(bytes.figures)],
    ['peak memory of counting, MB', ({ peakMemory }) => megabytes(peakMemory)],
    ['whole build, s', ({ build }) => seconds(build?.seconds.total)],
    ['peak memory of the build, MB', ({ build }) => megabytes(build?.peakMemory)],
    [
      'figures and strips of the whole build, %',
      ({ build, seconds: own }) =>
        seconds(build && ((own.counting + own.strips) / build.seconds.total) * 100),
    ],
  ];
  return [
    `\n| | ${rows.map(({ name }) => name).join(' | ')} |`,
    `| --- |${rows.map(() => ' ---: |').join('')}`,
    ...lines.map(([label, show]) => `| ${label} | ${rows.map(show).join(' | ')} |`),
    '',
  ].join('\n');
}
