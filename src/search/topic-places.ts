import { foldedWords, isCharacter, soughtWords } from '../archive/folded.ts';
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
  return (text) => {
    const words = foldedWords(text);
    return mergeRanges(terms.flatMap((term) => placesOf(words, term)));
  };
}

/** A term, which stands for itself alone and for no other form. */
function placedTerm(text: string): PlacedTerm {
  const words = soughtWords(text);
  const [first] = words;
  const isAlone = words.length === 1 && first !== undefined && isCharacter(first);
  return { kind: isAlone ? 'beginning' : 'phrase', words };
}
