import { foldedWords } from './folded.ts';

/** The words of a text, each by a number, and where it stands. */
export interface MarkedWords {
  /** The same for the same folded word; for one pair of other words in four thousand million too. */
  readonly marks: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The folded word; undefined where it is what stands there, in small letters. */
  readonly folded: readonly (string | undefined)[];
}

/** The mark of a folded word (FNV-1a). */
export function markOf(word: string): number {
  let mark = basis;
  for (let at = 0; at < word.length; at++) mark = Math.imul(mark ^ word.charCodeAt(at), prime);
  return mark;
}

/**
 * The words that `foldedWords` finds, at the same places, without making each of them: for looking through many
 * long texts for few words.
 *
 * markWords('The tide.') // => { marks: [markOf('the'), markOf('tide')], starts: [0, 4], ends: [3, 8], … }
 */
export function markWords(text: string): MarkedWords {
  const marks: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: (string | undefined)[] = [];
  const take = (mark: number, start: number, end: number, word?: string): void => {
    marks.push(mark);
    starts.push(start);
    ends.push(end);
    folded.push(word);
  };
  // Piece after piece of what stands between blanks.
  let to: number;
  for (let from = 0; from < text.length; from = to + 1) {
    const count = marks.length;
    let isPlain = true;
    let start = -1;
    let mark = basis;
    for (to = from; to < text.length; to++) {
      const code = text.charCodeAt(to);
      const kind = code < kinds.length ? kinds[code] : other;
      if (kind === letter) {
        if (start === -1) {
          start = to;
          mark = basis;
        }
        mark = Math.imul(mark ^ (code | lowerCase), prime);
        continue;
      }
      if (kind === other) isPlain = false;
      if (start !== -1) take(mark, start, to);
      start = -1;
      if (kind === blank) break;
    }
    if (start !== -1) take(mark, start, to);
    if (isPlain) continue;
    for (const list of [marks, starts, ends, folded]) list.length = count;
    for (const { word, start: first, end } of foldedWords(text.slice(from, to)))
      take(markOf(word), from + first, from + end, word);
  }
  return { marks, starts, ends, folded };
}

const basis = 0x811c9dc5;
const prime = 0x01000193;
const lowerCase = 0x20;

/** What parts words, what they are made of, and what needs the closer look of `foldedWords`. */
const [other, letter, gap, blank] = [0, 1, 2, 3];
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return letter;
  if (/\s/.test(character)) return blank;
  return '.,?!:;"()[]/-*_'.includes(character) ? gap : other;
});
