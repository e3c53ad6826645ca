import { litRanges } from '../search/lit.ts';

/** Parts of a quote that are not its words. */
const beside = 'small, .mark, .alias, .offer, :scope > a:first-child';

/** Marks words in a quote, wherever emphasis and links part it. */
function light(quote: Element, words: readonly string[]): void {
  const others = [...quote.querySelectorAll(beside)];
  const walker = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!others.some((other) => other.contains(text))) texts.push(text);
  }
  const ranges = litRanges(texts.map(({ data }) => data).join(''), words);
  let end = texts.reduce((sum, { length }) => sum + length, 0);
  // From the last to the first, so that places before stay where they are.
  for (const text of texts.toReversed()) {
    const start = end - text.length;
    for (const [from, to] of ranges.toReversed())
      if (from < end && to > start)
        mark(text, Math.max(from, start) - start, Math.min(to, end) - start);
    end = start;
  }
}

function mark(text: Text, start: number, end: number): void {
  const found = text.splitText(start);
  found.splitText(end - start);
  const made = document.createElement('mark');
  found.replaceWith(made);
  made.append(found);
}

/** Lights the words that a `<quote-arrival>` was given, in the quote that the address names. */
const lit = document.querySelector<HTMLElement>('quote-arrival')?.dataset['lit'] ?? '';
const quote = document.getElementById(location.hash.slice(1))?.closest('p[id^="q"]');
if (quote) light(quote, lit.split('|'));
