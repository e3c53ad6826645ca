import { readId } from '../archive/pointer.ts';

/**
 * `<go-to-quote>` around a list of ids, or around the form and the list of all prefixes: goes on to the
 * permalink of the id that the address or the form names. Without it the id's row is lit, one click away.
 */
class GoToQuote extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(this.querySelector('input')?.value ?? '', (address) => location.assign(address));
    });
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const asked = location.hash.slice(1) || new URLSearchParams(location.search).get('id');
    const input = this.querySelector('input');
    if (asked === null || asked === 'main') return;
    if (input) input.value = asked;
    this.#go(asked, (address) => location.replace(address));
  }

  #go(typed: string, open: (address: string) => void): void {
    const id = readId(typed.replace(/^#/, ''));
    if (id === undefined) {
      this.#say(this.dataset['malformed'] ?? '');
      return;
    }
    const row = document.getElementById(id)?.querySelector('a');
    if (row) {
      open(row.href);
      return;
    }
    const all = this.dataset['all'] ?? '';
    const list = `${all}${id.slice(1, 3)}/`;
    if (location.pathname !== all) {
      // On the list where it would stand it does not stand; on another one it was misplaced.
      if (location.pathname === list)
        this.#say((this.dataset['unknown'] ?? '').replace('{id}', id));
      else open(`${all}#${id}`);
      return;
    }
    const hasList = [...this.querySelectorAll('a')].some((link) => link.pathname === list);
    if (hasList) open(`${list}#${id}`);
    else this.#say((this.dataset['unknown'] ?? '').replace('{id}', id));
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('go-to-quote', GoToQuote);
