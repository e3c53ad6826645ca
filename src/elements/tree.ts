import type { Tree } from '../trends/tree.ts';

const svg = 'http://www.w3.org/2000/svg';

/**
 * The element of a tree. Words are text nodes: nothing in them is ever HTML.
 *
 * grow(tree('a', { href: '/search/' }, 'Search')) // => HTMLAnchorElement
 */
export function grow({ name, attributes, children }: Tree, isPicture = name === 'svg'): Element {
  const element = isPicture ? document.createElementNS(svg, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children)
    element.append(
      typeof child === 'string' ? child : grow(child, isPicture || child.name === 'svg'),
    );
  return element;
}
