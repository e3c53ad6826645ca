/** What a reader typed: words that must all be in a quote, and phrases that must stand in it as they are. */
export interface Query {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const word = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * A typed query. Quotation marks of any language make a phrase.
 *
 * parseQuery('tide "wrote them down"') // => { words: ['tide'], phrases: ['wrote them down'] }
 */
export function parseQuery(typed: string): Query {
  const phrases: string[] = [];
  const rest = typed
    .slice(0, 500)
    .replace(/["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]/gu, (_match, phrase: string) => {
      if (phrase.trim() !== '') phrases.push(phrase.trim());
      return ' ';
    });
  return { words: rest.match(word) ?? [], phrases };
}

/** As Pagefind compares: no case, no accents. Each character stays one, so that places stay true. */
export const fold = (text: string): string =>
  Array.from(text, (character) => {
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return folded.length === character.length ? folded : character.toLowerCase().slice(0, character.length);
  }).join('');

/** Whether two folded words are forms of one: equal, the start of one another, or alike but for an ending. */
export function isFormOf(token: string, looked: string): boolean {
  if (token === looked || token.startsWith(looked)) return true;
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(looked)) {
    return looked.length > 2 && (token.includes(looked) || (token.length > 2 && looked.includes(token)));
  }
  const [a, b] = [token.replaceAll('y', 'i'), looked.replaceAll('y', 'i')];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const shorter = Math.min(a.length, b.length);
  return same >= Math.max(4, shorter - 2) && same >= 0.6 * Math.max(a.length, b.length);
}

/**
 * Where a text has what a query asks for: places in the text, in order. Undefined when a word or a phrase
 * is missing, since then the text is no answer.
 *
 * findMatches('Nobody wrote them down.', parseQuery('wrote')) // => [[7, 12]]
 */
export function findMatches(text: string, query: Query): [number, number][] | undefined {
  const folded = fold(text);
  const ranges: [number, number][] = [];
  for (const phrase of query.phrases) {
    const looked = fold(phrase).replace(/\s+/g, ' ');
    const found = findAll(folded.replace(/\s/g, ' '), looked);
    if (found.length === 0) return undefined;
    ranges.push(...found);
  }
  const tokens = [...folded.matchAll(word)];
  for (const typed of query.words) {
    const looked = fold(typed);
    const found = unspaced.test(looked)
      ? segments(looked).map((segment) => findAll(folded, segment))
      : [
          tokens
            .filter(([token]) => isFormOf(token, looked))
            .map((token): [number, number] => [token.index, token.index + token[0].length]),
        ];
    if (found.some((places) => places.length === 0)) return undefined;
    ranges.push(...found.flat());
  }
  return mergeRanges(ranges);
}

/** Chinese and Japanese words are not told apart by blanks; each part must be there. */
const segments = (text: string): string[] =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment).filter(
    (segment) => segment.trim() !== '',
  );

function findAll(text: string, looked: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(looked); at !== -1 && looked !== ''; at = text.indexOf(looked, at + looked.length)) {
    places.push([at, at + looked.length]);
  }
  return places;
}

function mergeRanges(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A text around its first match, in marked and unmarked pieces; `length` characters about. */
export function excerpt(text: string, ranges: readonly (readonly [number, number])[], length = 320): Piece[] {
  const first = ranges[0]?.[0] ?? 0;
  let start = text.length <= length ? 0 : Math.max(0, Math.min(first - length / 3, text.length - length));
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(' ', start - 1) + 1 || Math.floor(start);
  if (end < text.length) end = text.lastIndexOf(' ', end) > start ? text.lastIndexOf(' ', end) : Math.floor(end);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  let at = start;
  if (start > 0) pieces.push({ text: '… ', marked: false });
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
