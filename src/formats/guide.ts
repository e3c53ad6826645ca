import type { Element, Root as HtmlRoot } from 'hast';
import type { Definition, Link, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { slug } from 'github-slugger';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import rehypeStringify from 'rehype-stringify';
import { visit } from 'unist-util-visit';
import { escapeHtml } from './html.ts';
import { toSafeHtml } from './prose.ts';

/** A page of documentation. */
export interface Guide {
  /** Its first heading. */
  readonly title: string;
  /** Its first sentence, for lists and search engines; empty where it has none. */
  readonly lead: string;
  /** What stands below the title, as safe HTML; headings have the ids that GitHub gives them. */
  readonly html: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

export interface GuideOptions {
  /** The site's base path, for links to the archive itself. */
  readonly base: string;
  /** Where a link to a file leads on the site; without an answer, its words stay and the link goes. */
  readonly addressOf: (link: string) => string | undefined;
}

/**
 * A Markdown file about the software as a page: the same file reads well where the code is kept.
 *
 * renderGuide('# Tides\n\nThey come. See [more](more.md).', { base: '/', addressOf: () => '/docs/more/' })
 * // => { title: 'Tides', lead: 'They come.', html: '<p>They come. See <a href="/docs/more/">more</a>.</p>', sections: [] }
 */
export function renderGuide(markdown: string, { base, addressOf }: GuideOptions): Guide {
  const tree = remark().use(remarkGfm).parse(markdown);
  const heading = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const title = heading < 0 ? '' : textOf(tree.children[heading]);
  if (heading >= 0) tree.children.splice(heading, 1);
  const paragraph = tree.children.find((node) => node.type === 'paragraph');
  const [lead = ''] = /^.*?[.!?:](?= |$)|^.+/s.exec(paragraph ? textOf(paragraph) : '') ?? [];
  leadLinks(tree, addressOf);
  const html = toSafeHtml(tree, { base, shift: 0 });
  const sections = nameSections(html);
  protectText(html);
  return { title, lead: lead.replace(/:$/, '.'), html: serialize(html), sections };
}

/** A link to another file leads to its page. */
function leadLinks(tree: Root, addressOf: GuideOptions['addressOf']): void {
  visit(tree, ['link', 'definition'], (node) => {
    const link = node as Link | Definition;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(link.url)) return;
    link.url = addressOf(link.url) ?? '';
  });
}

/** Gives each heading its id, and tells those of the second level. A table may scroll by itself. */
function nameSections(tree: HtmlRoot): Guide['sections'] {
  const sections: { id: string; title: string }[] = [];
  const used = new Map<string, number>();
  visit(tree, 'element', (node: Element) => {
    if (!/^h[2-6]$/.test(node.tagName)) return;
    const title = textOf(node);
    const plain = slug(title);
    const before = used.get(plain) ?? 0;
    used.set(plain, before + 1);
    const id = before === 0 ? plain : `${plain}-${before}`;
    node.properties['id'] = id;
    if (node.tagName === 'h2') sections.push({ id, title });
  });
  return sections;
}

/** Quotation marks of examples are escaped: nothing in them looks like an attribute of the page. */
function protectText(tree: HtmlRoot): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children[index] = { type: 'raw', value: escapeHtml(node.value) } as never;
  });
}

const serialize = (tree: HtmlRoot): string =>
  remark()
    .use(rehypeStringify, { allowDangerousHtml: true })
    .stringify(tree as never);
