import type { FoundQuote } from '../archive/model.ts';
import { escapeHtml } from '../formats/html.ts';

/**
 * Writes the pieces of a quote's plain text as HTML, one after another, with `<mark>` around what stands in
 * these ranges. The ranges count each run of white space as one blank, and none at the start. A range that goes
 * on in the next piece is marked in both.
 *
 * markerOf([[7, 12]])('Nobody wrote them down.') // => 'Nobody <mark>wrote</mark> them down.'
 */
export function markerOf(ranges: FoundQuote['ranges']): (text: string) => string {
  let place = -1;
  let range = 0;
  let wasBlank = true;
  const isFound = (): boolean => {
    while (range < ranges.length && ranges[range]![1] <= place) range++;
    return range < ranges.length && ranges[range]![0] <= place;
  };
  return (text) => {
    let html = '';
    let start = 0;
    let isMarked = false;
    const end = (at: number): void => {
      const piece = escapeHtml(text.slice(start, at));
      if (piece !== '') html += isMarked ? `<mark>${piece}</mark>` : piece;
      start = at;
    };
    for (let at = 0; at < text.length; at++) {
      const isBlank = /\s/.test(text[at]!);
      if (!isBlank || !wasBlank) place++;
      wasBlank = isBlank;
      if (isFound() === isMarked) continue;
      end(at);
      isMarked = !isMarked;
    }
    end(text.length);
    return html;
  };
}
