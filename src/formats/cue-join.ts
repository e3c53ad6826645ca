import type { Inline, Passage, Place, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import { countWords } from '../archive/word.ts';
import { tidyCues, type CueCounts } from './cue-order.ts';
import type { Cue, CuePart } from './draft.ts';
import { cutSentences, endsSentence } from './sentence.ts';

/** What becomes one quote: a paragraph of one speaker, a sentence, or a cue as the file has it. */
export type Unit = 'paragraph' | 'sentence' | 'cue';

/** Who speaks where a file says that somebody else does, and not who. */
export const unnamed = 'Unknown';

/** Seconds of silence after which a sentence that has ended ends its paragraph; and any words do. */
const pause = 2;
const longPause = 4;
/** Words after which a paragraph ends with its sentence: where a cue ends, and anywhere. */
const enough = 80;
const plenty = 140;
/** And with the next cue, where no sentence ever ends. */
const tooMany = 200;
/** Captions without punctuation: words after which a pause ends a paragraph, and after which it ends anyway. */
const fewUnmarked = 30;
const mostUnmarked = 120;
const wordsPerMark = 60;

/**
 * A transcript made of cues: those of one speaker are joined into paragraphs at ends of sentences, pauses and
 * lengths that one can read; or into sentences; or left one quote each. A quote has the time at which its first
 * cue starts and its last one ends. No words are lost and none are added.
 *
 * joinCues([cue('JF', 'Nobody wrote', 0, 1), cue('JF', 'them down.', 1, 2)], { unit: 'paragraph', file: 'a.vtt' })
 * // => { transcript: { parts: [{ type: 'speech', label: 'JF', passages: [{ content: ['Nobody wrote them down.'], … }] }] }, … }
 */
export function joinCues(
  given: readonly CuePart[],
  { unit, file }: { readonly unit: Unit; readonly file: string },
): { transcript: Transcript; problems: readonly Problem[]; counts: CueCounts } {
  const { parts, problems, counts } = tidyCues(given, file);
  const joiner = new Joiner(unit, isPunctuated(parts));
  for (const part of parts) joiner.add(part);
  return { transcript: { parts: joiner.finish() }, problems, counts };
}

/** Whether sentences end with marks here: automatic captions have none. */
function isPunctuated(parts: readonly CuePart[]): boolean {
  let words = 0;
  let ends = 0;
  for (const part of parts) {
    if (part.type !== 'cue') continue;
    const text = plainText(part.content);
    words += countWords(text);
    ends += cutSentences(text).filter(endsSentence).length;
  }
  return ends * wordsPerMark >= words;
}

/** A part of a cue up to the end of a sentence, or all of it. */
interface Piece {
  readonly content: readonly Inline[];
  readonly words: number;
  readonly cue: Cue;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

type Part = Transcript['parts'][number];

class Joiner {
  readonly #parts: Part[] = [];
  readonly #unit: Unit;
  readonly #isPunctuated: boolean;
  #label: string | null = null;
  #passages: Passage[] = [];
  #place: Place = { line: 1, column: 1 };
  #open: Piece[] = [];
  /** Of all that is open. */
  #words = 0;

  constructor(unit: Unit, isMarked: boolean) {
    this.#unit = unit;
    this.#isPunctuated = isMarked;
  }

  add(part: CuePart): void {
    if (part.type !== 'cue') {
      this.#endSpeech();
      this.#parts.push(part);
      return;
    }
    const label = part.label === undefined ? this.#label : (part.label ?? unnamed);
    // An unnamed change is one, also from one nameless voice to the next.
    if (label !== this.#label || part.label === null) this.#endSpeech();
    this.#label = label;
    for (const piece of piecesOf(part, this.#unit)) {
      if (this.#endsBefore(piece)) this.#endPassage();
      if (this.#open.length === 0 && this.#passages.length === 0) this.#place = part.place;
      this.#open.push(piece);
      this.#words += piece.words;
    }
  }

  finish(): Part[] {
    this.#endSpeech();
    return this.#parts;
  }

  /** Whether the quote that is open ends where a piece begins. */
  #endsBefore({ cue, isFirst }: Piece): boolean {
    const last = this.#open.at(-1);
    if (!last) return false;
    if (this.#unit === 'cue') return isFirst;
    const isEnded = endsSentence(plainText(last.content));
    const silence = isFirst ? (cue.startTime ?? 0) - (last.cue.endTime ?? Infinity) : 0;
    if (this.#unit === 'sentence') return isEnded || silence >= longPause;
    if (isFirst && cue.startsParagraph === true) return true;
    const words = this.#words;
    if (!this.#isPunctuated) {
      if (!isFirst) return isEnded && words >= plenty;
      return words >= mostUnmarked || (words >= fewUnmarked && silence >= pause);
    }
    if (silence >= longPause) return true;
    if (!isEnded) return isFirst && words >= tooMany;
    return silence >= pause || (isFirst && words >= enough) || words >= plenty;
  }

  #endPassage(): void {
    const [first] = this.#open;
    const last = this.#open.at(-1);
    if (!first || !last) return;
    const { startTime, place } = first.cue;
    const endTime = last.isLast ? last.cue.endTime : undefined;
    this.#passages.push({
      content: joinContent(this.#open.map(({ content }) => content)),
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      place,
    });
    this.#open = [];
    this.#words = 0;
  }

  #endSpeech(): void {
    this.#endPassage();
    if (this.#passages.length === 0) return;
    this.#parts.push({
      type: 'speech',
      label: this.#label,
      passages: this.#passages,
      place: this.#place,
    });
    this.#passages = [];
  }
}

/** A cue cut at the ends of sentences inside it. One with marks in it is not cut. */
function piecesOf(cue: Cue, unit: Unit): Piece[] {
  const [only] = cue.content;
  const isPlain = cue.content.length === 1 && typeof only === 'string';
  const texts = isPlain && unit !== 'cue' ? cutSentences(only) : undefined;
  const contents: (readonly Inline[])[] = texts ? texts.map((text) => [text]) : [cue.content];
  return contents.map((content, index) => ({
    content,
    words: countWords(plainText(content)),
    cue,
    isFirst: index === 0,
    isLast: index === contents.length - 1,
  }));
}

/** Contents in a row, with one blank between them where the script has blanks. */
function joinContent(contents: readonly (readonly Inline[])[]): Inline[] {
  const joined: Inline[] = [];
  let before: Inline = '';
  for (const content of contents) {
    for (const [index, inline] of content.entries()) {
      const tidy = typeof inline === 'string' ? inline.replace(/\s+/g, ' ') : inline;
      if (index === 0 && needsBlank(before, tidy)) push(joined, ' ');
      push(joined, tidy);
      if (tidy !== '') before = tidy;
    }
  }
  const first = joined[0];
  if (typeof first === 'string') joined[0] = first.trimStart();
  const last = joined.at(-1);
  if (typeof last === 'string') joined[joined.length - 1] = last.trimEnd();
  return joined.filter((inline) => inline !== '');
}

/** Han, Kana and their marks stand without blanks; Hangul does not. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}、。，！？；：「」『』（）・ー]/u;

function needsBlank(before: Inline, after: Inline): boolean {
  const left = plainText([before]);
  const right = plainText([after]);
  if (left === '' || right === '' || /\s$/.test(left) || /^\s/.test(right)) return false;
  const [last] = [...left.slice(-2)].slice(-1);
  const [next] = right;
  return !(unspaced.test(last!) && unspaced.test(next!));
}

function push(content: Inline[], inline: Inline): void {
  const last = content.at(-1);
  if (typeof last === 'string' && typeof inline === 'string')
    content[content.length - 1] = last + inline;
  else content.push(inline);
}
