import { type Counted, OtherTrends, TrendData, type Uncounted } from '../trends/data.ts';
import { trendAddress } from '../trends/address.ts';
import type { TrendFacts } from '../trends/facts.ts';
import { figure } from '../trends/figure.ts';
import { findForms } from '../trends/forms.ts';
import { formsNote, uncountedNote } from '../trends/notes.ts';
import { drawTrends, type Picture } from '../trends/picture.ts';
import {
  type Item,
  keyOf,
  parseItems,
  parseTrendQuery,
  serializeItems,
  serializeTrendQuery,
  type TrendQuery,
  withItems,
} from '../trends/query.ts';
import { fillIn, isolate, type TrendTexts, Writing } from '../trends/writing.ts';
import { href } from '../archive/permalink.ts';
import { button, make } from './dom.ts';
import { grow } from './tree.ts';

/**
 * `<trend-chart>` around the form of the trends: counts what is asked for and draws it. The address is the whole
 * state: it can be shared, and the browser's buttons work. Without scripts the page shows a comparison that was
 * made with it.
 */
class TrendChart extends HTMLElement {
  #facts!: TrendFacts;
  #writing!: Writing;
  #data!: TrendData;
  #query: TrendQuery = { items: [] };
  #run = 0;

  connectedCallback(): void {
    this.#facts = JSON.parse(this.dataset['facts']!) as TrendFacts;
    this.#writing = new Writing(JSON.parse(this.dataset['texts']!) as TrendTexts);
    this.#data = new TrendData(this.#facts, load);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(this.#asked());
    });
    for (const select of this.#form.querySelectorAll('select'))
      select.addEventListener('change', () => this.#go(this.#asked()));
    this.addEventListener('click', (event) => this.#follow(event));
    addEventListener('popstate', () => void this.#open());
    this.#part('add').hidden = false;
    void this.#open();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  #control(name: string): HTMLInputElement | HTMLSelectElement {
    return this.querySelector(`[name="${name}"]`)!;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`)!;
  }

  /** What the form says. */
  #asked(): TrendQuery {
    const given = new URLSearchParams();
    for (const name of ['q', 'from', 'to']) given.set(name, this.#control(name).value);
    return parseTrendQuery(given);
  }

  /** A link to another comparison needs no other page. */
  #follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    const isRemoved = link.classList.contains('remove');
    this.#go(parseTrendQuery(new URLSearchParams(link.search)));
    // The link is gone with its line.
    if (isRemoved) this.#control('q').focus();
  }

  #go(query: TrendQuery): void {
    const address = location.pathname + serializeTrendQuery(query);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    void this.#open();
  }

  /** Shows what the address says. */
  async #open(): Promise<void> {
    const run = ++this.#run;
    const given = new URLSearchParams(location.search);
    this.#query = parseTrendQuery(given);
    this.#fillForm(given.get('q') ?? '');
    this.#clear();
    if (this.#query.items.length === 0) {
      const isAsked = (given.get('q') ?? '').trim() !== '';
      this.#say(isAsked ? this.#words.notUnderstood : '');
      return;
    }
    this.#say(this.#words.loading);
    try {
      const found = await this.#data.findAll(this.#query.items);
      if (run !== this.#run) return;
      this.#show(found);
      await this.#offerForms(
        found.map(({ item }) => item),
        run,
      );
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #fillForm(typed: string): void {
    const { items, from = '', to = '' } = this.#query;
    this.#control('q').value = items.length > 0 ? serializeItems(items) : typed.trim();
    for (const [name, date] of Object.entries({ from, to })) {
      const period = this.#facts.periods.find(
        (one) => one.from.slice(0, date.length) <= date && date <= one.to.slice(0, date.length),
      );
      const value =
        period && (period.name.length === 4 ? period.name : period[name as 'from' | 'to']);
      this.#control(name).value = date === '' ? '' : (value ?? '');
    }
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-add]')) {
      const [item] = parseItems(link.dataset['add']!);
      const known = items.some((one) => item && keyOf(one) === keyOf(item));
      link.parentElement!.hidden = known;
      if (item) link.href = this.#link({ ...this.#query, items: withItems(items, [item]) });
    }
  }

  #link(query: TrendQuery): string {
    return href(this.#writing.texts.base, trendAddress(query));
  }

  #show(found: readonly (Counted | Uncounted)[]): void {
    const words = this.#words;
    const counted = found.filter((one) => 'counts' in one);
    const picture = drawTrends(counted, this.#facts.periods, this.#query);
    const notes: Element[] = found
      .filter((one) => 'reason' in one)
      .map((one) => grow(uncountedNote(one, this.#facts.phrases.least, this.#writing)));
    if (picture.leftOut.length > 0)
      notes.push(make('p', {}, fillIn(words.tooMany, { names: this.#list(picture.leftOut) })));
    // Names that were typed are ids now, and can be taken away one by one.
    const query = { ...this.#query, items: found.map(({ item }) => item) };
    if (counted.length === 0) this.#say(words.nothing);
    else if (picture.periods.length === 0) {
      const { from = '', to = '' } = this.#query;
      this.#say(fillIn(words.outside, { from: from || words.beginning, to: to || words.end }));
      notes.push(make('a', { href: this.#link({ items: this.#query.items }) }, words.allTime));
    } else {
      const parts = figure(picture, { writing: this.#writing, id: 'shown', query });
      this.#part('answer').replaceChildren(
        ...parts.map((part) => grow(part)),
        // On paper the address of the page alone would not say what was compared.
        make('p', { class: 'printed' }, location.href),
      );
      this.#sayShown(picture);
    }
    this.#part('notes').replaceChildren(...notes);
  }

  /** Of each word its other forms, for who did not mean this one alone. Without an index there are none to offer. */
  async #offerForms(items: readonly Item[], run: number): Promise<void> {
    const said = items.flatMap((item) => (item.kind === 'said' ? [item.words] : []));
    const words = said.flatMap(([word, ...more]) => (word && more.length === 0 ? [word] : []));
    const index = href(this.#writing.texts.base, '/pagefind/');
    const found = await findForms(words, (file) => load(index + file)).catch(() => []);
    if (run !== this.#run) return;
    const query = { ...this.#query, items };
    const notes = found.map(([word, forms]) => grow(formsNote(word, forms, query, this.#writing)));
    this.#part('forms').replaceChildren(...notes);
  }

  #sayShown({ periods, lines }: Picture): void {
    const { full } = this.#writing.periods;
    const names = this.#list(lines.map(({ name }) => name));
    const from = full(periods[0]!.name);
    this.#say(fillIn(this.#words.done, { names, from, to: full(periods.at(-1)!.name) }));
  }

  #list(names: readonly string[]): string {
    return this.#writing.list(names.map(isolate));
  }

  get #words(): TrendTexts['words'] {
    return this.#writing.texts.words;
  }

  #fail(error: unknown): void {
    const words = this.#words;
    const isOther = error instanceof OtherTrends;
    this.#say(isOther ? words.otherVersion : words.failed);
    const again = isOther
      ? button({}, () => location.reload(), words.reload)
      : button({}, () => void this.#open(), words.retry);
    this.#part('notes').replaceChildren(again);
    const ready = this.querySelector<HTMLElement>('[data-part="ready"]');
    if (ready) ready.hidden = false;
  }

  /** Nothing is shown but what stood there first, when nothing is asked for. */
  #clear(): void {
    this.#part('examples').hidden = this.#query.items.length > 0;
    this.#part('notes').replaceChildren();
    this.#part('answer').replaceChildren();
    this.#part('forms').replaceChildren();
    const ready = this.querySelector<HTMLElement>('[data-part="ready"]');
    if (ready) ready.hidden = this.#query.items.length > 0;
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]')!;
    if (status.textContent !== text) status.textContent = text;
  }
}

/** Throws `OtherTrends` where a file is gone: every publication has files of its own. */
async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.status === 404) throw new OtherTrends(address);
  if (!response.ok)
    throw new Error(`Unexpected answer ${response.status} of ${address}, expected a file`);
  return response.text();
}

customElements.define('trend-chart', TrendChart);
