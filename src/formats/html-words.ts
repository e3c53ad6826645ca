const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * The words of a piece of HTML, on one line: its tags vanish, its entities are what they mean. It is text, and no
 * HTML any more.
 *
 * wordsOfHtml('Nobody &amp; <b>no&#39;one</b>') // => "Nobody & no'one"
 */
export const wordsOfHtml = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? all;
      const point = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16);
      const isCharacter = point > 0 && point < 0x110000 && (point < 0xd800 || point > 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : all;
    })
    .replace(/\s+/g, ' ')
    .trim();
