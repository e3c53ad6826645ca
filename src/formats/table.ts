import { parseTimestamp } from '../archive/time.ts';
import type { Problem } from '../archive/problem.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { parseRows, type Row } from './table-text.ts';

type Column = 'speaker' | 'text' | 'start' | 'end';

/** What columns are called, by what they hold; lower case, without blanks, points and underlines. */
const names: Readonly<Record<Column, readonly string[]>> = {
  speaker: [
    'speaker',
    'speakers',
    'speakername',
    'speakerlabel',
    'name',
    'who',
    'person',
    'voice',
    'member',
    'sprecher',
    'sprecherin',
    'locuteur',
    'orador',
    'hablante',
    '發言人',
    '发言人',
    '講者',
    '讲者',
    '話者',
    'المتحدث',
  ],
  text: [
    'text',
    'transcript',
    'transcription',
    'body',
    'content',
    'utterance',
    'sentence',
    'words',
    'quote',
    'caption',
    'subtitle',
    'texte',
    'texto',
    'inhalt',
    '內容',
    '内容',
    '文字',
    'النص',
  ],
  start: [
    'start',
    'starttime',
    'startsec',
    'begin',
    'from',
    'in',
    'time',
    'timestamp',
    'timecode',
    'zeit',
    'anfang',
    '開始',
    '开始',
    '時間',
    '时间',
    'البداية',
  ],
  end: [
    'end',
    'endtime',
    'endsec',
    'stop',
    'stoptime',
    'to',
    'out',
    'ende',
    '結束',
    '结束',
    'النهاية',
  ],
};

const separators = ['\t', ',', ';', '|'] as const;

interface Layout {
  readonly separator: string;
  readonly columns: ReadonlyMap<Column, number>;
  /** Of times in the table: seconds unless they are whole and named so, or Whisper’s. */
  readonly perSecond: number;
}

/** How the first row says that a table is laid out; undefined when no column is of words. */
function findLayout(text: string): Layout | undefined {
  const [head = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, 1);
  if (head.length > 2000) return undefined;
  for (const separator of separators) {
    const [row] = parseRows(head, separator);
    if (!row || row.cells.length < 2) continue;
    const cells = row.cells.map((cell) => cell.toLowerCase().replace(/[\s._()[\]-]/g, ''));
    const columns = new Map<Column, number>();
    for (const column of Object.keys(names) as Column[]) {
      const at = cells.findIndex(
        (cell) =>
          names[column].includes(cell.replace(/(?:ms|s|sec|seconds)$/, '')) ||
          names[column].includes(cell),
      );
      if (at !== -1) columns.set(column, at);
    }
    if (!columns.has('text')) continue;
    const isMilliseconds = cells.some((cell) =>
      /^(?:start|begin|end)(?:time)?(?:ms|milliseconds)$/.test(cell),
    );
    const isWhisper = cells.join(' ') === 'start end text';
    return { separator, columns, perSecond: isMilliseconds || isWhisper ? 1000 : 1 };
  }
  return undefined;
}

/**
 * A table with a column of words, and columns of who says them and when, told by the names in its first row.
 *
 * parseTable('speaker,text\nJo Field,"Nobody, ever."\n', 'a.csv') // =>
 * { body: { cues: [{ label: 'Jo Field', content: ['Nobody, ever.'], … }] }, … }
 */
export function parseTable(text: string, file: string): Draft {
  const layout = findLayout(text);
  if (!layout) return { facts: {}, body: { cues: [] }, problems: [noColumns(file)] };
  const problems: Problem[] = [];
  const [head, ...rows] = parseRows(text.replace(/^\ufeff/, ''), layout.separator);
  const cues = rows.map((row): Cue => {
    if (row.cells.length !== head!.cells.length)
      problems.push(oddRow(file, row, head!.cells.length));
    return cueOf(row, layout);
  });
  return { facts: {}, body: { cues }, problems };
}

function cueOf({ cells, line }: Row, { columns, perSecond }: Layout): Cue {
  const cell = (column: Column): string => {
    const at = columns.get(column);
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const label = cell('speaker');
  const startTime = secondsOf(cell('start'), perSecond);
  const endTime = secondsOf(cell('end'), perSecond);
  return {
    type: 'cue',
    ...(label !== '' && { label }),
    content: cell('text') === '' ? [] : [cell('text')],
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    place: { line, column: 1 },
  };
}

function secondsOf(text: string, perSecond: number): number | undefined {
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Number(text) / perSecond;
  return parseTimestamp(text.replace(/^\[|\]$/g, ''));
}

/** Tables of spreadsheets, and of Whisper. */
export const table: Format = {
  name: 'table',
  title: 'Table (CSV, TSV)',
  endings: ['.csv', '.tsv'],
  detect: ({ text }) => {
    const layout = findLayout(text.slice(0, 4000));
    if (!layout) return 0;
    return layout.columns.size > 1 ? 0.9 : 0.5;
  },
  read: ({ path, text }) => [parseTable(text, path)],
};

const noColumns = (file: string): Problem => ({
  rule: 'no-columns',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: 'Unexpected first row, expected the names of the columns, one of them `text`',
  mend: 'Type them as the first row: `speaker,start,end,text`.',
});

const oddRow = (file: string, { cells, line }: Row, wanted: number): Problem => ({
  rule: 'table-row',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected row with ${cells.length} cells, expected ${wanted}`,
  mend: 'Read whether its words are whole. Words with a comma in them stand in quotes: `"Nobody, ever."`.',
});
