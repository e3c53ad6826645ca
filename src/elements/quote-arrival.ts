/** Seconds that a time in the margin means: `4:33`, `1:04:33`. */
const clock = /^(?:(\d+):)?(\d+):(\d\d)$/;

/** Parts of a quote that are not its words. */
const beside = 'small, .mark, .alias, .offer';

/**
 * `<quote-arrival>` on an episode's page: obeys what a search wrote into the address and takes it out again, so
 * that the address is the permalink. `lit` are words to be lit up in the quote; `play` a second from which the
 * recording is to begin. Where there is a recording, a quote that was linked to offers to be heard.
 */
class QuoteArrival extends HTMLElement {
  readonly #offer = document.createElement('span');
  #time = 0;

  connectedCallback(): void {
    const given = new URLSearchParams(location.search);
    const lit = given.get('lit');
    const play = Number(given.get('play') ?? NaN);
    given.delete('lit');
    given.delete('play');
    const rest = given.toString();
    if (rest !== location.search.slice(1))
      history.replaceState(null, '', location.pathname + (rest && `?${rest}`) + location.hash);
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => void this.#play());
    this.#offer.className = 'offer';
    this.#offer.append(button);
    addEventListener('hashchange', () => this.#offerTime());
    this.#offerTime();
    if (lit) void this.#light(lit.split('|'));
    if (this.#media && play >= 0) {
      this.#offerTime(play);
      void this.#play();
    }
  }

  get #media(): HTMLMediaElement | null {
    return document.querySelector<HTMLMediaElement>('.episode audio, .episode video');
  }

  get #quote(): HTMLElement | null {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return named?.closest<HTMLElement>('p[id^="q"]') ?? null;
  }

  /** Offers to play from the time of the quote, which stands in its margin. */
  #offerTime(asked?: number): void {
    this.#offer.remove();
    const quote = this.#quote;
    const [, hours = '0', minutes, seconds] =
      clock.exec(quote?.querySelector('a')?.textContent.trim() ?? '') ?? [];
    const own = minutes === undefined ? undefined : +hours * 3600 + +minutes * 60 + Number(seconds);
    const time = asked ?? own;
    if (!quote || !this.#media || time === undefined) return;
    this.#time = time;
    const shown = own === time ? quote.querySelector('a')!.textContent.trim() : `${time} s`;
    this.#offer.firstElementChild!.textContent = (this.dataset['play'] ?? '').replace(
      '{time}',
      shown,
    );
    const citation = quote.querySelector('small');
    if (citation) citation.before(this.#offer);
    else quote.append(this.#offer);
  }

  /** Nothing is asked of the recording's host before somebody wants to hear it. */
  async #play(): Promise<void> {
    const media = this.#media;
    if (!media) return;
    media.currentTime = this.#time;
    try {
      await media.play();
    } catch (error) {
      // A browser that wants a press first gets one: the button is there.
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      if (isRefused) this.#offer.querySelector('button')?.focus({ preventScroll: true });
      else if (!this.#offer.querySelector('span')) {
        const failed = document.createElement('span');
        failed.setAttribute('role', 'status');
        failed.textContent = this.dataset['failed'] ?? '';
        this.#offer.append(failed);
      }
    }
  }

  async #light(matched: readonly string[]): Promise<void> {
    const quote = this.#quote;
    if (!quote) return;
    const { litRanges } = await import('../search/lit.ts');
    const walker = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const margin = quote.querySelector(':scope > a:first-child');
    for (const text of texts) {
      if (margin?.contains(text) || text.parentElement?.closest(beside)) continue;
      // From the last to the first, so that places before stay where they are.
      for (const [start, end] of litRanges(text.data, matched).toReversed()) {
        const mark = document.createElement('mark');
        const found = text.splitText(start);
        found.splitText(end - start);
        found.replaceWith(mark);
        mark.append(found);
      }
    }
  }
}

customElements.define('quote-arrival', QuoteArrival);
