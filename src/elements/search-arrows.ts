/**
 * Where an arrow key leads from what has the focus: from the field into the results, through them, and back. A
 * result is wherever the focus is in it. Undefined where the key is not meant for this.
 */
function arrowTarget(
  event: KeyboardEvent,
  page: HTMLElement,
  field: HTMLElement,
): HTMLElement | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  if (ctrlKey || metaKey || altKey || shiftKey || isComposing) return undefined;
  const active = document.activeElement;
  const links = [...page.querySelectorAll<HTMLElement>('[data-hit]')];
  const item = active?.closest('.hits > li');
  if (!item) return active === field && key === 'ArrowDown' ? links[0] : undefined;
  const at = links.findIndex((link) => item.contains(link));
  return key === 'ArrowDown' ? links[at + 1] : (links[at - 1] ?? field);
}

/** Moves through the results of a page with the arrow keys. */
export function listenToArrows(page: HTMLElement, field: HTMLElement): void {
  page.addEventListener('keydown', (event) => {
    const target = arrowTarget(event, page, field);
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.closest('li')?.scrollIntoView({ block: 'nearest' });
  });
}
