import { foldedWords, isCharacter, isUnspaced, soughtWords } from '../archive/folded.ts';

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

/** Characters of a query at most: more than anybody types, less than an address may hold. */
export const longestQuery = 300;
/** The blank, the minus and the quotation marks that a term needs beside its text. */
const signs = 4;
/** `before:2019-03`: a filter of time takes as much room in whatever form, as one may become the other. */
const longestTime = 14;

/** Quotation marks, of whatever language. */
export const marks = '"“”„‟«»「」『』';
/** Quotation marks that belong together. What stands in one kind may hold the others. */
const pairs = ['""', '“”„‟', '«»', '「」', '『』'];
const paired = pairs.map((kind) => `[${kind}][^${kind}]*[${kind}]`).join('|');
/** What stands in quotation marks, as the source of an expression; what was never closed goes on to the next mark. */
export const quotedPattern = `(?:${paired}|[${marks}][^${marks}]*[${marks}]?)`;
const closing = new RegExp(`[${marks}]$`);
const piece = new RegExp(
  `(?<minus>[-−–](?=\\S))?(?:(?<name>\\p{L}+)[:：])?(?:(?<quoted>${quotedPattern})|(?<bare>[^\\s${marks}]+))`,
  'gu',
);

/**
 * What somebody typed, understood. Quotation marks of any language make a phrase; `-` before a word or a
 * phrase leaves out quotes that hold it; `*` at its end takes all words that begin so; `speaker:`, `show:`,
 * `topic:`, `episode:`, `role:`, `language:`, `status:`, `year:`, `before:` and `after:` filter. What is none
 * of these is a word. Nothing typed is an error; what is too long ends early, at the end of a word.
 *
 * parseQuery('tide "wrote them down" -salt speaker:jo-field year:2019')
 * // => { terms: [tide, “wrote them down”], without: [salt],
 * //      filters: { speaker: ['jo-field'], from: '2019', to: '2019' } }
 */
export function parseQuery(typed: string): Query {
  const terms: Term[] = [];
  const without: Term[] = [];
  let filters: Filters = {};
  let room = longestQuery;
  for (const { groups = {} } of typed.slice(0, 4 * longestQuery).matchAll(piece)) {
    const { minus, name, quoted, bare } = groups;
    const value = quoted === undefined ? (bare ?? '') : unquote(quoted);
    const filter = name === undefined ? undefined : filterOf(name.toLowerCase(), value.trim());
    if (filter && minus === undefined) {
      room -= Math.max(longestTime, serializeFilters(filter).length) + signs;
      if (room < 0) break;
      filters = joinFilters(filters, filter);
      continue;
    }
    // `10:30` and `note:` are words, not filters.
    const whole = name === undefined ? value : `${name}:${value}`;
    // Half a word is another word: only where nothing else is asked is it better than none.
    const isWhole = bare !== undefined && room < longestQuery;
    const text = isWhole ? whole : shorten(whole, room - signs);
    const term = termOf(text, quoted !== undefined && name === undefined);
    if (!term) continue;
    room -= term.text.length + signs;
    if (room < 0) break;
    const list = minus === undefined ? terms : without;
    if (!list.some((known) => isSame(known, term))) list.push(term);
  }
  return { terms, without, filters };
}

const unquote = (quoted: string): string => quoted.slice(1).replace(closing, '');

/** A text with single blanks, of so many characters at most; it ends where a word ends, if it can. */
function shorten(text: string, length: number): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, Math.max(0, length + 1)).replace(/ \S*$/, '');
  return cut.slice(0, Math.max(0, length)).replace(/ ?[\ud800-\udbff]$/, '');
}

/**
 * The text that means a query: what one types to get it again. A query that was typed comes back the same; of
 * one made otherwise, a text with every kind of quotation mark loses them.
 *
 * serializeQuery(parseQuery('year:2019 “the tide”')) // => '"the tide" year:2019'
 */
export function serializeQuery({ terms, without, filters }: Query): string {
  return [
    ...terms.map(serializeTerm),
    ...without.map((term) => `-${serializeTerm(term)}`),
    serializeFilters(filters),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A term as it is typed, with no more signs than it needs. */
export function serializeTerm(term: Term): string {
  const typed = [term.text, `${term.text}*`].find((text) => {
    const read = parseQuery(text);
    const [only, ...more] = [...read.terms, ...read.without];
    const isAlone = only !== undefined && more.length === 0 && read.without.length === 0;
    return isAlone && isSame(only, term) && only.text === term.text;
  });
  return typed ?? quote(term.text);
}

function serializeFilters(filters: Filters): string {
  const { from, to } = filters;
  const ids = listFilters.flatMap((name) =>
    (filters[name] ?? []).map((id) => `${name}:${needsMarks.test(id) ? quote(id) : id}`),
  );
  if (from !== undefined && from === to) return [...ids, `year:${from}`].join(' ');
  return [
    ...ids,
    ...(from === undefined ? [] : [`after:${before(from)}`]),
    ...(to === undefined ? [] : [`before:${after(to)}`]),
  ].join(' ');
}

const needsMarks = new RegExp(`[\\s${marks}]`);

/** In quotation marks of a kind that the text does not hold. */
export function quote(text: string): string {
  const free = pairs.find((kind) => [...kind].every((mark) => !text.includes(mark)));
  if (free === undefined) return `"${text.replace(new RegExp(`[${marks}]+`, 'g'), ' ').trim()}"`;
  return `${free[0]}${text}${free[1]}`;
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

function termOf(text: string, isQuoted: boolean): Term | undefined {
  const words = soughtWords(text);
  const [first] = foldedWords(text);
  if (first === undefined) return undefined;
  if (words.length > 1) return { kind: 'phrase', text, words };
  // Signs around a word are none of it.
  const own = { text: text.slice(first.start, first.end), words };
  if (isCharacter(first.word) || (!isQuoted && text[first.end] === '*'))
    return { kind: 'beginning', ...own };
  return { kind: isQuoted || isUnspaced(first.word) ? 'phrase' : 'word', ...own };
}

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
 * A year or a month as the filters take it; undefined when it is none, or has none of four digits beside it.
 *
 * parseMonth('2019-3') // => '2019-03'
 */
export function parseMonth(text: string): string | undefined {
  const [, year, month] = /^(?!0000|9999)(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text.trim()) ?? [];
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
