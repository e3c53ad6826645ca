import anyAscii from 'any-ascii';
import { compareText } from './order.ts';

/** Things whose names start alike. `letter` is empty for what starts with no letter. */
export interface LetterGroup<Item> {
  readonly letter: string;
  readonly items: readonly Item[];
}

/**
 * The letter under which a name is looked up: of its own script where that has an alphabet, and the first
 * Latin letter of its transliteration for Han, Kana and Hangul, which have none to jump by.
 *
 * letterOf('Émile') // => 'E'
 * letterOf('唐鳳') // => 'T'
 * letterOf('أمينة') // => 'أ'
 */
export function letterOf(name: string): string {
  const [first = ''] = /\p{L}/u.exec(name) ?? [];
  if (
    /[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
      first,
    )
  ) {
    return (/[A-Za-z]/.exec(anyAscii(first))?.[0] ?? '').toUpperCase();
  }
  return first.toUpperCase();
}

/** Things by the letter of their name: letters in the order of their scripts, what has none last. */
export function groupByLetter<Item extends { readonly name: string }>(
  items: readonly Item[],
): LetterGroup<Item>[] {
  const groups = Map.groupBy(items, (item) => letterOf(item.name));
  return [...groups]
    .map(([letter, own]) => ({ letter, items: own }))
    .sort(
      (a, b) =>
        Number(a.letter === '') - Number(b.letter === '') || compareText(a.letter, b.letter),
    );
}
