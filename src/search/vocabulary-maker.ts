import type { SpokenWords } from '../archive/figures/spoken-words.ts';
import { formsOf, stemsOf } from './forms.ts';
import type { SearchRecord } from './record.ts';
import { serializeVocabulary, type WordFacts } from './vocabulary.ts';

/** Counts in how many records each word is said, and in which parts and languages. */
export class VocabularyMaker {
  readonly #texts: readonly string[];
  /** By the number of the word. */
  readonly #records: Uint32Array;
  readonly #parts: Int32Array;
  /** The last record that had the word. */
  readonly #last: Uint32Array;
  readonly #byLanguage = new Map<string, Set<number>>();
  #count = 0;

  constructor({ texts }: SpokenWords) {
    this.#texts = texts;
    this.#records = new Uint32Array(texts.length);
    this.#parts = new Int32Array(texts.length);
    this.#last = new Uint32Array(texts.length);
  }

  /** Takes a record of the index, which is in this part. */
  add({ episode, quotes }: SearchRecord, part: number): void {
    const record = ++this.#count;
    const bit = bitOf(part);
    const language = primaryOf(episode.language);
    const own = this.#byLanguage.get(language) ?? new Set();
    this.#byLanguage.set(language, own);
    for (const { words } of quotes) {
      for (const word of words) {
        if (this.#last[word] === record) continue;
        this.#last[word] = record;
        this.#records[word]!++;
        this.#parts[word]! |= bit;
        own.add(word);
      }
    }
  }

  /** All words so far, as they are published. */
  async serialize(): Promise<ReturnType<typeof serializeVocabulary>> {
    const byLanguage = new Map(
      [...this.#byLanguage].map(([language, own]) => [
        language,
        new Set([...own].map((word) => this.#texts[word]!)),
      ]),
    );
    const forms = await formsOf(byLanguage);
    const words = this.#texts.flatMap((word, number): WordFacts[] => {
      const records = this.#records[number]!;
      if (records === 0) return [];
      return [{ word, records, parts: this.#parts[number]!, forms: forms.get(word) ?? [] }];
    });
    for (const [stem, alike] of await stemsOf(byLanguage))
      words.push({ word: stem, records: 0, parts: 0, forms: alike });
    const languages = [...byLanguage.keys()].sort();
    return serializeVocabulary(words, { records: this.#count, languages });
  }
}

/** Part numbers as bits; the last bit is that of all parts which have none of their own. */
export const bitOf = (part: number): number => 1 << Math.min(part, 30);

/** `en-GB` has the forms of `en`. `und` for what is no language tag. */
function primaryOf(language: string): string {
  try {
    return new Intl.Locale(language).language;
  } catch {
    return 'und';
  }
}
