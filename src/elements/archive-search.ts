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
import { button, link } from './dom.ts';
import { keepFocus } from './kept-focus.ts';
import { listenToArrows } from './search-arrows.ts';
import { renderActive, renderFilters } from './search-filters.ts';
import { renderNotes, renderNothing } from './search-notes.ts';
import { appendHits, countText, renderMore } from './search-results.ts';
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
    listenToArrows(this, this.#field);
    const filters = this.#part('filters') as HTMLDetailsElement;
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
      if (isEmpty(query)) {
        this.#clear();
        this.#say(this.#words.empty);
        return;
      }
      const answer = await engine.search(query);
      if (run !== this.#run) return;
      const showing = new Showing(engine, answer, this.#state.sort, this.#state.grouping);
      await showing.upTo(this.#state.shown);
      await this.#show(showing, unresolved, engine, run);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    } finally {
      // Once the answer is seen: the browser's history takes its time.
      requestAnimationFrame(() => setTimeout(() => run === this.#run && this.#remember(how)));
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
    showing: Showing,
    unresolved: readonly Unresolved[],
    engine: SearchEngine,
    run: number,
  ): Promise<void> {
    const { answer } = showing;
    const { sort, grouping } = this.#state;
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
    keepFocus(this, this.#field, () => {
      this.#part('notes').replaceChildren(...notes);
      this.#part('arrange').hidden = isNothing;
      this.#part('browse').hidden = !isNothing;
      for (const [name, value] of [['sort', sort] as const, ['group', grouping] as const])
        this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!.value = value;
      this.#showControls(answer, engine);
      this.#part('hits').replaceChildren();
      this.#showHits(showing, showing.hits, engine);
    });
  }

  #showControls({ query, unfiltered }: Answer, { catalog }: SearchEngine): void {
    const { filters } = query;
    const choose = this.#choose.bind(this);
    const context = { catalog, words: this.#words, filters, choose };
    this.#part('active').replaceChildren(...renderActive(context));
    this.#part('values').replaceChildren(...renderFilters(unfiltered, context));
    const bars = overTime(unfiltered, filters, catalog);
    const hasUndated = catalog.episodes.some(({ date }) => date === undefined);
    const { from: _from, to: _to, ...others } = filters;
    this.#part('timeline').replaceChildren(
      ...renderTimeline(bars, filters, { words: this.#words, hasUndated }, (time) =>
        choose({ ...others, ...time }),
      ),
    );
    const { length } = this.#part('active').querySelectorAll('.chip');
    const panel = this.#part('filters');
    panel.hidden = this.#part('values').childElementCount === 0;
    panel.querySelector('summary')!.textContent =
      length === 0 ? this.#words.filters : `${this.#words.filters} (${length})`;
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
    const shown = showing.hits.length + step;
    const address = location.pathname + serializeState({ ...this.#state, shown });
    const more = (): void => void this.#showMore(showing, engine);
    this.#part('more').replaceChildren(...renderMore(showing, address, this.#words, more));
  }

  async #showMore(showing: Showing, engine: SearchEngine): Promise<void> {
    const run = this.#run;
    const wanted = showing.hits.length + step;
    try {
      const hits = await showing.upTo(wanted);
      if (run !== this.#run) return;
      this.#state = { ...this.#state, shown: Math.max(step, showing.hits.length) };
      this.#remember('replace');
      const last = [...this.querySelectorAll<HTMLElement>('[data-hit]')].at(-1);
      keepFocus(this, last ?? this.#field, () => {
        const first = this.#showHits(showing, hits, engine);
        first?.querySelector<HTMLElement>('[data-hit]')?.focus();
      });
    } catch {
      if (run !== this.#run) return;
      // What is shown stays; the link asks for all of it again, and more.
      const again = this.#linkToState({ ...this.#state, shown: wanted }, this.#words.retry);
      keepFocus(this, this.#field, () => this.#part('more').replaceChildren(again));
      this.#say(this.#words.failed);
    }
  }

  #linkTo(query: Query, text: string): HTMLElement {
    return this.#linkToState(settle({ ...this.#state, shown: step }, query), text);
  }

  #linkToState(state: SearchState, text: string): HTMLElement {
    const follow = (): void => {
      this.#state = state;
      this.#field.value = state.typed;
      void this.#search('push');
    };
    return link({ href: location.pathname + serializeState(state), dir: 'auto' }, follow, text);
  }

  #fail(error: unknown): void {
    this.#engine = undefined;
    const isOther = error instanceof OtherVersion;
    this.#say(isOther ? this.#words.otherVersion : this.#words.failed);
    const again = isOther
      ? button({}, () => location.reload(), this.#words.reload)
      : button({}, () => void this.#search('keep'), this.#words.retry);
    this.#clear(again);
  }

  /** Nothing is found, or nothing is asked for: what there is to say instead, and the ways on. */
  #clear(...notes: HTMLElement[]): void {
    keepFocus(this, this.#field, () => {
      for (const name of ['active', 'values', 'timeline', 'hits', 'more'])
        this.#part(name).replaceChildren();
      this.#part('notes').replaceChildren(...notes);
      for (const name of ['arrange', 'filters']) this.#part(name).hidden = true;
      this.#part('browse').hidden = false;
    });
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]')!;
    if (status.textContent !== text) status.textContent = text;
  }
}

customElements.define('archive-search', ArchiveSearch);
