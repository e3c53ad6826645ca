import type { Archive, Collection, Found } from '../archive/model.ts';
import { parseQuery } from './query.ts';
import { type Names, namesOfArchive, resolveQuery } from './resolve.ts';
import { Scan, type ScannedQuote } from './scan.ts';

/**
 * An archive whose saved searches have what they find, as the search page finds it today. Reads all words once
 * when there is such a search; else it is the very archive.
 */
export async function answerSaved(archive: Archive): Promise<Archive> {
  if (archive.collections.every(({ facts }) => facts.query === undefined)) return archive;
  const scan = await Scan.of(archive);
  const names = namesOfArchive(archive);
  const collections: Collection[] = [];
  for (const collection of archive.collections) {
    const { query } = collection.facts;
    collections.push(
      query === undefined ? collection : { ...collection, found: await answer(query, names, scan) },
    );
  }
  const collectionById = new Map(collections.map((collection) => [collection.id, collection]));
  return { ...archive, collections, collectionById };
}

async function answer(typed: string, names: Names, scan: Scan): Promise<Found> {
  const { meaning, quotes } = await scan.search(resolveQuery(parseQuery(typed), names).query);
  return {
    quotes: oldestFirst(quotes),
    leftOut: meaning.leftOut.map(({ text }) => text),
    unknown: meaning.unknown.map(({ text }) => text),
  };
}

/** The oldest episode first, the quotes of each as they were said. */
const oldestFirst = (newestFirst: readonly ScannedQuote[]): ScannedQuote[] =>
  [...Map.groupBy(newestFirst, ({ episode }) => episode).values()].reverse().flat();
