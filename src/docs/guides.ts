import { renderGuide, type Guide } from '../formats/guide.ts';

/** A page of documentation that is a Markdown file of the project. */
export interface GuidePage extends Guide {
  /** The last part of its address. */
  readonly name: string;
  /** Where its text is kept, from the root of the project. */
  readonly file: string;
}

/** Files as they are: `/CONTRIBUTING.md` and those of `/.github/docs/`. */
const texts = import.meta.glob<string>(['/.github/docs/*.md', '/CONTRIBUTING.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
  // Folders that begin with a dot are looked into.
  exhaustive: true,
});

/** Names that are better than those of their files. */
const names: Readonly<Record<string, string>> = { CONTRIBUTING: 'contributing' };

/** Those that everybody looks for first; all others follow by name. */
export const firstGuides = ['reading', 'citing', 'contributing', 'keeping'] as const;

const nameOf = (file: string): string => {
  const plain = file.replace(/^.*\//, '').replace(/\.md$/, '');
  return names[plain] ?? plain.toLowerCase();
};

/** The address of a page of documentation; without a name, that of their list. */
export const docsPath = (name?: string): string =>
  name === undefined ? '/docs/' : `/docs/${name}/`;

/**
 * Every guide, the first ones first. A link from one file to another becomes a link from page to page; one
 * to a file that has no page leads into the repository, where the archive says which that is.
 *
 * listGuides({ base: '/', sourceOf: () => undefined }).map(({ name }) => name)
 * // => ['reading', 'citing', 'contributing', 'keeping', 'collections', …]
 */
export function listGuides(options: {
  base: string;
  sourceOf: (file: string) => string | undefined;
}): readonly GuidePage[] {
  const files = new Map(Object.keys(texts).map((file) => [file, nameOf(file)]));
  const rank = (name: string): number => {
    const at = (firstGuides as readonly string[]).indexOf(name);
    return at < 0 ? firstGuides.length : at;
  };
  return Object.entries(texts)
    .map(([file, markdown]) => {
      const addressOf = (link: string): string | undefined => {
        const { pathname, hash } = new URL(link, `file://${file}`);
        const name = files.get(pathname);
        return name === undefined ? options.sourceOf(pathname.slice(1)) : docsPath(name) + hash;
      };
      const guide = renderGuide(markdown, { base: options.base, addressOf });
      return { ...guide, name: files.get(file)!, file: file.slice(1) };
    })
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}
