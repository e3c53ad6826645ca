import anyAscii from 'any-ascii';
import { nameOrder } from './order.ts';

/** Things whose names start alike. `letter` is empty for what starts with no letter. */
export interface LetterGroup<Item> {
  readonly letter: string;
  readonly items: readonly Item[];
}

/**
 * The letter under which a name is looked up, as indexes of its script have it: the letter itself, without
 * accents in Latin and Greek and without hamza in Arabic; the row of the kana (あ か さ …); the first consonant
 * of a Hangul syllable, doubled ones with the single; the first letter of the romanization for Han, which has
 * no letters to jump by.
 *
 * letterOf('Émile') // => 'E'
 * letterOf('唐鳳') // => 'T'
 * letterOf('ガガーリン') // => 'か'
 * letterOf('김') // => 'ㄱ'
 */
export function letterOf(name: string): string {
  const [first = ''] = /\p{L}/u.exec(name) ?? [];
  if (/[\p{Script=Latin}\p{Script=Han}]/u.test(first))
    return (/[A-Za-z]/.exec(anyAscii(first))?.[0] ?? '').toUpperCase();
  // Without the signs that are written on a letter, and what is written in half the width.
  const [plain = ''] = first.normalize('NFKD');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)) return kanaRow(plain);
  if (/\p{Script=Hangul}/u.test(plain)) return consonants[plain.codePointAt(0)! - 0x1100] ?? plain;
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}]/u.test(plain))
    return plain.toUpperCase();
  // In Cyrillic й is a letter of its own; ё is looked up under е.
  return first.toUpperCase().replace('Ё', 'Е');
}

/** The first consonants of Hangul syllables in the order of their code points, doubled ones as the single. */
const consonants = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

/** The last kana of each row, in the order of their code points, and the row’s name. */
const rows = [
  ['お', 'あ'],
  ['ご', 'か'],
  ['ぞ', 'さ'],
  ['ど', 'た'],
  ['の', 'な'],
  ['ぽ', 'は'],
  ['も', 'ま'],
  ['よ', 'や'],
  ['ろ', 'ら'],
  ['ん', 'わ'],
  ['ゔ', 'あ'],
  ['ゖ', 'か'],
] as const;

function kanaRow(kana: string): string {
  const point = kana.codePointAt(0)!;
  const hiragana = String.fromCodePoint(/\p{Script=Katakana}/u.test(kana) ? point - 0x60 : point);
  return rows.find(([last]) => hiragana <= last)?.[1] ?? kana;
}

/**
 * Things by the letter of their name: letters in the order of a language, its own script first; what has none
 * last.
 */
export function groupByLetter<Item extends { readonly name: string }>(
  items: readonly Item[],
  language: string,
): LetterGroup<Item>[] {
  const order = nameOrder(language);
  const groups = Map.groupBy(items, (item) => letterOf(item.name));
  return [...groups]
    .map(([letter, own]) => ({ letter, items: own }))
    .sort((a, b) => Number(a.letter === '') - Number(b.letter === '') || order(a.letter, b.letter));
}
