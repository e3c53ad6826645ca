import { excerpt, findMatches, parseQuery, type Query } from '../search/match.ts';
import { openIndex, type BundlePart, type SearchIndex } from '../search/pagefind.ts';
import { renderHit, type Hit } from '../search/hit.ts';

/** Quotes that are shown at once. */
const step = 10;

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
      this.#remember('push');
      void this.#search();
    });
    this.#form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#remember('replace');
        void this.#search();
      }, 120);
    });
    addEventListener('popstate', () => {
      this.#fillForm();
      void this.#search();
    });
    void this.#search();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  #fillForm(): void {
    const given = new URLSearchParams(location.search);
    for (const field of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      field.value = given.get(field.name) ?? '';
    }
  }

  #values(): URLSearchParams {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && value.trim() !== '') values.set(name, value.trim());
    }
    return values;
  }

  #remember(how: 'push' | 'replace'): void {
    const query = this.#values().toString();
    const address = query === '' ? location.pathname : `${location.pathname}?${query}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const values = this.#values();
    const query = parseQuery(values.get('q') ?? '');
    const list = this.querySelector('ol')!;
    if (query.words.length + query.phrases.length === 0) {
      list.replaceChildren();
      this.#offerMore(undefined);
      this.#say(this.dataset['empty'] ?? '');
      return;
    }
    this.#say(this.dataset['searching'] ?? '');
    try {
      this.#index ??= openIndex(
        this.dataset['bundle'] ?? '',
        JSON.parse(this.dataset['parts'] ?? '[]') as BundlePart[],
      );
      const index = await this.#index;
      const filters: Record<string, string> = {};
      for (const name of ['speaker', 'show']) {
        const value = values.get(name);
        if (value) filters[name] = value;
      }
      const hits = findHits(index, query, filters);
      list.replaceChildren();
      await this.#show(hits, query, run);
    } catch {
      if (run !== this.#run) return;
      this.#index = undefined;
      list.replaceChildren();
      this.#offerMore(undefined);
      this.#say(this.dataset['failed'] ?? '');
      this.querySelector('[data-browse]')?.removeAttribute('hidden');
    }
  }

  /** Shows the next few quotes; `hits` is asked for no more than is shown, and for one to know of more. */
  async #show(hits: AsyncGenerator<Hit>, query: Query, run: number, ahead?: Hit): Promise<void> {
    const list = this.querySelector('ol')!;
    const shown: Hit[] = ahead ? [ahead] : [];
    let next: Hit | undefined;
    while (next === undefined) {
      const { value, done } = await hits.next();
      if (run !== this.#run) return;
      if (done) break;
      if (shown.length < step) shown.push(value);
      else next = value;
    }
    const items = shown.map((hit) => renderHit(hit, excerpt(hit.text, findMatches(hit.text, query) ?? []), this.dataset));
    list.append(...items);
    if (ahead) items[0]?.querySelector('a')?.focus();
    const total = list.children.length;
    if (total === 0) this.#say(`${this.dataset['none'] ?? ''} ${this.dataset['noneHint'] ?? ''}`);
    else this.#say(this.#countText(total, next !== undefined));
    const waiting = next;
    this.#offerMore(waiting && (() => void this.#show(hits, query, run, waiting)));
  }

  #countText(total: number, more: boolean): string {
    const forms = JSON.parse(this.dataset['counts'] ?? '[]') as string[];
    const count = forms[Math.min(total, forms.length - 1)]?.replace('#', String(total)) ?? String(total);
    return `${count}; ${more ? this.dataset['more'] : this.dataset['all']}`;
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

/** The quotes that answer a query, best record first: each is tested again, since Pagefind matches records. */
async function* findHits(
  index: SearchIndex,
  query: Query,
  filters: Readonly<Record<string, string>>,
): AsyncGenerator<Hit> {
  const typed = [...query.words, ...query.phrases].join(' ');
  for (const record of await index.search(typed, filters)) {
    const { meta, quotes } = await record.load();
    for (const { id, text, time } of quotes) {
      if (findMatches(text, query)) yield { id, text, time, ...meta };
    }
  }
}

customElements.define('archive-search', ArchiveSearch);
