import { renderHit } from '../search/hit.ts';
import { type Filters, type Hit, openIndex, type SearchIndex } from '../search/pagefind.ts';
import { foldWord } from '../search/query.ts';

/** Quotes that are shown at once. */
const step = 10;

type Hits = ReturnType<SearchIndex['search']>;

/** Milliseconds after the last key before a search starts. */
const pause = 150;

/**
 * `<archive-search>` around the search form and an empty list: finds quotes as one types. The address is
 * the whole state: it can be shared, and the browser's buttons work. Without scripts the form is a form.
 */
class ArchiveSearch extends HTMLElement {
  #index: Promise<SearchIndex> | undefined;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#fillForm();
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#remember('push');
      void this.#search();
    });
    this.#form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#remember('replace');
        void this.#search();
      }, pause);
    });
    addEventListener('popstate', () => {
      clearTimeout(this.#timer);
      this.#fillForm();
      void this.#search();
    });
    void this.#search();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #list(): HTMLOListElement {
    return this.querySelector('ol')!;
  }

  #fillForm(): void {
    const given = new URLSearchParams(location.search);
    const fields = this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]');
    for (const field of fields) {
      const value = given.get(field.name) ?? '';
      field.value = value;
      // An id that nobody has finds nothing; dropped, it would find everything.
      if (field.value !== value && field instanceof HTMLSelectElement) {
        field.add(new Option(value, value, false, true));
      }
    }
  }

  #values(): Map<string, string> {
    const values = new Map<string, string>();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && value.trim() !== '') values.set(name, value.trim());
    }
    return values;
  }

  #remember(how: 'push' | 'replace'): void {
    const query = new URLSearchParams([...this.#values()]).toString();
    const address = query === '' ? location.pathname : `${location.pathname}?${query}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const { q = '', ...filters } = Object.fromEntries(this.#values());
    this.#offerMore(undefined);
    if (foldWord(q) === '') {
      this.#list.replaceChildren();
      this.#say(this.dataset['empty'] ?? '');
      return;
    }
    this.#say(this.dataset['searching'] ?? '');
    await this.#orFail(run, async () => {
      const hits = await this.#find(q, filters);
      if (run !== this.#run) return;
      await this.#show(hits, run, undefined);
    });
  }

  async #find(typed: string, filters: Filters): Promise<Hits> {
    this.#index ??= openIndex(this.dataset['bundle'] ?? '');
    return (await this.#index).search(typed, filters);
  }

  /** Shows the next few quotes. One more is asked for, to know whether there is more; `ahead` is that one. */
  async #show(hits: Hits, run: number, ahead: Hit | undefined, isFirst = true): Promise<void> {
    const shown = ahead ? [ahead] : [];
    let next: Hit | undefined;
    let rest: 'more' | 'perhaps' | 'all' | undefined;
    while (rest === undefined) {
      const { value, done } = await hits.next();
      if (run !== this.#run) return;
      if (done) rest = 'all';
      else if (value === undefined) rest = 'perhaps';
      else if (shown.length < step) shown.push(value);
      else {
        next = value;
        rest = 'more';
      }
    }
    const items = shown.map((hit) => renderHit(hit, this.dataset['unknown'] ?? ''));
    if (isFirst) this.#list.replaceChildren(...items);
    else this.#list.append(...items);
    if (!isFirst) items[0]?.querySelector('a')?.focus();
    const total = this.#list.children.length;
    if (total === 0 && rest === 'all') {
      this.#say(`${this.dataset['none'] ?? ''} ${this.dataset['noneHint'] ?? ''}`);
    } else this.#say(`${this.#countText(total)}; ${this.dataset[rest] ?? ''}`);
    this.#offerMore(
      rest === 'all'
        ? undefined
        : () => void this.#orFail(run, () => this.#show(hits, run, next, false)),
    );
  }

  /** No index, or no connection: says so, and the next search tries again. */
  async #orFail(run: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      if (run !== this.#run) return;
      this.#index = undefined;
      this.#list.replaceChildren();
      this.#offerMore(undefined);
      this.#say(this.dataset['failed'] ?? '');
    }
  }

  #countText(total: number): string {
    const forms = JSON.parse(this.dataset['counts'] ?? '[]') as string[];
    const form = forms[Math.min(total, forms.length - 1)];
    return form?.replace('#', String(total)) ?? String(total);
  }

  #offerMore(show: (() => void) | undefined): void {
    const button = this.querySelector<HTMLButtonElement>('button[data-more]')!;
    button.hidden = show === undefined;
    button.onclick = show ?? null;
  }

  #say(text: string): void {
    this.querySelector('[role="status"]')!.textContent = text;
  }
}

customElements.define('archive-search', ArchiveSearch);
