import { foldedTexts, isUnspaced } from './folded.ts';
import type { Topic } from './model.ts';

/**
 * Finds the topics that words are about: those whose name, alias or term stands in them as whole words, in
 * any case and with or without accents. All topics are looked for at once.
 *
 * new TopicTerms(topics).topicsIn(['nobody', 'wrote', 'the', 'tide', 'tables', 'down']) // => [tides]
 */
export class TopicTerms {
  /** Terms by their first word, the rest of the words, and the topic. */
  readonly #terms = new Map<
    string,
    { readonly words: readonly string[]; readonly topic: Topic }[]
  >();
  /** Terms of one Han or Kana character: the text has it together with its neighbour. */
  readonly #characters = new Map<string, Topic[]>();
  readonly #order: ReadonlyMap<Topic, number>;

  constructor(topics: readonly Topic[]) {
    this.#order = new Map(topics.map((topic, index) => [topic, index]));
    for (const topic of topics) {
      for (const term of new Set([topic.name, ...topic.facts.aliases, ...topic.facts.terms]))
        this.#add(term, topic);
    }
  }

  #add(term: string, topic: Topic): void {
    const all = [...foldedTexts(term)];
    const [first] = all;
    if (first === undefined) return;
    if (all.length === 1 && isUnspaced(first) && [...first].length === 1) {
      this.#characters.set(first, [...(this.#characters.get(first) ?? []), topic]);
      return;
    }
    // A run of characters ends with its last one alone, which in a longer run is followed by another.
    const words = all.filter(
      (word, index) =>
        !(index > 0 && isUnspaced(word) && isUnspaced(all[index - 1]!) && [...word].length === 1),
    );
    const known = this.#terms.get(first);
    if (known) known.push({ words, topic });
    else this.#terms.set(first, [{ words, topic }]);
  }

  /** The topics that folded words are about, each once, in the order of the archive. */
  topicsIn(words: readonly string[]): Topic[] {
    const found = new Set<Topic>();
    for (const [at, word] of words.entries()) {
      for (const term of this.#terms.get(word) ?? []) {
        if (term.words.every((own, index) => words[at + index] === own)) found.add(term.topic);
      }
      if (this.#characters.size > 0 && isUnspaced(word)) {
        for (const topic of this.#characters.get([...word][0]!) ?? []) found.add(topic);
      }
    }
    return [...found].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
  }
}
