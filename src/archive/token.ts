import { isAscii } from './canon.ts';

/**
 * The words of a quote as they are compared when two versions of a transcript are laid beside each other:
 * case, punctuation and accents folded away, scripts without blanks character by character.
 */

/** What a transcriber writes for words that could not be heard. It may later become any words. */
export const wildcard = '\u0000';

/** Scripts that put no blanks between words: each character is a token. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const pieces = new RegExp(
  `\\u0000|[${unspaced}]\\p{M}*|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
const plainPieces = /\0|[a-z0-9]+/g;
/** Accents, Arabic and Hebrew vowel signs, the Arabic stretcher: written or not, the word is the same. */
const optionalMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
/** Soft hyphens, breaks without width, marks of direction: nobody sees them, and they end no word. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const apostrophe = /(?<=[\p{L}\p{N}])['’ʼ](?=\p{L})/gu;

/** What stands in brackets for words nobody could hear; the beginning of it is enough: `[inaudible 00:12:03]`. */
const unheardNames = [
  'unintelligible',
  'inaudible',
  'indistinct',
  'indiscernible',
  'unclear',
  'incomprehensible',
  'cross-?talk',
  'overtalk',
  '(?:akustisch )?unverständlich',
  'undeutlich',
  'incompréhensible',
  'inintelligible',
  'ininteligible',
  'incomprensibile',
  'غير[ -](?:مفهوم|مسموع|واضح)',
  'לא[ -](?:ברור|נשמע)',
  '听不清',
  '聽不清',
  '不清楚?',
  '[无無]法[辨辯][识識认認]',
  '聞き?取り?(?:れず|不能|不可)',
  '不明瞭',
  '\\?+',
  '…',
  '\\.{3}',
  '_+',
];
const open = '[\\[(［（【<]';
const close = '[\\])］）】>]';
const unheard = new RegExp(
  `${open}\\s*(?:${unheardNames.join('|')})[^\\])］）】>]{0,40}${close}|_{3,}`,
  'giu',
);

/**
 * How many places of a text were marked as not heard.
 *
 * countUnheard('The [inaudible] of the [crosstalk 00:12:03].') // => 2
 */
export const countUnheard = (text: string): number =>
  /[[(［（【<]|___/.test(text) ? (text.match(unheard)?.length ?? 0) : 0;

/**
 * The tokens of canonical words.
 *
 * tokensOf('It’s the Café’s [unintelligible] tide!') // => ['its', 'the', 'cafes', '\u0000', 'tide']
 * tokensOf('潮汐表') // => ['潮', '汐', '表']
 */
export function tokensOf(words: string): string[] {
  const heard = /[[(［（【<]|___/.test(words) ? words.replace(unheard, ' \u0000 ') : words;
  // The fast way out: most quotes are ASCII.
  if (isAscii(heard)) {
    return (
      heard
        .toLowerCase()
        .replaceAll(/(?<=[a-z0-9])'(?=[a-z])/g, '')
        .match(plainPieces) ?? []
    );
  }
  const folded = heard
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .replace(unseen, '')
    .replace(apostrophe, '')
    .toLowerCase()
    .normalize('NFC');
  return folded.match(pieces) ?? [];
}
