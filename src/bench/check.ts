import { cp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run, type Run } from './run.ts';

/** What a check costs. Seconds are of the whole command, from its start to its end. */
export interface CheckRow extends Pick<Run, 'seconds' | 'processorSeconds' | 'peakMemory'> {
  readonly name: string;
  /** Seconds that it may take on a machine that does nothing else. */
  readonly limit: number;
}

/**
 * Times `npm run check` in a real git repository: on the whole archive, and on a branch that adds an episode and
 * corrects a word of another. `content` is an imported archive; nothing of it is changed.
 */
export async function measureCheck(content: string, work: string): Promise<CheckRow[]> {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const folder = path.join(work, 'content');
  await cp(content, folder, {
    recursive: true,
    filter: (file) => !/\/(?:ledger|history)$/.test(file),
  });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  await commit(work);
  await run(process.execPath, ['scripts/ids.ts'], { env: { ARCHIVE_CONTENT: folder } });
  await commit(work);
  const rows = [await time('whole archive', 20, folder)];
  await git(work, 'checkout', '--quiet', '-b', 'request');
  await change(folder);
  await commit(work);
  rows.push(await time('request of one episode', 10, folder, '--base', 'main'));
  return rows;
}

const git = (folder: string, ...args: string[]): Promise<Run> => run('git', args, { cwd: folder });

async function commit(folder: string): Promise<void> {
  await git(folder, 'add', '--all');
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  await git(folder, ...identity, 'commit', '--quiet', '--message', 'bench');
}

async function time(
  name: string,
  limit: number,
  folder: string,
  ...args: string[]
): Promise<CheckRow> {
  const { output: _output, ...measured } = await run(process.execPath, [
    'scripts/check.ts',
    folder,
    ...args,
  ]);
  return { name, limit, ...measured };
}

/** A new episode as long as another, in words that none has; and one word corrected. */
async function change(folder: string): Promise<void> {
  const below = path.join(folder, 'episodes');
  const names = (await readdir(below, { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const [first, middle] = [names[0]!, names[Math.floor(names.length / 2)]!];
  const corrected = path.join(below, first);
  const text = await readFile(corrected, 'utf8');
  const body = text.indexOf('\n---', 3) + 4;
  await writeFile(
    corrected,
    text.slice(0, body) + text.slice(body).replace(' the ', ' this very '),
  );
  const other = await readFile(path.join(below, middle), 'utf8');
  const end = other.indexOf('\n---', 3) + 4;
  const reworded = other.slice(end).replace(/ (?:the|a|and|to|of) (?=[a-z])/g, ' nor ');
  await writeFile(
    path.join(below, path.dirname(middle), 'bench-request.md'),
    other.slice(0, end) + reworded,
  );
}

/** The rows as a Markdown table. */
export const serializeCheckRows = (rows: readonly CheckRow[]): string =>
  [
    '\n| `npm run check` | seconds | at most | seconds of the processor | GB of memory |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(({ name, seconds, limit, processorSeconds, peakMemory }) =>
      [
        '',
        name,
        seconds.toFixed(1),
        limit.toString(),
        processorSeconds?.toFixed(1) ?? '–',
        peakMemory === undefined ? '–' : (peakMemory / 1e9).toFixed(2),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
