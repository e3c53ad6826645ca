import type { Code, List, ListItem, Table } from 'mdast';
import type { Inline } from '../archive/model.ts';
import {
  oneLine,
  push,
  readInline,
  trimContent,
  typedText,
  wordsOf,
  type InlineContext,
} from './inline.ts';

/** Lines of text as the content of one quote. */
function fromLines(lines: readonly (readonly Inline[])[]): Inline[] {
  const content: Inline[] = [];
  lines.forEach((line, index) => {
    if (index > 0) content.push({ type: 'break' });
    for (const inline of line) push(content, inline);
  });
  return content;
}

/**
 * A list as lines of text: `• ` or `1. ` before each item, two blanks for each list it stands in. An item
 * is one line, whatever paragraphs it has.
 */
export const readList = (list: List, context: InlineContext): Inline[] =>
  fromLines(listLines(list, context, 0));

function listLines(list: List, context: InlineContext, depth: number): Inline[][] {
  let number = list.start ?? 1;
  return list.children.flatMap((item) => {
    const mark = list.ordered ? `${number++}.` : '•';
    return itemLines(item, `${'  '.repeat(depth)}${mark} `, context, depth);
  });
}

function itemLines(
  item: ListItem,
  mark: string,
  context: InlineContext,
  depth: number,
): Inline[][] {
  const tick = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
  const line: Inline[] = [mark + tick];
  const below: Inline[][] = [];
  let isFirst = true;
  for (const child of item.children) {
    if (child.type === 'list') {
      below.push(...listLines(child, context, depth + 1));
      continue;
    }
    if (child.type === 'definition' && context.definitions.has(child.identifier)) continue;
    if (!isFirst) push(line, ' ');
    isFirst = false;
    const words =
      child.type === 'paragraph' || child.type === 'heading'
        ? readInline(child.children, context)
        : [oneLine(child.type === 'definition' ? typedText(child, context) : wordsOf(child))];
    for (const inline of onOneLine(trimTimes(words))) push(line, inline);
  }
  return [line, ...below];
}

/** A table as lines of text, with a tab between its cells. */
export const readTable = (table: Table, context: InlineContext): Inline[] =>
  fromLines(
    table.children.map((row) => {
      const line: Inline[] = [];
      row.children.forEach((cell, index) => {
        if (index > 0) push(line, '\t');
        for (const inline of onOneLine(trimTimes(readInline(cell.children, context))))
          push(line, inline);
      });
      return line;
    }),
  );

/** A block of code as its lines. Words after the fence, beyond the name of a language, are its first. */
export const readCode = (code: Code): Inline[] =>
  fromLines([
    ...(code.meta ? [[`${code.lang ?? ''} ${code.meta}`]] : []),
    ...code.value.split('\n').map((line) => [line]),
  ]);

/** Blanks around are left out; the time at the start stays where it is. */
function trimTimes(words: readonly Inline[]): Inline[] {
  const { content, startTime } = trimContent(words);
  return startTime === undefined ? content : [{ type: 'time', seconds: startTime }, ...content];
}

/** Breaks as blanks, tabs too: the line's own structure is made of them. */
function onOneLine(content: readonly Inline[]): Inline[] {
  return content.map((inline) => {
    if (typeof inline === 'string') return inline.replaceAll('\t', ' ');
    if (inline.type === 'break') return ' ';
    if (inline.type === 'code') return { ...inline, text: inline.text.replaceAll('\t', ' ') };
    return 'children' in inline ? { ...inline, children: onOneLine(inline.children) } : inline;
  });
}
