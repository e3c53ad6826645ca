/** What the tab key stops at. */
const stops = 'a[href], button, input, select, summary';
const reachable = (element: Element): boolean =>
  element instanceof HTMLElement && element.tabIndex >= 0 && element.checkVisibility();

/**
 * Makes controls anew, and leaves the focus where it was. A control is the same when it has the same `data-key`;
 * where it is gone, the focus goes to the first one of its group, else to the first of its part of the page, else
 * to what is given: never to nothing, from where the tab key would begin the page again.
 *
 * keepFocus(page, field, () => list.replaceChildren(...boxes))
 */
export function keepFocus(page: HTMLElement, otherwise: HTMLElement, renew: () => void): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) {
    renew();
    return;
  }
  const { key } = focused.dataset;
  const group = focused.closest<HTMLElement>('[data-filter]')?.dataset['filter'];
  const part = focused.closest<HTMLElement>('[data-part]')?.dataset['part'];
  renew();
  // What is made anew may have taken it.
  if (document.activeElement !== document.body) return;
  const places = [
    key && `[data-key="${CSS.escape(key)}"]`,
    group && `[data-filter="${group}"] :is(${stops})`,
    part && `[data-part="${part}"] :is(${stops})`,
  ];
  const [next = otherwise] = places.flatMap((place) =>
    place ? [...page.querySelectorAll<HTMLElement>(place)].filter(reachable).slice(0, 1) : [],
  );
  next.focus({ preventScroll: true });
  // It may have moved: what is above it was made anew too.
  next.scrollIntoView({ block: 'nearest' });
}
