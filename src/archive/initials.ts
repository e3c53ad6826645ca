/** Scripts whose names are known by one sign: the family’s in Han, Kana and Hangul, and in Arabic, where two would join. */
const single =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;

/**
 * One or two letters that stand for a name where there is no portrait: the first of the first and of the last
 * word; in scripts where two make no sense, the first alone. Empty for a name without letters.
 *
 * initialsOf('Jo van der Field') // => 'JF'
 * initialsOf('陳若雲') // => '陳'
 */
export function initialsOf(name: string): string {
  // A name in brackets is another name of the same person.
  const outside = name.replace(/[(（[【].*?[)）\]】]/gu, ' ');
  const letters = (/\p{L}/u.test(outside) ? outside : name)
    .normalize('NFC')
    .split(/\s+/u)
    .flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  const [first = ''] = letters;
  const last = letters.at(-1) ?? '';
  const isOne = letters.length < 2 || single.test(first) || single.test(last);
  return (isOne ? first : first + last).toUpperCase();
}

/** Colours that a placeholder may have; the style sheet has one rule for each. */
export const tones = 8;

/**
 * The number of the colour that somebody has, from 1: always the same, whoever else there is.
 *
 * toneOf('jo-field') // => 4
 */
export function toneOf(id: string): number {
  // FNV-1a: short, and spreads ids that differ in one letter.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 8) % tones) + 1;
}
