import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { Archive } from '../archive/model.ts';
import { indexPartsOf, recordsOf } from './record.ts';

/**
 * Files of fragments for each language and part of the index at most: beyond, Pagefind puts several records into one. A host
 * takes 20,000 files, and half of them are for the pages.
 */
const maxFragments = 2500;

/** What of Pagefind's own files the search page loads; its ready-made interfaces are not published. */
const served = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\..+\.pagefind)$/;

/** Writes the records that Pagefind will read into a folder, each part of the index into one of its own. */
export async function writeRecords(archive: Archive, folder: string): Promise<void> {
  const base = new URL(archive.facts.url).pathname;
  for (const [index, part] of indexPartsOf(archive).entries()) {
    const made = new Set<string>();
    for (const record of recordsOf(part.episodes, base)) {
      const file = path.join(folder, String(index + 1), record.path);
      const parent = path.dirname(file);
      if (!made.has(parent)) {
        await mkdir(parent, { recursive: true });
        made.add(parent);
      }
      await writeFile(file, record.html);
    }
  }
}

/**
 * Builds the search index from the records that `writeRecords` wrote, one part after another, each by a
 * process of Pagefind's that ends with it and gives its memory back. Throws what Pagefind complains about.
 */
export async function buildIndex(options: {
  recordsFolder: string;
  outFolder: string;
}): Promise<void> {
  const parts = await readdir(options.recordsFolder);
  for (const part of parts.sort((a, b) => Number(a) - Number(b))) {
    const out = part === '1' ? options.outFolder : path.join(options.outFolder, part);
    await buildPart(path.join(options.recordsFolder, part), out);
  }
}

async function buildPart(records: string, out: string): Promise<void> {
  const refuse = (errors: readonly string[]): void => {
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  };
  try {
    const { index, errors } = await pagefind.createIndex({ maxFragments });
    refuse(errors);
    if (!index) throw new Error('Pagefind gave no index.');
    for (const folder of (await readdir(records)).sort()) {
      refuse((await index.addDirectory({ path: path.join(records, folder) })).errors);
    }
    refuse((await index.writeFiles({ outputPath: out })).errors);
  } finally {
    await pagefind.close();
  }
  for (const entry of await readdir(out, { withFileTypes: true })) {
    if (entry.isFile() && !served.test(entry.name)) await rm(path.join(out, entry.name));
  }
}
