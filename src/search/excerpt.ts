import type { Range } from './match.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * A text around its first match, in marked and unmarked pieces, about `length` characters long. What is
 * left out shows as `…`; no word and no character is cut where blanks allow.
 *
 * excerpt('Nobody wrote them down.', [[7, 12]])
 * // => [{ text: 'Nobody ', marked: false }, { text: 'wrote', marked: true }, { text: ' them down.', marked: false }]
 */
export function excerpt(text: string, ranges: readonly Range[], length = 320): Piece[] {
  const first = ranges[0]?.[0] ?? 0;
  const wanted = Math.min(first - Math.floor(length / 3), text.length - length);
  const start = wanted <= 0 ? 0 : borderBefore(text, wanted);
  const end =
    start + length >= text.length ? text.length : borderBefore(text, start + length, start);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  if (start > 0) pieces.push({ text: '… ', marked: false });
  let at = start;
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue;
    add(at, Math.max(from, start), false);
    add(Math.max(from, start), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** How far a border between words is looked for; Chinese has none, and is cut between characters. */
const reach = 40;

function borderBefore(text: string, place: number, floor = 0): number {
  const blank = text.lastIndexOf(' ', place);
  if (blank > floor && place - blank <= reach) return blank === place ? place : blank + 1;
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place - 1 : place;
}
