import { make } from './dom.ts';

/**
 * The rows below a field, to be chosen without leaving it: arrow keys move through them, Home and End lead to
 * the first and the last, Enter follows the one that is chosen, with Ctrl or ⌘ in a new tab. Rows are links.
 */
export class FinderList {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement;
  #chosen: HTMLAnchorElement | undefined;

  constructor(field: HTMLInputElement, name: string) {
    this.element = make('div', { role: 'listbox', id: 'finder-list', 'aria-label': name });
    this.#field = field;
    field.type = 'text';
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.element.id);
    field.setAttribute('enterkeyhint', 'search');
    field.addEventListener('keydown', (event) => this.#move(event));
    // A row that is pressed is followed; what is typed next still belongs to the field.
    this.element.addEventListener('focusin', () => field.focus());
    this.show([]);
  }

  /** Shows rows, in groups or not. The one that was chosen stays so while it is there. */
  show(rows: readonly HTMLElement[]): void {
    const chosen = this.#chosen?.href;
    this.element.replaceChildren(...rows);
    this.element.hidden = rows.length === 0;
    this.#field.setAttribute('aria-expanded', String(rows.length > 0));
    for (const [index, row] of this.#rows.entries()) row.id = `finder-${index}`;
    this.choose(this.#rows.find(({ href }) => href === chosen));
  }

  choose(row: HTMLAnchorElement | undefined): void {
    this.#chosen = row;
    for (const one of this.#rows) one.setAttribute('aria-selected', String(one === row));
    if (row) this.#field.setAttribute('aria-activedescendant', row.id);
    else this.#field.removeAttribute('aria-activedescendant');
    row?.scrollIntoView({ block: 'nearest' });
  }

  get #rows(): HTMLAnchorElement[] {
    return [...this.element.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  #move(event: KeyboardEvent): void {
    const { key, isComposing, altKey, shiftKey } = event;
    if (isComposing || altKey || shiftKey) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (key === 'Enter') this.#follow(event, !isPlain);
    else if (isPlain) {
      const next = this.#next(key);
      if (next === 'stay') return;
      event.preventDefault();
      this.choose(next);
    }
  }

  /** The row that a key leads to; beyond both ends none is chosen, and the caret is in the field again. */
  #next(key: string): HTMLAnchorElement | undefined | 'stay' {
    const rows = this.#rows;
    const at = this.#chosen ? rows.indexOf(this.#chosen) : -1;
    if (key === 'ArrowDown') return rows[at + 1];
    if (key === 'ArrowUp') return at === -1 ? rows.at(-1) : rows[at - 1];
    if (at === -1) return 'stay';
    if (key === 'Home') return rows[0];
    return key === 'End' ? rows.at(-1) : 'stay';
  }

  /** Without a row the form is sent, as everywhere; only a new tab it cannot open by itself. */
  #follow(event: KeyboardEvent, isNewTab: boolean): void {
    const row = this.#chosen ?? (isNewTab ? this.#rows.at(-1) : undefined);
    if (!row) return;
    event.preventDefault();
    if (isNewTab) open(row.href, '_blank', 'noopener');
    else row.click();
  }
}
