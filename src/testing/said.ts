import {
  openVocabulary,
  serializeVocabulary,
  type Vocabulary,
  type WordFacts,
} from '../search/vocabulary.ts';

/** Words, and in how many records each is said, or what else is known of it. */
export type Said = Readonly<Record<string, number | Partial<WordFacts>>>;

/** A vocabulary of these words, published and opened again. What is not told of a word is the plainest. */
export function vocabularyOf(
  said: Said,
  { records = 10_000, languages = [] as readonly string[] } = {},
): Vocabulary {
  const words = Object.entries(said).map(([word, facts]): WordFacts => {
    const own = typeof facts === 'number' ? { records: facts } : facts;
    return { word, records: 1, parts: 1, forms: [], ...own };
  });
  const { facts, pages } = serializeVocabulary(words, { records, languages });
  return openVocabulary(facts, async (page) => pages[page]!);
}
