/** What one reads on a page: pieces of its HTML as text. */

/** Words of a piece of HTML, with single blanks. */
export const textOf = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** What a page says under each term of its lists of terms. */
export const termsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<dt>(.*?)<\/dt>(.*?)<\/div>/gs)].map(([, term, rest]) => [
      textOf(term!),
      textOf(rest!),
    ]),
  );

/** The section with an id or that is labelled by it, whole. */
export function sectionOf(html: string, id: string): string {
  const start = html.search(new RegExp(`<section (?:id|aria-labelledby)="${id}"`));
  if (start < 0) return '';
  let depth = 0;
  for (const { 0: tag, index } of html.slice(start).matchAll(/<\/?section\b/g)) {
    depth += tag === '</section' ? -1 : 1;
    if (depth === 0) return html.slice(start, start + index);
  }
  return html.slice(start);
}

/** A row of a list of shares. */
export interface ShareText {
  readonly name: string;
  readonly value: string;
  /** Where the value leads. */
  readonly found: string | undefined;
}

export const sharesOf = (html: string): ShareText[] =>
  [...html.matchAll(/<span class="name">(.*?)<\/span> ?<span class="value">(.*?)<\/span>/gs)].map(
    ([, name, value]) => ({
      name: textOf(/<bdi>(.*?)<\/bdi>/s.exec(name!)![1]!),
      value: textOf(value!),
      found: /href="([^"]*)"/.exec(value!)?.[1]!.replaceAll('&amp;', '&'),
    }),
  );

/** The cells of each row of the tables in a piece of HTML, heads apart; and where the first leads. */
export const rowsOf = (html: string): { cells: string[]; href: string | undefined }[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row]) => {
    const cells = [...row!.matchAll(/<t([hd])[^>]*>(.*?)<\/t\1>/gs)];
    const isHead = /<th scope="col"/.test(row!);
    const href = /<th scope="row">\s*<a href="([^"]*)"/.exec(row!)?.[1]!.replaceAll('&amp;', '&');
    return isHead ? [] : [{ cells: cells.map((cell) => textOf(cell[2]!)), href }];
  });
