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
  /** For each length of a beginning the places of those that go on, sorted by the word that follows. */
  readonly #sorted: Uint32Array[];
  /** The words that follow at these places, so that each is fetched once. */
  #following = new Uint32Array();
  readonly #byPeriod: Uint32Array;

  constructor(said: SaidInOrder, least: number, take: TakePhrase) {
    this.#said = said;
    this.#least = least;
    this.#take = take;
    this.#counts = Array.from({ length: longestPhrase }, () => new Uint32Array(said.highest + 1));
    this.#sorted = Array.from({ length: longestPhrase }, () => new Uint32Array());
    this.#byPeriod = new Uint32Array(said.ends.length);
  }

  /** Takes the phrases that begin with these words, which stand at the places between two of a list. */
  extend(
    beginning: readonly number[],
    places: Uint32Array,
    from = 0,
    to: number = places.length,
  ): void {
    const { words, ends, sorted } = this.#followersOf(beginning.length, places, from, to);
    let start = 0;
    for (const [index, word] of words.entries()) {
      const end = ends[index]!;
      const phrase = [...beginning, word];
      this.#take(phrase, this.#countByPeriod(sorted, start, end));
      if (phrase.length < longestPhrase && end - start >= this.#least)
        this.extend(phrase, sorted, start, end);
      start = end;
    }
  }

  /** The words that follow often enough, in order, and where the places of the beginnings end that each follows. */
  #followersOf(
    ahead: number,
    places: Uint32Array,
    from: number,
    to: number,
  ): {
    readonly words: readonly number[];
    readonly ends: readonly number[];
    readonly sorted: Uint32Array;
  } {
    const { numbers } = this.#said;
    const counts = this.#counts[ahead]!;
    const met: number[] = [];
    if (this.#following.length < to - from) this.#following = new Uint32Array((to - from) * 2);
    const following = this.#following;
    for (let at = from; at < to; at++) {
      const word = (following[at - from] = numbers[places[at]! + ahead]!);
      if (word !== 0 && counts[word]!++ === 0) met.push(word);
    }
    const words = met.filter((word) => counts[word]! >= this.#least).sort((a, b) => a - b);
    let size = 0;
    const ends = words.map((word) => (size += counts[word]!));
    for (const word of met) counts[word] = 0;
    if (this.#sorted[ahead]!.length < size) this.#sorted[ahead] = new Uint32Array(size * 2);
    const sorted = this.#sorted[ahead]!;
    // Now the number of a word is the next free place of its list, from 1.
    for (const [index, word] of words.entries()) counts[word] = (ends[index - 1] ?? 0) + 1;
    for (let at = from; words.length > 0 && at < to; at++) {
      const word = following[at - from]!;
      if (counts[word] !== 0) sorted[counts[word]!++ - 1] = places[at]!;
    }
    for (const word of words) counts[word] = 0;
    return { words, ends, sorted };
  }

  #countByPeriod(places: Uint32Array, from: number, to: number): Uint32Array {
    const { ends } = this.#said;
    const counts = this.#byPeriod.fill(0);
    let period = 0;
    for (let at = from; at < to; at++) {
      const place = places[at]!;
      while (place >= ends[period]!) period++;
      counts[period]!++;
    }
    return counts;
  }
}
