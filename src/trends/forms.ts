import { type BundleFacts, bundleForm, entryName } from '../search/entry.ts';
import { openVocabulary } from '../search/vocabulary.ts';

/** Fetches a text below the folder of the search index. */
type Load = (file: string) => Promise<string>;

/** Other forms of one word that are offered at most. */
const most = 6;

/**
 * The other forms of each of these words that somebody says, as the search knows them; words without any are left
 * out.
 *
 * await findForms(['copy'], load) // => [['copy', ['copied', 'copies']]]
 */
export async function findForms(
  words: readonly string[],
  load: Load,
): Promise<readonly (readonly [word: string, forms: readonly string[]])[]> {
  if (words.length === 0) return [];
  const facts = JSON.parse(await load(entryName)) as BundleFacts;
  if (facts.form !== bundleForm) return [];
  const vocabulary = openVocabulary(facts.words, (page) =>
    load(`${facts.words.folder}/${page}.txt`),
  );
  const found = await Promise.all(
    words.map(async (word) => {
      const { forms = [] } = (await vocabulary.lookUp(word)) ?? {};
      return [word, forms.filter((form) => form !== word).slice(0, most)] as const;
    }),
  );
  return found.filter(([, forms]) => forms.length > 0);
}
