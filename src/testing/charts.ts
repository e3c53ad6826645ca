/** Charts as a built page has them, read by plain patterns: what a reader sees, without the code that made it. */

/** A chart over time. */
export interface ReadChart {
  /** `jo-field` of `jo-field.csv`. */
  readonly name: string;
  /** The heights of the bars by measure, as parts of a hundred. */
  readonly bars: Readonly<Record<string, readonly number[]>>;
  /** What is said of it, by measure. */
  readonly said: Readonly<Record<string, string>>;
  readonly rows: readonly TableRow[];
  /** Where the table is downloaded from. */
  readonly csv: string;
}

export interface TableRow {
  readonly name: string;
  readonly href?: string;
  readonly numbers: readonly number[];
}

export const decodeHtml = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/** All charts over time of a page. */
export const readCharts = (html: string): ReadChart[] =>
  [...html.matchAll(/<figure class="time-chart[^"]*" data-chart="([^"]+)".*?<\/figure>/gs)].map(
    ([figure, name]) => ({
      name: name!,
      bars: Object.fromEntries(
        [...figure.matchAll(/<svg data-measure="(\w+)".*?<\/svg>/gs)].map(([svg, measure]) => [
          measure!,
          [...svg.matchAll(/<rect[^>]* height="([\d.]+)%"/g)].map(([, height]) => Number(height)),
        ]),
      ),
      said: Object.fromEntries(
        [...figure.matchAll(/<p [^>]*data-measure="(\w+)"[^>]*>(.*?)<\/p>/gs)].map(
          ([, measure, text]) => [measure!, decodeHtml(text!)],
        ),
      ),
      rows: readTable(figure),
      csv: decodeHtml(/<a href="([^"]+)" download/.exec(figure)![1]!),
    }),
  );

/** The rows of the first table in some HTML. */
export const readTable = (html: string): TableRow[] =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(
    ([, row]) => {
      const head = /<th[^>]*>(.*?)<\/th>/s.exec(row!)![1]!;
      const href = /href="([^"]+)"/.exec(head)?.[1];
      return {
        name: decodeHtml(head),
        ...(href !== undefined && { href: decodeHtml(href) }),
        numbers: [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) =>
          Number(decodeHtml(cell!).replaceAll(',', '')),
        ),
      };
    },
  );

/** The part of a page that one heading names, up to the next such part. */
export const readSection = (html: string, id: string): string =>
  new RegExp(`<section class="stat" aria-labelledby="${id}".*?</section>`, 's').exec(html)?.[0] ??
  '';

/** A row of a list of shares. */
export interface ReadShare {
  readonly name: string;
  readonly href?: string;
  readonly width: number;
  /** The number that its text begins with, and the text. */
  readonly value: number;
  readonly text: string;
  /** Where one finds what is counted. */
  readonly found?: string;
}

export const readShares = (html: string): ReadShare[] =>
  [
    ...html.matchAll(
      /<li>\s*<span class="name">(.*?)<span class="value">(.*?)<\/span>\s*<svg(.*?)<\/svg>/gs,
    ),
  ].map(([, name, value, bar]) => {
    const href = /href="([^"]+)"/.exec(name!)?.[1];
    const found = /href="([^"]+)"/.exec(value!)?.[1];
    const text = decodeHtml(value!);
    return {
      name: decodeHtml(/<bdi>(.*?)<\/bdi>/s.exec(name!)![1]!),
      ...(href !== undefined && { href: decodeHtml(href) }),
      width: Number(/<rect[^>]* width="([\d.]+)%"/.exec(bar!)?.[1]),
      value: Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', '')),
      text,
      ...(found !== undefined && { found: decodeHtml(found) }),
    };
  });

/** The rows of a CSV file by its columns; what is not there is empty. */
export function readCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  const [columns = [], ...cells] = rows.slice(0, -1);
  return cells.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])));
}

/** What an address of a table holds: the address itself, or a file of the site. */
export async function readCsvAt(
  address: string,
  readFile: (path: string) => Promise<string>,
): Promise<Record<string, string>[]> {
  const data = /^data:text\/csv;charset=utf-8,(.*)$/s.exec(address)?.[1];
  return readCsv(data === undefined ? await readFile(address) : decodeURIComponent(data));
}
