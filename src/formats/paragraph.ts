import type { PhrasingContent } from 'mdast';
import { findBoldLabel, isEscaped, isSlashed, parseLabel, parseLeadingTime } from './label.ts';

/** Some lines of a paragraph that one speaker says. */
export interface ParagraphPart {
  readonly nodes: readonly PhrasingContent[];
  /** The first of the lines as it was typed. */
  readonly typed: string;
  /** How many lines of the paragraph stand before. */
  readonly below: number;
}

/**
 * A paragraph, cut where a line starts with a label: people forget the empty line between two speakers.
 * `typed` are its lines in the file, `firstLine` the line on which the parser saw it start.
 */
export function splitAtLabels(
  nodes: readonly PhrasingContent[],
  typed: readonly string[],
  firstLine: number,
  isLabel: (label: string) => boolean,
): ParagraphPart[] {
  const parts: { nodes: PhrasingContent[]; typed: string; below: number }[] = [];
  const open = (below: number): PhrasingContent[] => {
    const part = { nodes: [], typed: typed[below] ?? '', below };
    parts.push(part);
    return part.nodes;
  };
  let part = open(0);
  let startsLine = false;
  nodes.forEach((node, index) => {
    const line = (node.position?.start.line ?? firstLine) - firstLine;
    if (node.type !== 'text') {
      if (startsLine && findBoldLabel(nodes, index)) part = open(line);
      part.push(node);
      startsLine = node.type === 'break';
      return;
    }
    const lines = node.value.split('\n');
    const next = nodes[index + 1];
    const isFollowed = next !== undefined && next.type !== 'break';
    let kept = '';
    lines.forEach((text, number) => {
      const isLineStart = number > 0 || startsLine;
      const below = line + number;
      const isLast = number === lines.length - 1;
      if (
        isLineStart &&
        (startsWithLabel(text, typed[below] ?? '', isLast && isFollowed, isLabel) ||
          (isLast && leadsTo(text, nodes, index + 1)))
      ) {
        if (kept !== '') part.push({ ...node, value: kept });
        part = open(below);
        kept = text;
      } else kept += number > 0 ? `\n${text}` : text;
    });
    if (kept !== '') part.push({ ...node, value: kept });
    startsLine = false;
  });
  return parts.filter((one) => one.nodes.length > 0);
}

function startsWithLabel(
  text: string,
  typed: string,
  isFollowed: boolean,
  isLabel: (label: string) => boolean,
): boolean {
  const label = parseLabel(text.slice(parseLeadingTime(text)?.end ?? 0), isFollowed)?.label;
  return label !== undefined && isLabel(label) && !isEscaped(typed);
}

/** Whether a line's text is nothing, or a time, before a label in bold marks. */
const leadsTo = (text: string, nodes: readonly PhrasingContent[], next: number): boolean =>
  (text.trim() === '' || parseLeadingTime(text)?.end === text.length) &&
  findBoldLabel(nodes, next) !== undefined;

/** Markdown knows no `\：`, so the backslash that says `no label` is still in the text: it is taken out. */
export function withoutEscape(
  nodes: readonly PhrasingContent[],
  typed: string,
): PhrasingContent[] | undefined {
  const [first, ...others] = nodes;
  if (first?.type !== 'text' || !first.value.includes('\\：') || !isSlashed(typed))
    return undefined;
  const start = parseLeadingTime(first.value)?.end ?? 0;
  const text = first.value.slice(start);
  if (!/^[^:：]*\\：/u.test(text)) return undefined;
  return [{ ...first, value: first.value.slice(0, start) + text.replace('\\：', '：') }, ...others];
}

/**
 * What stands in the one pair of brackets that a paragraph is, as in `[laughter]`: a note. A bracket typed
 * as `&#91;` says that it is speech.
 */
export function insideBrackets(
  nodes: readonly PhrasingContent[],
  typed: string,
): string | undefined {
  const [only] = nodes;
  if (nodes.length !== 1 || !only) return undefined;
  const text = only.type === 'emphasis' || only.type === 'strong' ? only.children[0] : only;
  if (text?.type !== 'text' || (text !== only && 'children' in only && only.children.length > 1))
    return undefined;
  if (!/^[\s*_]*\\?[[(（［【]/u.test(typed)) return undefined;
  const inside = /^\s*[[(（［【]([^[\]()（）［］【】]*)[\])）］】]\s*$/u.exec(text.value)?.[1];
  return inside === undefined || parseLeadingTime(text.value) ? undefined : inside;
}
