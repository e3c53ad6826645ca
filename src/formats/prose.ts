import type { Element, Root as HtmlRoot } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Html, ListItem, Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { visit } from 'unist-util-visit';
import { isAllowedLink } from './inline.ts';

/** What stands around the footnotes of a text, in the language of the interface. */
export interface NoteWords {
  /** The heading above them. */
  readonly title: string;
  /** What the link back from one is called. */
  readonly back: (number: number) => string;
}

export interface ProseOptions {
  /** The site's base path, for links to the archive itself. */
  readonly base: string;
  readonly notes?: NoteWords;
}

/** Levels that a text may be nested, in lists, quotes and emphasis: more is no text, and wears out the machine. */
export const deepestNesting = 40;

/**
 * A text about a show, a speaker or a topic as safe HTML. Raw HTML in it is shown as text, links go to
 * http, https, mailto and the archive itself, pictures become links, headings start at `h3`.
 *
 * renderProse('She keeps *tables*.', { base: '/' }) // => '<p>She keeps <em>tables</em>.</p>'
 */
export function renderProse(markdown: string, options: ProseOptions): string {
  if (markdown.trim() === '') return '';
  const tree = remark().use(remarkGfm).parse(markdown);
  for (const block of tree.children) if (isTooDeep(block)) showAsTyped(block, markdown);
  return serializeHtml(toSafeHtml(tree, { ...options, shift: 2 }));
}

/**
 * A text that is read already as a tree of safe HTML. Its headings go down by `shift` levels.
 *
 * serializeHtml(toSafeHtml(tree, { base: '/', shift: 0 })) // => '<p>She keeps <em>tables</em>.</p>'
 */
export function toSafeHtml(
  tree: Root,
  { base, notes, shift }: ProseOptions & { readonly shift: number },
): HtmlRoot {
  const processor = remark()
    .use(() => showHtmlAsText)
    .use(() => numberNotes)
    .use(() => showTicks)
    .use(remarkRehype, {
      clobberPrefix: '',
      // One level above the text's own headings, and always one of them.
      footnoteLabelProperties: {},
      footnoteLabelTagName: shift === 0 ? 'h2' : 'h1',
      ...(notes && {
        footnoteLabel: notes.title,
        footnoteBackLabel: (index: number) => notes.back(index + 1),
      }),
    })
    .use(() => (html: HtmlRoot) => mendElements(html, base, shift))
    .use(rehypeSanitize, {
      ...defaultSchema,
      tagNames: defaultSchema.tagNames?.filter((name) => name !== 'img' && name !== 'input') ?? [],
      protocols: { href: ['http', 'https', 'mailto'] },
      clobberPrefix: idPrefix,
    });
  return processor.runSync(tree) as unknown as HtmlRoot;
}

/** A tree of HTML as text. */
export const serializeHtml = (tree: HtmlRoot): string =>
  remark()
    .use(rehypeStringify)
    .stringify(tree as never);

/** Stands before every id in a text, so that it is none of the page's. */
const idPrefix = 'text-';

/** Whether something is nested more deeply than any text is. */
export function isTooDeep(tree: Nodes): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

function showAsTyped(block: Nodes, markdown: string): void {
  const { start, end } = block.position!;
  const text = markdown.slice(start.offset, end.offset);
  Object.assign(block, { type: 'paragraph', children: [{ type: 'text', value: text }] });
}

function showHtmlAsText(tree: Root): void {
  visit(tree, 'html', (node: Html, index, parent) => {
    if (!parent || index === undefined) return;
    const text = { type: 'text' as const, value: node.value };
    const isBlock =
      parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
    parent.children.splice(index, 1, isBlock ? { type: 'paragraph', children: [text] } : text);
  });
}

/** What a footnote was called becomes part of an address: a number is good everywhere. */
function numberNotes(tree: Root): void {
  const numbers = new Map<string, string>();
  visit(tree, ['footnoteReference', 'footnoteDefinition'], (node): void => {
    const note = node as FootnoteReference | FootnoteDefinition;
    const number = numbers.get(note.identifier) ?? String(numbers.size + 1);
    numbers.set(note.identifier, number);
    note.identifier = number;
  });
}

/** A box that nobody can tick is a sign. */
function showTicks(tree: Root): void {
  visit(tree, 'listItem', (item: ListItem) => {
    if (typeof item.checked !== 'boolean') return;
    const sign = { type: 'text' as const, value: item.checked ? '☑ ' : '☐ ' };
    item.checked = null;
    const [first] = item.children;
    if (first?.type === 'paragraph') first.children.unshift(sign);
    else item.children.unshift({ type: 'paragraph', children: [sign] });
  });
}

function mendElements(tree: HtmlRoot, base: string, shift: number): void {
  visit(tree, 'element', (node: Element) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth !== undefined) node.tagName = `h${Math.min(6, Number(depth) + shift)}`;
    if (node.tagName === 'img') {
      const { alt, src } = node.properties;
      node.tagName = 'a';
      node.properties = { href: String(src) };
      node.children = [{ type: 'text', value: String(alt || src) }];
    }
    delete node.properties['align'];
    if (node.tagName === 'a') mendLink(node, base);
  });
}

function mendLink({ properties }: Element, base: string): void {
  const { href: address, dataFootnoteRef, dataFootnoteBackref } = properties;
  if (typeof address !== 'string') return;
  if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined)
    properties['href'] = address.replace(/^#/, `#${idPrefix}`);
  // What lies beside the page or starts with two slashes is neither the archive's nor a whole address.
  else if (!isAllowedLink(address)) delete properties['href'];
  else if (/^\/(?![/\\])/.test(address)) properties['href'] = base.replace(/\/+$/, '') + address;
}
