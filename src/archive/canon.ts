/**
 * The canonical words of a quote: what of its text counts when one asks whether two wordings are the same.
 * The digest of a quote is made from them, and so is its first id. The rules are a version of their own
 * (`canonVersion`): a ledger says by which it was made.
 */
export const canonVersion = 'q1';

/** Han and Kana and their punctuation: written without blanks. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const blankBetweenUnspaced = new RegExp(`(?<=${unspaced}) (?=${unspaced})`, 'gu');
/** The fast ways out: most quotes are plain ASCII with single blanks, and most others ASCII. */
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ascii = /^[\x00-\x7f]*$/;

/** Whether a text has nothing that Unicode's rules are needed for. */
export const isAscii = (text: string): boolean => ascii.test(text);

/**
 * What of a quote counts as its words, version `q1`: letters, punctuation and case do; Markdown marks and
 * time stamps do not (`plainText` has left them out); each run of white space is one space, and none
 * between Han or Kana; Unicode NFC.
 *
 * canonicalWords('And  then\neverybody copied it. ') // => 'And then everybody copied it.'
 */
export function canonicalWords(text: string): string {
  if (plain.test(text)) return text;
  const spaced = text.replace(/\s+/g, ' ').trim();
  if (isAscii(spaced)) return spaced;
  return spaced.normalize('NFC').replace(blankBetweenUnspaced, '');
}
