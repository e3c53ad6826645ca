import { foldedWords, isUnspaced } from '../archive/folded.ts';

/**
 * What a quote must have in it. A `word` is met by any form of it, a `phrase` by these very words one after
 * another, a `beginning` by every word that begins so.
 */
export interface Term {
  readonly kind: 'word' | 'phrase' | 'beginning';
  /** As it was typed, without its signs. */
  readonly text: string;
  /** Folded; one only, unless it is a phrase. */
  readonly words: readonly string[];
}

/** Ids that a quote may have, by the name of the filter; an absent filter lets everything pass. */
export interface Filters {
  readonly speaker?: readonly string[];
  readonly show?: readonly string[];
  readonly topic?: readonly string[];
  readonly episode?: readonly string[];
  readonly role?: readonly string[];
  readonly language?: readonly string[];
  readonly status?: readonly string[];
  /** The first and the last year or month, both of them included: `2019`, `2019-03`. */
  readonly from?: string;
  readonly to?: string;
}

/** The filters that are lists of ids. */
export const listFilters = [
  'speaker',
  'show',
  'topic',
  'episode',
  'role',
  'language',
  'status',
] as const;
export type ListFilter = (typeof listFilters)[number];

/** What somebody looks for: quotes that hold all terms, none of `without`, and pass the filters. */
export interface Query {
  readonly terms: readonly Term[];
  readonly without: readonly Term[];
  readonly filters: Filters;
}

/** Longer than anybody types; an address may hold more. */
export const longestQuery = 300;

const opening = '"“”„‟«»「」『』';
const piece = new RegExp(
  `(?<minus>[-−–](?=[^\\s${opening}]|[${opening}]))?(?:(?<name>\\p{L}+)[:：])?(?:[${opening}](?<quoted>[^${opening}]*)[${opening}]?|(?<bare>[^\\s${opening}]+))`,
  'gu',
);

/**
 * What somebody typed, understood. Quotation marks of any language make a phrase; `-` before a word or a
 * phrase leaves out quotes that hold it; `*` at its end takes all words that begin so; `speaker:`, `show:`,
 * `topic:`, `episode:`, `role:`, `language:`, `status:`, `year:`, `before:` and `after:` filter. What is none
 * of these is a word. Nothing typed is an error.
 *
 * parseQuery('tide "wrote them down" -salt speaker:jo-field year:2019')
 * // => { terms: [tide, “wrote them down”], without: [salt],
 * //      filters: { speaker: ['jo-field'], from: '2019', to: '2019' } }
 */
export function parseQuery(typed: string): Query {
  const terms: Term[] = [];
  const without: Term[] = [];
  let filters: Filters = {};
  for (const { groups = {} } of typed.slice(0, longestQuery).matchAll(piece)) {
    const { minus, name, quoted, bare } = groups;
    const value = quoted ?? bare ?? '';
    const filter = name === undefined ? undefined : filterOf(name.toLowerCase(), value.trim());
    if (filter && minus === undefined) {
      filters = joinFilters(filters, filter);
      continue;
    }
    // `10:30` and `note:` are words, not filters.
    const text = name === undefined ? value : `${name}:${value}`;
    const term = termOf(text, quoted !== undefined && name === undefined);
    const list = minus === undefined ? terms : without;
    if (term && !list.some((known) => isSame(known, term))) list.push(term);
  }
  return { terms, without, filters };
}

/**
 * The text that means a query: what one types to get it again.
 *
 * serializeQuery(parseQuery('year:2019 “the tide”')) // => '"the tide" year:2019'
 */
export function serializeQuery({ terms, without, filters }: Query): string {
  const { from, to } = filters;
  const ids = listFilters.flatMap((name) =>
    (filters[name] ?? []).map((id) => `${name}:${/\s/.test(id) ? `"${id}"` : id}`),
  );
  const isYear = from !== undefined && from === to;
  return [
    ...terms.map(serializeTerm),
    ...without.map((term) => `-${serializeTerm(term)}`),
    ...ids,
    ...(isYear
      ? [`year:${from}`]
      : [
          ...(from === undefined ? [] : [`after:${before(from)}`]),
          ...(to === undefined ? [] : [`before:${after(to)}`]),
        ]),
  ].join(' ');
}

export function serializeTerm({ kind, text }: Term): string {
  if (kind === 'phrase') return `"${text}"`;
  return kind === 'beginning' ? `${text}*` : text;
}

/** Both filters at once: lists of ids grow, years are those named last. */
export function joinFilters(one: Filters, other: Filters): Filters {
  const joined: Record<string, unknown> = { ...one, ...other };
  for (const name of listFilters) {
    const ids = [...new Set([...(one[name] ?? []), ...(other[name] ?? [])])];
    if (ids.length > 0) joined[name] = ids;
  }
  return joined as Filters;
}

/** Whether anything is asked for at all. */
export const isEmpty = ({ terms, without, filters }: Query): boolean =>
  terms.length === 0 && without.length === 0 && Object.keys(filters).length === 0;

function termOf(typed: string, isQuoted: boolean): Term | undefined {
  const text = typed.trim().replace(/\s+/g, ' ');
  const found = foldedWords(text).map(({ word }) => word);
  const [first] = found;
  if (first === undefined) return undefined;
  // The last character of a run stands alone only where the run ends: between others it has a neighbour.
  const words = found.filter(
    (word, index) => !(isTail(word) && isUnspaced(found[index - 1] ?? '')),
  );
  if (words.length === 1 && isTail(first)) return { kind: 'beginning', text, words };
  if (!isQuoted && words.length === 1 && /\p{L}|\p{N}/u.test(text) && text.endsWith('*'))
    return { kind: 'beginning', text: text.replace(/\*+$/, ''), words };
  const isPhrase = isQuoted || words.length > 1 || isUnspaced(first);
  return { kind: isPhrase ? 'phrase' : 'word', text, words };
}

/** A character of a script without blanks, alone. */
const isTail = (word: string): boolean => isUnspaced(word) && /^\P{M}\p{M}*$/u.test(word);

const isSame = (one: Term, other: Term): boolean =>
  one.kind === other.kind && one.words.join(' ') === other.words.join(' ');

function filterOf(name: string, value: string): Filters | undefined {
  if (value === '') return undefined;
  if ((listFilters as readonly string[]).includes(name)) return { [name]: [value] };
  if (name !== 'year' && name !== 'before' && name !== 'after') return undefined;
  const date = parseMonth(value);
  if (date === undefined) return undefined;
  if (name === 'year') return { from: date, to: date };
  return name === 'after' ? { from: after(date) } : { to: before(date) };
}

/**
 * A year or a month as the filters take it; undefined when it is none.
 *
 * parseMonth('2019-3') // => '2019-03'
 */
export function parseMonth(text: string): string | undefined {
  const [, year, month] = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  return Number(month) >= 1 && Number(month) <= 12
    ? `${year}-${month.padStart(2, '0')}`
    : undefined;
}

/** The year after a year, the month after a month. */
const after = (date: string): string => shift(date, 1);
const before = (date: string): string => shift(date, -1);

function shift(date: string, by: 1 | -1): string {
  const [year = '', month] = date.split('-');
  if (month === undefined) return String(Number(year) + by).padStart(4, '0');
  const months = Number(year) * 12 + Number(month) - 1 + by;
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
}
