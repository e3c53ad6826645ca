/** What stands in the paragraph of a quote and is none of its words. */
const beside = 'a:first-child, small, .alias, .mark, .offer';

/** The words of a quote on an episode’s page, as plain text with its line breaks. */
export function quoteWords(quote: Element): string {
  const copy = quote.cloneNode(true) as Element;
  for (const other of copy.querySelectorAll(beside)) other.remove();
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  return copy.textContent.trim();
}
