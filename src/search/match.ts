import type { FoldedWord } from '../archive/folded.ts';
import { isCharacter, isUnspaced } from '../archive/folded.ts';
import type { Meaning, MeantTerm } from './meaning.ts';

/** Where something stands in a text. */
export type Range = readonly [start: number, end: number];

/**
 * Where a quote has what was asked for: places in its text, in order, each once. Undefined when a term is
 * not in it, or one that is to be left out is. A quote always matches where no term is asked for.
 *
 * matchQuote(foldedWords('Nobody wrote them down.'), meaningOf('wrote')) // => [[7, 12]]
 */
export function matchQuote(
  words: readonly FoldedWord[],
  { terms, without }: Pick<Meaning, 'terms' | 'without'>,
): Range[] | undefined {
  if (without.some((term) => placesOf(words, term).length > 0)) return undefined;
  const found: Range[] = [];
  for (const term of terms) {
    const places = placesOf(words, term);
    if (places.length === 0) return undefined;
    found.push(...places);
  }
  return mergeRanges(found);
}

/** What of a term says where it stands. */
export type PlacedTerm = Pick<MeantTerm, 'kind' | 'words' | 'forms'>;

/** Where a text has a term, each place once, in order. */
export function placesOf(words: readonly FoldedWord[], term: PlacedTerm): Range[] {
  const [first = ''] = term.words;
  if (term.kind === 'phrase') return phrasesOf(words, term.words);
  if (term.kind === 'word')
    return words.filter(({ word }) => term.forms?.has(word)).map(({ start, end }) => [start, end]);
  return words
    .filter(({ word }) => word.startsWith(first))
    .map(({ start, end }) => [start, isUnspaced(first) ? start + first.length : end]);
}

function phrasesOf(words: readonly FoldedWord[], phrase: readonly string[]): Range[] {
  const places: Range[] = [];
  const end = phrase.at(-1) ?? '';
  const isOpen = isCharacter(end);
  const closed = isOpen ? phrase.slice(0, -1) : phrase;
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (!closed.every((word, index) => words[at + index]!.word === word)) continue;
    const last = words[at + phrase.length - 1]!;
    if (!isOpen) places.push([words[at]!.start, last.end]);
    else if (last.word.startsWith(end)) places.push([words[at]!.start, last.start + end.length]);
  }
  return places;
}

/** Ranges in order, those as one that touch. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
