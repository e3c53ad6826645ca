import { type Answer, type Hit, OtherVersion, SearchEngine } from '../search/engine.ts';
import { Showing } from '../search/showing.ts';
import { overTime } from '../search/facet.ts';
import { type Filters, isEmpty, type Query } from '../search/query.ts';
import { namesOf, resolveQuery, type Unresolved } from '../search/resolve.ts';
import {
  parseState,
  queryOf,
  type SearchState,
  serializeState,
  settle,
  step,
} from '../search/state.ts';
import { button, make } from './dom.ts';
import { renderActive, renderFilters } from './search-filters.ts';
import { renderNotes, renderNothing } from './search-notes.ts';
import { appendHits, countText } from './search-results.ts';
import { renderTimeline } from './search-timeline.ts';
import type { SearchWords } from './search-words.ts';

/** Milliseconds after the last key before a search starts. */
const pause = 60;

/** Milliseconds without a key after which the next one begins something. */
const beginning = 400;

/** Where there is room for the filters beside the results. */
const beside = '(width >= 64rem)';

/** How a search enters the browser's history. */
type History = 'push' | 'replace' | 'typing' | 'keep';

/**
 * `<archive-search>` around the search form: finds quotes as one types, and shows them with everything that
 * narrows them. The address is the whole state: it can be shared, and the browser's buttons work. Without
 * scripts the form is a form.
 */
