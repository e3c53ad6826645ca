import { closest, distance } from 'fastest-levenshtein';
import { searchesIn } from '../archive/essay.ts';
import type { Archive, EssayEntry, Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { isEmpty, listFilters, longestQuery, parseQuery, type Term } from './query.ts';
import { type Names, namesOfArchive, resolveQuery, type Unresolved } from './resolve.ts';

/** Every name that stands before a colon and filters. */
const filterNames = [...listFilters, 'year', 'before', 'after'] as const;

/**
 * What is wrong with the queries of saved searches and in essays. What a reader may type and be told about must not stand in
 * a file: a filter that nothing is called, a date that is none, a query that asks for nothing.
 */
export function findQueryProblems(entries: readonly EssayEntry[], archive: Archive): Problem[] {
  const asked = entries.flatMap(queriesOf);
  if (asked.length === 0) return [];
  const names = everyName(archive);
  return asked.flatMap((query) => problemsOf(query, names));
}

/** A query and where it stands. */
interface Asked {
  readonly typed: string;
  readonly file: string;
  readonly place?: Place;
  /** Inside of a text, where it is an attribute. */
  readonly isInside: boolean;
}

function queriesOf({ file, facts, places, parts }: EssayEntry): Asked[] {
  const place = places.get('query');
  const own =
    facts.query === undefined
      ? []
      : [{ typed: facts.query, file, ...(place && { place }), isInside: false }];
  const inside = searchesIn(parts).map((search) => ({
    typed: search.query,
    file,
    place: search.place,
    isInside: true,
  }));
  return [...own, ...inside];
}

/** Of things that have said nothing yet, too: one may follow what they will say. */
function everyName(archive: Archive): Names {
  return {
    ...namesOfArchive(archive),
    speaker: archive.speakers.map(({ id, name }) => [id, name]),
    status: ['machine', 'reviewed', 'verified'].map((status) => [status, status]),
  };
}

type Told = Pick<Problem, 'rule' | 'message' | 'mend'> & Partial<Pick<Problem, 'severity'>>;

function problemsOf({ typed, file, place, isInside }: Asked, names: Names): Problem[] {
  const query = parseQuery(typed);
  const told: Told[] = [];
  if (isCut(typed)) told.push(tooLong(typed.length, isInside));
  if (isEmpty(query)) told.push(empty(typed, isInside));
  told.push(...torn(typed));
  for (const term of query.terms) told.push(...misspelt(term, typed));
  for (const term of query.without) told.push(...excluded(term, typed));
  for (const one of resolveQuery(query, names).unresolved) told.push(unknown(one, names));
  return told.map((one) => ({
    severity: 'error',
    file,
    ...(place && { place }),
    ...one,
  }));
}

/** Whether a word behind a query would not be read any more. */
function isCut(typed: string): boolean {
  const word = 'qzqz';
  const { terms, without } = parseQuery(`${typed} ${word}`);
  return ![...terms, ...without].some(({ text }) => text.endsWith(word));
}

const tooLong = (length: number, isInside: boolean): Told => ({
  rule: 'query-too-long',
  message: `Unexpected \`query\` of ${length} characters, expected fewer: the search reads about ${longestQuery}`,
  mend: `Shorten it, or make two ${isInside ? 'lists' : 'collections'} of it.`,
});

const empty = (typed: string, isInside: boolean): Told => ({
  rule: 'query-empty',
  message: `Unexpected \`query\` \`${typed}\`, expected words, a phrase or a filter: it asks for nothing`,
  mend: isInside
    ? 'For example: `query="fog speaker:jo-field"`.'
    : 'For example: `query: fog speaker:jo-field`. A collection without a search has no line `query`.',
});

const kinds = { speaker: 'speakers', show: 'shows', topic: 'topics' } as const;

function unknown({ filter, value }: Unresolved, names: Names): Told {
  const ids = names[filter].map(([id]) => id);
  const near = ids.length > 0 ? closest(value, ids) : undefined;
  const isFile = filter === 'speaker' || filter === 'show' || filter === 'topic';
  const expected = isFile
    ? `a name, or the name of a file in \`content/${kinds[filter]}\``
    : filter === 'episode'
      ? 'a title, or the file name of an episode'
      : `one that this archive has${ids.length > 0 && ids.length < 12 ? `: ${ids.join(', ')}` : ''}`;
  return {
    rule: 'unknown-filter',
    message: `Unexpected ${filter} \`${value}\` in \`query\`, expected ${expected}`,
    mend: near === undefined ? 'Take it out.' : `Did you mean \`${typedFilter(filter, near)}\`?`,
  };
}

const typedFilter = (name: string, id: string): string =>
  /\s/.test(id) ? `${name}:"${id}"` : `${name}:${id}`;

const quotation = /"[^"]*"|[“”„‟][^“”„‟]*[“”„‟]|«[^«»]*»|「[^「」]*」|『[^『』]*』/gu;

