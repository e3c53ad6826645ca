/**
 * The beginning of a text, cut between words, with an ellipsis where something is left out.
 *
 * beginningOf('Nobody wrote them down before the harbour did.', 20) // => 'Nobody wrote them …'
 */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  let cut = '';
  for (const { segment } of segments) {
    if (cut.length + segment.length > length) break;
    cut += segment;
  }
  const blank = cut.lastIndexOf(' ');
  // Scripts without blanks are cut where the length ends.
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut).trimEnd()} …`;
}
