/** Where it is remembered that `/` is turned off. */
const slashKey = 'slash-key';

const isMac = /^(?:Mac|iP)/.test(navigator.platform);

/**
 * `<search-dialog>`: `/` and Ctrl-K, ⌘-K on Apple’s machines, open a search from any page; on the search page
 * they lead into its own field. The dialog has a copy of the page’s search form and works as that one does; what
 * finds as one types is fetched when it is first opened. Without scripts there is the form.
 */
export class SearchDialog extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;
  #isLoaded = false;

  connectedCallback(): void {
    document.addEventListener('keydown', (event) => {
      if (!this.#opens(event)) return;
      event.preventDefault();
      this.#open();
    });
    for (const field of document.querySelectorAll('form.search input, archive-search input'))
      field.setAttribute('aria-keyshortcuts', isMac ? '/ Meta+K' : '/ Control+K');
    this.#hint();
  }

  /** Whether `/` alone opens it. One key may be meant otherwise, by who dictates for one: it can be turned off. */
  get hasSlash(): boolean {
    try {
      return localStorage.getItem(slashKey) !== 'off';
    } catch {
      return true;
    }
  }

  set hasSlash(isOn: boolean) {
    try {
      if (isOn) localStorage.removeItem(slashKey);
      else localStorage.setItem(slashKey, 'off');
    } catch {
      // Nothing can be remembered here.
    }
    this.#hint();
  }

  /** Names the key in the search forms where it does something. */
  #hint(): void {
    for (const hint of document.querySelectorAll<HTMLElement>('form.search kbd'))
      hint.hidden = !this.hasSlash;
  }

  #opens(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented } = event;
    if (isComposing || defaultPrevented || altKey) return false;
    const [target] = event.composedPath();
    const isEdited = target instanceof HTMLElement && target.isContentEditable;
    if (isEdited || document.querySelector('dialog[open]')) return false;
    if (key === 'k') return !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);
    // Shift is no reason to leave it: on some keyboards it is how one types it.
    const isField = target instanceof Element && target.matches('input, textarea, select');
    return key === '/' && !ctrlKey && !metaKey && !isField && this.hasSlash;
  }

  #open(): void {
    const own = document.querySelector<HTMLInputElement>('archive-search input');
    const dialog = own ? undefined : (this.#dialog ??= this.#make());
    dialog?.showModal();
    const field = own ?? dialog?.querySelector('input');
    field?.focus();
    field?.select();
    if (dialog && !this.#isLoaded) void this.#load(dialog);
  }

  /** Fetches what finds. Where that fails, the next opening tries again, and until then the form works. */
  async #load(dialog: HTMLDialogElement): Promise<void> {
    const { finder = '', failed = '' } = this.dataset;
    this.#isLoaded = true;
    try {
      // By its address: Vite’s own way to fetch a script later would cost every page a kilobyte.
      await import(/* @vite-ignore */ finder);
    } catch {
      dialog.querySelector('p')!.textContent = failed;
      this.#isLoaded = false;
    }
  }

  #make(): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    const finder = document.createElement('search-finder');
    const form = document.querySelector('form.search')!.cloneNode(true) as HTMLFormElement;
    const label = form.querySelector('label')!;
    const status = document.createElement('p');
    form.querySelector('kbd')?.remove();
    form.querySelector('input')!.id = label.htmlFor = 'finder';
    form.className = '';
    form.removeAttribute('role');
    status.setAttribute('role', 'status');
    Object.assign(finder.dataset, this.dataset);
    finder.append(form, status, document.querySelector('header nav ul')!.cloneNode(true));
    dialog.className = 'finder';
    dialog.setAttribute('aria-label', label.textContent);
    dialog.append(finder);
    // A press beside the dialog is one on the dialog itself.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    this.append(dialog);
    return dialog;
  }
}

customElements.define('search-dialog', SearchDialog);
