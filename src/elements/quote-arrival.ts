import { formatTime } from '../archive/time.ts';

/** Seconds that a time in the margin means: `4:33`, `1:04:33`. */
const clock = /^(?:(\d+):)?(\d+):(\d\d)$/;

/**
 * `<quote-arrival>` on an episode's page: obeys what a search wrote into the address and takes it out again, so
 * that the address is the permalink. `lit` are words to be lit up in the quote: the script that does is fetched then
 * alone. `play` is a second from which the recording is to begin. Where there is a recording, a quote that was
 * linked to offers to be heard.
 */
class QuoteArrival extends HTMLElement {
  readonly #offer = document.createElement('span');
  readonly #button = document.createElement('button');
  readonly #failure = document.createElement('span');
  #time = 0;

  connectedCallback(): void {
    const given = new URLSearchParams(location.search);
    const lit = given.get('lit');
    const play = /^\d{1,6}$/.exec(given.get('play') ?? '')?.[0];
    given.delete('lit');
    given.delete('play');
    const rest = given.toString();
    if (rest !== location.search.slice(1))
      history.replaceState(null, '', location.pathname + (rest && `?${rest}`) + location.hash);
    if (lit) void this.#light(lit);
    if (!this.#media) return;
    this.#listen(this.#media);
    this.#offerTime();
    if (play === undefined) return;
    this.#offerTime(Number(play));
    void this.#play();
  }

  get #media(): HTMLMediaElement | null {
    return document.querySelector<HTMLMediaElement>('.episode audio, .episode video');
  }

  get #quote(): HTMLElement | null {
    const named = document.getElementById(location.hash.slice(1));
    return named?.closest<HTMLElement>('p[id^="q"]') ?? null;
  }

  #listen(media: HTMLMediaElement): void {
    const { lang, dir } = document.documentElement;
    // The words are in the transcript's language, the offer in the page's.
    Object.assign(this.#offer, { className: 'offer', lang, dir });
    this.#button.type = 'button';
    this.#failure.setAttribute('role', 'status');
    this.#offer.append(this.#button, this.#failure);
    this.#button.addEventListener('click', () => {
      if (media.paused) void this.#play();
      else media.pause();
    });
    // Whoever plays or pauses it: its own controls do too.
    for (const name of ['play', 'pause', 'ended']) media.addEventListener(name, () => this.#name());
    media.addEventListener('error', () => this.#fail());
    addEventListener('hashchange', () => this.#offerTime());
  }

  /** Offers to play from the time of the quote, which stands in its margin, or from the one that was asked for. */
  #offerTime(asked?: number): void {
    this.#offer.remove();
    const quote = this.#quote;
    const [, hours = '0', minutes, seconds] =
      clock.exec(quote?.querySelector('a')?.textContent.trim() ?? '') ?? [];
    const own = minutes === undefined ? undefined : +hours * 3600 + +minutes * 60 + Number(seconds);
    const time = asked ?? own;
    if (time === undefined) return;
    this.#time = time;
    this.#failure.textContent = '';
    this.#name();
    const citation = quote?.querySelector('small');
    if (citation) citation.before(this.#offer);
    else quote?.append(this.#offer);
  }

  /** The button says what it does when it is pressed. */
  #name(): void {
    const { play = '', pause = '' } = this.dataset;
    this.#button.textContent = this.#media?.paused
      ? play.replace('{time}', formatTime(this.#time))
      : pause;
  }

  /** Nothing is asked of the recording's host before somebody wants to hear it. */
  async #play(): Promise<void> {
    const media = this.#media!;
    this.#failure.textContent = '';
    // After a fault it would not try again by itself.
    if (media.error) media.load();
    media.currentTime = this.#time;
    try {
      await media.play();
    } catch (error) {
      const { name } = error as DOMException;
      // A browser that wants a press first gets one: the button is there. A pause before it began is none.
      if (name === 'NotAllowedError') this.#focus();
      else if (name !== 'AbortError') this.#fail();
    }
  }

  /** Until a page is loaded, the browser takes the focus away when it goes to what the address names. */
  #focus(): void {
    const focus = (): void => this.#button.focus({ preventScroll: true });
    if (document.readyState === 'complete') focus();
    else addEventListener('load', focus, { once: true });
  }

  #fail(): void {
    this.#failure.textContent = this.dataset['failed'] ?? '';
    this.#name();
  }

  async #light(words: string): Promise<void> {
    this.dataset['lit'] = words;
    try {
      // By its address: Vite's own way to fetch a script later would cost every episode two kilobytes.
      await import(/* @vite-ignore */ this.dataset['lighter'] ?? '');
    } catch {
      // The quote is lit as a whole; nobody misses the words.
    }
  }
}

customElements.define('quote-arrival', QuoteArrival);
