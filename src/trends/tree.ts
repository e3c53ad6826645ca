/** An element of a page, before it is one: the same is written at build and grown in a browser. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

/**
 * An element with attributes and children; those that are `undefined` or `false` are left out. Words stay words.
 *
 * tree('a', { href: '/search/' }, 'Search')
 */
export const tree = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Tree | string | undefined | false)[]
): Tree => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ),
  children: children.filter((child) => child !== undefined && child !== false),
});
