import { normalizeLabel } from '../archive/label.ts';
import { parseFrontMatter, parseYaml } from '../formats/front-matter.ts';
import { isFolder, readFolder } from '../store/folder.ts';
import { readReceipts, type Receipt } from '../store/receipts.ts';

/** What the content folder has already: import adds to it and changes none of it. */
export interface Existing {
  /** Ids of speakers and topics by each of their names and aliases, normalized. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  /** Names as they are shown, by id. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** Titles by id. */
  readonly shows: ReadonlyMap<string, string>;
  /** Of the interface, and of episodes that say no other. */
  readonly language?: string;
  /** Ids that are taken, by kind. */
  readonly taken: {
    readonly speakers: ReadonlySet<string>;
    readonly topics: ReadonlySet<string>;
    readonly episodes: ReadonlySet<string>;
  };
  /** Episodes that import did not write, by the key of their file’s name. */
  readonly episodes: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
  /** What was imported before, by what it was made from. */
  readonly imported: ReadonlyMap<string, readonly Receipt[]>;
  readonly importedPaths: readonly string[];
  /** The texts of the files that import wrote, by path, as they are now. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads what a content folder has that an import must know: names, ids, and what was imported before. */
export async function readExisting(content: string): Promise<Existing> {
  const names = { speakers: new Map<string, string>(), topics: new Map<string, string>() };
  const nameOf = new Map<string, string>();
  const taken = {
    speakers: new Set<string>(),
    topics: new Set<string>(),
    episodes: new Set<string>(),
  };
  const shows = new Map<string, string>();
  const episodes = new Map<string, { path: string; text: string }>();
  const texts = new Map<string, string>();
  let language: string | undefined;
  const receipts = await readReceipts(content);
  const ours = new Set(receipts.map(({ path }) => path));
  const files = (await isFolder(content)) ? (await readFolder(content, content)).files : [];
  for (const { path, file, text } of files) {
    const [folder = ''] = path.split('/');
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    if (path === 'archive.yaml') language = languageIn(text, file);
    else if (folder === 'episodes') {
      const key = path
        .split('/')
        .slice(2)
        .join('-')
        .replace(/\.\w+$/, '');
      // What import wrote keeps its key by its source; the rest is taken.
      if (ours.has(path)) texts.set(path, text);
      else {
        taken.episodes.add(key);
        episodes.set(key, { path, text });
      }
    } else if (folder === 'shows') {
      const { title } = parseFrontMatter(text, file).data;
      shows.set(id, typeof title === 'string' ? title : id);
    } else if (folder === 'speakers' || folder === 'topics') {
      taken[folder].add(id);
      const { data } = parseFrontMatter(text, file);
      const aliases = Array.isArray(data['aliases']) ? data['aliases'] : [];
      if (folder === 'speakers' && typeof data['name'] === 'string') nameOf.set(id, data['name']);
      for (const name of [data['name'], ...aliases]) {
        if (typeof name === 'string') names[folder].set(normalizeLabel(name), id);
      }
    }
  }
  return {
    ...names,
    nameOf,
    shows,
    ...(language !== undefined && { language }),
    taken,
    episodes,
    imported: Map.groupBy(receipts, ({ source }) => source),
    importedPaths: receipts.map(({ path }) => path),
    texts,
  };
}

function languageIn(text: string, file: string): string | undefined {
  const { language } = parseYaml(text, file).data;
  return typeof language === 'string' ? language : undefined;
}
