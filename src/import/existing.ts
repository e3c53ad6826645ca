import { normalizeLabel } from '../archive/label.ts';
import { parseFrontMatter } from '../formats/front-matter.ts';
import { isFolder, readFolder } from '../store/folder.ts';
import type { Existing } from './plan.ts';
import { readReceipts } from './write.ts';

/** What a content folder has that an import must know: names, ids, and what was imported before. */
export async function readExisting(content: string): Promise<Existing> {
  const names = { speakers: new Map<string, string>(), topics: new Map<string, string>() };
  const taken = {
    speakers: new Set<string>(),
    topics: new Set<string>(),
    episodes: new Set<string>(),
    shows: new Set<string>(),
  };
  const receipts = await readReceipts(content);
  const ours = new Set(receipts.map(({ path }) => path));
  const files = (await isFolder(content)) ? (await readFolder(content, content)).files : [];
  for (const { path, file, text } of files) {
    const [folder = ''] = path.split('/');
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    if (folder === 'episodes') {
      const key = path
        .split('/')
        .slice(2)
        .join('-')
        .replace(/\.\w+$/, '');
      // What import wrote keeps its key by its source; the rest is taken.
      if (!ours.has(path)) taken.episodes.add(key);
    } else if (folder === 'shows') taken.shows.add(id);
    else if (folder === 'speakers' || folder === 'topics') {
      taken[folder].add(id);
      const { data } = parseFrontMatter(text, file);
      const aliases = Array.isArray(data['aliases']) ? data['aliases'] : [];
      for (const name of [data['name'], ...aliases]) {
        if (typeof name === 'string') names[folder].set(normalizeLabel(name), id);
      }
    }
  }
  return {
    ...names,
    shows: taken.shows,
    taken,
    imported: new Map(
      receipts.filter(({ source }) => source !== '').map(({ source, path }) => [source, path]),
    ),
  };
}