class ArchiveSearch extends HTMLElement {
  #engine: Promise<SearchEngine> | undefined;
  #state: SearchState = parseState(new URLSearchParams());
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #words!: SearchWords;
  /** When the last key was pressed. */
  #lastKey = -Infinity;
  /** What is being typed is one entry of the browser's history, however many letters it has. */
  #isTyping = false;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as SearchWords;
    this.#state = parseState(new URLSearchParams(location.search));
    this.#field.value = this.#state.typed;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#search('push', true);
    });
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#state = { ...this.#state, typed: this.#field.value, shown: step };
      // At once when somebody begins, then when the keys come to rest.
      const sinceLast = performance.now() - this.#lastKey;
      this.#lastKey = performance.now();
      if (sinceLast > beginning) void this.#search('typing');
      else this.#timer = setTimeout(() => void this.#search('typing'), pause);
    });
    for (const name of ['sort', 'group'] as const) this.#listenTo(name);
    addEventListener('popstate', () => {
      clearTimeout(this.#timer);
      this.#state = parseState(new URLSearchParams(location.search));
      this.#field.value = this.#state.typed;
      void this.#search('keep');
    });
    this.addEventListener('keydown', (event) => this.#move(event));
    const filters = this.#part('filters') as HTMLDetailsElement;
    filters.hidden = false;
    filters.open = matchMedia(beside).matches;
    void this.#open().then(
      (engine) => engine.warm(),
      () => undefined,
    );
    void this.#search('keep');
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input[name="q"]')!;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`)!;
  }

  /** Nothing is known of the index after a fault: the next search tries again. */
  #open(): Promise<SearchEngine> {
    this.#engine ??= SearchEngine.open(this.dataset['bundle'] ?? '');
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  #listenTo(name: 'sort' | 'group'): void {
    const select = this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;
    select.addEventListener('change', () => {
      const { typed, filters } = this.#state;
      const given = new URLSearchParams(serializeState({ ...this.#state, shown: step }));
      given.set(name, select.value);
      this.#state = { ...parseState(given), typed, filters };
      void this.#search('push');
    });
  }

  #choose(filters: Filters): void {
    // What was typed as an operator stands in the controls from now on, or the two would differ.
    const settled = settle(this.#state, queryOf(this.#state));
    this.#state = { ...settled, filters, shown: step };
    this.#field.value = this.#state.typed;
    void this.#search('push');
  }

  /**
   * Searches for what the state says. `isSettled`: operators that were typed move into the controls, as when
   * one presses Enter; before, one may still be typing them.
   */
  async #search(how: History, isSettled = false): Promise<void> {
    const run = ++this.#run;
    this.#say(isEmpty(queryOf(this.#state)) ? this.#words.empty : this.#words.searching);
    try {
      const engine = await this.#open();
      if (run !== this.#run) return;
      const { query, unresolved } = resolveQuery(queryOf(this.#state), namesOf(engine.catalog));
      if (isSettled) {
        this.#state = { ...settle(this.#state, query), shown: step };
        this.#field.value = this.#state.typed;
      }
      this.#remember(how);
      if (isEmpty(query)) {
        this.#clear();
        this.#say(this.#words.empty);
        return;
      }
      const answer = await engine.search(query);
      if (run !== this.#run) return;
      await this.#show(answer, unresolved, engine, run);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #remember(how: History): void {
    const address = location.pathname + serializeState(this.#state);
    const isNew = address !== location.pathname + location.search;
    const isPushed = how === 'push' || (how === 'typing' && !this.#isTyping);
    if (how !== 'keep' && isNew)
      history[isPushed ? 'pushState' : 'replaceState'](null, '', address);
    this.#isTyping = how === 'typing';
  }

  async #show(
    answer: Answer,
    unresolved: readonly Unresolved[],
    engine: SearchEngine,
    run: number,
  ): Promise<void> {
    const { sort, grouping, shown } = this.#state;
    const showing = new Showing(engine, answer, sort, grouping);
    await showing.upTo(shown);
    const context = {
      words: this.#words,
      vocabulary: engine.vocabulary,
      unresolved,
      linkTo: (query: Query, text: string) => this.#linkTo(query, text),
    };
    const isNothing = showing.hits.length === 0 && showing.rest === 'all';
    const notes = await renderNotes(answer, context);
    if (isNothing) notes.push(...(await renderNothing(answer, context)));
    if (run !== this.#run) return;
    this.#part('notes').replaceChildren(...notes);
    this.#part('arrange').hidden = isNothing;
    this.#part('browse').hidden = !isNothing;
    for (const [name, value] of [['sort', sort] as const, ['group', grouping] as const])
      this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!.value = value;
    this.#showControls(answer, engine);
    this.#part('hits').replaceChildren();
    this.#showHits(showing, showing.hits, engine);
  }

  #showControls({ query, unfiltered }: Answer, { catalog }: SearchEngine): void {
    const { filters } = query;
    const choose = (next: Filters): void => this.#keepFocus(() => this.#choose(next));
    const context = { catalog, words: this.#words, filters, choose };
    this.#part('active').replaceChildren(...renderActive(context));
    this.#part('values').replaceChildren(...renderFilters(unfiltered, context));
    const bars = overTime(unfiltered, filters, catalog);
    const hasUndated = catalog.episodes.some(({ date }) => date === undefined);
    const { from: _from, to: _to, ...others } = filters;
    this.#part('timeline').replaceChildren(
      ...renderTimeline(bars, filters, { words: this.#words, hasUndated }, (from, to) =>
        choose({ ...others, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
      ),
    );
    const { length } = this.#part('active').querySelectorAll('.chip');
    this.#part('filters').querySelector('summary')!.textContent =
      length === 0 ? this.#words.filters : `${this.#words.filters} (${length})`;
    this.#restoreFocus();
  }

  /** The control that was used is made anew: it gets the focus back, else the field does. */
  #focused: string | undefined;

  #keepFocus(act: () => void): void {
    const active = document.activeElement;
    const value = active instanceof HTMLElement ? active.dataset['value'] : undefined;
    this.#focused = value ?? active?.getAttribute('aria-label')?.split(':')[0] ?? '';
    act();
  }

  #restoreFocus(): void {
    const focused = this.#focused;
    this.#focused = undefined;
    if (focused === undefined) return;
    const controls = this.querySelectorAll<HTMLElement>('[data-value], .strip button');
    const same = [...controls].find(
      (one) =>
        one.dataset['value'] === focused ||
        one.getAttribute('aria-label')?.split(':')[0] === focused,
    );
    const others = this.#part('active').querySelector('button') ?? this.#field;
    (focused === '' ? others : (same ?? others)).focus({ preventScroll: true });
  }

  /** Shows hits below those that are there; gives the first of them. */
  #showHits(showing: Showing, hits: readonly Hit[], engine: SearchEngine): HTMLElement | undefined {
    const first = appendHits(hits, this.#part('hits'), {
      catalog: engine.catalog,
      words: this.#words,
      base: this.dataset['base'] ?? '/',
      grouping: this.#state.grouping,
    });
    this.#say(countText(showing, this.#words));
    this.#offerMore(showing, engine);
    return first;
  }

  #offerMore(showing: Showing, engine: SearchEngine): void {
    const { rest } = showing;
    const more = this.#part('more');
    if (rest === 'all') {
      more.replaceChildren();
      return;
    }
    const shown = showing.hits.length + step;
    const address = location.pathname + serializeState({ ...this.#state, shown });
    const link = make(
      'a',
      { href: address, class: 'more-hits' },
      rest === 'more' ? this.#words.more : this.#words.searchOn,
    );
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void this.#showMore(showing, engine);
    });
    more.replaceChildren(
      link,
      ...(rest === 'perhaps'
        ? [make('span', { class: 'quiet' }, ` ${this.#words.searchOnHint}`)]
        : []),
    );
  }

  async #showMore(showing: Showing, engine: SearchEngine): Promise<void> {
    const run = this.#run;
    try {
      const hits = await showing.upTo(showing.hits.length + step);
      if (run !== this.#run) return;
      this.#state = { ...this.#state, shown: Math.max(step, showing.hits.length) };
      this.#remember('replace');
      const first = this.#showHits(showing, hits, engine);
      first?.querySelector<HTMLElement>('[data-hit]')?.focus();
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #linkTo(query: Query, text: string): HTMLElement {
    const state = settle({ ...this.#state, shown: step }, query);
    const link = make('a', { href: location.pathname + serializeState(state), dir: 'auto' }, text);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#state = state;
      this.#field.value = state.typed;
      this.#field.focus();
      void this.#search('push');
    });
    return link;
  }

  /** Arrow keys go from the field into the results, through them, and back. */
  #move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const active = document.activeElement;
    const links = [...this.querySelectorAll<HTMLElement>('[data-hit]')];
    const item = active?.closest('.hits > li');
    const at = item ? links.findIndex((one) => item.contains(one)) : -1;
    if (at === -1 && active !== this.#field) return;
    const next = event.key === 'ArrowDown' ? links[at + 1] : (links[at - 1] ?? this.#field);
    if (!next || (at === -1 && event.key === 'ArrowUp')) return;
    event.preventDefault();
    next.focus();
    next.closest('li')?.scrollIntoView({ block: 'nearest' });
  }

  #fail(error: unknown): void {
    this.#engine = undefined;
    this.#clear();
    const isOther = error instanceof OtherVersion;
    this.#say(isOther ? this.#words.otherVersion : this.#words.failed);
    const again = isOther
      ? button({}, () => location.reload(), this.#words.reload)
      : button({}, () => void this.#search('keep'), this.#words.retry);
    this.#part('notes').replaceChildren(again);
    this.#part('browse').hidden = false;
  }

  #clear(): void {
    for (const name of ['notes', 'active', 'values', 'timeline', 'hits', 'more'])
      this.#part(name).replaceChildren();
    this.#part('arrange').hidden = true;
    this.#part('browse').hidden = false;
    this.#part('filters').querySelector('summary')!.textContent = this.#words.filters;
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]')!;
    if (status.textContent !== text) status.textContent = text;
  }
}

customElements.define('archive-search', ArchiveSearch);
