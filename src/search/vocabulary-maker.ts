import { formsOf, stemsOf } from './forms.ts';
import type { SearchRecord } from './record.ts';
import { serializeVocabulary, type WordFacts } from './vocabulary.ts';

/** Counts in how many records each word is said, and in which parts and languages. */
export class VocabularyMaker {
  readonly #words = new Map<string, { records: number; parts: number; last: number }>();
  readonly #byLanguage = new Map<string, Set<string>>();
  #records = 0;

  /** Takes a record of the index, which is in this part. */
  add({ episode, quotes }: SearchRecord, part: number): void {
    const record = ++this.#records;
    const language = primaryOf(episode.language);
    const own = this.#byLanguage.get(language) ?? new Set();
    this.#byLanguage.set(language, own);
    for (const { words } of quotes) {
      for (const word of words) {
        const known = this.#words.get(word);
        if (!known) {
          this.#words.set(word, { records: 1, parts: bitOf(part), last: record });
          own.add(word);
        } else if (known.last !== record) {
          known.records++;
          known.parts |= bitOf(part);
          known.last = record;
          own.add(word);
        }
      }
    }
  }

  /** All words so far, as they are published. */
  async serialize(): Promise<ReturnType<typeof serializeVocabulary>> {
    const forms = await formsOf(this.#byLanguage);
    const words: WordFacts[] = [...this.#words].map(([word, { records, parts }]) => ({
      word,
      records,
      parts,
      forms: forms.get(word) ?? [],
    }));
    for (const [stem, alike] of await stemsOf(this.#byLanguage))
      words.push({ word: stem, records: 0, parts: 0, forms: alike });
    const languages = [...this.#byLanguage.keys()].sort();
    return serializeVocabulary(words, { records: this.#records, languages });
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
