/** A word as it is searched for, and where it stands in the text it was taken from. */
export interface FoldedWord {
  /** Without case, accents and punctuation: what two spellings of it have in common. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text as they are compared, in order, with their places. Case, accents, apostrophes and points
 * inside numbers do not count; whatever else is no letter and no digit parts words. Where a script has no
 * blanks (Han, Kana, Thai, Lao, Khmer, Burmese), each character makes a word with the one after it, and the
 * last one of a run makes one alone: so any run of characters can be found, wherever a dictionary would cut.
 *
 * foldedWords('Don’t état-major').map(({ word }) => word) // => ['dont', 'etat', 'major']
 * foldedWords('港口以').map(({ word }) => word) // => ['港口', '口以', '以']
 */
export function foldedWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { 0: piece, index } of text.matchAll(piecesBetweenBlanks)) {
    for (const { word, start, end } of wordsOfPiece(piece))
      words.push({ word, start: index + start, end: index + end });
  }
  return words;
}

/** The same words without their places. */
export function* foldedTexts(text: string): Generator<string> {
  for (const [piece] of text.matchAll(piecesBetweenBlanks))
    for (const { word } of wordsOfPiece(piece)) yield word;
}

const piecesBetweenBlanks = /\S+/g;

/** Most of what stands between blanks is said again and again: that is looked at once. */
function wordsOfPiece(piece: string): readonly FoldedWord[] {
  const before = known.get(piece);
  if (before) return before;
  const words: FoldedWord[] = [];
  for (const match of piece.matchAll(run)) {
    for (const { word, start, end } of cut(match[0]))
      words.push({ word, start: match.index + start, end: match.index + end });
  }
  if (piece.length > longestKnown) return words;
  if (known.size >= mostKnown) known.clear();
  known.set(piece, words);
  return words;
}

/**
 * The folded words by which a text is looked for in longer ones. A last run of characters goes without its last
 * one alone: in a longer text that one may have another neighbour.
 *
 * soughtWords('港口以') // => ['港口', '口以']
 */
export function soughtWords(text: string): string[] {
  const words = foldedWords(text);
  const last = words.at(-1);
  if (last && words.at(-2)?.end === last.end) words.pop();
  return words.map(({ word }) => word);
}

/** Whether a folded word is of a script without blanks, and so stands for one or two characters. */
export const isUnspaced = (word: string): boolean => unspacedOnly.test(word);

/**
 * Whether a folded word is one character of a script without blanks, alone. Where it is the last that is looked
 * for, words that begin with it have it too: there it has a neighbour.
 */
export const isCharacter = (word: string): boolean =>
  unspacedOnly.test(word) && oneCharacter.test(word);

const known = new Map<string, readonly FoldedWord[]>();
const mostKnown = 100_000;
/** What is longer, such as a sentence without blanks, is hardly said twice. */
const longestKnown = 24;

const scripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ーｰﾞﾟ';

/** Letters and digits; inside them apostrophes, points of numbers and what nobody sees; C++ and C# as they are. */
const run =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200c-\u200d\u2060]|(?<=\p{L}\p{M}*)['’ʼ](?=\p{L})|(?<=\p{Nd})[.,٫٬'’](?=\p{Nd}))*(?:(?<=(?<![\p{L}\p{N}])[\p{L}]{1,3})(?:\+\+|#)(?![\p{L}\p{N}]))?/gu;

const unspacedOnly = new RegExp(`^[${scripts}]`, 'u');
const byScript = new RegExp(`[${scripts}][${scripts}\\p{M}]*|[^${scripts}]+`, 'gu');
const character = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*/gu;
const oneCharacter = /^\P{M}\p{M}*$/u;

function* cut(text: string): Generator<FoldedWord> {
  if (isPlain.test(text)) {
    yield { word: text.toLowerCase(), start: 0, end: text.length };
    return;
  }
  for (const { 0: piece, index } of text.matchAll(byScript)) {
    if (!unspacedOnly.test(piece)) {
      const word = fold(piece);
      if (word !== '') yield { word, start: index, end: index + piece.length };
      continue;
    }
    const characters = [...piece.matchAll(character)];
    for (const [place, one] of characters.entries()) {
      const next = characters[place + 1];
      const last = next ?? one;
      const start = index + one.index;
      const end = index + last.index + last[0].length;
      yield { word: foldCharacter(one[0]) + (next ? foldCharacter(next[0]) : ''), start, end };
    }
  }
}

const knownCharacters = new Map<string, string>();

/** Some thousand characters make all texts without blanks: each is folded once. */
function foldCharacter(character: string): string {
  let folded = knownCharacters.get(character);
  if (folded === undefined) {
    folded = fold(character);
    if (knownCharacters.size >= mostKnown) knownCharacters.clear();
    knownCharacters.set(character, folded);
  }
  return folded;
}

const isPlain = /^[A-Za-z0-9]+$/;

/** Letters that Unicode does not take apart, and that people without the keyboard type otherwise. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ƿ: 'w',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  '+': 'p',
  '#': 'sharp',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Accents of scripts where people leave them out; elsewhere a mark is half of a letter. */
const accents =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}|(?<=[\p{Script=Cyrillic}])\u0308/gu;

/** Which of several drawings of a Han character is meant. */
const drawing = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** One Thai or Lao letter that is taken apart and not put together again. */
const apart = /\u0e4d\u0e32|\u0ecd\u0eb2/g;

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .replace(drawing, '')
    .normalize('NFC')
    .replace(apart, (two) => (two < '\u0e80' ? '\u0e33' : '\u0eb3'))
    .toLowerCase()
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
