import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { Archive } from '../archive/model.ts';
import { recordsOf } from './record.ts';

/**
 * Files of fragments for each language at most: beyond, Pagefind puts several records into one. A host
 * takes 20,000 files, and half of them are for the pages.
 */
const maxFragments = 8000;

/** What of Pagefind's own files the search page loads; its ready-made interfaces are not published. */
const served = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\..+\.pagefind)$/;

/** Writes the records that Pagefind will read into a folder, and says how many. */
export async function writeRecords(archive: Archive, folder: string): Promise<number> {
  const made = new Set<string>();
  let count = 0;
  await mkdir(folder, { recursive: true });
  for (const record of recordsOf(archive)) {
    const file = path.join(folder, record.path);
    const parent = path.dirname(file);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    await writeFile(file, record.html);
    count++;
  }
  return count;
}

/** Builds the search index from a folder of records. Throws what Pagefind complains about. */
export async function buildIndex(options: { recordsFolder: string; outFolder: string }): Promise<void> {
  const refuse = (errors: readonly string[]): void => {
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  };
  try {
    const { index, errors } = await pagefind.createIndex({ maxFragments });
    refuse(errors);
    if (!index) throw new Error('Pagefind gave no index.');
    refuse((await index.addDirectory({ path: options.recordsFolder })).errors);
    refuse((await index.writeFiles({ outputPath: options.outFolder })).errors);
  } finally {
    await pagefind.close();
  }
  for (const entry of await readdir(options.outFolder, { withFileTypes: true })) {
    if (entry.isFile() && !served.test(entry.name)) await rm(path.join(options.outFolder, entry.name));
  }
}
