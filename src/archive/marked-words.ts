import { foldedWords } from './folded.ts';

/**
 * The words of a text, each by a number, and where it stands. The lists are longer than the text has words: only
 * the first `length` of each belong to it.
 */
export class MarkedWords {
  length = 0;
  /** The same for the same folded word; for one pair of other words in four thousand million too. */
  marks = new Int32Array(64);
  starts = new Uint32Array(64);
  ends = new Uint32Array(64);
  /** The folded word; undefined where it is what stands there, in small letters. */
  readonly folded: (string | undefined)[] = [];

  /** Puts a word behind the others. */
  add(mark: number, start: number, end: number, word?: string): void {
    const at = this.length++;
    if (at === this.marks.length) this.#grow();
    this.marks[at] = mark;
    this.starts[at] = start;
    this.ends[at] = end;
    this.folded[at] = word;
  }

  #grow(): void {
    const size = this.marks.length * 2;
    const marks = new Int32Array(size);
    marks.set(this.marks);
    this.marks = marks;
    const [starts, ends] = [new Uint32Array(size), new Uint32Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}

/** The mark of a folded word (FNV-1a). */
export function markOf(word: string): number {
  let mark = basis;
  for (let at = 0; at < word.length; at++) mark = Math.imul(mark ^ word.charCodeAt(at), prime);
  return mark;
}

/**
 * The words that `foldedWords` finds, at the same places, without making each of them: for looking through many
 * long texts for few words. Who looks through many gives the words of the one before, whose lists are used again.
 *
 * markWords('The tide.') // => { length: 2, marks: [markOf('the'), markOf('tide'), …], starts: [0, 4, …], … }
 */
export function markWords(text: string, into: MarkedWords = new MarkedWords()): MarkedWords {
  into.length = 0;
  // Piece after piece of what stands between blanks.
  let to: number;
  for (let from = 0; from < text.length; from = to + 1) {
    const count = into.length;
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
      if (start !== -1) into.add(mark, start, to);
      start = -1;
      if (kind === blank) break;
    }
    if (start !== -1) into.add(mark, start, to);
    if (isPlain) continue;
    into.length = count;
    for (const { word, start: first, end } of foldedWords(text.slice(from, to)))
      into.add(markOf(word), from + first, from + end, word);
  }
  return into;
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
