/**
 * `<forward-address data-to="/episodes/tide-tables/">`: goes to where a recording stands now and takes along
 * what the address asks for, the quote behind the `#` above all. Without it the page's links lead there.
 */
class ForwardAddress extends HTMLElement {
  connectedCallback(): void {
    location.replace((this.dataset['to'] ?? '') + location.search + location.hash);
  }
}

customElements.define('forward-address', ForwardAddress);
