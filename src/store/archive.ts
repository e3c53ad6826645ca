import path from 'node:path';
import type { Archive } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { joinArchive } from '../archive/archive.ts';
import { sortProblems } from '../archive/problem.ts';
import { isFolder, readFolder } from './folder.ts';
import { parseContent } from './content.ts';

/** The archive as its folder gives it. With an error among the problems there is no archive to show. */
export interface LoadedArchive {
  readonly archive?: Archive;
  readonly problems: readonly Problem[];
  readonly seconds: { readonly read: number; readonly join: number };
}

/** The content folder: what `ARCHIVE_CONTENT` names, else `content`. Absolute. */
export const contentFolder = (): string =>
  path.resolve(process.env['ARCHIVE_CONTENT'] || 'content');

/** Reads, parses and joins a content folder. Every problem is in the answer; nothing is thrown for one. */
export async function loadArchive(folder: string = contentFolder()): Promise<LoadedArchive> {
  const start = performance.now();
  const shownAs = path.relative(process.cwd(), folder).split(path.sep).join('/') || '.';
  if (!(await isFolder(folder))) {
    return { problems: [noFolder(shownAs)], seconds: { read: 0, join: 0 } };
  }
  const { files, problems } = await readFolder(folder, shownAs);
  const content = parseContent(files, { shownAs });
  problems.push(...content.problems);
  const read = (performance.now() - start) / 1000;
  if (!content.sources) return { problems: sortProblems(problems), seconds: { read, join: 0 } };
  const joined = joinArchive(content.sources);
  problems.push(...joined.problems);
  const join = (performance.now() - start) / 1000 - read;
  const sorted = sortProblems(problems);
  return sorted.some((problem) => problem.severity === 'error')
    ? { problems: sorted, seconds: { read, join } }
    : { archive: joined.archive, problems: sorted, seconds: { read, join } };
}

const noFolder = (shownAs: string): Problem => ({
  rule: 'no-archive',
  severity: 'error',
  file: shownAs,
  message: 'Unexpected missing folder, expected the content of the archive',
  mend: `Make it, with a file \`${shownAs}/archive.yaml\`, or name another folder in ARCHIVE_CONTENT.`,
});

/**
 * One reading serves a whole build. Vite loads this module more than once in a process (for the
 * configuration, for the collections, for the pages), so the memory hangs on the process, not on the module.
 */
const memory = globalThis as { [key: symbol]: Map<string, Promise<LoadedArchive>> | undefined };
const memoryKey = Symbol.for('quote-archive.loaded');

/** As `loadArchive`, but read only once in a process until `forgetArchive` is called. */
export function rememberArchive(folder: string = contentFolder()): Promise<LoadedArchive> {
  const remembered = (memory[memoryKey] ??= new Map());
  let loaded = remembered.get(folder);
  if (!loaded) remembered.set(folder, (loaded = loadArchive(folder)));
  return loaded;
}

/** Makes the next `rememberArchive` read again: a file changed. */
export const forgetArchive = (): void => memory[memoryKey]?.clear();
