type Child = Node | string | undefined | false;

/** Attributes by name; `text` is not one of them: words are children. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with attributes and children. Words are text nodes: nothing in them is ever HTML. An attribute
 * that is `undefined` or `false` is left out.
 *
 * make('a', { href: '/search/' }, 'Search')
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** A button that does something when it is pressed. */
export function button(
  attributes: Attributes,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** A link that a plain press obeys here; who wants it in a new tab or window gets it there. */
export function link(
  attributes: Attributes & { readonly href: string },
  act: () => void,
  ...children: readonly Child[]
): HTMLAnchorElement {
  const made = make('a', attributes, ...children);
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    act();
  });
  return made;
}
