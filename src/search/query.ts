/** A word that must be in a quote, or a phrase that must stand in it as it is. */
export interface Term {
  readonly text: string;
  readonly isPhrase: boolean;
}

/** Longer than anybody types; an address may hold more. */
const longest = 300;

const phrase = /["“”„‟«»「」『』]([^"“”„‟«»「」『』]+)["“”„‟«»「」『』]/gu;

/**
 * What somebody typed, as terms that one quote must hold all of. Quotation marks of any language make a
 * phrase. `language` is that of the words looked through: Chinese, Japanese and Thai are cut into words, as
 * Pagefind does; elsewhere blanks part words.
 *
 * parseQuery('tide "wrote them down"', 'en')
 * // => [{ text: 'wrote them down', isPhrase: true }, { text: 'tide', isPhrase: false }]
 */
export function parseQuery(typed: string, language: string): Term[] {
  const terms: Term[] = [];
  const add = (text: string, isPhrase: boolean): void => {
    const known = terms.some((term) => term.text === text && term.isPhrase === isPhrase);
    if (foldWord(text) !== '' && !known) terms.push({ text, isPhrase });
  };
  const rest = typed.slice(0, longest).replace(phrase, (_match, words: string) => {
    const text = words.trim().replace(/\s+/g, ' ');
    add(text, foldWords(text).length > 1 || isUnspaced(language));
    return ' ';
  });
  for (const word of wordsOf(rest.replace(/["“”„‟«»「」『』]/gu, ' '), language)) add(word, false);
  return terms;
}

/** Whether a language is written without blanks between words, and Pagefind cuts it into words. */
export const isUnspaced = (language: string): boolean => /^(?:zh|ja|th)\b/.test(language);

/**
 * The words of a text as Pagefind tells them apart.
 *
 * wordsOf('the tide tables', 'en') // => ['the', 'tide', 'tables']
 */
export function wordsOf(text: string, language: string): string[] {
  if (!isUnspaced(language)) return text.split(/\s+/).filter(Boolean);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/**
 * A word without case, accents and punctuation: what two spellings of it have in common.
 *
 * foldWord('“Café,') // => 'cafe'
 */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** The folded words of a text that blanks part; what is punctuation alone is none. */
export const foldWords = (text: string): string[] =>
  text.split(/\s+/).map(foldWord).filter(Boolean);
