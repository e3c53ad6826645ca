import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as pagefind from 'pagefind';
import type { Archive } from '../archive/model.ts';
import { type IndexPartFacts, partsOf } from './part.ts';
import { recordsOf, type SearchRecord } from './record.ts';

/**
 * Files of fragments in the whole index at most: beyond, Pagefind puts several records into one. A host
 * takes 20,000 files, and half of them are for the pages.
 */
const maxFragments = 8000;

/** What of Pagefind's own files the search page loads; its ready-made interfaces are not published. */
const served =
  /^(?:pagefind-worker\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\..+\.pagefind)$/;

/** Characters that are gathered before they are written, and records that are on their way to Pagefind. */
const charactersAtOnce = 1 << 20;
const recordsAtOnce = 64;

const listName = 'parts.json';

/**
 * Writes what Pagefind will read into a folder: a file of records for each part of the index, one in a
 * line, and a list of the parts.
 */
export async function writeRecords(archive: Archive, folder: string): Promise<void> {
  const base = new URL(archive.facts.url).pathname;
  const parts = partsOf(archive);
  await mkdir(folder, { recursive: true });
  for (const part of parts) {
    const file = await open(path.join(folder, `${part.folder}.jsonl`), 'w');
    try {
      let gathered = '';
      for (const record of recordsOf(part.episodes, base)) {
        gathered += `${JSON.stringify(record)}\n`;
        if (gathered.length < charactersAtOnce) continue;
        await file.write(gathered);
        gathered = '';
      }
      await file.write(gathered);
    } finally {
      await file.close();
    }
  }
  const facts: IndexPartFacts[] = parts.map(({ folder: name, language }) => ({
    folder: name,
    language,
  }));
  await writeFile(path.join(folder, listName), JSON.stringify(facts));
}

/**
 * Builds the search index from what `writeRecords` wrote, one part after another, each by a process of
 * Pagefind's that ends with it and gives its memory back. The same records make the same bytes. Throws
 * what Pagefind complains about.
 */
export async function buildIndex(options: {
  recordsFolder: string;
  outFolder: string;
}): Promise<void> {
  const { recordsFolder, outFolder } = options;
  const list = await readFile(path.join(recordsFolder, listName), 'utf8');
  const parts = JSON.parse(list) as IndexPartFacts[];
  const files = new Map<string, number>();
  for (const { folder } of parts) {
    let count = 0;
    for await (const _ of readRecords(path.join(recordsFolder, `${folder}.jsonl`))) count++;
    files.set(folder, count);
  }
  const total = [...files.values()].reduce((sum, count) => sum + count, 0);

  await mkdir(outFolder, { recursive: true });
  for (const { folder } of parts) {
    const records = path.join(recordsFolder, `${folder}.jsonl`);
    const share = Math.floor((maxFragments * (files.get(folder) ?? 0)) / total);
    const out = path.join(outFolder, folder);
    await buildPart(records, out, folder, total > maxFragments ? Math.max(1, share) : undefined);
    // The same in each part; the page loads it once.
    await rename(path.join(out, 'pagefind.js'), path.join(outFolder, 'pagefind.js'));
    const made = await readdir(out, { withFileTypes: true });
    const analysed = made.some(({ name }) => name === `wasm.${folder}.pagefind`);
    for (const { name } of made.filter((entry) => entry.isFile())) {
      const isLoaded = served.test(name) && !(analysed && name === 'wasm.unknown.pagefind');
      if (!isLoaded) await rm(path.join(out, name));
    }
  }
  await writeFile(path.join(outFolder, listName), list);
}

async function buildPart(
  records: string,
  out: string,
  name: string,
  fragments: number | undefined,
): Promise<void> {
  const refuse = (errors: readonly string[]): void => {
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  };
  try {
    const { index, errors } = await pagefind.createIndex({
      // Its first part chooses the analyser. The whole begins the id of each record: short ids of two parts
      // would be the same now and then.
      forceLanguage: name,
      ...(fragments !== undefined && { maxFragments: fragments }),
    });
    refuse(errors);
    if (!index) throw new Error('Pagefind gave no index.');
    // One by one and in order: a folder is read in the order of its file system, another on each machine.
    let waiting: ReturnType<typeof index.addHTMLFile>[] = [];
    const settle = async (): Promise<void> => {
      for (const answer of await Promise.all(waiting)) refuse(answer.errors);
      waiting = [];
    };
    for await (const { url, html } of readRecords(records)) {
      waiting.push(index.addHTMLFile({ url, content: html }));
      if (waiting.length === recordsAtOnce) await settle();
    }
    await settle();
    refuse((await index.writeFiles({ outputPath: out })).errors);
  } finally {
    await pagefind.close();
  }
}

async function* readRecords(file: string): AsyncGenerator<SearchRecord> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    yield JSON.parse(line) as SearchRecord;
  }
}
