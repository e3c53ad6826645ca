/**
 * Characters that nobody can see. Some do something: joiners in Persian and emoji, direction marks beside
 * right-to-left letters, breaks in scripts without blanks. The others only hide in words.
 */

/** Every character that may be of no use; what stands around it decides. */
const suspect =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- the very characters that are sought
  /[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

const directions = /[\u202a-\u202e\u2066-\u2069]/u;
/** Letters of scripts written from right to left. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Scripts whose letters never join or change their shape beside another. */
const unjoined =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letter = /[\p{L}\p{M}]/u;
/** Scripts that put no blanks between words: a break without width says where a line may end. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const emojiBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
const emojiAfter = /\p{Extended_Pictographic}/u;

/** A character of no use, and where it stands. */
export interface Hidden {
  readonly character: string;
  /** Its place in the text, counted in UTF-16 units from 0. */
  readonly offset: number;
  /** Whether it turns the direction of what follows. */
  readonly isDirection: boolean;
}

/**
 * The characters of a text that cannot be seen and do nothing there.
 *
 * findHidden('har\u200bbour') // => [{ character: '\u200b', offset: 3, isDirection: false }]
 * findHidden('می\u200cخواهم') // => []
 */
export function findHidden(text: string): Hidden[] {
  const found: Hidden[] = [];
  for (const { 0: character, index } of text.matchAll(suspect)) {
    if (character === '\ufeff' && index === 0) continue;
    if (isUseful(character, text, index)) continue;
    found.push({ character, offset: index, isDirection: directions.test(character) });
  }
  return found;
}

/** A text without its hidden characters; what was a break of lines nobody sees is a blank. */
export function withoutHidden(text: string, hidden: readonly Hidden[] = findHidden(text)): string {
  let clean = '';
  let done = 0;
  for (const { character, offset } of hidden) {
    clean += text.slice(done, offset) + (/[\u2028\u2029]/.test(character) ? ' ' : '');
    done = offset + character.length;
  }
  return clean + text.slice(done);
}

/**
 * A text in which hidden characters can be seen.
 *
 * spellHidden('har\u200bbour') // => 'har[U+200B]bour'
 */
export function spellHidden(text: string): string {
  let spelled = '';
  let done = 0;
  for (const { character, offset } of findHidden(text)) {
    spelled += `${text.slice(done, offset)}[${numberOf(character)}]`;
    done = offset + character.length;
  }
  return spelled + text.slice(done);
}

/** `U+200B` */
export const numberOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function isUseful(character: string, text: string, index: number): boolean {
  const before = beforeOf(text, index);
  const after = afterOf(text, index + character.length);
  switch (character) {
    case '\u200b':
      return unspaced.test(before) || unspaced.test(after);
    case '\u200c':
      return letter.test(before) && !unjoined.test(before);
    case '\u200d':
      return (
        (letter.test(before) && !unjoined.test(before)) ||
        (letter.test(after) && !unjoined.test(after)) ||
        (emojiBefore.test(before) && emojiAfter.test(after))
      );
    case '\u200e':
    case '\u200f':
    case '\u061c':
      return rightToLeft.test(lineAt(text, index));
    case '\u180e':
      return /\p{Script=Mongolian}/u.test(before);
    case '\u1160':
    case '\u115f':
      return /[\u1100-\u11ff]/.test(before) || /[\u1100-\u11ff]/.test(after);
    case '\u17b4':
    case '\u17b5':
      return /\p{Script=Khmer}/u.test(before);
    case '\u202d':
    case '\u202e':
      return false;
  }
  if (directions.test(character)) return isBalanced(lineAt(text, index));
  // Flags of regions are a black flag and letters that cannot be seen.
  if (character.length === 2)
    return /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(text.slice(Math.max(0, index - 20), index));
  return false;
}

/** Whether marks of direction on a line of right-to-left words are closed as they were opened; overrides are never meant. */
function isBalanced(line: string): boolean {
  if (!rightToLeft.test(line)) return false;
  let embedded = 0;
  let isolated = 0;
  for (const character of line) {
    if ('\u202a\u202b'.includes(character)) embedded++;
    else if (character === '\u202c') embedded--;
    else if ('\u2066\u2067\u2068'.includes(character)) isolated++;
    else if (character === '\u2069') isolated--;
    if (embedded < 0 || isolated < 0) return false;
  }
  return embedded === 0 && isolated === 0;
}

const beforeOf = (text: string, index: number): string =>
  /.$/su.exec(text.slice(Math.max(0, index - 2), index))?.[0] ?? '';

const afterOf = (text: string, index: number): string =>
  /^./su.exec(text.slice(index, index + 2))?.[0] ?? '';

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end === -1 ? undefined : end);
}

/** Letters of other alphabets that look like Latin ones. */
const cyrillicTwins = 'аеорсухіјѕһԁԛԝАВЕЗКМНОРСТУХІЈЅ';
const greekTwins = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονκ';
const latinTwins = new RegExp(`^[${cyrillicTwins}${greekTwins}]$`, 'u');
const border = /[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z]/giu;

/** A word in two alphabets, and where it stands. */
export interface Mixed {
  readonly word: string;
  readonly offset: number;
  /** The letters that look like others, each once. */
  readonly twins: readonly string[];
}

/**
 * Words in Latin letters with a Cyrillic or Greek one among them that looks just like a Latin one, and the
 * other way round. `μm` and `SMSка` are none: nobody takes one alphabet for the other there.
 *
 * findMixed('The hаrbour') // => [{ word: 'hаrbour', offset: 4, twins: ['а'] }], the `а` being Cyrillic
 */
export function findMixed(text: string): Mixed[] {
  const found = new Map<number, Mixed>();
  for (const { index } of text.matchAll(border)) {
    const start =
      index - (/[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, index - 60), index))?.[0].length ?? 0);
    const word = /^[\p{L}\p{M}]+/u.exec(text.slice(start, start + 120))?.[0] ?? '';
    const letters = [...word];
    const latin = letters.filter((one) => /\p{Script=Latin}/u.test(one));
    const others = letters.filter((one) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(one));
    const foreign =
      latin.length > others.length
        ? others.every((one) => latinTwins.test(one)) && others
        : latin.length < others.length &&
          latin.every((one) => 'aceopxyij'.includes(one)) &&
          others.every((one) => /\p{Script=Cyrillic}/u.test(one)) &&
          latin;
    if (foreign && foreign.length > 0 && letters.length > 2)
      found.set(start, { word, offset: start, twins: [...new Set(foreign)] });
  }
  return [...found.values()];
}

/** What UTF-8 becomes when it is read as Windows-1252, and what stands for a letter that was lost. */
const garbled =
  /\ufffd|[\u0080-\u009f]|\u00c3[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0178\u0153\u2013]|\u00e2\u20ac[\u0098-\u009d\u00a6\u0153\u2122\u02dc\u201c\u201d]|\u00f0\u0178[\u2018\u2019\u201c\u201d\u2022\u2026\u02dc\u0160\u017d]/u;

/** The first place where letters are not those that were meant, and how many such places there are. */
export function findGarbled(
  text: string,
): { offset: number; count: number; sample: string } | undefined {
  const first = garbled.exec(text);
  if (!first) return undefined;
  const all = new RegExp(garbled.source, 'gu');
  return { offset: first.index, count: [...text.matchAll(all)].length, sample: first[0] };
}
