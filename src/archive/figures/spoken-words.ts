import { foldedWords } from '../folded.ts';
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

  private constructor(
    numbers: ReadonlyMap<string, number>,
    episodes: ReadonlyMap<EpisodeKey, EpisodeWords>,
  ) {
    this.texts = [...numbers.keys()];
    this.#numbers = numbers;
    this.#episodes = episodes;
  }

  static of(episodes: readonly Episode[]): SpokenWords {
    const reader = new Reader();
    const read = new Map(episodes.map((episode) => [episode.key, reader.read(episode)]));
    return new SpokenWords(reader.numbers, read);
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

/** Pieces of text between blanks whose words are remembered: most are said again and again. */
const mostKnown = 400_000;

class Reader {
  readonly numbers = new Map<string, number>();
  readonly #known = new Map<string, readonly number[]>();
  #gathered = new Uint32Array(1 << 16);

  read(episode: Episode): EpisodeWords {
    const ends = new Uint32Array(episode.quotes);
    let length = 0;
    let place = 0;
    for (const part of episode.parts) {
      if (part.type !== 'turn') continue;
      for (const quote of part.quotes) {
        for (const piece of plainText(quote.content).split(/\s+/)) {
          for (const number of this.#numbersOf(piece)) {
            if (length === this.#gathered.length) this.#grow();
            this.#gathered[length++] = number;
          }
        }
        ends[place++] = length;
      }
    }
    return { numbers: this.#gathered.slice(0, length), ends };
  }

  #numbersOf(piece: string): readonly number[] {
    const known = this.#known.get(piece);
    if (known) return known;
    const numbers = foldedWords(piece).map(({ word }) => {
      const number = this.numbers.get(word) ?? this.numbers.size;
      this.numbers.set(word, number);
      return number;
    });
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(piece, numbers);
    return numbers;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#gathered.length * 2);
    larger.set(this.#gathered);
    this.#gathered = larger;
  }
}

/** The quotes of an episode in order, each with its turn; a quote’s place here is its place for `SpokenWords`. */
export function* quotesIn(episode: Episode): Generator<readonly [quote: Quote, turn: Turn]> {
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    for (const quote of part.quotes) yield [quote, part];
  }
}
