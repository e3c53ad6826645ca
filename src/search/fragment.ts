import { foldWord, isUnspaced, type Term } from './query.ts';

/** What Pagefind keeps of a record, as its script gives it. Everything in it is text, never HTML. */
export interface Fragment {
  readonly meta: Readonly<Record<string, string>>;
  readonly content: string;
  /** As `content`, with `<` and `>` encoded, and zero-width spaces between words that no blank parts. */
  readonly raw_content: string;
  readonly anchors: readonly {
    readonly id: string;
    readonly title?: string;
    readonly location: number;
  }[];
}

/** A quote of a record. `words` are places in `text`: where each word starts and ends. */
export interface RecordedQuote {
  readonly id: string;
  readonly text: string;
  /** Seconds into the recording. */
  readonly time: number | undefined;
  readonly words: readonly Range[];
  /** The number of its first word in the record; Pagefind names words by it. */
  readonly firstWord: number;
}

export type Range = readonly [start: number, end: number];

/** A term of a query, and the words of a record in which Pagefind found it, by number. */
export interface FoundTerm extends Term {
  readonly locations: ReadonlySet<number>;
}

/** The quotes of a record, in order. */
export function quotesOf(fragment: Fragment): RecordedQuote[] {
  const { content, anchors } = fragment;
  const words = rangesOfWords(fragment);
  return anchors.map(({ id, title, location }, index) => {
    const own = words.slice(location, anchors[index + 1]?.location ?? words.length);
    const from = own[0]?.[0] ?? 0;
    return {
      id,
      text: content.slice(from, own.at(-1)?.[1] ?? from),
      time: title !== undefined && /^\d+$/.test(title) ? Number(title) : undefined,
      words: own.map(([start, end]) => [start - from, end - from] as const),
      firstWord: location,
    };
  });
}

/**
 * The words among those found for a term that do not have its letters in them: other forms of it (`copied`
 * for `copies`), or, where nothing has the term, what Pagefind takes in its place (`in` for `inzzz`).
 */
export function unlikeWords(fragment: Fragment, { text, locations }: FoundTerm): Set<number> {
  const looked = foldWord(text);
  const ranges = rangesOfWords(fragment);
  const has = (location: number): boolean => {
    const range = ranges[location];
    return range !== undefined && foldWord(fragment.content.slice(...range)).includes(looked);
  };
  return new Set([...locations].filter((location) => !has(location)));
}

/** Where each word stands in the content, cut as Pagefind's script cuts it for its own excerpts. */
function rangesOfWords({ content, raw_content: raw }: Fragment): Range[] {
  const ranges: Range[] = [];
  const parted = raw.includes('\u200b') ? raw.split('\u200b') : raw.split(/([^\S\ufeff]+)/);
  let at = 0;
  for (const [index, piece] of parted.entries()) {
    const start = at;
    for (let inside = 0; inside < piece.length; at++) {
      const encoded = content[at] === '<' ? '&lt;' : content[at] === '>' ? '&gt;' : '';
      inside += encoded !== '' && piece.startsWith(encoded, inside) ? encoded.length : 1;
    }
    const isBlank = !raw.includes('\u200b') && index % 2 === 1;
    if (!isBlank) ranges.push([start, start + content.slice(start, at).trimEnd().length]);
  }
  return ranges;
}

/**
 * Where a quote has what was looked for: places in its text, in order. Undefined when a term is not in it:
 * Pagefind finds records, and the word may be in the quote beside.
 *
 * matchQuote(quote, [{ text: 'tables', isPhrase: false, locations: new Set([4]) }], 'en') // => [[11, 17]]
 */
export function matchQuote(
  quote: RecordedQuote,
  terms: readonly FoundTerm[],
  language: string,
): Range[] | undefined {
  const found: Range[] = [];
  for (const term of terms) {
    const places = term.isPhrase
      ? findPhrase(quote, term.text, language)
      : quote.words.filter((_, index) => term.locations.has(quote.firstWord + index));
    if (places.length === 0) return undefined;
    found.push(...places);
  }
  return mergeRanges(found);
}

/** Where the very words of a phrase stand one after another; case, accents and punctuation are let be. */
function findPhrase({ text, words }: RecordedQuote, phrase: string, language: string): Range[] {
  const gap = isUnspaced(language) ? '' : ' ';
  const fold = (parts: readonly string[]): string =>
    gap +
    parts
      .map(foldWord)
      .filter(Boolean)
      .map((word) => word + gap)
      .join('');
  const looked = fold(phrase.split(/\s+/));
  if (looked.trim() === '') return [];

  let joined = gap;
  const borders: { readonly at: number; readonly range: Range }[] = [];
  for (const range of words) {
    const folded = foldWord(text.slice(...range));
    if (folded === '') continue;
    borders.push({ at: joined.length, range });
    joined += folded + gap;
  }
  const places: Range[] = [];
  for (let at = joined.indexOf(looked); at !== -1; at = joined.indexOf(looked, at + 1)) {
    const from = at + gap.length;
    const to = at + looked.length - gap.length;
    const first = borders.findLast((border) => border.at <= from);
    const last = borders.findLast((border) => border.at < to);
    if (first && last) places.push([first.range[0], last.range[1]]);
  }
  return places;
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
