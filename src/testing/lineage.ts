import type { Fate, NewQuote, OldQuote } from '../archive/bind.ts';
import type { QuoteId } from '../archive/model.ts';
import { canonicalWords } from '../archive/canon.ts';
import { countWords } from '../archive/word.ts';

/**
 * Transcripts whose words know where they come from, and a judge of fates that asks for nothing else.
 *
 * A **draft** is a transcript at one moment: quotes in order, each with a speaker, maybe a time, and tokens.
 * A **token** is a word with its punctuation; where a script has no blanks, a character. It is born with a
 * serial number, and keeps it wherever it is moved and however it is misspelt, misheard, recased or
 * repunctuated. A word that an editor types is born anew, even where the same word stood before. What was
 * copied keeps the serials of what it was copied from.
 *
 * An id was cited for the tokens of a quote. Shown with another quote, it tells the **truth** if
 *  (a) at least half of the cited tokens are there, each counted once, or
 *  (b) at least half of the tokens there are cited ones, or
 *  (c) the words are equal, case and punctuation aside: equal words are the same words, whoever typed them.
 * Else it is a **lie**. An id that has lived through revisions is judged by its first and by its last words.
 * A **gap** such as `[unintelligible]` is no word and does not count, unless there is nothing else; of the
 * words that fill it in, the first has its serial.
 */
export interface Token {
  readonly serial: number;
  readonly text: string;
  readonly gap?: true;
}

export interface DraftQuote {
  readonly speaker: string;
  readonly startTime?: number;
  readonly tokens: readonly Token[];
}

export type Draft = readonly DraftQuote[];

/** An id with the quote that it was first cited for, and the one that it showed last. */
export interface Holder {
  readonly id: QuoteId;
  readonly first: DraftQuote;
  readonly last: DraftQuote;
  readonly gone?: true;
}

export type Bind = (old: readonly OldQuote[], fresh: readonly NewQuote[]) => readonly Fate[];

/** Quotes of so many words are citable: no lie is ever allowed of them, and they should be kept. */
export const citableWords = 8;

export interface Verdict {
  readonly id: QuoteId;
  /** `none`: nobody said what became of it. */
  readonly word: 'truth' | 'lie' | 'notice' | 'none';
  readonly fate?: Fate;
  /** A lie with the words of another old quote that was equal to it. */
  readonly twin: boolean;
  readonly citable: boolean;
  /** No quote of the new draft has exactly its words. */
  readonly changed: boolean;
  /** There was a quote with which it would have told the truth, by (a) or (b). */
  readonly possible: boolean;
}

const written = new WeakMap<DraftQuote, string>();

/** The canonical words of a quote. */
export function wordsOf(quote: DraftQuote): string {
  let words = written.get(quote);
  if (words === undefined) {
    words = canonicalWords(quote.tokens.map(({ text }) => text).join(' '));
    written.set(quote, words);
  }
  return words;
}

/**
 * Whether the words of a quote come from another: (a) and (b).
 *
 * descends(quote, quote.tokens.slice(0, 1)) // => true: all that is shown was cited
 */
export function descends(cited: DraftQuote, shown: DraftQuote): boolean {
  return isHalfIn(cited, shown) || isHalfIn(shown, cited);
}

/** Whether at least half of the words of a quote are in another, each counted once. */
function isHalfIn(quote: DraftQuote, other: DraftQuote): boolean {
  const there = new Set(other.tokens.map(({ serial }) => serial));
  const words = [...new Set(countable(quote).map(({ serial }) => serial))];
  const found = words.filter((serial) => there.has(serial)).length;
  return found > 0 && found * 2 >= words.length;
}

/** Whether an id that was cited for one quote may show another: (a), (b) or (c). */
export const isTrue = (cited: DraftQuote, shown: DraftQuote): boolean =>
  lettersOf(cited) === lettersOf(shown) || descends(cited, shown);

/**
 * Whether an id may show a quote: it is true to the first words and to the last ones. A stock phrase that is
 * said twice may come to stand twice in one quote, once with serials that were cited and once with others. If
 * the quote falls apart again, either is the phrase that was cited: so where a quote descends from the last
 * words it need not descend from the first ones, if half of it is quoted from them, or half of them in it.
 * Another quote with that phrase is a lie as before.
 */
