/** What a cell holds: words, a number, or nothing. */
export type Cell = string | number | undefined;

/**
 * A table as CSV (RFC 4180). It begins with a byte order mark: without one, spreadsheets misread every name that
 * is not in Latin letters. Words that a spreadsheet would take for a formula get an apostrophe before them.
 *
 * serializeCsv(['speaker', 'quotes'], [['Jo Field', 12], ['=1+1', 3]])
 * // => '\uFEFFspeaker,quotes\r\nJo Field,12\r\n\'=1+1,3\r\n'
 */
export const serializeCsv = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): string =>
  `\uFEFF${[columns, ...rows].map((row) => `${row.map(serializeCell).join(',')}\r\n`).join('')}`;

function serializeCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The wide forms are formulas to a spreadsheet in Chinese or Japanese. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * The address that a link downloads a table from, without a file of its own.
 *
 * csvAddress('\uFEFFa\r\n') // => 'data:text/csv;charset=utf-8,%EF%BB%BFa%0D%0A'
 */
export const csvAddress = (csv: string): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`;
