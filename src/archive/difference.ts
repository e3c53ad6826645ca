import { matchInOrder } from './align.ts';

/** A stretch of two wordings laid over each other. */
export interface Piece {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Between two places where both wordings are the same: what was there, and what is there now. */
interface Stretch {
  /** Words before it that did not change; empty at the start alone. */
  same: string;
  removed: string;
  added: string;
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const letter = `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])`;
/** A blank; a character of a script without blanks; a word with what is inside it: `don’t`, `1,200`; a mark. */
const tokenPattern = new RegExp(
  `\\s+|[${unspaced}]\\p{M}*|${letter}+(?:['’ʼ.,·-]${letter}+)*|[^]`,
  'gu',
);
const wordPattern = new RegExp(`[${unspaced}]|${letter}+`, 'gu');

/** A word of so many letters is short. */
const shortWord = 3;

/**
 * Two wordings laid over each other, word by word; Han and Kana by character. What was removed stands
 * before what was added in its place. What is the same gives, with what was removed, the text before, and,
 * with what was added, the text after, to the last blank. Made to be read: a lone short word that happens
 * to be on both sides of a longer change is part of the change.
 *
 * difference('The tide is late.', 'The tide is early.') // =>
 * [{ type: 'same', text: 'The tide is ' }, { type: 'removed', text: 'late' },
 *  { type: 'added', text: 'early' }, { type: 'same', text: '.' }]
 */
export function difference(before: string, after: string): Piece[] {
  const stretches = layOver(wordsAndBlanks(before), wordsAndBlanks(after));
  return piecesOf(joinScattered(stretches));
}

const wordsAndBlanks = (text: string): string[] => text.match(tokenPattern) ?? [];
const isBlank = (token: string): boolean => token.trim() === '';

function layOver(before: readonly string[], after: readonly string[]): Stretch[] {
  // Blanks say nothing about what belongs together: only the rest is laid side by side.
  const a = placesOfWords(before);
  const b = placesOfWords(after);
  const numbers = new Map<string, number>();
  const numberOf = (token: string): number => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  };
  const matched = matchInOrder(
    a.map((place) => numberOf(before[place]!)),
    b.map((place) => numberOf(after[place]!)),
  );
  const stretches: Stretch[] = [];
  let last: Stretch = { same: '', removed: '', added: '' };
  let i = 0;
  let j = 0;
  const goTo = (toI: number, toJ: number): void => {
    const gone = before.slice(i, toI);
    const come = after.slice(j, toJ);
    const start: string[] = [];
    const end: string[] = [];
    while (gone.length > 0 && gone[0] === come[0] && isBlank(gone[0]!)) {
      start.push(gone.shift()!);
      come.shift();
    }
    while (gone.length > 0 && gone.at(-1) === come.at(-1) && isBlank(gone.at(-1)!)) {
      end.unshift(gone.pop()!);
      come.pop();
    }
    last.same += start.join('');
    if (gone.length + come.length > 0) {
      last.removed = gone.join('');
      last.added = come.join('');
      stretches.push(last);
      last = { same: '', removed: '', added: '' };
    }
    last.same += end.join('');
    i = toI;
    j = toJ;
  };
  matched.forEach((inB, inA) => {
    if (inB < 0) return;
    goTo(a[inA]!, b[inB]!);
    last.same += before[i]!;
    i++;
    j++;
  });
  goTo(before.length, after.length);
  stretches.push(last);
  return stretches;
}

const placesOfWords = (tokens: readonly string[]): number[] =>
  tokens.flatMap((token, place) => (isBlank(token) ? [] : [place]));

/** Changes with next to nothing between them become one change. */
function joinScattered(stretches: readonly Stretch[]): Stretch[] {
  let joined = [...stretches];
  for (let size = -1; size !== joined.length;) {
    size = joined.length;
    const next: Stretch[] = [];
    for (const stretch of joined) {
      const last = next.at(-1);
      if (last && isChange(stretch) && isLittle(stretch.same, last, stretch)) {
        last.removed += stretch.same + stretch.removed;
        last.added += stretch.same + stretch.added;
      } else next.push({ ...stretch });
    }
    joined = next;
  }
  return joined;
}

const isChange = ({ removed, added }: Stretch): boolean => removed !== '' || added !== '';

function isLittle(same: string, before: Stretch, after: Stretch): boolean {
  const words = same.match(wordPattern) ?? [];
  if (words.length === 0) return true;
  if (words.length > 1 || words[0]!.length > shortWord) return false;
  return sizeOf(before) + sizeOf(after) >= 3;
}

const countWords = (text: string): number => text.match(wordPattern)?.length ?? 0;
const sizeOf = ({ removed, added }: Stretch): number =>
  Math.max(countWords(removed), countWords(added));

/**
 * Pieces with long stretches of what is the same cut down to the words around the changes; an ellipsis says so.
 *
 * abridge(pieces, 20)[0] // => { type: 'same', text: '… when the tide is ' }
 */
export function abridge(pieces: readonly Piece[], around = 80): Piece[] {
  if (pieces.every(({ type }) => type === 'same')) return [...pieces];
  return pieces.map((piece, index) => {
    const { type, text } = piece;
    if (type !== 'same') return piece;
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const start = isFirst ? '' : startOf(text, around);
    const end = isLast ? '' : endOf(text, around);
    return start.length + end.length + around / 4 < text.length
      ? { type, text: `${start}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${end}` }
      : piece;
  });
}

/** Whole words of the beginning; of a script without blanks so many characters. */
function startOf(text: string, length: number): string {
  const cut = text.slice(0, length);
  return (/^[^]*\S(?=\s)/.exec(cut)?.[0] ?? cut).replace(/[\ud800-\udbff]$/, '');
}

function endOf(text: string, length: number): string {
  const cut = text.slice(-length);
  return (/\s(\S[^]*)$/.exec(cut)?.[1] ?? cut).replace(/^[\udc00-\udfff]/, '');
}

const piecesOf = (stretches: readonly Stretch[]): Piece[] =>
  stretches.flatMap(({ same, removed, added }): Piece[] => [
    ...(same === '' ? [] : [{ type: 'same' as const, text: same }]),
    ...(removed === '' ? [] : [{ type: 'removed' as const, text: removed }]),
    ...(added === '' ? [] : [{ type: 'added' as const, text: added }]),
  ]);
