import { fillReport } from '../archive/forge.ts';
import { quoteWords } from './quote-words.ts';

/**
 * `<correct-words>` in a transcript: the quote that was linked to offers its words to be corrected, in the
 * repository’s editor at their line, and a mistake in them to be reported. Lines are numbers with commas between
 * them, one for each quote: the first line, then how many lines further each next quote stands. Without this
 * element the page has a link to the whole file.
 */
class CorrectWords extends HTMLElement {
  readonly #offer = document.createElement('span');
  readonly #editor = document.createElement('a');
  readonly #report = document.createElement('a');

  connectedCallback(): void {
    const { edit, report, correct = '', mistake = '' } = this.dataset;
    const { lang, dir } = document.documentElement;
    // The words are in the transcript's language, the offer in the page's.
    Object.assign(this.#offer, { className: 'offer', lang, dir });
    this.#editor.textContent = correct;
    this.#report.textContent = mistake;
    if (edit) this.#offer.append(this.#editor);
    if (report) this.#offer.append(this.#report);
    addEventListener('hashchange', () => this.#arrive());
    this.#arrive();
  }

  #arrive(): void {
    const named = document.getElementById(location.hash.slice(1));
    const quote = named?.closest('p[id^="q"]');
    const citation = quote?.querySelector(':scope > small');
    if (!quote || !citation || !this.parentElement?.contains(citation)) {
      this.#offer.remove();
      return;
    }
    const { edit, report } = this.dataset;
    const line = this.#lineOf(citation);
    if (edit) this.#editor.href = line === undefined ? edit : `${edit}#L${line}`;
    if (report)
      this.#report.href = fillReport(report, {
        quote: `${location.origin}${location.pathname}#${quote.id}`,
        words: quoteWords(quote),
      });
    citation.append(this.#offer);
  }

  /** Every quote that is there has a citation, and nothing else has. */
  #lineOf(citation: Element): number | undefined {
    const citations = [...(this.parentElement?.querySelectorAll('p[id^="q"] > small') ?? [])];
    const steps = (this.dataset['lines'] ?? '').split(',').map(Number);
    if (steps.length !== citations.length) return undefined;
    const upTo = steps.slice(0, citations.indexOf(citation) + 1);
    return upTo.reduce((sum, step) => sum + step, 0);
  }
}

customElements.define('correct-words', CorrectWords);
