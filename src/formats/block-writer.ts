import type { Inline } from '../archive/model.ts';
import { serializeMarkdownInline } from './inline-writer.ts';

/** Lines between fences that are longer than any in them. */
export function writeCodeBlock(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return [fence, ...lines, fence].join('\n');
}

/** Lines with a tab between their cells as a table; the first is its head. */
export function writeTable(lines: readonly (readonly Inline[])[]): string {
  const rows = lines.map((line) =>
    cellsOf(line).map((cell) =>
      serializeMarkdownInline(cell, lines.flat()).trim().replace(/\|/g, '\\|'),
    ),
  );
  const [head = []] = rows;
  const written = rows.map((row) => `| ${row.join(' | ')} |`);
  return [written[0], `|${' --- |'.repeat(head.length)}`, ...written.slice(1)].join('\n');
}

function cellsOf(line: readonly Inline[]): Inline[][] {
  const cells: Inline[][] = [[]];
  for (const inline of line) {
    if (typeof inline !== 'string') {
      cells.at(-1)!.push(inline);
      continue;
    }
    inline.split('\t').forEach((text, index) => {
      if (index > 0) cells.push([]);
      if (text !== '') cells.at(-1)!.push(text);
    });
  }
  return cells;
}

const itemStart = /^( *)(•|\d{1,9}\.) /;

/**
 * Lines that start with `• ` or `1. ` as a list; two blanks before it for each list that it stands in.
 * Undefined when a line starts otherwise. `otherMarks` tells it from a list right before.
 */
export function writeList(
  lines: readonly (readonly Inline[])[],
  otherMarks: boolean,
  escapeStart: (text: string) => string,
): string | undefined {
  const written: string[] = [];
  const widths: number[] = [];
  for (const line of lines) {
    const [first, ...others] = line;
    const start = typeof first === 'string' ? itemStart.exec(first) : null;
    if (!start) return undefined;
    const depth = start[1]!.length / 2;
    const mark =
      start[2] === '•'
        ? otherMarks
          ? '*'
          : '-'
        : otherMarks
          ? start[2]!.replace('.', ')')
          : start[2]!;
    widths.length = Math.min(widths.length, depth);
    const indent = ' '.repeat(widths.reduce((sum, width) => sum + width, 0));
    widths.push(mark.length + 1);
    const words = serializeMarkdownInline(
      [(first as string).slice(start[0].length), ...others].filter((inline) => inline !== ''),
      lines.flat(),
    );
    const tick = /^\[[ x]\] /.exec(words)?.[0] ?? '';
    written.push(`${indent}${mark} ${tick}${escapeStart(words.slice(tick.length))}`.trimEnd());
  }
  return written.join('\n');
}
