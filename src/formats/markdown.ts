import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { isAllowedLink } from './inline.ts';
import { TranscriptReader } from './transcript-reader.ts';

export { looksLikeLabel } from './label.ts';

export interface MarkdownOptions {
  readonly file: string;
  /** The line of the file on which the body starts. */
  readonly firstLine?: number;
  /** Whether a plain label (`Name: text`) is the name, the alias or a mapped label of a speaker. */
  readonly isName?: (label: string) => boolean;
  /** False where only bold labels and headings are labels, as in some archives. */
  readonly plainLabels?: boolean;
  /** The Markdown parser; a test holds Sätteri, the fast one, equal to remark. */
  readonly parse?: (markdown: string) => Root;
}

/** Sätteri reads 54 MB a second where remark reads 2.5, and gives the same tree. */
const parseFast = (markdown: string): Root =>
  markdownToMdast(markdown, {
    features: { frontmatter: false, gfm: { footnotes: false } },
  }) as Root;

/**
 * A transcript in Markdown, as people write it. Takes the label styles found in the wild; whatever starts
 * like a label nobody knows is an error, since its words would go to the speaker before. No words are lost:
 * what Markdown would hide (HTML, unused definitions of links) is shown as it was typed.
 *
 * parseMarkdown('**Jo Field:** [04:33] Nobody wrote them down.', { file: 'a.md' }) // =>
 * { transcript: { parts: [{ type: 'speech', label: 'Jo Field', passages: [{ startTime: 273, … }] }] }, problems: [] }
 */
export function parseMarkdown(
  body: string,
  options: MarkdownOptions,
): { transcript: Transcript; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = tidySource(body);
  const { file, firstLine = 1, parse = parseFast } = options;
  // Parsers take quadratic time for these, and a stack that may end.
  const deep = deepLine.exec(source);
  if (deep)
    return {
      transcript: { parts: [] },
      problems: [tooDeep(file, firstLine + countLines(source, deep.index))],
    };
  try {
    const root = parse(source);
    const definitions = source.includes(']:') ? usedDefinitions(root) : new Map<string, string>();
    const context = { file, firstLine, problems, source, definitions };
    const reader = new TranscriptReader(context, {
      ...options,
      parse: (text) => parse(tidySource(text)),
    });
    reader.readAll(root.children);
    return { transcript: { parts: reader.finish() }, problems };
  } catch (error) {
    // Marks within marks within marks, thousands deep: no engine follows them.
    if (!(error instanceof RangeError)) throw error;
    return { transcript: { parts: [] }, problems: [tooDeep(file, firstLine)] };
  }
}

/**
 * The text as the parsers take it. CommonMark sees no bold in `**唐鳳：**你好`, where a letter follows the mark
 * at once; a blank between them makes it the label that it is meant to be.
 */
function tidySource(text: string): string {
  let source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (source.includes('\0')) source = source.replaceAll('\0', '\ufffd');
  return source.replace(
    /^([ \t]{0,3}(?:\\?\[[\d:.,\\]{4,20}\] ?)?\*\*[^*\n]{1,80}[:：]\*\*)(?=[^\s*])/gm,
    '$1 ',
  );
}

/**
 * Addresses that `[tides]: https://…` lines define and some `[words][tides]` uses. Their lines are then no
 * words of the transcript; all other such lines are, as in `[note]: hello`.
 */
function usedDefinitions(root: Root): Map<string, string> {
  const defined = new Map<string, string>();
  const used = new Set<string>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'definition') {
      // The first definition counts, and the nodes come in no order: the engines resolve by the first.
      if (isAllowedLink(node.url) && !defined.has(node.identifier))
        defined.set(node.identifier, node.url);
    } else if (node.type === 'linkReference' || node.type === 'imageReference')
      used.add(node.identifier);
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at]!);
  }
  for (const identifier of defined.keys()) if (!used.has(identifier)) defined.delete(identifier);
  return defined;
}

/** A line that starts hundreds of block quotes or lists within one another. */
const deepLine = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){300}/m;

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const tooDeep = (file: string, line: number): Problem => ({
  rule: 'nested-too-deep',
  severity: 'error',
  file,
  place: { line, column: 1 },
  message:
    'Unexpected marks within marks (`>`, `*`, `[` or lists), expected at most a few hundred levels',
  mend: 'Take out the marks: thousands of them stand in a row somewhere.',
});
