import { copy } from './status.ts';

/** Quotes, and what is left of them: their ids name the ends of a range. */
const quote = 'p[id^="q"]';
/** Milliseconds after which a selection has come to rest. */
const rest = 200;
/** Pixels that the button takes, with air. */
const room = 56;

/**
 * `<quote-range>` in a transcript: lights up the quotes from the one behind `#` to the one that `?to=` names,
 * and offers the link of a range when words of several quotes are selected. Without it, the address of a range
 * leads to its first quote.
 */
class QuoteRange extends HTMLElement {
  readonly #button = document.createElement('button');
  #selected: readonly Element[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#button.type = 'button';
    this.#button.className = 'range';
    this.#button.textContent = this.dataset['copy'] ?? '';
    // Pressing it must not end the selection that it is about.
    this.#button.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#button.addEventListener('mousedown', (event) => event.preventDefault());
    this.#button.addEventListener('click', () => void this.#share());
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#offer(), rest);
    });
    // What has the focus is where the selection began to be made, often the whole page.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Tab' || event.shiftKey || !this.#button.isConnected) return;
      if (this.#button.matches(':focus') || getSelection()?.isCollapsed !== false) return;
      event.preventDefault();
      this.#button.focus({ preventScroll: true });
    });
    addEventListener('hashchange', () => this.#light());
    this.#light();
  }

  get #quotes(): Element[] {
    return [...(this.parentElement?.querySelectorAll(quote) ?? [])];
  }

  #light(): void {
    const quotes = this.#quotes;
    for (const lit of quotes) lit.removeAttribute('data-lit');
    const place = (id: string | null): number => {
      const named = id ? document.getElementById(id) : null;
      return named ? quotes.indexOf(named.closest(quote) ?? named) : -1;
    };
    const from = place(location.hash.slice(1));
    const to = place(new URLSearchParams(location.search).get('to'));
    if (from < 0 || to < 0) return;
    for (const lit of quotes.slice(Math.min(from, to), Math.max(from, to) + 1))
      lit.toggleAttribute('data-lit', !lit.matches('.gone'));
  }

  #offer(): void {
    const selection = getSelection();
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    this.#selected = range ? this.#quotes.filter((one) => holds(range, one)) : [];
    const last = this.#selected.at(-1);
    if (!range || !last || this.#selected.length < 2) {
      // Who has tabbed to the button is about to press it.
      if (!this.#button.matches(':focus')) this.#button.remove();
      return;
    }
    if (this.#button.parentElement !== last) last.append(this.#button);
    const end = [...range.getClientRects()].at(-1) ?? last.getBoundingClientRect();
    const top = this.parentElement?.getBoundingClientRect().top ?? 0;
    // Never below the edge of the window.
    const below = Math.min(end.bottom, innerHeight - room);
    this.#button.style.insetBlockStart = `${Math.round(below - top)}px`;
  }

  async #share(): Promise<void> {
    const [first] = this.#selected;
    const last = this.#selected.at(-1);
    if (!first || !last) return;
    const address = `${location.origin}${location.pathname}?to=${last.id}#${first.id}`;
    if (!(await copy(address, this.dataset['copied'] ?? ''))) {
      // No clipboard here: the address bar has the link then.
      location.assign(address);
      return;
    }
    history.replaceState(null, '', address);
    this.#light();
    getSelection()?.removeAllRanges();
    this.#button.remove();
  }
}

/** Whether a selection has some of a quote's own words; its time in the margin and its citation are none. */
function holds(selection: Range, quote: Element): boolean {
  if (quote.matches('.gone')) return false;
  const own = document.createRange();
  own.selectNodeContents(quote);
  if (quote.firstElementChild) own.setStartAfter(quote.firstElementChild);
  const citation = quote.querySelector(':scope > small');
  if (citation) own.setEndBefore(citation);
  return (
    selection.compareBoundaryPoints(Range.END_TO_START, own) < 0 &&
    selection.compareBoundaryPoints(Range.START_TO_END, own) > 0
  );
}

customElements.define('quote-range', QuoteRange);
