import type { Code, List, Table } from 'mdast';
import type { Inline } from '../archive/model.ts';
import { push, readInline, trimContent, wordsOf, type InlineContext } from './inline.ts';

/** Lines of text as the content of one quote. */
function fromLines(lines: readonly (readonly Inline[])[]): Inline[] {
  const content: Inline[] = [];
  lines.forEach((line, index) => {
    if (index > 0) content.push({ type: 'break' });
    for (const inline of line) push(content, inline);
  });
  return content;
}

/** A list as lines of text: `• ` or `1. ` before each item, two blanks for each list it stands in. */
export function readList(list: List, context: InlineContext, depth = 0): Inline[] {
  return fromLines(listLines(list, context, depth));
}

function listLines(list: List, context: InlineContext, depth: number): Inline[][] {
  const lines: Inline[][] = [];
  let number = list.start ?? 1;
  for (const item of list.children) {
    const line: Inline[] = [`${'  '.repeat(depth)}${list.ordered ? `${number++}.` : '•'} `];
    const below: Inline[][] = [];
    for (const child of item.children) {
      if (child.type === 'list') below.push(...listLines(child, context, depth + 1));
      else {
        if (line.length > 1) push(line, ' ');
        const { content } = trimContent(
          child.type === 'paragraph' ? readInline(child.children, context) : [wordsOf(child)],
        );
        for (const inline of content) {
          // An item is one line.
          push(line, typeof inline !== 'string' && inline.type === 'break' ? ' ' : inline);
        }
      }
    }
    lines.push(line, ...below);
  }
  return lines;
}

/** A table as lines of text, ` | ` between its cells. */
export function readTable(table: Table, context: InlineContext): Inline[] {
  return fromLines(
    table.children.map((row) => {
      const line: Inline[] = [];
      row.children.forEach((cell, index) => {
        if (index > 0) push(line, ' | ');
        for (const inline of trimContent(readInline(cell.children, context)).content) push(line, inline);
      });
      return line;
    }),
  );
}

/** A block of code as its lines. */
export const readCode = (code: Code): Inline[] => fromLines(code.value.split('\n').map((line) => [line]));
