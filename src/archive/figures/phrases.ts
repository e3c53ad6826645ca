/** What was said, word after word, period after period. */
export interface SaidInOrder {
  /** Each word a number from 1; a 0 stands after each quote. */
  readonly numbers: Uint32Array;
  /** Where the words of each period end, oldest first. */
  readonly ends: readonly number[];
  /** The highest number of a word. */
  readonly highest: number;
}

/** Words in a phrase at most. */
export const longestPhrase = 3;

/** Takes a phrase, and how often it was said in each period: these are used again for the next phrase. */
export type TakePhrase = (words: readonly number[], counts: Uint32Array) => void;

/**
 * Counts all phrases of two and three words that were said so often, in the order of the numbers of their words.
 * A phrase lies within one quote; one that overlaps itself counts each time.
 *
 * No table of phrases is kept, most of which are said once: the places of all words are sorted by the word,
 * those of one word by the word that follows, and so on. That takes four bytes for each word that was said.
 *
 * countPhrases({ numbers: Uint32Array.of(1, 2, 0, 1, 2, 0), ends: [3, 6], highest: 2 }, 2, take)
 * // take([1, 2], [1, 1])
 */
export function countPhrases(said: SaidInOrder, least: number, take: TakePhrase): void {
  const beginnings = new Beginnings(said, least, take);
  for (const [index, places] of placesOfWords(said, least).entries())
    if (places.length >= least) beginnings.extend([index + 1], places);
}

/** For each word where it stands, in order; nowhere for words that are said less often. */
function placesOfWords({ numbers, highest }: SaidInOrder, least: number): Uint32Array[] {
  const sizes = new Uint32Array(highest + 1);
  for (const word of numbers) sizes[word]!++;
  for (const [word, size] of sizes.entries()) if (size < least) sizes[word] = 0;
  sizes[0] = 0;
  const places = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  const starts = new Uint32Array(highest + 2);
  for (const [word, size] of sizes.entries()) starts[word + 1] = starts[word]! + size;
  const next = starts.slice();
  for (let place = 0; place < numbers.length; place++) {
    const word = numbers[place]!;
    if (sizes[word] !== 0) places[next[word]!++] = place;
  }
  return Array.from({ length: highest }, (_, index) =>
    places.subarray(starts[index + 1], starts[index + 2]),
  );
}

/** Looks for the words that follow a beginning, and then for those that follow these. */
class Beginnings {
  readonly #said: SaidInOrder;
  readonly #least: number;
  readonly #take: TakePhrase;
  /** For each length of a beginning a number for each word, which is 0 when nobody looks. */
  readonly #counts: readonly Uint32Array[];
  readonly #byPeriod: Uint32Array;

  constructor(said: SaidInOrder, least: number, take: TakePhrase) {
    this.#said = said;
    this.#least = least;
    this.#take = take;
    this.#counts = Array.from({ length: longestPhrase }, () => new Uint32Array(said.highest + 1));
    this.#byPeriod = new Uint32Array(said.ends.length);
  }

  /** Takes the phrases that begin with these words, which stand at these places. */
  extend(beginning: readonly number[], places: Uint32Array): void {
    const followers = this.#followersOf(beginning, places);
    for (const [word, own] of followers) {
      const phrase = [...beginning, word];
      this.#take(phrase, this.#countByPeriod(own));
      if (phrase.length < longestPhrase) this.extend(phrase, own);
    }
  }

  /** The words that follow often enough, in order, each with the places of the beginnings that it follows. */
  #followersOf(
    beginning: readonly number[],
    places: Uint32Array,
  ): (readonly [word: number, places: Uint32Array])[] {
    const { numbers } = this.#said;
    const ahead = beginning.length;
    const counts = this.#counts[ahead]!;
    const met: number[] = [];
    for (const place of places) {
      const word = numbers[place + ahead]!;
      if (word !== 0 && counts[word]!++ === 0) met.push(word);
    }
    const followers = met
      .filter((word) => counts[word]! >= this.#least)
      .sort((a, b) => a - b)
      .map((word) => [word, new Uint32Array(counts[word]!)] as const);
    for (const word of met) counts[word] = 0;
    // Now the number of a word is that of its place among the followers, from 1.
    for (const [index, [word]] of followers.entries()) counts[word] = index + 1;
    const filled = new Uint32Array(followers.length);
    for (const place of places) {
      const index = counts[numbers[place + ahead]!]! - 1;
      if (index >= 0) followers[index]![1][filled[index]!++] = place;
    }
    for (const [word] of followers) counts[word] = 0;
    return followers;
  }

  #countByPeriod(places: Uint32Array): Uint32Array {
    const { ends } = this.#said;
    const counts = this.#byPeriod.fill(0);
    let period = 0;
    for (const place of places) {
      while (place >= ends[period]!) period++;
      counts[period]!++;
    }
    return counts;
  }
}
