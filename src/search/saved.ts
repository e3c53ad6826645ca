import { SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Archive, Collection, Found } from '../archive/model.ts';
import { parseQuery } from './query.ts';
import { namesOfArchive, resolveQuery } from './resolve.ts';
import { Scan, type Scanned, type ScannedQuote } from './scan.ts';

/**
 * An archive whose saved searches have what they find, as the search page finds it today. Reads all words once
 * when there is such a search; else it is the very archive.
 */
export async function answerSaved(
  archive: Archive,
  wordsOf = ({ episodes }: Archive): SpokenWords => SpokenWords.of(episodes),
): Promise<Archive> {
  const asked = archive.collections.flatMap(({ id, facts: { query } }) =>
    query === undefined ? [] : [{ id, query: parseQuery(query) }],
  );
  if (asked.length === 0) return archive;
  const names = namesOfArchive(archive);
  const scan = await Scan.of(archive, wordsOf(archive));
  const scanned = await scan.searchAll(asked.map(({ query }) => resolveQuery(query, names).query));
  const found = new Map(asked.map(({ id }, index) => [id, foundBy(scanned[index]!)]));
  const collections = archive.collections.map((collection): Collection => {
    const own = found.get(collection.id);
    return own ? { ...collection, found: own } : collection;
  });
  const collectionById = new Map(collections.map((collection) => [collection.id, collection]));
  return { ...archive, collections, collectionById };
}

const foundBy = ({ meaning, quotes }: Scanned): Found => ({
  quotes: oldestFirst(quotes),
  leftOut: meaning.leftOut.map(({ text }) => text),
  unknown: meaning.unknown.map(({ text }) => text),
});

/** The oldest episode first, the quotes of each as they were said. */
const oldestFirst = (newestFirst: readonly ScannedQuote[]): ScannedQuote[] =>
  [...Map.groupBy(newestFirst, ({ episode }) => episode).values()].reverse().flat();
