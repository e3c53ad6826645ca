import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { parseCatalog, serializeCatalog } from './catalog.ts';
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
  const catalog = parseCatalog(await readFile(path.join(recordsFolder, prepared.catalog), 'utf8'));
  const words = await read<{ facts: VocabularyFacts; pages: string[] }>(prepared.words);

  await mkdir(outFolder, { recursive: true });
  const total = catalog.rows.length;
  let entry: PagefindEntry | undefined;
  const ids: string[] = [];
  for (const [part, name] of parts.entries()) {
    const first = catalog.rows.findIndex((row) => row.part === part);
    const out = path.join(recordsFolder, name);
    await buildPart(path.join(recordsFolder, `${name}.txt`), out, name, first);
    for (const [row, id] of await idsOf(path.join(out, 'fragment'), name)) ids[row] = id;
    const made = JSON.parse(await readFile(path.join(out, pagefindEntry), 'utf8')) as PagefindEntry;
    entry = { ...made, languages: { ...entry?.languages, ...made.languages } };
    await moveIn(out, outFolder);
  }
  if (entry) await writeFile(path.join(outFolder, pagefindEntry), JSON.stringify(entry));

  const named = catalog.rows.map((row, index) => {
    const id = ids[index];
    if (id === undefined) throw new Error(`Pagefind lost record ${index} of ${total}.`);
    return { ...row, id };
  });
  const quotesFolder = path.join(recordsFolder, prepared.quotes);
  const catalogText = serializeCatalog({ ...catalog, rows: named });
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

async function buildPart(
  records: string,
  out: string,
  name: string,
  firstRow: number,
): Promise<void> {
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
    // In order: the same records make the same bytes.
    let waiting: ReturnType<typeof index.addCustomRecord>[] = [];
    const settle = async (): Promise<void> => {
      for (const answer of await Promise.all(waiting)) refuse(answer.errors);
      waiting = [];
    };
    let row = firstRow;
    for await (const content of readLines(records)) {
      waiting.push(index.addCustomRecord({ url: String(row++), content, language: name }));
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

/** Which name Pagefind gave to which row, without that of the part. */
async function idsOf(folder: string, part: string): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  const signature = 'pagefind_dcd'.length;
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(path.join(folder, name)))
      .subarray(signature)
      .toString('utf8');
    const read = JSON.parse(text) as { url: string } | Record<string, { url: string }>;
    const own =
      typeof read.url === 'string'
        ? [[path.parse(name).name, read.url] as const]
        : Object.entries(read as Record<string, { url: string }>).map(
            ([id, { url }]) => [id, url] as const,
          );
    for (const [id, url] of own) ids.set(Number(url), id.slice(part.length + 1));
  }
  return ids;
}

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
