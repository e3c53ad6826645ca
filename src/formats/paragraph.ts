import type { PhrasingContent } from 'mdast';
import { findBoldLabel, isEscaped, parseLabel, parseLeadingTime } from './label.ts';

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
    let kept = '';
    lines.forEach((text, number) => {
      const isLineStart = number > 0 || startsLine;
      const below = line + number;
      const isLast = number === lines.length - 1;
      if (isLineStart && (startsWithLabel(text, typed[below] ?? '', isLabel) || (isLast && leadsTo(text, nodes, index + 1)))) {
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

function startsWithLabel(text: string, typed: string, isLabel: (label: string) => boolean): boolean {
  const label = parseLabel(text.slice(parseLeadingTime(text)?.end ?? 0))?.label;
  return label !== undefined && isLabel(label) && !isEscaped(typed);
}

/** Whether a line's text is nothing, or a time, before a label in bold marks. */
const leadsTo = (text: string, nodes: readonly PhrasingContent[], next: number): boolean =>
  (text.trim() === '' || parseLeadingTime(text)?.end === text.length) && findBoldLabel(nodes, next) !== undefined;
