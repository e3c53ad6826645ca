import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Problem } from '../archive/problem.ts';
import type { EpisodeKey } from '../archive/model.ts';
import type { LoadedArchive } from '../store/archive.ts';
import { isFolder, readFolder, type TextFile } from '../store/folder.ts';
import { readReceiptFiles } from '../store/receipts.ts';
import { keptPath } from '../store/record-path.ts';

/** What the content folder is, and what a takedown has to look through beside it. */
export interface Holdings {
  /** Absolute. */
  readonly folder: string;
  readonly loaded: LoadedArchive;
  /** Every text file of the content folder, and what import remembers. */
  readonly files: readonly TextFile[];
  /** Every text file of `public/`; transcripts of withdrawn episodes that `ids` keeps. */
  readonly others: readonly TextFile[];
  /** Files that are no text: nobody looked into them. */
  readonly closed: readonly string[];
}

/** Reads everything that could hold words. */
export async function readHoldings(
  folder: string,
  publicFolder: string,
  loaded: LoadedArchive,
): Promise<Holdings> {
  const shownAs = (at: string): string =>
    path.relative(process.cwd(), at).split(path.sep).join('/') || '.';
  const content = await readFolder(folder, shownAs(folder));
  const open = (await isFolder(publicFolder))
    ? await readFolder(publicFolder, shownAs(publicFolder))
    : { files: [], problems: [] as Problem[] };
  const receipts = await readReceiptFiles(folder, shownAs(folder));
  const kept: TextFile[] = [];
  for (const { key, gone } of loaded.records?.ledgers ?? []) {
    const text = gone === undefined ? undefined : await readKept(folder, key);
    if (text === undefined) continue;
    kept.push({ path: keptPath(key), file: `${shownAs(folder)}/${keptPath(key)}`, text });
  }
  return {
    folder,
    loaded,
    files: [...content.files, ...receipts],
    others: [...open.files, ...kept],
    closed: open.problems.map(({ file }) => file),
  };
}

/** The transcript that `ids` kept compressed, where no repository has it. */
export async function readKept(folder: string, key: EpisodeKey): Promise<string | undefined> {
  try {
    return gunzipSync(await readFile(path.join(folder, keptPath(key)))).toString('utf8');
  } catch {
    return undefined;
  }
}
