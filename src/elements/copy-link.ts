/**
 * `<copy-link>` around a transcript: following a permalink in it copies the address too, and says so.
 * Without it the permalinks are links all the same.
 */
class CopyLink extends HTMLElement {
  #status: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const anchor = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const address = new URL(anchor.getAttribute('href') ?? '', location.href.split('#')[0]);
      void this.#copy(address.href);
    });
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.#say(this.dataset['copied'] ?? '');
    } catch {
      // No clipboard here: the address bar has the link.
    }
  }

  #say(text: string): void {
    if (!this.#status) {
      this.#status = document.createElement('p');
      this.#status.className = 'status';
      this.#status.setAttribute('role', 'status');
      document.body.append(this.#status);
    }
    const status = this.#status;
    status.textContent = text;
    setTimeout(() => (status.textContent = ''), 2500);
  }
}

customElements.define('copy-link', CopyLink);
