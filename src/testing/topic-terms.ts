import { isCharacter, isUnspaced, soughtWords } from '../archive/folded.ts';
import type { Topic } from '../archive/model.ts';

interface TopicTerm {
  readonly words: readonly string[];
  /** A character that stands after them, alone or with a neighbour. */
  readonly end?: string;
  readonly topic: Topic;
}

/**
 * Finds the topics that words are about: those whose name, alias or term stands in them as whole words, in
 * any case and with or without accents. A second way to find them, which shares nothing with the one that counts.
 *
 * new TopicTerms(topics).topicsIn(['nobody', 'wrote', 'the', 'tide', 'tables', 'down']) // => [tides]
 */
export class TopicTerms {
  /** By their first word. */
  readonly #terms = new Map<string, TopicTerm[]>();
  /** Terms of one character of a script without blanks: the text has it together with its neighbour. */
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
    const words = soughtWords(term);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    if (words.length === 1 && isCharacter(first)) {
      this.#characters.set(first, [...(this.#characters.get(first) ?? []), topic]);
      return;
    }
    const isOpen = isCharacter(last);
    const own: TopicTerm = { words: isOpen ? words.slice(0, -1) : words, topic };
    const known = this.#terms.get(first) ?? [];
    this.#terms.set(first, known);
    known.push(isOpen ? { ...own, end: last } : own);
  }

  /** The topics that folded words are about, each once, in the order of the archive. */
  topicsIn(words: readonly string[]): Topic[] {
    const found = new Set<Topic>();
    for (const [at, word] of words.entries()) {
      for (const term of this.#terms.get(word) ?? []) {
        if (standsAt(words, at, term)) found.add(term.topic);
      }
      if (this.#characters.size > 0 && isUnspaced(word)) {
        const [first = ''] = /^\P{M}\p{M}*/u.exec(word) ?? [];
        for (const topic of this.#characters.get(first) ?? []) found.add(topic);
      }
    }
    return [...found].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
  }
}

const standsAt = (words: readonly string[], at: number, term: TopicTerm): boolean =>
  term.words.every((own, index) => words[at + index] === own) &&
  (term.end === undefined || words[at + term.words.length]?.startsWith(term.end) === true);
