import { newestListed } from '../archive/collection.ts';
import { type EssayPart, searchesIn } from '../archive/essay.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Archive, Collection, Found } from '../archive/model.ts';
import { parseQuery } from './query.ts';
import { namesOfArchive, resolveQuery } from './resolve.ts';
import { Scan, type Scanned, type ScannedQuote } from './scan.ts';

/**
 * An archive whose saved searches, and the searches in whose essays, have what they find, as the search page finds
 * it today. Reads all words once when there is such a search; else it is the very archive.
 */
export async function answerSaved(
  archive: Archive,
  wordsOf = ({ episodes }: Archive): SpokenWords => SpokenWords.of(episodes),
): Promise<Archive> {
  const typed = archive.collections.flatMap(queriesIn);
  if (typed.length === 0) return archive;
  const names = namesOfArchive(archive);
  const scan = await Scan.of(archive, wordsOf(archive));
  const queries = [...new Set(typed)];
  const scanned = await scan.searchAll(
    queries.map((query) => resolveQuery(parseQuery(query), names).query),
  );
  const answers = new Map(queries.map((query, index) => [query, scanned[index]!]));
  const collections = archive.collections.map((collection) => answer(collection, answers));
  const collectionById = new Map(collections.map((collection) => [collection.id, collection]));
  return { ...archive, collections, collectionById };
}

const queriesIn = ({ facts: { query }, parts }: Collection): string[] => [
  ...(query === undefined ? [] : [query]),
  ...searchesIn(parts).map((search) => search.query),
];

function answer(collection: Collection, answers: ReadonlyMap<string, Scanned>): Collection {
  const { facts, parts } = collection;
  const own = facts.query === undefined ? undefined : answers.get(facts.query);
  const answered = parts.map((part): EssayPart => {
    const found = part.type === 'search' ? answers.get(part.query) : undefined;
    if (part.type !== 'search' || !found) return part;
    return { ...part, found: foundBy(found, found.quotes.slice(0, part.limit)) };
  });
  return {
    ...collection,
    parts: answered,
    ...(own && { found: foundBy(own, newestListed(oldestFirst(own.quotes))) }),
  };
}

const foundBy = ({ meaning, quotes }: Scanned, kept: Found['quotes']): Found => ({
  quotes: kept,
  total: quotes.length,
  leftOut: meaning.leftOut.map(({ text }) => text),
  unknown: meaning.unknown.map(({ text }) => text),
});

/** The oldest episode first, the quotes of each as they were said. */
const oldestFirst = (newestFirst: readonly ScannedQuote[]): ScannedQuote[] =>
  [...Map.groupBy(newestFirst, ({ episode }) => episode).values()].reverse().flat();
