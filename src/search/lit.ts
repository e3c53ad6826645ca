import { foldedWords } from '../archive/folded.ts';
import { matchQuote, type Range } from './match.ts';
import { parseQuery } from './query.ts';

/**
 * Where words that a search found stand in a text: what is to be lit up. Case and accents do not matter.
 *
 * litRanges('Tide tables for the tide.', ['tide']) // => [[0, 4], [20, 24]]
 */
export function litRanges(text: string, matched: readonly string[]): Range[] {
  const words = foldedWords(text);
  const ranges = matched.flatMap((one) => {
    const [term] = parseQuery(`"${one.replace(/"/g, ' ')}"`).terms;
    if (!term) return [];
    const meant = { ...term, counts: [], records: 0, parts: 0 };
    return matchQuote(words, { terms: [meant], without: [] }) ?? [];
  });
  const sorted = ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return sorted.filter(([start], index) => sorted.slice(0, index).every(([, end]) => end <= start));
}
