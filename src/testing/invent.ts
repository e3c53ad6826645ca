import type { Random } from './random.ts';
import type { Draft, DraftQuote, Token } from './lineage.ts';
import { emoji, pickWord, type Vocabulary } from './vocabulary.ts';

/** Types words that were not there before: each token has a serial of its own. */
export class Typist {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  #serial = 0;

  constructor(random: Random, vocabulary: Vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
  }

  /** Tokens of given words; `Yeah 👍` is two. */
  copy(text: string): Token[] {
    return tokenize(text).map((token) => ({ ...token, serial: this.#serial++ }));
  }

  /** Words by their frequency, without case or punctuation. */
  words(count: number): string[] {
    const { words, unspaced, emoji: share = 0 } = this.vocabulary;
    const typed: string[] = [];
    while (typed.length < count) {
      if (share > 0 && this.random.chance(share)) typed.push(this.random.pick(emoji));
      else if (unspaced) typed.push(...pickWord(words, this.random));
      else typed.push(pickWord(words, this.random));
    }
    return typed.slice(0, count);
  }

  /** Sentences of so many words in all. */
  sentences(count: number): Token[] {
    return this.punctuate(this.words(count)).flatMap((word) => this.copy(word));
  }

  punctuate(words: readonly string[]): string[] {
    const { comma, stops, unspaced } = this.vocabulary;
    let left = 0;
    return words.map((word, index) => {
      const begins = left === 0;
      if (begins) left = this.random.between(4, 18);
      left--;
      const cased = begins && !unspaced ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      if (left === 0 || index === words.length - 1) {
        left = 0;
        return cased + this.random.pick(stops);
      }
      return this.random.chance(0.08) ? cased + comma : cased;
    });
  }

  answer(): Token[] {
    return this.copy(this.random.pick(this.vocabulary.answers));
  }

  gap(): Token {
    return { ...this.copy('x')[0]!, text: this.random.pick(this.vocabulary.gaps), gap: true };
  }
}

const unspacedCharacter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const tokenPattern = new RegExp(
  `\\[[^\\]]{1,60}\\]\\p{P}*|${unspacedCharacter}[\\u3000-\\u303f\\uff00-\\uffef]*|(?:(?!${unspacedCharacter})\\S)+`,
  'gu',
);

/**
 * The words of a text with their punctuation; each character where there are no blanks.
 *
 * tokenize('Yes, 潮汐。') // => 'Yes,', '潮' and '汐。'
 */
export function tokenize(text: string): Omit<Token, 'serial'>[] {
  return (text.match(tokenPattern) ?? []).map((word) =>
    /^\[[^\]]+\]\p{P}*$/u.test(word) ? { text: word, gap: true } : { text: word },
  );
}

/** What comes back from episode to episode: voices, and words that are said again. */
export interface Show {
  readonly speakers: readonly string[];
  readonly phrases: readonly string[];
  readonly sponsor: string;
  /** Holds one `…` for each word that is another every time. */
  readonly greeting: string;
}

export function inventShow(typist: Typist): Show {
  const { random } = typist;
  const phrase = (count: number): string => typist.words(count).join(' ');
  return {
    speakers: ['ada', 'bo', 'chi', '?Voice', 'dee'].slice(0, random.between(2, 5)),
    phrases: [4, 6, 9, 14].map((count) => phrase(count)),
    sponsor: typist.punctuate(typist.words(random.between(14, 40))).join(' '),
    greeting: `${phrase(5)} … ${phrase(4)} … ${phrase(3)}`,
  };
}

export interface DraftOptions {
  readonly quotes: number;
  readonly times?: boolean;
  /** Share of the longer quotes in which something was not understood. */
  readonly gaps?: number;
  /** Share of quotes that are answers of one to three words. */
  readonly answers?: number;
  /** The sponsor's words now and then have another ending. */
  readonly variants?: boolean;
  /** Words of a usual quote. */
  readonly usual?: number;
}

/** Seconds that a word takes. */
export const pace = 0.36;

/**
 * A transcript of an episode. Many quotes are answers of one to three words; some are a sponsor's words,
 * said again, or share a phrase with others; a few have 200 words.
 */
export function inventDraft(typist: Typist, show: Show, options: DraftOptions): Draft {
  const { random } = typist;
  const draft: DraftQuote[] = [];
  let time = 0;
  let speaker = random.pick(show.speakers);
  const say = (tokens: readonly Token[]): void => {
    draft.push(quoteOf(speaker, tokens, options.times ? Math.round(time) : undefined));
    time += tokens.length * pace + random.next();
  };
  say(typist.copy(show.greeting.replaceAll('…', () => typist.words(1)[0]!)));
  while (draft.length < options.quotes) {
    speaker = random.pick(show.speakers);
    if (random.chance(options.answers ?? 0.4)) say(typist.answer());
    else if (random.chance(0.06)) {
      const ending = options.variants && random.chance(0.4) ? random.between(1, 6) : 0;
      say([...typist.copy(show.sponsor), ...typist.sentences(ending)]);
    } else {
      const quotes = random.chance(0.6) ? 1 : random.between(2, 5);
      for (let count = 0; count < quotes && draft.length < options.quotes; count++)
        say(inventTokens(typist, show, options));
    }
  }
  return draft;
}

function inventTokens(typist: Typist, show: Show, options: DraftOptions): Token[] {
  const { random } = typist;
  const tokens = typeTokens(typist, show, inventLength(random, options.usual ?? 18));
  if (random.chance(options.gaps ?? 0.02))
    tokens.splice(random.below(tokens.length + 1), random.below(3), typist.gap());
  return tokens;
}

/** Lengths as in conversations: some words, often about the usual, now and then up to 200. */
function inventLength(random: Random, usual: number): number {
  if (random.chance(0.03)) return random.between(80, 200);
  return Math.max(2, Math.min(200, Math.round(-Math.log(1 - random.next() * 0.98) * usual)));
}

export const quoteOf = (
  speaker: string,
  tokens: readonly Token[],
  startTime: number | undefined,
): DraftQuote => ({ speaker, tokens, ...(startTime !== undefined && { startTime }) });

/**
 * Words that nobody said before. At most half of them are a phrase of the show: with more, nobody could tell
 * whether another quote with that phrase was replaced or reworded.
 */
export function typeTokens(
  typist: Typist,
  show: Show,
  length = inventLength(typist.random, 14),
): Token[] {
  const { random } = typist;
  const tokens = typist.sentences(length);
  const phrase = typist.copy(random.pick(show.phrases));
  if (random.chance(0.15) && phrase.length * 2 <= length)
    tokens.splice(random.below(length - phrase.length), phrase.length, ...phrase);
  return tokens;
}
