/** A row of a table of text, and the line of the file on which it starts. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of a table in CSV or TSV: cells in quotes may hold the separator, quotes twice and new lines. Empty lines
 * are no rows. A quote that is never closed ends with the file.
 *
 * As in RFC 4180, with any separator and any line ends.
 *
 * parseRows('a;"b;""c"""\n', ';') // => [{ cells: ['a', 'b;"c"'], line: 1 }]
 */
export function parseRows(text: string, separator: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let start = 1;
  let line = 1;
  let at = 0;
  const endRow = (): void => {
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ cells, line: start });
    cells = [];
    start = line;
  };
  while (at < text.length) {
    const { cell, end, lines } =
      text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell);
    line += lines;
    at = end;
    if (text[at] === separator) {
      at++;
      // A row that ends with a separator has one more, empty cell.
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
      else continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (at < text.length || cells.length > 0) line++;
    endRow();
  }
  endRow();
  return rows;
}

interface Cell {
  readonly cell: string;
  readonly end: number;
  /** New lines inside. */
  readonly lines: number;
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end++;
  return { cell: text.slice(start, end), end, lines: 0 };
}

function quotedCell(text: string, start: number, separator: string): Cell {
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      pieces.push(text.slice(from));
      return cellOf(pieces, text.length);
    }
    pieces.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the separator is kept as it is.
      const rest = plainCell(text, quote + 1, separator);
      pieces.push(rest.cell);
      return cellOf(pieces, rest.end);
    }
    pieces.push('"');
    from = quote + 2;
  }
}

function cellOf(pieces: readonly string[], end: number): Cell {
  const cell = pieces.join('');
  return { cell, end, lines: cell.split(/\r\n|\n|\r/).length - 1 };
}
