import { copy } from './status.ts';

/** `<copy-text>` around a citation: adds a button that copies it. Without it the text can be selected. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset['copy'] ?? '';
    button.addEventListener('click', () => {
      const lines = [...this.querySelectorAll('p')].map((line) => line.textContent.trim());
      void copy(lines.join('\n'), this.dataset['copied'] ?? '');
    });
    this.append(button);
  }
}

customElements.define('copy-text', CopyText);
