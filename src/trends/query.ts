import { soughtWords } from '../archive/folded.ts';
import {
  isEmpty,
  longestQuery,
  marks,
  parseMonth,
  parseQuery,
  quote,
  quotedPattern,
  type Term,
} from '../search/query.ts';

/** One thing that is compared with others. */
export type Item =
  /** A word, or words in a row: these and no other forms of them, in any case, with or without accents. */
  | { readonly kind: 'said'; readonly text: string; readonly words: readonly string[] }
  /** All words that begin so. */
  | { readonly kind: 'beginning'; readonly text: string; readonly words: readonly string[] }
  /** An id, or what somebody typed for one. */
  | { readonly kind: 'speaker' | 'topic'; readonly value: string }
  /** What one can search for, and not count here: words left out, several filters, beginnings in a phrase. */
  | { readonly kind: 'other'; readonly text: string };

/** What somebody wants compared, and from when to when. The address of the page says all of it. */
export interface TrendQuery {
  readonly items: readonly Item[];
  /** Years or months, both of them included: `2019`, `2019-03`. */
  readonly from?: string;
  readonly to?: string;
}

const separators = ',，、،;；\n';
const piece = new RegExp(`(?:${quotedPattern}|[^${separators}])+`, 'gu');
const anyMarks = new RegExp(`[${marks}]+`, 'g');

/**
 * What somebody wants compared, in the language of the search: words, phrases, `topic:` and `speaker:`, parted by
 * commas. Words between two commas are a phrase, with quotation marks or without. Each thing comes once; what is
 * too long is left out, and what comes after it.
 *
 * parseItems('tide, "fog signal", topic:tides')
 * // => [{ kind: 'said', words: ['tide'], … }, { kind: 'said', words: ['fog', 'signal'], … },
 * //     { kind: 'topic', value: 'tides' }]
 */
export function parseItems(typed: string): Item[] {
  const items = new Map<string, Item>();
  let room = longestQuery;
  for (const [text] of typed.slice(0, 4 * longestQuery).matchAll(piece)) {
    for (const item of parsePiece(text.trim().replace(/\s+/g, ' '))) {
      if (items.has(keyOf(item))) continue;
      room -= serializeItem(item).length + between.length;
      if (room < 0) return [...items.values()];
      items.set(keyOf(item), item);
    }
  }
  return [...items.values()];
}

/** The same for two items that mean the same. */
export const keyOf = (item: Item): string =>
  'words' in item
    ? `${item.kind}:${item.words.join(' ')}`
    : `${item.kind}:${'value' in item ? item.value : item.text}`;

/** These items and others, each once. */
export const withItems = (items: readonly Item[], more: readonly Item[]): readonly Item[] => [
  ...new Map([...items, ...more].map((item) => [keyOf(item), item])).values(),
];

function parsePiece(text: string): Item[] {
  const query = parseQuery(text);
  const { terms, without, filters } = query;
  if (isEmpty(query)) return [];
  const { speaker = [], topic = [], ...others } = filters;
  if (without.length > 0 || Object.keys(others).length > 0) return [{ kind: 'other', text }];
  if (speaker.length + topic.length > 0) {
    if (terms.length > 0) return [{ kind: 'other', text }];
    return [
      ...speaker.map((value): Item => ({ kind: 'speaker', value })),
      ...topic.map((value): Item => ({ kind: 'topic', value })),
    ];
  }
  const [only, ...more] = terms;
  if (only && more.length === 0) return [itemOf(only)];
  if (terms.some(({ kind }) => kind === 'beginning')) return [{ kind: 'other', text }];
  const plain = text.replace(anyMarks, ' ').trim().replace(/\s+/g, ' ');
  return [{ kind: 'said', text: plain, words: soughtWords(plain) }];
}

const itemOf = ({ kind, text, words }: Term): Item => ({
  kind: kind === 'beginning' ? 'beginning' : 'said',
  text,
  words,
});

/** What parts things that are compared. */
const between = ', ';

/**
 * What one types to have these compared.
 *
 * serializeItems(parseItems('fog signal,topic:tides')) // => '"fog signal", topic:tides'
 */
export const serializeItems = (items: readonly Item[]): string =>
  items.map(serializeItem).join(between);

/** An item as it is typed. */
export function serializeItem(item: Item): string {
  if (item.kind === 'other') return item.text;
  if ('value' in item) {
    const bare = `${item.kind}:${item.value}`;
    return meansOnly(bare, item) ? bare : `${item.kind}:${quote(item.value)}`;
  }
  if (item.kind === 'beginning') return meansOnly(item.text, item) ? item.text : `${item.text}*`;
  const isBare = !/\s/.test(item.text) && meansOnly(item.text, item);
  return isBare ? item.text : quote(item.text);
}

/** Whether a text is read as this item alone, and nothing of it goes lost. */
function meansOnly(text: string, item: Item): boolean {
  const [only, ...more] = [...text.matchAll(piece)].flatMap(([own]) => parsePiece(own));
  if (only === undefined || more.length > 0 || keyOf(only) !== keyOf(item)) return false;
  return !('text' in only && 'text' in item) || only.text === item.text;
}

/**
 * What an address means. What it says wrongly is as if it said nothing.
 *
 * parseTrendQuery(new URLSearchParams('q=tide,topic:tides&from=2019'))
 * // => { items: [tide, topic:tides], from: '2019' }
 */
export function parseTrendQuery(given: URLSearchParams): TrendQuery {
  const from = parseMonth(given.get('from') ?? '');
  const to = parseMonth(given.get('to') ?? '');
  return {
    items: parseItems(given.get('q') ?? ''),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The address of a comparison, readable: empty, or `?q=tide,topic:tides&from=2019`. */
export function serializeTrendQuery({ items, from, to }: TrendQuery): string {
  const parts = [
    ...(items.length > 0 ? [`q=${encode(items.map(serializeItem).join(','))}`] : []),
    ...(from === undefined ? [] : [`from=${encode(from)}`]),
    ...(to === undefined ? [] : [`to=${encode(to)}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** As a form writes it, but for commas and colons, which need no signs in their place. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2C', ',').replaceAll('%3A', ':');
