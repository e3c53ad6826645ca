import { foldedWords } from '../archive/folded.ts';
import type { Archive } from '../archive/model.ts';
import type { Catalog, Named } from './catalog.ts';
import { type Filters, type ListFilter, listFilters, type Query } from './query.ts';

/** What ids there are for each filter, and their names. */
export type Names = Readonly<Record<ListFilter, readonly Named[]>>;

/** A filter's value that is no id and no name of anything. */
export interface Unresolved {
  readonly filter: ListFilter;
  readonly value: string;
}

/** Roles, languages and states of review are their own names. */
const plain = (values: Iterable<string>): Named[] => Array.from(values, (value) => [value, value]);

/** The same names as in the catalog that is made of an archive. */
export function namesOfArchive(archive: Archive): Names {
  const { shows, speakers, topics, episodes } = archive;
  const speaking = episodes.flatMap(({ participants }) =>
    participants.filter(({ quotes }) => quotes > 0),
  );
  return {
    speaker: speakers
      .filter(({ counts }) => counts.quotes > 0)
      .map(({ id, name }): Named => [id, name]),
    show: shows.map(({ id, title }): Named => [id, title]),
    topic: topics.map(({ id, name }): Named => [id, name]),
    episode: episodes.map(({ key, title }): Named => [key, title]),
    role: plain(new Set(speaking.flatMap(({ role }) => role ?? []))),
    language: plain(new Set(episodes.map(({ language }) => language))),
    status: plain(new Set(episodes.flatMap(({ status }) => status ?? []))),
  };
}

const known = new WeakMap<Catalog, Names>();

/** The names of a catalog. */
export function namesOf(catalog: Catalog): Names {
  const names = known.get(catalog) ?? namesIn(catalog);
  known.set(catalog, names);
  return names;
}

function namesIn(catalog: Catalog): Names {
  return {
    speaker: catalog.speakers,
    show: catalog.shows,
    topic: catalog.topics,
    episode: catalog.episodes.map(({ key, title }) => [key, title]),
    role: plain(catalog.roles),
    language: plain(catalog.languages),
    status: plain(catalog.statuses),
  };
}

/**
 * A query whose filters are ids: what was typed may be an id, a name, or words that begin the words of a name;
 * several things of that name are alternatives. What nothing is called stays, finds nothing, and is named.
 *
 * resolveQuery(parseQuery('speaker:jo'), names).query.filters // => { speaker: ['jo-field'] }
 */
export function resolveQuery(
  query: Query,
  names: Names,
): { query: Query; unresolved: readonly Unresolved[] } {
  const unresolved: Unresolved[] = [];
  const filters: Record<string, unknown> = { ...query.filters };
  for (const filter of listFilters) {
    const values = query.filters[filter];
    if (!values) continue;
    const ids = values.flatMap((value) => {
      const found = idsOf(value, names[filter]);
      if (found.length === 0) unresolved.push({ filter, value });
      return found.length === 0 ? [value] : found;
    });
    filters[filter] = [...new Set(ids)];
  }
  return { query: { ...query, filters: filters as Filters }, unresolved };
}

function idsOf(value: string, names: readonly Named[]): string[] {
  if (names.some(([id]) => id === value)) return [value];
  const asked = wordsIn(value);
  if (asked.length === 0) return [];
  const same = names.filter(([id, name]) =>
    [id, name].some((one) => wordsIn(one).join(' ') === asked.join(' ')),
  );
  if (same.length > 0) return same.map(([id]) => id);
  return names.filter(([, name]) => isBegun(name, asked)).map(([id]) => id);
}

/**
 * Whether each of these folded words begins a word of a name.
 *
 * isBegun('Jo Field', ['fie']) // => true
 */
export function isBegun(name: string, asked: readonly string[]): boolean {
  const words = wordsIn(name);
  return asked.length > 0 && asked.every((begin) => words.some((word) => word.startsWith(begin)));
}

/** The folded words of a name. */
export const wordsIn = (text: string): string[] => foldedWords(text).map(({ word }) => word);
