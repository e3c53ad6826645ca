import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run.ts';

/** What keeping the ledger costs, on one archive. Seconds are of the whole command, from its start to its end. */
export interface IdsRow {
  readonly name: string;
  readonly quotes: number;
  readonly seconds: number;
  readonly peakMemory?: number;
  /** Of ledger and history, on disk. */
  readonly bytes: number;
  readonly limit?: number;
}

/** Quotes in each file of the archive whose files are all changed. */
const quotesPerFile = 100;
const changedFiles = 1000;

/**
 * Times `npm run ids` in real git repositories: from nothing, with nothing to do, and after a change to a
 * thousand files of an archive of 100,000 quotes. `content` is an imported archive; nothing of it is changed.
 */
export async function measureIds(content: string, work: string): Promise<IdsRow[]> {
  await rm(work, { recursive: true, force: true });
  const whole = await makeRepository(path.join(work, 'whole'), async (folder) => {
    await cp(content, folder, {
      recursive: true,
      filter: (file) => !/\/(?:ledger|history)$/.test(file),
    });
  });
  const rows = [await time('from nothing', whole), await time('nothing to do', whole, 10)];
  const cut = await makeRepository(path.join(work, 'cut'), (folder) => cutArchive(content, folder));
  rows.push(await time(`${changedFiles} short episodes, from nothing`, cut));
  await commit(cut);
  for (const file of await transcriptsOf(cut)) {
    const text = await readFile(file, 'utf8');
    await writeFile(file, correct(text));
  }
  await commit(cut);
  rows.push(await time(`the same, every file changed`, cut, 120));
  return rows;
}

async function makeRepository(
  folder: string,
  fill: (content: string) => Promise<void>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  await fill(path.join(folder, 'content'));
  await commit(folder);
  return folder;
}

const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];

async function commit(folder: string): Promise<void> {
  await run('git', ['add', '--all'], { cwd: folder });
  await run('git', [...identity, 'commit', '--quiet', '--message', 'bench'], { cwd: folder });
}

async function time(name: string, folder: string, limit?: number): Promise<IdsRow> {
  const content = path.join(folder, 'content');
  const { seconds, peakMemory } = await run(process.execPath, ['scripts/ids.ts'], {
    env: { ARCHIVE_CONTENT: content },
  });
  let bytes = 0;
  let quotes = 0;
  for (const made of ['ledger', 'history']) {
    if (!existsSync(path.join(content, made))) continue;
    for (const file of await readdir(path.join(content, made))) {
      bytes += (await stat(path.join(content, made, file))).size;
      if (!file.endsWith('.ids')) continue;
      const text = await readFile(path.join(content, made, file), 'utf8');
      quotes += text.match(/^q\w{8} /gm)?.length ?? 0;
    }
  }
  return {
    name,
    quotes,
    seconds,
    bytes,
    ...(peakMemory !== undefined && { peakMemory }),
    ...(limit !== undefined && { limit }),
  };
}

async function transcriptsOf(folder: string): Promise<string[]> {
  const below = path.join(folder, 'content/episodes');
  return (await readdir(below, { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.join(below, name));
}

/** A thousand episodes of about a hundred quotes each, cut from long ones. */
async function cutArchive(content: string, folder: string): Promise<void> {
  for (const part of ['archive.yaml', 'shows', 'speakers'])
    await cp(path.join(content, part), path.join(folder, part), { recursive: true });
  const below = path.join(content, 'episodes');
  const names = (await readdir(below, { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .sort();
  let made = 0;
  for (const name of names) {
    if (made === changedFiles) break;
    const text = await readFile(path.join(below, name), 'utf8');
    const end = text.indexOf('\n---', 3) + 5;
    const paragraphs = text.slice(end).trim().split('\n\n');
    if (paragraphs.length < quotesPerFile) continue;
    const file = path.join(folder, 'episodes', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(
      file,
      `${text.slice(0, end)}\n${paragraphs.slice(0, quotesPerFile).join('\n\n')}\n`,
    );
    made++;
  }
}

/** A correction as people make them: a word in every fifth paragraph, one paragraph deleted, one split. */
function correct(text: string): string {
  const end = text.indexOf('\n---', 3) + 5;
  const paragraphs = text.slice(end).trim().split('\n\n');
  const corrected = paragraphs.flatMap((paragraph, index) => {
    if (index === 7 && !paragraph.startsWith('**')) return [];
    if (index === 40) return [paragraph.replace(/(?<=[.!?]) (?=[A-Z])/, '\n\n')];
    return [index % 5 === 0 ? paragraph.replace(/ the (?=\w)/, ' this very ') : paragraph];
  });
  return `${text.slice(0, end)}\n${corrected.join('\n\n')}\n`;
}

/** The rows as a Markdown table. */
export const serializeIdsRows = (rows: readonly IdsRow[]): string =>
  [
    '\n| `npm run ids` | quotes | seconds | at most | GB of memory | MB of ledger and history |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ name, quotes, seconds, limit, peakMemory, bytes }) =>
      [
        '',
        name,
        quotes.toLocaleString('en'),
        seconds.toFixed(1),
        limit?.toString() ?? '',
        peakMemory === undefined ? '–' : (peakMemory / 1e9).toFixed(2),
        (bytes / 1e6).toFixed(1),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
