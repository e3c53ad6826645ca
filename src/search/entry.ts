import type { VocabularyFacts } from './vocabulary.ts';

/** The form of the files beside Pagefind's; a page made for another form cannot read them. */
export const bundleForm = 3;

/** The one file of the index whose name never changes. */
export const entryName = 'archive.json';

/** What the search page reads first. */
export interface BundleFacts {
  readonly form: number;
  /** Names of the parts; the number of a part is its place here. */
  readonly parts: readonly string[];
  /** The file of the catalog. */
  readonly catalog: string;
  /** The folder of the quotes, `0.json` and on, and how many records are in each. */
  readonly quotes: { readonly folder: string; readonly perFile: number };
  /** The folder of the vocabulary's pages, `0.txt` and on. */
  readonly words: VocabularyFacts & { readonly folder: string };
}
