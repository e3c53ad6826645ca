import { quoteWords } from './quote-words.ts';
import { copy } from './status.ts';

/** The links that are a quote's own permalink: in its margin, and in its citation. */
const permalink = 'p > a[href^="#q"]:first-child, small > a[href^="#q"]';

/**
 * `<copy-link>` around a transcript: following a permalink in it copies the address too, and says so; the quote
 * that was linked to offers its link and its citation to be copied; a history that is named in the address
 * opens. Without it the permalinks are links all the same, and the citation can be selected.
 */
class CopyLink extends HTMLElement {
  readonly #offer = document.createElement('span');

  connectedCallback(): void {
    const { link = '', copied = '', citation = '', citationCopied = '' } = this.dataset;
    this.#offer.className = 'offer';
    this.#offer.append(
      button(link, () => copy(this.#permalink, copied)),
      button(citation, () => copy(this.#citation, citationCopied)),
    );
    this.addEventListener('click', (event) => void this.#follow(event));
    addEventListener('hashchange', () => this.#arrive());
    this.#arrive();
  }

  async #follow(event: MouseEvent): Promise<void> {
    const anchor = event.target instanceof Element ? event.target.closest('a[href^="#q"]') : null;
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = location.origin + location.pathname + (anchor.getAttribute('href') ?? '');
    // The address names a range: it must not end up behind another quote.
    const leavesRange = location.search !== '';
    if (leavesRange) event.preventDefault();
    if (anchor.matches(permalink)) await copy(address, this.dataset['copied'] ?? '');
    if (leavesRange) location.assign(address);
  }

  /** Shows what the address names, and offers to copy it. */
  #arrive(): void {
    const named = document.getElementById(location.hash.slice(1));
    if (named?.matches('summary') && named.parentElement instanceof HTMLDetailsElement)
      named.parentElement.open = true;
    const citation = named?.closest('p')?.querySelector('small');
    if (citation && this.contains(citation)) citation.append(this.#offer);
    else this.#offer.remove();
  }

  get #permalink(): string {
    const anchor = this.#offer.parentElement?.querySelector('a');
    return location.origin + location.pathname + (anchor?.getAttribute('href') ?? '');
  }

  /** The words and, on a line of its own, who said them and where. */
  get #citation(): string {
    const quote = this.#offer.closest('p');
    const source = quote?.querySelector('small')?.cloneNode(true);
    if (!quote || !(source instanceof Element)) return '';
    for (const other of source.querySelectorAll('.offer, .card')) other.remove();
    return `${quoteWords(quote)}\n${source.textContent.trim()}`;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

customElements.define('copy-link', CopyLink);
