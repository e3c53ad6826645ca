import type { Nodes, PhrasingContent } from 'mdast';
import type { Inline, Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { parseTimestamp } from '../archive/time.ts';

/** Han and Kana: a line break between two of them is no blank. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const stamp = /\[\\?(\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)\]/g;

/** What reading inline marks needs to know, and where it complains. */
export interface InlineContext {
  readonly file: string;
  readonly firstLine: number;
  readonly problems: Problem[];
  /** The text that the nodes were parsed from: what Markdown knows and we do not is shown as it was typed. */
  readonly source: string;
  /** Addresses by the identifier of their definition, `[tides]: https://…`. */
  readonly definitions: ReadonlyMap<string, string>;
}

/**
 * Whether a link may stand in a page: http, https, mailto, and the archive's own addresses.
 *
 * isAllowedLink('//example.org') // => false
 */
export const isAllowedLink = (url: string): boolean =>
  /^(?:https?:\/\/|mailto:)/i.test(url) || /^(?:#|\/(?![/\\]))/.test(url);

/**
 * Markdown's inline nodes as the text and the few marks that a quote may carry. Raw HTML becomes text;
 * a link that is not allowed leaves its words and a warning; `[04:33]` becomes the time of what follows.
 */
export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): Inline[] {
  const content: Inline[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        pushText(content, joinLines(node.value));
        break;
      case 'html':
        push(content, joinLines(node.value));
        break;
      case 'emphasis':
      case 'strong':
        content.push({ type: node.type, children: readInline(node.children, context) });
        break;
      case 'inlineCode':
        content.push({ type: 'code', text: node.value });
        break;
      case 'break':
        content.push({ type: 'break' });
        break;
      case 'delete':
        for (const inline of readInline(node.children, context)) push(content, inline);
        break;
      case 'link':
        pushLink(content, node, node.url, readInline(node.children, context), context);
        break;
      case 'image':
        pushLink(content, node, node.url, [node.alt || node.url], context);
        break;
      case 'linkReference':
      case 'imageReference': {
        const url = context.definitions.get(node.identifier);
        if (url === undefined) pushText(content, joinLines(typedText(node, context)));
        else {
          const words =
            node.type === 'imageReference' ? [node.alt || url] : readInline(node.children, context);
          pushLink(content, node, url, words, context);
        }
        break;
      }
      default:
        // Nodes that no reader here turns on; their words are kept.
        push(content, wordsOf(node));
    }
  }
  return content;
}

function pushLink(
  content: Inline[],
  node: PhrasingContent,
  url: string,
  children: readonly Inline[],
  context: InlineContext,
): void {
  if (isAllowedLink(url)) {
    // A picture in a link is its words: a link in a link is none.
    content.push({ type: 'link', url, children: withoutLinks(children) });
    return;
  }
  for (const child of children) push(content, child);
  context.problems.push({
    rule: 'link-not-allowed',
    severity: 'warning',
    file: context.file,
    place: placeOf(node, context.firstLine),
    message: `Unexpected link to \`${url.slice(0, 60)}\`, expected one that starts with https://, http://, mailto: or /`,
    mend: 'The words stay, the link is left out. Type the whole address, or take the link away.',
  });
}

function withoutLinks(content: readonly Inline[]): Inline[] {
  const plain: Inline[] = [];
  for (const inline of content) {
    if (typeof inline === 'string' || !('children' in inline)) push(plain, inline);
    else if (inline.type === 'link')
      for (const child of withoutLinks(inline.children)) push(plain, child);
    else plain.push({ ...inline, children: withoutLinks(inline.children) });
  }
  return plain;
}

/** A soft line break is a blank, none between Han or Kana. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line, index, { length }) =>
      index === 0 ? line.trimEnd() : index === length - 1 ? line.trimStart() : line.trim(),
    )
    .reduce((before, after) =>
      unspaced.test(lastCharacter(before)) && unspaced.test(firstCharacter(after))
        ? before + after
        : `${before} ${after}`,
    );
}

const lastCharacter = (text: string): string => /[\s\S]$/u.exec(text.slice(-2))?.[0] ?? '';
const firstCharacter = (text: string): string => /^[\s\S]/u.exec(text.slice(0, 2))?.[0] ?? '';

function pushText(content: Inline[], text: string): void {
  if (!text.includes('[')) return push(content, text);
  let done = 0;
  let blank = endsWithBlank(content);
  for (const match of text.matchAll(stamp)) {
    const seconds = parseTimestamp(match[1]!);
    if (seconds === undefined) continue;
    const before = text.slice(done, match.index);
    if (before !== '') blank = /\s$/.test(before);
    push(content, before);
    done = match.index + match[0].length;
    // The blank after a time belongs to the mark, when there is one before it too.
    if (blank && (text[done] === ' ' || text[done] === '\t')) done++;
    content.push({ type: 'time', seconds });
  }
  push(content, text.slice(done));
}

function endsWithBlank(content: readonly Inline[]): boolean {
  for (let index = content.length - 1; index >= 0; index--) {
    const last = content[index]!;
    if (typeof last === 'string') return /\s$/.test(last);
    if (last.type === 'break') return true;
    if (last.type !== 'time') return false;
  }
  return true;
}

/** Adds a piece; neighbouring strings become one. */
export function push(content: Inline[], inline: Inline): void {
  const last = content.at(-1);
  if (inline === '') return;
  if (typeof inline === 'string' && typeof last === 'string')
    content[content.length - 1] = last + inline;
  else content.push(inline);
}

/** Content without blanks and breaks around it; the time it starts with, if any, is taken out. */
export function trimContent(given: readonly Inline[]): { content: Inline[]; startTime?: number } {
  const content = [...given];
  let startTime: number | undefined;
  for (let first = content[0]; first !== undefined; first = content[0]) {
    if (typeof first === 'string') {
      const trimmed = first.trimStart();
      if (trimmed === first) break;
      if (trimmed !== '') {
        content[0] = trimmed;
        break;
      }
    } else if (first.type === 'time' && startTime === undefined) startTime = first.seconds;
    else if (first.type !== 'break') break;
    content.shift();
  }
  for (let last = content.at(-1); last !== undefined; last = content.at(-1)) {
    if (typeof last === 'string') {
      const trimmed = last.trimEnd();
      if (trimmed === last) break;
      if (trimmed !== '') {
        content[content.length - 1] = trimmed;
        break;
      }
    } else if (last.type !== 'break') break;
    content.pop();
  }
  return startTime === undefined ? { content } : { content, startTime };
}

/** Where a node stands in the file. */
export const placeOf = (node: Nodes, firstLine: number): Place => ({
  line: (node.position?.start.line ?? 1) + firstLine - 1,
  column: node.position?.start.column ?? 1,
});

/** A node as it was typed. */
export const typedText = (node: Nodes, { source }: InlineContext): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** Nodes whose children are lines or paragraphs: their words do not touch. */
const apart = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow']);

/** The words of any node, marks left out. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node && node.alt) return node.alt;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join(apart.has(node.type) ? ' ' : '') : '';
}

/** Words on one line. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
