import { type DialogWords, dialogWordsOf, findable } from '../i18n/dialog.ts';
import { type Hit, OtherVersion, SearchEngine } from '../search/engine.ts';
import { isEmpty, parseQuery, type Query } from '../search/query.ts';
import { namesOf, type Names, resolveQuery } from '../search/resolve.ts';
import { type Suggestion, SuggestionList } from '../search/suggestions.ts';
import { button, make } from './dom.ts';
import { FinderList } from './finder-list.ts';
import { renderKeys } from './finder-keys.ts';
import { renderRows, type RowContext } from './finder-rows.ts';
import type { SearchDialog } from './search-dialog.ts';
import { counted, fill } from './search-words.ts';

/** Milliseconds after the last key before a search starts. */
const pause = 50;
/** Milliseconds after which what is known already is shown without the quotes. */
const patience = 400;
/** Quotes that are shown. */
const mostQuotes = 5;

/** The index of an archive, open. */
interface Opened {
  readonly engine: SearchEngine;
  readonly names: Names;
  readonly suggestions: SuggestionList;
}

/** The best quotes for a query; whether there are others is not known where the search only paused. */
interface Best {
  readonly hits: readonly Hit[];
  readonly rest: 'more' | 'perhaps' | 'none';
}

/**
 * `<search-finder>` in the search dialog, around a form, a status and the ways into the archive: finds as one
 * types the best few quotes, and what else of the archive is called so. Enter goes to the row that was chosen
 * with the arrow keys, or to all results.
 */
class SearchFinder extends HTMLElement {
  readonly #words: DialogWords = dialogWordsOf(document.documentElement.lang);
  #list!: FinderList;
  #opened: Promise<Opened> | undefined;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const dialog = this.closest('dialog')!;
    const close = button({ class: 'close' }, () => dialog.close(), this.#words.close);
    this.#list = new FinderList(this.#field, this.#words.results);
    this.#form.append(close);
    this.#status.after(this.#list.element);
    this.append(renderKeys(this.#words, this.closest<SearchDialog>('search-dialog')!));
    this.#field.addEventListener('input', () => this.#later());
    // Who comes back finds the page, and what was typed behind the key.
    addEventListener('pagehide', () => dialog.close());
    addEventListener('online', () => void this.#search());
    void this.#search();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #status(): HTMLElement {
    return this.querySelector('[role="status"]')!;
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#list.choose(undefined);
    this.#timer = setTimeout(() => void this.#search(), pause);
  }

  /** Nothing is known of the index after a fault: the next key tries again. */
  #open(): Promise<Opened> {
    this.#opened ??= SearchEngine.open(`${this.#base}pagefind/`).then(async (engine) => {
      await engine.warm();
      const { catalog } = engine;
      return { engine, names: namesOf(catalog), suggestions: new SuggestionList(catalog) };
    });
    this.#opened.catch(() => (this.#opened = undefined));
    return this.#opened;
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const typed = this.#field.value.trim();
    const parsed = parseQuery(typed);
    if (isEmpty(parsed)) this.#show([], this.#words.hint);
    const slow = setTimeout(() => run === this.#run && this.#say(this.#words.searching), patience);
    try {
      const opened = await this.#open();
      if (run !== this.#run || isEmpty(parsed)) return;
      const { query } = resolveQuery(parsed, opened.names);
      await this.#answer(query, typed, opened, run);
    } catch (error) {
      if (run === this.#run) this.#fail(typed, error);
    } finally {
      clearTimeout(slow);
    }
  }

  async #answer(query: Query, typed: string, opened: Opened, run: number): Promise<void> {
    const { engine, suggestions } = opened;
    const suggested = suggestions.suggest(query);
    const context = this.#contextOf(engine);
    const slow = setTimeout(() => {
      if (run !== this.#run) return;
      this.#show([...renderRows([], suggested, context), this.#all(typed)], this.#words.searching);
    }, patience);
    try {
      const best = await bestOf(engine, query);
      if (run !== this.#run) return;
      const rows = [...renderRows(best.hits, suggested, context), this.#all(typed)];
      this.#show(rows, this.#found(best, suggested, typed));
    } finally {
      clearTimeout(slow);
    }
  }

  #contextOf({ catalog }: SearchEngine): RowContext {
    return { catalog, words: this.#words, base: this.#base };
  }

  /** The last row, and where Enter leads without one. */
  #all(typed: string): HTMLElement {
    const words = fill(this.#words.all, { words: make('bdi', {}, typed) });
    const address = `${this.#form.action}?${new URLSearchParams({ q: typed }).toString()}`;
    return make('a', { role: 'option', class: 'all', tabindex: '-1', href: address }, ...words);
  }

  /** How much was found, in a sentence. */
  #found({ hits, rest }: Best, suggested: readonly Suggestion[], typed: string): string {
    const { counts, more, found, nothing, nothingYet } = this.#words;
    const parts = findable.flatMap((kind) => {
      const count =
        kind === 'quote' ? hits.length : suggested.filter((one) => one.kind === kind).length;
      if (count === 0) return [];
      return counted(kind === 'quote' && rest === 'more' ? more : counts[kind], count);
    });
    if (parts.length > 0) {
      const list = new Intl.ListFormat(document.documentElement.lang).format(parts);
      return found.replace('{list}', () => list);
    }
    return rest === 'perhaps' ? nothingYet : nothing.replace('{words}', () => typed);
  }

  /** No index, no connection, or another version: one sentence, and the ways on. */
  #fail(typed: string, error: unknown): void {
    const isOther = error instanceof OtherVersion;
    const sentence = isOther ? this.#words.otherVersion : (this.dataset['failed'] ?? '');
    this.#show(typed === '' ? [] : [this.#all(typed)], sentence);
    this.#ways.hidden = false;
  }

  get #ways(): HTMLElement {
    return this.querySelector('ul')!;
  }

  #show(rows: readonly HTMLElement[], sentence: string): void {
    this.#list.show(rows);
    this.#ways.hidden = rows.length > 0;
    this.#say(sentence);
  }

  #say(sentence: string): void {
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
  }
}

async function bestOf(engine: SearchEngine, query: Query): Promise<Best> {
  const hits: Hit[] = [];
  const answer = await engine.search(query);
  for await (const hit of engine.hits(answer, 'relevance', 'none', mostQuotes + 1)) {
    if (hit === undefined) return { hits, rest: 'perhaps' };
    if (hits.length === mostQuotes) return { hits, rest: 'more' };
    hits.push(hit);
  }
  return { hits, rest: 'none' };
}

customElements.define('search-finder', SearchFinder);
