import { hasSlash, showSlash } from './slash-key.ts';

const isMac = /^(?:Mac|iP)/.test(navigator.platform);

/**
 * `<search-dialog>`: `/` and Ctrl-K, ⌘-K on Apple’s machines, open a search from any page; on the search page
 * they lead into its own field. The dialog is a copy of the form in the page’s head and works as that one does;
 * what finds as one types is fetched when it is first opened. Without scripts there is the form.
 */
class SearchDialog extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;
  #isLoaded = false;

  connectedCallback(): void {
    document.addEventListener('keydown', (event) => {
      if (!opens(event)) return;
      event.preventDefault();
      this.#open();
    });
    for (const field of document.querySelectorAll('form.search input, archive-search input'))
      field.setAttribute('aria-keyshortcuts', isMac ? '/ Meta+K' : '/ Control+K');
    showSlash();
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
    const script = this.querySelector('template')!.content.querySelector('script')!;
    this.#isLoaded = true;
    try {
      await import(/* @vite-ignore */ script.getAttribute('src')!);
    } catch {
      dialog.querySelector('p')!.textContent = this.dataset['failed'] ?? '';
      this.#isLoaded = false;
    }
  }

  #make(): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    dialog.className = 'finder';
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

function opens(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented } = event;
  if (isComposing || defaultPrevented || altKey) return false;
  const [target] = event.composedPath();
  const isEdited = target instanceof HTMLElement && target.isContentEditable;
  if (isEdited || document.querySelector('dialog[open]')) return false;
  if (key === 'k') return !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);
  // Shift is no reason to leave it: on some keyboards it is how one types it.
  const isField = target instanceof Element && target.matches('input, textarea, select');
  return key === '/' && !ctrlKey && !metaKey && !isField && hasSlash();
}

customElements.define('search-dialog', SearchDialog);
