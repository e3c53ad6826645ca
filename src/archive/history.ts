import type { ChangeRule, QuoteId } from './model.ts';
import type { Problem } from './problem.ts';

/** An earlier wording of a quote: what its id stood for until a day. */
export interface HistoryLine {
  readonly id: QuoteId;
  readonly revision: number;
  /** The day (UTC) of the commit that ended it. */
  readonly until: string;
  readonly rule: ChangeRule;
  readonly speaker: string;
  /**
   * Its canonical words. Absent where they are those of the next revision (`reattributed`, `returned`), where they were
   * deleted (the digest in the ledger is what stays), and where they were taken down.
   */
  readonly words?: string;
  /** Its digest, where it cannot be made from `words` and stands in no ledger line. */
  readonly digest?: string;
  /** The other quotes that its words are in: the later parts of a split, the quote it was merged into. */
  readonly into?: readonly QuoteId[];
  /** Why its words were taken down. */
  readonly withheld?: string;
}

const fields = [
  'id',
  'revision',
  'until',
  'rule',
  'speaker',
  'words',
  'digest',
  'into',
  'withheld',
] as const satisfies readonly (keyof HistoryLine)[];

/** A history as the text of its file: one JSON object a line, oldest first, fields in a fixed order. */
export const serializeHistory = (lines: readonly HistoryLine[]): string =>
  lines.map((line) => `${JSON.stringify(line, [...fields])}\n`).join('');

/** What the file of a history says. A line that cannot be read is an error. */
export function parseHistory(
  text: string,
  file: string,
): { lines: HistoryLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines: HistoryLine[] = [];
  text.split('\n').forEach((row, index) => {
    if (row === '') return;
    const line = parseLine(row);
    if (line) lines.push(line);
    else
      problems.push({
        rule: 'history-line',
        severity: 'error',
        file,
        place: { line: index + 1, column: 1 },
        message:
          'Unexpected line, expected an earlier wording as JSON with `id`, `revision`, `until`, `rule`, `speaker`',
        mend: 'Histories are written by `npm run ids` alone. Bring the file back as it was: `git checkout HEAD -- content/ledger content/history`.',
      });
  });
  return { lines, problems };
}

function parseLine(row: string): HistoryLine | undefined {
  try {
    const line = JSON.parse(row) as Partial<Record<keyof HistoryLine, unknown>> | null;
    const sound =
      line !== null &&
      typeof line.id === 'string' &&
      typeof line.revision === 'number' &&
      typeof line.until === 'string' &&
      typeof line.rule === 'string' &&
      typeof line.speaker === 'string' &&
      (line.words === undefined || typeof line.words === 'string');
    return sound ? (line as unknown as HistoryLine) : undefined;
  } catch {
    return undefined;
  }
}
