import type { Element, Root as HtmlRoot } from 'hast';
import type { Html, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { visit } from 'unist-util-visit';
import { isAllowedLink } from './inline.ts';

/**
 * A text about a show, a speaker or a topic as safe HTML. Raw HTML in it is shown as text, links go to
 * http, https, mailto and the archive itself, pictures become links, headings start at `h3`.
 *
 * renderProse('She keeps *tables*.', { base: '/' }) // => '<p>She keeps <em>tables</em>.</p>'
 */
export function renderProse(markdown: string, { base }: { base: string }): string {
  if (markdown.trim() === '') return '';
  return serializeProse(remark().use(remarkGfm).parse(markdown), base);
}

/** The same of a text that is read already. */
export function serializeProse(tree: Root, base: string): string {
  const processor = remark()
    .use(() => showHtmlAsText)
    .use(remarkRehype)
    .use(() => (html: HtmlRoot) => shiftHeadingsAndLinks(html, base))
    .use(rehypeSanitize, {
      ...defaultSchema,
      tagNames: defaultSchema.tagNames?.filter((name) => name !== 'img') ?? [],
      protocols: { href: ['http', 'https', 'mailto'] },
      clobberPrefix: 'text-',
    })
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(tree));
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

function shiftHeadingsAndLinks(tree: HtmlRoot, base: string): void {
  visit(tree, 'element', (node: Element) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth !== undefined) node.tagName = `h${Math.min(6, Number(depth) + 2)}`;
    if (node.tagName === 'img') {
      const { alt, src } = node.properties;
      node.tagName = 'a';
      node.properties = { href: String(src) };
      node.children = [{ type: 'text', value: String(alt || src) }];
    }
    const address = node.properties['href'];
    // What lies beside the page or starts with two slashes is neither the archive's nor a whole address.
    if (typeof address === 'string' && !isAllowedLink(address)) delete node.properties['href'];
    else if (typeof address === 'string' && /^\/(?![/\\])/.test(address)) {
      node.properties['href'] = base.replace(/\/+$/, '') + address;
    }
  });
}
