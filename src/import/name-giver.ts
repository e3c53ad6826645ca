import { normalizeLabel } from '../archive/label.ts';
import { slugOf } from '../archive/slug.ts';

/** Ids for names: the one that has it already, else a new one from its letters. */
export class NameGiver {
  /** New ids and the names they were given for. */
  readonly added = new Map<string, string>();
  readonly #known: Map<string, string>;
  readonly #taken: Set<string>;
  readonly #noun: string;
  readonly #seen = new Set<string>();

  /** `noun` is the id of a name that has no letter which could stand in one. */
  constructor(known: ReadonlyMap<string, string>, taken: ReadonlySet<string>, noun: string) {
    this.#known = new Map(known);
    this.#taken = new Set(taken);
    this.#noun = noun;
  }

  get found(): number {
    return this.#seen.size;
  }

  give(name: string): string {
    const plain = normalizeLabel(name);
    const known = this.#known.get(plain);
    const id = known ?? free(slugOf(plain) || this.#noun, this.#taken);
    if (known === undefined) {
      this.#known.set(plain, id);
      this.#taken.add(id);
      this.added.set(id, plain);
    }
    this.#seen.add(id);
    return id;
  }
}

/**
 * The first of `name`, `name-2`, `name-3` … that is not taken.
 *
 * free('tides', new Set(['tides'])) // => 'tides-2'
 */
export function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}
