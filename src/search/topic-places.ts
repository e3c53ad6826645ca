import { foldedWords, isCharacter, soughtWords } from '../archive/folded.ts';
import { MarkedWords, markOf, markWords } from '../archive/marked-words.ts';
import type { Topic } from '../archive/model.ts';
import { mergeRanges, type PlacedTerm, placesOf, type Range } from './match.ts';

/**
 * Finds where the name of a topic, an alias or a term stands in a text with single blanks: for what a quote
 * is about it by its words.
 *
 * topicPlaces(tides)('Nobody wrote the tide tables down.') // => [[17, 21]]
 */
export const topicPlaces = ({ name, facts }: Topic): ((text: string) => Range[]) =>
  termPlaces([name, ...facts.aliases, ...facts.terms]);

/**
 * Finds where any of these stands in a text with single blanks, as whole words.
 *
 * termPlaces(['Jo Field'])('Ask Jo Field.') // => [[4, 12]]
 */
export function termPlaces(texts: readonly string[]): (text: string) => Range[] {
  const terms = texts.map(placedTerm).filter(({ words }) => words.length > 0);
  // A term that may end within a word of two characters needs the words themselves.
  if (terms.some(({ words }) => isCharacter(words.at(-1)!))) {
    return (text) => {
      const words = foldedWords(text);
      return mergeRanges(terms.flatMap((term) => placesOf(words, term)));
    };
  }
  const marked = terms.map((term) => ({ term, marks: term.words.map(markOf) }));
  const said = new MarkedWords();
  return (text) => {
    markWords(text, said);
    return mergeRanges(marked.flatMap((one) => markedPlaces(text, said, one)));
  };
}

/** Where the words of a term stand in a row. */
function markedPlaces(
  text: string,
  { length, marks, starts, ends, folded }: MarkedWords,
  { term, marks: own }: { readonly term: PlacedTerm; readonly marks: readonly number[] },
): Range[] {
  const places: Range[] = [];
  const first = own[0]!;
  for (let at = 0; at + own.length <= length; at++) {
    if (marks[at] !== first) continue;
    const isThere = term.words.every((word, index) => {
      const place = at + index;
      if (marks[place] !== own[index]) return false;
      // Another word may have the same mark.
      return (folded[place] ?? text.slice(starts[place], ends[place]).toLowerCase()) === word;
    });
    if (isThere) places.push([starts[at]!, ends[at + own.length - 1]!]);
  }
  return places;
}

/** A term, which stands for itself alone and for no other form. */
function placedTerm(text: string): PlacedTerm {
  const words = soughtWords(text);
  const [first] = words;
  const isAlone = words.length === 1 && first !== undefined && isCharacter(first);
  return { kind: isAlone ? 'beginning' : 'phrase', words };
}
