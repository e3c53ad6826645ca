import { isCharacter, isUnspaced, soughtWords } from '../folded.ts';
import type { SpokenWords } from './spoken-words.ts';

/** A term that stands in words: whose it is, and from which word to which (the last not counted in). */
export interface FoundTerm {
  readonly owner: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, Node>;
  /** Whose terms end here. */
  readonly owners: number[];
}

/**
 * Finds many terms in spoken words, all in one look: as whole words, in any case, with or without accents, and in
 * scripts without blanks wherever they stand. Whoever adds a term has a number, and may add several.
 *
 * const tree = new TermTree(words);
 * tree.add('tide tables', 7);
 * tree.find(words.in(episode, 0)) // => [{ owner: 7, start: 3, end: 5 }]
 */
export class TermTree {
  readonly #words: SpokenWords;
  /** By the number of their first word. Most words begin no term: an array says so fastest. */
  readonly #roots: (Node | undefined)[];
  #byCharacter: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(words: SpokenWords) {
    this.#words = words;
    this.#roots = new Array<Node | undefined>(words.texts.length).fill(undefined);
  }

  /** Adds a term; false when nobody says its words, or when it has none. */
  add(term: string, owner: number): boolean {
    const texts = soughtWords(term);
    const last = texts.at(-1);
    if (last === undefined) return false;
    const isOpen = isCharacter(last);
    const numbers = (isOpen ? texts.slice(0, -1) : texts).map((text) => this.#words.numberOf(text));
    let nodes: readonly Node[] | undefined;
    for (const number of numbers) {
      if (number === undefined) return false;
      nodes = [this.#nodeAfter(nodes?.[0], number)];
    }
    if (isOpen) {
      const [before] = nodes ?? [];
      nodes = this.#beginningWith(last, before === undefined).map((number) =>
        this.#nodeAfter(before, number),
      );
    }
    for (const { owners } of nodes ?? []) if (!owners.includes(owner)) owners.push(owner);
    return nodes !== undefined && nodes.length > 0;
  }

  /** Every place where a term stands: by where it starts, the shorter first. */
  find(numbers: Uint32Array): FoundTerm[] {
    const found: FoundTerm[] = [];
    for (let start = 0; start < numbers.length; start++) {
      let node = this.#roots[numbers[start]!];
      for (let end = start + 1; node; end++) {
        for (const owner of node.owners) found.push({ owner, start, end });
        node = end < numbers.length ? node.next.get(numbers[end]!) : undefined;
      }
    }
    return found;
  }

  #nodeAfter(before: Node | undefined, number: number): Node {
    const known = before ? before.next.get(number) : this.#roots[number];
    if (known) return known;
    const node: Node = { next: new Map(), owners: [] };
    if (before) before.next.set(number, node);
    else this.#roots[number] = node;
    return node;
  }

  /**
   * Words that a character stands first in: the last one of a term has a neighbour in a longer run. Alone it
   * must be the whole first character, with its marks.
   */
  #beginningWith(character: string, isAlone: boolean): readonly number[] {
    this.#byCharacter ??= this.#gatherByCharacter();
    const [point = ''] = character;
    const numbers = this.#byCharacter.get(point) ?? [];
    return numbers.filter((number) => {
      const text = this.#words.texts[number]!;
      return isAlone ? firstCharacter.exec(text)?.[0] === character : text.startsWith(character);
    });
  }

  #gatherByCharacter(): Map<string, number[]> {
    const byCharacter = new Map<string, number[]>();
    for (const [number, text] of this.#words.texts.entries()) {
      if (!isUnspaced(text)) continue;
      const [point = ''] = text;
      const known = byCharacter.get(point);
      if (known) known.push(number);
      else byCharacter.set(point, [number]);
    }
    return byCharacter;
  }
}

const firstCharacter = /^\P{M}\p{M}*/u;
