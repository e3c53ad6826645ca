import { foldedWords, isUnspaced } from '../folded.ts';
import { MarkedWords, markWords } from '../marked-words.ts';
import type { Episode, EpisodeKey, Quote } from '../model.ts';
import { plainText } from '../quote.ts';
import { quotesIn, type SpokenWords } from './spoken-words.ts';

/** A word as it is compared, and as it is spelled. */
export interface SpelledWord {
  readonly word: string;
  readonly spelling: string;
}

/**
 * The words of a text as people count them. Where a script has no blanks they are what `Intl.Segmenter` of this
 * Node takes for words, of two characters and more. What stands in square brackets is no speech, and what has no
 * letter is no word.
 *
 * wholeWords('[laughs] The tide of 1911', 'en').map(({ word }) => word) // => ['the', 'tide', 'of']
 * wholeWords('港口的潮汐', 'zh').map(({ word }) => word) // => ['港口', '潮汐']
 */
export function wholeWords(text: string, language: string): SpelledWord[] {
  const speech = text.replace(bracketed, ' ');
  const words: SpelledWord[] = [];
  let hasUnspaced = false;
  for (const { word, start, end } of foldedWords(speech)) {
    if (isUnspaced(word)) hasUnspaced = true;
    else if (hasLetter(word)) words.push({ word, spelling: speech.slice(start, end) });
  }
  return hasUnspaced ? [...words, ...segments(speech, language)] : words;
}

/**
 * Every run of two characters and more in the parts of a text that have no blanks: whatever a dictionary would cut
 * out of a name.
 */
export function runsIn(text: string): string[] {
  const characters = foldedWords(text)
    .filter(({ word }) => isUnspaced(word))
    .map(({ word }) => firstOf(word));
  return characters.flatMap((_, start) =>
    characters
      .slice(start + 1)
      .map((__, more) => characters.slice(start, start + more + 2).join('')),
  );
}

const bracketed = /\[[^\]]*\]/g;
const hasLetter = (word: string): boolean => /\p{L}/u.test(word);
const firstOf = (word: string): string => /^\P{M}\p{M}*/u.exec(word)?.[0] ?? word;

const segmenters = new Map<string, Intl.Segmenter>();

function* segments(text: string, language: string): Generator<SpelledWord> {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    const characters = foldedWords(segment);
    if (characters.length < 2 || !characters.every(({ word }) => isUnspaced(word))) continue;
    const word = characters.map((one) => firstOf(one.word)).join('');
    yield { word, spelling: segment };
  }
}

/**
 * The whole words of an archive, each a number. Most quotes are as they are in `SpokenWords`, and are taken from
 * there; those with brackets or without blanks are read again.
 */
export class WholeWords {
  /** Each word by its number. */
  readonly texts: readonly string[];
  readonly #marked = new MarkedWords();
  readonly #spoken: SpokenWords;
  /** Words that have a number here alone. */
  readonly #numbers = new Map<string, number>();
  readonly #isWhole: Uint8Array;
  readonly #read: ReadonlyMap<EpisodeKey, ReadonlyMap<number, Uint32Array>>;

  constructor(episodes: readonly Episode[], spoken: SpokenWords) {
    this.#spoken = spoken;
    const texts = [...spoken.texts];
    const isUnspacedAt = Uint8Array.from(texts, (text) => Number(isUnspaced(text)));
    const hasUnspaced = (words: Uint32Array): boolean => {
      for (const word of words) if (isUnspacedAt[word] === 1) return true;
      return false;
    };
    const number = (word: string): number => {
      const known = this.numberOf(word) ?? texts.push(word) - 1;
      if (known >= spoken.texts.length) this.#numbers.set(word, known);
      return known;
    };
    const read = (episode: Episode): ReadonlyMap<number, Uint32Array> => {
      const again = new Map<number, Uint32Array>();
      let place = -1;
      for (const [quote] of quotesIn(episode)) {
        place++;
        const text = plainText(quote.content);
        if (!text.includes('[') && !hasUnspaced(spoken.in(episode, place))) continue;
        const words = wholeWords(text, episode.language);
        again.set(
          place,
          Uint32Array.from(words, ({ word }) => number(word)),
        );
      }
      return again;
    };
    this.#read = new Map(episodes.map((episode) => [episode.key, read(episode)]));
    this.texts = texts;
    this.#isWhole = Uint8Array.from(texts, (text) => Number(/\p{L}/u.test(text)));
  }

  /** Whether a number of `in` is one of a whole word. */
  isWhole(number: number): boolean {
    return this.#isWhole[number] === 1;
  }

  /** The number of a whole word; undefined for one that nobody says. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word) ?? (isUnspaced(word) ? undefined : this.#spoken.numberOf(word));
  }

  /** The words of a quote, by its place in its episode; numbers that are no words may be among them. */
  in(episode: Episode, place: number): Uint32Array {
    return this.#read.get(episode.key)?.get(place) ?? this.#spoken.in(episode, place);
  }

  /** How the same words are spelled: of each of them, by its place among them. Holds until it is asked again. */
  spelled(episode: Episode, place: number, quote: Quote): (index: number) => string {
    const text = plainText(quote.content);
    if (this.#read.get(episode.key)?.has(place)) {
      const words = wholeWords(text, episode.language);
      return (index) => words[index]!.spelling;
    }
    const { starts, ends } = markWords(text, this.#marked);
    return (index) => text.slice(starts[index], ends[index]);
  }
}
