import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import type { Blockquote, Heading, Node, Nodes, Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { EssayPart } from '../archive/essay.ts';
import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { componentInside, notMdx, program, tooDeep, tooLong, unreadable } from './essay-problem.ts';
import { readComponent, type Tag } from './component.ts';
import { isTooDeep, type ProseOptions, serializeHtml, toSafeHtml } from './prose.ts';
import { hiddenBrace, hiddenLetter, hidePrograms, reserved, showPrograms } from './program.ts';
import { type Comments, type PartReader, readPart } from './essay-part.ts';
import type { Complaint } from './transcript-problem.ts';

export interface EssayOptions extends ProseOptions {
  readonly file: string;
  /** The line of the file on which the body starts. */
  readonly firstLine: number;
}

/** Characters of an essay at most: a book chapter has a third of it. */
const longestEssay = 200_000;

/**
 * The text of a collection, which is MDX: its prose as safe HTML, and its components in between, in their order.
 * Nothing in it runs: it is read, and what would run (`{…}`, `import`, `export`) is an error, as is a component
 * or an attribute that nobody knows. With an error there is no prose, and only those components that could be read:
 * what they name is checked all the same.
 *
 * parseEssay('She keeps *tables*.\n\n<Quote id="q7k2m9xqp" />', { file: 'a.mdx', firstLine: 1, base: '/' }) // =>
 * { parts: [{ type: 'prose', html: '<p>She keeps <em>tables</em>.</p>' }, { type: 'quote', quote: … }], problems: [] }
 */
export function parseEssay(
  body: string,
  options: EssayOptions,
): { parts: EssayPart[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = ({ line, column }: Place): Place => ({ line: line + options.firstLine - 1, column });
  const complain = (complaint: Complaint, place: Place): void =>
    void problems.push({ ...complaint, file: options.file, place: at(place) });
  const tree = parseTree(body, complain);
  if (!tree) return { parts: [], problems };
  const { source, root } = tree;
  findPrograms(root, source, complain);
  const components = takeComponents(root, {
    complain: (complaint, place) => void problems.push({ ...complaint, file: options.file, place }),
    placeOf: (node) => at(placeOf(node)),
  });
  if (problems.length > 0) return { parts: components.map(([part]) => part), problems };
  settleHeadings(root);
  return { parts: split(toSafeHtml(root, { ...options, shift: 0 }), components), problems };
}

type Complain = (complaint: Complaint, place: Place) => void;

const start: Place = { line: 1, column: 1 };

const placeOf = (node: Node): Place => {
  const { line, column } = node.position?.start ?? start;
  return { line, column };
};

function parseTree(body: string, complain: Complain): { source: string; root: Root } | undefined {
  if (body.length > longestEssay) {
    complain(tooLong(body.length, longestEssay), start);
    return undefined;
  }
  const unread = reserved.exec(body);
  if (unread) {
    const code = `U+${unread[0].codePointAt(0)!.toString(16).toUpperCase()}`;
    complain(unreadable(code), placeAt(body, unread.index));
    return undefined;
  }
  const source = hidePrograms(body);
  try {
    const root = mdxToMdast(source, { features: { frontmatter: false } }) as Root;
    const deep = root.children.filter(isTooDeep);
    for (const block of deep) complain(tooDeep, placeOf(block));
    return deep.length > 0 ? undefined : { source, root };
  } catch (error) {
    const { told, place } = readError(showPrograms(String((error as Error).message)));
    complain(notMdx(told), place);
    return undefined;
  }
}

/** `1:6: Unexpected … (note: …) (mdx-jsx:unexpected-character)`. */
function readError(message: string): { told: string; place: Place } {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const told = rest.replace(/ \((?:note: |mdx[\w-]*:|\d+:\d+\)).*$/s, '');
  return { told, place: { line: Number(line), column: Number(column) } };
}

/** Line and column of a character. */
function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Fields of nodes that hold what was typed. */
const textFields = ['value', 'alt', 'title', 'url', 'label', 'lang', 'meta'] as const;

/** Complains about every program; what only looks like one, in code and in addresses, is shown again as typed. */
function findPrograms(root: Root, source: string, complain: Complain): void {
  for (const block of root.children) {
    const at = block.position?.start.offset ?? 0;
    if (source[at] !== hiddenLetter) continue;
    complain(program(source[at + 1] === 'm' ? 'import' : 'export'), placeOf(block));
  }
  visit(root, (node: Node) => {
    if (node.type === 'text') {
      const { start: from, end } = node.position!;
      for (let at = from.offset!; at < end.offset!; at++)
        if (source[at] === hiddenBrace) complain(program('{'), placeAt(source, at));
    }
    if (/^mdx(?:Flow|Text)Expression$|^mdxjsEsm$/.test(node.type))
      complain(program('{'), placeOf(node));
    const fields = node as unknown as Record<string, unknown>;
    for (const name of textFields) {
      const typed = fields[name];
      if (typeof typed === 'string') fields[name] = showPrograms(typed);
    }
  });
}

const isTag = (node: Nodes): node is Tag & Nodes => /^mdxJsx(?:Flow|Text)Element$/.test(node.type);

/** What a component may stand in by mistake. */
const containers: Readonly<Record<string, string>> = {
  paragraph: 'a sentence',
  heading: 'a heading',
  list: 'a list',
  blockquote: 'a quotation',
  table: 'a table',
  footnoteDefinition: 'a footnote',
};

/** The parts that components become, in their order; in the tree an empty block stands for each. */
function takeComponents(
  root: Root,
  desk: Omit<PartReader, 'inside'>,
): (readonly [EssayPart, Comments])[] {
  const reader: PartReader = {
    ...desk,
    inside: (node, where) => complainInside(node, where, desk),
  };
  const parts: (readonly [EssayPart, Comments])[] = [];
  root.children = root.children.map((block): RootContent => {
    if (!isTag(block)) {
      reader.inside(block, containers[block.type] ?? 'a text');
      return block;
    }
    const part = readPart(block, reader);
    if (part) parts.push([part.part, part.comments]);
    return standIn(part?.comments ?? []);
  });
  return parts;
}

/** Complains about every component and tag below a block. */
function complainInside(block: Nodes, where: string, desk: Omit<PartReader, 'inside'>): void {
  if (!('children' in block)) return;
  for (const node of block.children) {
    if (isTag(node)) {
      const place = desk.placeOf(node);
      const component = readComponent(node, (complaint) => desk.complain(complaint, place));
      if (component) desk.complain(componentInside(component.name, where), place);
    }
    complainInside(node, where, desk);
  }
}

/** A block that comes out as a `div`, as no other does, with one in it for each comment. */
function standIn(comments: Comments): Blockquote {
  const division = (children: RootContent[]): Blockquote => ({
    type: 'blockquote',
    children: children as Blockquote['children'],
    data: { hName: 'div' },
  });
  return division(comments.map((comment) => division([...(comment ?? [])])));
}

/** Headings begin at `h2` and go down one level at a time: readers who listen go from one to the next. */
function settleHeadings(root: Root): void {
  const headings: Heading[] = [];
  visit(root, 'heading', (heading: Heading) => void headings.push(heading));
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  let last = 1;
  for (const heading of headings) {
    last = Math.min(depths.indexOf(heading.depth) + 2, last + 1, 6);
    heading.depth = last as Heading['depth'];
  }
}

/** HTML cut where components stand. */
function split(
  tree: HtmlRoot,
  components: readonly (readonly [EssayPart, Comments])[],
): EssayPart[] {
  const parts: EssayPart[] = [];
  let prose: HtmlContent[] = [];
  const close = (): void => {
    const html = serializeHtml({ type: 'root', children: prose }).trim();
    if (html !== '') parts.push({ type: 'prose', html });
    prose = [];
  };
  const waiting = [...components];
  for (const node of tree.children) {
    const next = isDivision(node) ? waiting.shift() : undefined;
    if (!next || !isDivision(node)) {
      prose.push(node);
      continue;
    }
    close();
    parts.push(withComments(next[0], node.children.filter(isDivision)));
  }
  close();
  return parts;
}

const isDivision = (node: HtmlContent | ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'div';

function withComments(part: EssayPart, comments: readonly Element[]): EssayPart {
  const htmlOf = (at: number): string =>
    serializeHtml({ type: 'root', children: comments[at]?.children ?? [] }).trim();
  const comment = (at: number): { comment?: string } => {
    const html = htmlOf(at);
    return html === '' ? {} : { comment: html };
  };
  if (part.type === 'quote') return { ...part, quote: { ...part.quote, ...comment(0) } };
  if (part.type !== 'list') return part;
  return { ...part, quotes: part.quotes.map((quote, at) => ({ ...quote, ...comment(at) })) };
}
