import { MarkedWords, markWords } from '../marked-words.ts';
import type { Episode, EpisodeKey, Quote, Turn } from '../model.ts';
import { plainText } from '../quote.ts';

/** The words of one episode, quote after quote. */
interface EpisodeWords {
  readonly numbers: Uint32Array;
  /** Where the words of each quote end, by its place in the episode. */
  readonly ends: Uint32Array;
}

/**
 * All that is said in an archive, as words that can be compared, each word a number: folded once, and then looked
 * through as often as one likes. 20 million words take 80 MB.
 *
 * const words = SpokenWords.of(archive.episodes);
 * [...words.in(episode, 0)].map((number) => words.texts[number]) // => ['nobody', 'wrote', 'them', 'down']
 */
export class SpokenWords {
  /** Each word by its number. */
  readonly texts: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #episodes: ReadonlyMap<EpisodeKey, EpisodeWords>;

  private constructor(texts: readonly string[], episodes: ReadonlyMap<EpisodeKey, EpisodeWords>) {
    this.texts = texts;
    this.#numbers = new Map(texts.map((text, number) => [text, number]));
    this.#episodes = episodes;
  }

  static of(episodes: readonly Episode[]): SpokenWords {
    const reader = new Reader();
    const read = new Map(episodes.map((episode) => [episode.key, reader.read(episode)]));
    return new SpokenWords(reader.texts, read);
  }

  /** The number of a folded word; undefined for one that nobody says. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** The words of a quote, by its place among the quotes of its episode, from 0. */
  in(episode: Episode, place: number): Uint32Array {
    const { numbers, ends } = this.#episodes.get(episode.key)!;
    return numbers.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
  }

  /** All words of an episode. */
  all(episode: Episode): Uint32Array {
    return this.#episodes.get(episode.key)!.numbers;
  }
}

class Reader {
  readonly #numbers = new WordNumbers();
  #gathered = new Uint32Array(1 << 16);
  readonly #said = new MarkedWords();

  get texts(): readonly string[] {
    return this.#numbers.texts;
  }

  read(episode: Episode): EpisodeWords {
    const ends = new Uint32Array(episode.quotes);
    let length = 0;
    let place = 0;
    for (const [quote] of quotesIn(episode)) {
      const text = plainText(quote.content);
      const said = markWords(text, this.#said);
      while (length + said.length > this.#gathered.length) this.#grow();
      for (let at = 0; at < said.length; at++)
        this.#gathered[length++] = this.#numbers.of(text, said, at);
      ends[place++] = length;
    }
    return { numbers: this.#gathered.slice(0, length), ends };
  }

  #grow(): void {
    const larger = new Uint32Array(this.#gathered.length * 2);
    larger.set(this.#gathered);
    this.#gathered = larger;
  }
}

/** Gives each word a number. Looked up by mark and letters: most words that are said are never made as text. */
class WordNumbers {
  readonly texts: string[] = [];
  /** A number + 1 at the place of its mark, or at the next free one. */
  #table = new Uint32Array(1 << 12);
  #marks = new Int32Array(1 << 12);

  /** The number of one of the words of a text. */
  of(text: string, said: MarkedWords, index: number): number {
    const mark = said.marks[index]!;
    const word = said.folded[index];
    const start = said.starts[index]!;
    const end = said.ends[index]!;
    const mask = this.#table.length - 1;
    for (let at = placeOf(mark, mask); ; at = (at + 1) & mask) {
      const number = this.#table[at]! - 1;
      if (number === -1) return this.#add(at, mark, word ?? text.slice(start, end).toLowerCase());
      if (this.#marks[at] !== mark) continue;
      const known = this.texts[number]!;
      if (word === undefined ? isSpelled(known, text, start, end) : known === word) return number;
    }
  }

  #add(at: number, mark: number, word: string): number {
    const number = this.texts.push(word) - 1;
    this.#table[at] = number + 1;
    this.#marks[at] = mark;
    if (this.texts.length * 2 > this.#table.length) this.#grow();
    return number;
  }

  #grow(): void {
    const [before, marks] = [this.#table, this.#marks];
    this.#table = new Uint32Array(before.length * 4);
    this.#marks = new Int32Array(before.length * 4);
    const mask = this.#table.length - 1;
    for (let from = 0; from < before.length; from++) {
      if (before[from] === 0) continue;
      let at = placeOf(marks[from]!, mask);
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = before[from]!;
      this.#marks[at] = marks[from]!;
    }
  }
}

/** Neighbouring marks differ in their high bits too. */
const placeOf = (mark: number, mask: number): number => (mark ^ (mark >>> 15)) & mask;

/** Whether a word stands in a text in its own letters, large or small. */
function isSpelled(word: string, text: string, start: number, end: number): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) {
    const code = text.charCodeAt(start + at);
    const small = code >= 65 && code <= 90 ? code + 32 : code;
    if (small !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** The quotes of an episode in order, each with its turn; a quote’s place here is its place for `SpokenWords`. */
export function* quotesIn(episode: Episode): Generator<readonly [quote: Quote, turn: Turn]> {
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    for (const quote of part.quotes) yield [quote, part];
  }
}