/** A query with a letter for each of its quotations: what is left was typed as signs and words. */
const withoutQuotations = (typed: string): string => typed.replace(quotation, 'x');

/** What looks like a filter in a term, unless it was put between quotation marks. */
function filterIn({ text }: Term, typed: string): { name: string; value: string } | undefined {
  const [, name = '', value = ''] = /^(\p{L}+)[:：](.*)$/su.exec(text) ?? [];
  const isTyped = name !== '' && withoutQuotations(typed).includes(text.slice(0, name.length + 1));
  return isTyped ? { name, value: value.trim() } : undefined;
}

const isFilter = (name: string): boolean => (filterNames as readonly string[]).includes(name);

/** `speaker: jo-field`, with a blank, is two words. */
function torn(typed: string): Told[] {
  const names = withoutQuotations(typed).matchAll(/(?<!\p{L})(\p{L}+)[:：](?=\s|$)/gu);
  return Array.from(names, ([, name = '']) => name.toLowerCase())
    .filter(isFilter)
    .map((name) => ({
      rule: 'wrong-filter',
      message: `Unexpected blank behind \`${name}:\` in \`query\`, expected what it filters by`,
      mend: `For example: \`${exampleOf(name)}\`.`,
    }));
}

const isTime = (name: string): boolean => ['year', 'before', 'after'].includes(name);

const exampleOf = (name: string): string => (isTime(name) ? `${name}:2019` : `${name}:jo-field`);

/** `year:20x9` and `speakr:jo-field` would be looked for as words. */
function misspelt(term: Term, typed: string): Told[] {
  const filter = filterIn(term, typed);
  if (!filter) return [];
  const name = filter.name.toLowerCase();
  if (isFilter(name)) {
    return [
      {
        rule: 'wrong-filter',
        message: `Unexpected \`${term.text}\` in \`query\`, expected a year or a month behind \`${name}:\``,
        mend: `For example: \`${exampleOf(name)}\` or \`${exampleOf(name)}-03\`.`,
      },
    ];
  }
  const near = closest(name, filterNames);
  if (distance(name, near) > (name.length > 5 ? 2 : 1)) return [];
  return [
    {
      rule: 'wrong-filter',
      severity: 'warning',
      message: `Unexpected \`${name}:\` in \`query\`, expected one of ${filterNames.map((one) => `${one}:`).join(', ')}: it is looked for as a word`,
      mend: `Did you mean \`${typedFilter(near, filter.value)}\`? For the words, put them between quotation marks.`,
    },
  ];
}

function excluded(term: Term, typed: string): Told[] {
  const filter = filterIn(term, typed);
  if (!filter || !isFilter(filter.name.toLowerCase())) return [];
  return [
    {
      rule: 'wrong-filter',
      message: `Unexpected \`-${term.text}\` in \`query\`, expected a word or a phrase behind the \`-\`: filters cannot be left out`,
      mend: 'Take it out, or name those that are meant: several filters of one name are alternatives.',
    },
  ];
}