export function isTold(
  { first, last }: Pick<Holder, 'first' | 'last'>,
  shown: DraftQuote,
): boolean {
  if (!isTrue(last, shown)) return false;
  if (isTrue(first, shown)) return true;
  return descends(last, shown) && (isQuoted(first, shown) || isQuoted(shown, first));
}

/** Whether at least half of the words of a quote stand in another, in runs of citable length. */
function isQuoted(other: DraftQuote, quote: DraftQuote): boolean {
  const runsOf = (words: readonly string[]): string[] =>
    words.flatMap((_, at) =>
      at + citableWords <= words.length ? [words.slice(at, at + citableWords).join(' ')] : [],
    );
  const known = new Set(runsOf(lettersOfEach(other)));
  const words = lettersOfEach(quote);
  const quoted = new Set(
    runsOf(words).flatMap((run, at) =>
      known.has(run) ? Array.from({ length: citableWords }, (_, next) => at + next) : [],
    ),
  );
  return quoted.size > 0 && quoted.size * 2 >= words.length;
}

const lettersOfEach = (quote: DraftQuote): string[] =>
  countable(quote)
    .map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
    .filter((text) => text !== '');

/** Scripts without blanks have none where a comma was either. */
const betweenCharacters =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** The words of a quote without case and punctuation; of a quote that is nothing else, as they are. */
function lettersOf(quote: DraftQuote): string {
  const words = wordsOf(quote);
  return (
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu, ' ')
      .replace(betweenCharacters, '')
      .trim() || words
  );
}

function countable({ tokens }: DraftQuote): readonly Token[] {
  const words = tokens.filter(({ gap }) => !gap);
  return words.length > 0 ? words : tokens;
}

/**
 * The verdict on each id, by lineage alone. Whether the fates are well formed is another question:
 * `findFaults` answers it.
 *
 * judge(holders, draft, bind(old, fresh)).filter(({ word }) => word === 'lie') // => []
 */
export function judge(
  holders: readonly Holder[],
  after: Draft,
  fates: readonly Fate[],
): readonly Verdict[] {
  const equal = new Set(after.map(wordsOf));
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  let places: Map<number, number[]> | undefined;
  return holders.map((holder) => {
    const fate = byId.get(holder.id);
    const word = judgeFate(holder, after, fate);
    const citable = [holder.first, holder.last].some(
      (quote) => countWords(wordsOf(quote)) >= citableWords,
    );
    const isPossible = (): boolean => {
      places ??= locate(after);
      const near = new Set(holder.last.tokens.flatMap(({ serial }) => places!.get(serial) ?? []));
      return [...near].some(
        (at) => descends(holder.first, after[at]!) && descends(holder.last, after[at]!),
      );
    };
    const possible = citable && !holder.gone && (word === 'truth' || isPossible());
    const twin = word === 'lie' && holders.some((other) => isTwin(holder, other, after[fate!.at]));
    const changed = !equal.has(wordsOf(holder.last));
    return { id: holder.id, word, twin, citable, changed, possible, ...(fate && { fate }) };
  });
}

function judgeFate(holder: Holder, after: Draft, fate: Fate | undefined): Verdict['word'] {
  if (!fate) return 'none';
  if (fate.kind === 'notice') return 'notice';
  const shown = after[fate.at];
  if (!shown) return 'lie';
  return isTold(holder, shown) ? 'truth' : 'lie';
}

const isTwin = (holder: Holder, other: Holder, shown: DraftQuote | undefined): boolean =>
  shown !== undefined &&
  other !== holder &&
  wordsOf(other.last) === wordsOf(holder.last) &&
  isTrue(other.last, shown);

/** The quotes in which each serial stands. */
function locate(draft: Draft): Map<number, number[]> {
  const places = new Map<number, number[]>();
  draft.forEach(({ tokens }, at) => {
    for (const { serial } of tokens) {
      const known = places.get(serial);
      if (known) known.push(at);
      else places.set(serial, [at]);
    }
  });
  return places;
}
