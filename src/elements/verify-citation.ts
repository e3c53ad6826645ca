import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { answer, readAsked } from '../archive/asked.ts';
import type { QuoteId } from '../archive/model.ts';
import { href, quotePath } from '../archive/permalink.ts';
import type { Pointer } from '../archive/pointer.ts';
import type { PublishedEpisode } from '../archive/published.ts';
import { isIdentical, type DigestOf, type Verdict } from '../archive/verify.ts';
import { formatDay } from '../i18n/day.ts';
import type { Words } from '../i18n/index.ts';
import { findEpisode } from './find-episode.ts';
import { fillSentence, tellVerdict, type Part } from '../i18n/verdict.ts';

/** Not the browser's own SHA-256: that is missing on sites without https. */
const digestOf: DigestOf = (words) => bytesToHex(sha256(utf8ToBytes(words))).slice(0, 16);

interface Said {
  readonly verify: Words['verify'];
  readonly verdict: Words['verdict'];
  readonly added: string;
  readonly removed: string;
  readonly unknownSpeaker: string;
}

/**
 * `<verify-citation>` around its form: holds a citation against the twin of its episode, in this browser
 * alone. The address is the whole state: `?link=…&words=…` (or `&digest=…`) can be shared.
 */
class VerifyCitation extends HTMLElement {
  #run = 0;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const query = new URLSearchParams();
      for (const { name, value } of this.#fields) {
        if (value.trim() !== '') query.set(name, value);
      }
      history.pushState(null, '', `${location.pathname}?${query}`);
      void this.#verify(true);
    });
    addEventListener('popstate', () => void this.#verify(false));
    void this.#verify(false);
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #fields(): (HTMLInputElement | HTMLTextAreaElement)[] {
    return [...this.#form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name]')];
  }

  get #said(): Said {
    return JSON.parse(this.dataset['words'] ?? '{}') as Said;
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  async #verify(isTyped: boolean): Promise<void> {
    const run = ++this.#run;
    const given = new URLSearchParams(location.search);
    for (const field of this.#fields) field.value = given.get(field.name) ?? '';
    const { verify, verdict: sentences } = this.#said;
    const [link = '', words = '', digest = ''] = ['link', 'words', 'digest'].map(
      (name) => given.get(name) ?? '',
    );
    this.#show([]);
    if (`${link}${words}${digest}`.trim() === '' && !isTyped) return;
    const site = new URL(this.#base, location.href).href;
    const asked = readAsked({ link, words, digest }, site);
    const { pointer } = asked;
    if (!pointer) return this.#say(verify.needLink, 'ask');
    if (asked.words.length === 0 && asked.digest === undefined)
      return this.#say(verify.needWords, 'ask');

    this.#say(verify.working, 'ask');
    let episode: PublishedEpisode | undefined;
    try {
      episode = await findEpisode(pointer, this.#base);
    } catch {
      if (run === this.#run) this.#say(verify.failed, 'ask');
      return;
    }
    if (run !== this.#run) return;
    const foreign = this.#isForeign(pointer) ? pointer.foreign : undefined;
    const values = {
      id: { type: 'id', text: pointer.id },
      site: { type: 'text', text: foreign ?? '' },
    } as const;
    if (!episode) {
      const sentence = foreign === undefined ? sentences.unknown : verify.foreignUnknown;
      this.#show([fillSentence(sentence, values)], 'no');
      return;
    }
    this.#answer(
      episode,
      pointer,
      answer(episode, pointer, asked, digestOf),
      foreign === undefined ? [] : [fillSentence(verify.foreign, values)],
    );
  }

  /** A site may be read at another address than its own: a preview, a mirror. */
  #isForeign({ foreign }: Pointer): boolean {
    return (
      foreign !== undefined && foreign !== new URL(this.dataset['site'] ?? '/', location.href).host
    );
  }

  #answer(
    episode: PublishedEpisode,
    pointer: Pointer,
    verdict: Verdict,
    before: readonly Part[][],
  ): void {
    const { verify, verdict: sentences, unknownSpeaker } = this.#said;
    const told = tellVerdict(verdict, {
      words: sentences,
      unknownSpeaker,
      formatDay: formatDay(this.dataset['locale'] ?? 'en'),
    });
    const isKnown = verdict.type !== 'unknown-id';
    const address = (id: QuoteId): string => {
      const url = new URL(href(this.#base, quotePath(episode.key, id)), location.href);
      if (pointer.to !== undefined && id === pointer.id) url.searchParams.set('to', pointer.to);
      return url.href;
    };
    const more: Node[] = [];
    if ('pieces' in verdict && verdict.pieces.some(({ type }) => type !== 'same')) {
      const caption = element('figcaption', [
        verdict.type === 'earlier' ? verify.fromEarlier : verify.fromPublished,
        ' ',
        element('span', [verify.legend]),
      ]);
      const quote = element('blockquote', [element('p', this.#difference(verdict.pieces))]);
      quote.dir = 'auto';
      more.push(element('figure', [caption, quote]));
    }
    if (isKnown) {
      const link = element('a', [verify.goTo]);
      link.className = 'more';
      link.href = address(verdict.type === 'merged' ? verdict.into : verdict.id);
      const title = element('cite', [element('bdi', [episode.title ?? ''])]);
      more.push(element('p', episode.title === undefined ? [link] : [link, ' · ', title]));
    }
    const isNearly = verdict.type === 'different' && verdict.nearly;
    const sound = isIdentical(verdict)
      ? 'yes'
      : isNearly || (verdict.type !== 'different' && isKnown)
        ? 'partly'
        : 'no';
    this.#show([...before, ...told], sound, more, isKnown ? address : undefined);
  }

  #difference(pieces: readonly { type: string; text: string }[]): (Node | string)[] {
    const { added, removed } = this.#said;
    return pieces.map(({ type, text }) => {
      if (type === 'same') return text;
      const name = element('span', [`${type === 'removed' ? removed : added} `]);
      name.className = 'unseen';
      return element(type === 'removed' ? 'del' : 'ins', [name, text]);
    });
  }

  #say(text: string, sound: string): void {
    this.#show([[{ type: 'words', text }]], sound);
  }

  /** Sentences, with ids as links where there is an address for them, and what stands below. */
  #show(
    sentences: readonly (readonly Part[])[],
    sound = '',
    more: readonly Node[] = [],
    address?: (id: QuoteId) => string,
  ): void {
    const nodeOf = ({ type, text }: Part): Node | string => {
      if (type === 'words') return text;
      const inside = element('bdi', [text]);
      if (type !== 'id' || !address) return inside;
      const link = element('a', [inside]);
      link.href = address(text);
      return link;
    };
    const nodes = sentences.flatMap((parts, index) => [
      ...(index > 0 ? [' '] : []),
      ...parts.map(nodeOf),
    ]);
    const status = this.querySelector<HTMLElement>('[role="status"]')!;
    status.replaceChildren(...nodes);
    status.dataset['sound'] = sound;
    this.querySelector('.verdict-more')!.replaceChildren(...more);
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

customElements.define('verify-citation', VerifyCitation);
