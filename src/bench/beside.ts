import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { BuildReport } from '../build/report.ts';
import { run } from './run.ts';

/** A build by one version of the generator. Seconds are of the wall clock, memory in bytes. */
export interface BesideRow {
  readonly version: string;
  readonly report: BuildReport;
  readonly peakMemory?: number;
}

/**
 * Builds the same content with another version of this generator and with this one, in turns, so that what else the
 * machine does falls on both. The other version is checked out from this repository's history and uses the packages
 * that are installed here.
 */
export async function measureBeside(
  content: string,
  work: string,
  commit: string,
  turns: number,
): Promise<BesideRow[]> {
  const other = path.join(work, 'generator');
  await mkdir(work, { recursive: true });
  await run('git', ['worktree', 'prune']);
  if (!existsSync(other)) await run('git', ['worktree', 'add', '--detach', other, commit]);
  const packages = path.join(other, 'node_modules');
  if (!existsSync(packages)) await symlink(path.resolve('node_modules'), packages);
  const rows: BesideRow[] = [];
  for (let turn = 0; turn < turns; turn++) {
    rows.push(await build(commit, other, content, work));
    rows.push(await build('this', process.cwd(), content, work));
  }
  return rows;
}

async function build(
  version: string,
  folder: string,
  content: string,
  work: string,
): Promise<BesideRow> {
  const file = path.join(work, 'report.json');
  const { peakMemory } = await run(process.execPath, ['scripts/build.ts', '--report', file], {
    cwd: folder,
    env: { ARCHIVE_CONTENT: content, ARCHIVE_OUT: path.join(work, 'site') },
  });
  const report = JSON.parse(await readFile(file, 'utf8')) as BuildReport;
  return { version, report, ...(peakMemory !== undefined && { peakMemory }) };
}

/** Builds in turns as a table in Markdown: a line for each. */
export function serializeBesideRows(rows: readonly BesideRow[]): string {
  const megabytes = (value: number | undefined): string =>
    value === undefined ? '–' : Math.round(value / 1e6).toLocaleString('en');
  return [
    '\n| generator | whole build, s | of it pages, s | memory, MB | files | MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ version, report: { seconds, files, bytes }, peakMemory }) =>
      [
        `| ${version}`,
        seconds.total.toFixed(1),
        seconds.render.toFixed(1),
        megabytes(peakMemory),
        files.toLocaleString('en'),
        `${megabytes(bytes)} |`,
      ].join(' | '),
    ),
    '',
  ].join('\n');
}
