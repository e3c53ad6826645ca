import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as pagefind from 'pagefind';
import { parseCatalog } from './catalog.ts';
import { type BundleFacts, bundleForm, entryName } from './entry.ts';
import { prepared, type PreparedParts } from './prepare.ts';
import type { VocabularyFacts } from './vocabulary.ts';

/** Files in which Pagefind keeps its copies of a part's records. Nobody reads them: few are enough. */
const maxFragments = 4;

/** Records that are on their way to Pagefind. */
const recordsAtOnce = 64;

const pagefindEntry = 'pagefind-entry.json';

/** What of Pagefind's own files a part brings along; its ready-made interfaces are not published. */
const ofPart = /^pagefind\..+\.pf_meta$/;
const ofAll = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'];

/** What Pagefind's script reads first. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>;
}

/**
 * Builds the search index from what `prepareIndex` wrote, one part after another, each by a process of
 * Pagefind's that ends with it and gives its memory back. To Pagefind each part is a language, which it does not
 * know and takes as it is. The same records make the same bytes. Throws what Pagefind complains about.
 */
export async function buildIndex(options: {
  recordsFolder: string;
  outFolder: string;
}): Promise<void> {
  const { recordsFolder, outFolder } = options;
  const read = async <Value>(name: string): Promise<Value> =>
    JSON.parse(await readFile(path.join(recordsFolder, name), 'utf8')) as Value;
  const { names: parts, perFile } = await read<PreparedParts>(prepared.parts);
  const catalogText = await readFile(path.join(recordsFolder, prepared.catalog), 'utf8');
  const { rows } = parseCatalog(catalogText);
  const words = await read<{ facts: VocabularyFacts; pages: string[] }>(prepared.words);

  await mkdir(outFolder, { recursive: true });
  let entry: PagefindEntry | undefined;
  for (const [part, name] of parts.entries()) {
    const own = rows.filter((row) => row.part === part);
    const out = path.join(recordsFolder, name);
    await buildPart(path.join(recordsFolder, `${name}.txt`), out, name);
    const made = JSON.parse(await readFile(path.join(out, pagefindEntry), 'utf8')) as PagefindEntry;
    const count = made.languages[name]?.page_count;
    if (count !== own.length)
      throw new Error(`Unexpected ${count} records in ${name}, expected ${own.length}`);
    entry = { ...made, languages: { ...entry?.languages, ...made.languages } };
    await moveIn(out, outFolder);
  }
  if (entry) await writeFile(path.join(outFolder, pagefindEntry), JSON.stringify(entry));

  const quotesFolder = path.join(recordsFolder, prepared.quotes);
  const facts: BundleFacts = {
    form: bundleForm,
    parts,
    quotes: { folder: `quotes.${await digestOfFolder(quotesFolder)}`, perFile },
    catalog: `catalog.${digest(catalogText)}.json`,
    words: { folder: `words.${digest(words.pages.join('\n'))}`, ...words.facts },
  };
  await rename(quotesFolder, path.join(outFolder, facts.quotes.folder));
  await writeFile(path.join(outFolder, facts.catalog), catalogText);
  await mkdir(path.join(outFolder, facts.words.folder), { recursive: true });
  for (const [number, page] of words.pages.entries())
    await writeFile(path.join(outFolder, facts.words.folder, `${number}.txt`), page);
  await writeFile(path.join(outFolder, entryName), JSON.stringify(facts));
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Changes when any file of a folder does. */
async function digestOfFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(folder);
  for (const name of names.sort((a, b) => Number.parseInt(a) - Number.parseInt(b)))
    hash.update(await readFile(path.join(folder, name)));
  return hash.digest('hex').slice(0, 10);
}

async function buildPart(records: string, out: string, name: string): Promise<void> {
  const refuse = (errors: readonly string[]): void => {
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  };
  try {
    const { index, errors } = await pagefind.createIndex({
      // Words are folded already, and forms of a word are known to the page: no analyser is wanted.
      forceLanguage: name,
      maxFragments,
    });
    refuse(errors);
    if (!index) throw new Error('Pagefind gave no index.');
    // In order: Pagefind numbers records as they come, and the rows of the catalog are their numbers.
    let waiting: ReturnType<typeof index.addCustomRecord>[] = [];
    const settle = async (): Promise<void> => {
      for (const answer of await Promise.all(waiting)) refuse(answer.errors);
      waiting = [];
    };
    let number = 0;
    for await (const content of readLines(records)) {
      waiting.push(index.addCustomRecord({ url: String(number++), content, language: name }));
      if (waiting.length === recordsAtOnce) await settle();
    }
    await settle();
    refuse((await index.writeFiles({ outputPath: out })).errors);
  } finally {
    await pagefind.close();
  }
}

const readLines = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Infinity });

/** Moves what the search page needs of a part into the folder of all parts. */
async function moveIn(part: string, out: string): Promise<void> {
  await mkdir(path.join(out, 'index'), { recursive: true });
  for (const name of await readdir(path.join(part, 'index')))
    await rename(path.join(part, 'index', name), path.join(out, 'index', name));
  for (const name of await readdir(part)) {
    if (ofPart.test(name) || ofAll.includes(name))
      await cp(path.join(part, name), path.join(out, name));
  }
  await rm(part, { recursive: true, force: true });
}
