import { distance } from 'fastest-levenshtein';
import type { Entry, SpeakerFacts, SpeakerId } from './model.ts';
import type { Problem } from './problem.ts';
import { normalizeLabel } from './label.ts';

/**
 * A name without case, accents, hyphens, apostrophes, points and blanks: what two spellings of it share.
 *
 * foldName('Zoé O’Neill-Smith') // => 'zoeoneillsmith'
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{Z}\s]/gu, '')
    .toLowerCase();

/** Names shorter than this differ by one letter too easily: Ann, Anna, Jan. */
const shortestForOneLetter = 6;

/** The name itself and the name with each single letter left out: two names one letter apart share one. */
function* neighbourhood(folded: string): Generator<string> {
  yield folded;
  if (folded.length < shortestForOneLetter) return;
  for (let index = 0; index < folded.length; index++) {
    yield folded.slice(0, index) + folded.slice(index + 1);
  }
}

/** What names share that differ by a letter, or by the order of their words: `Field, Jo` and `Jo Field`. */
function* likenesses(name: string): Generator<string> {
  yield* neighbourhood(foldName(name));
  const words = name.split(/[\s,]+/u).map(foldName);
  if (words.length > 1) yield `~${words.sort().join(' ')}`;
}

/** Slips of so many letters may still be meant for a name. */
const furthest = 2;

interface Known {
  readonly id: SpeakerId;
  readonly name: string;
}

/** The names and aliases of all speakers, to be asked whom a label means. */
export class NameRegister {
  readonly #exact = new Map<string, Set<SpeakerId>>();
  readonly #near = new Map<string, Known[]>();
  readonly #distinct = new Map<SpeakerId, Set<string>>();

  constructor(speakers: readonly Entry<SpeakerFacts>[]) {
    for (const { id, facts } of speakers) {
      this.#distinct.set(id, new Set(facts.distinctFrom.map(normalizeLabel)));
      for (const name of [facts.name, ...facts.aliases].map(normalizeLabel)) {
        const ids = this.#exact.get(name) ?? new Set();
        this.#exact.set(name, ids.add(id));
        for (const key of likenesses(name)) {
          const known = this.#near.get(key);
          if (known) known.push({ id, name });
          else this.#near.set(key, [{ id, name }]);
        }
      }
    }
  }

  /** The speakers with exactly this name or alias; more than one when it is ambiguous. */
  find(label: string): SpeakerId[] {
    return [...(this.#exact.get(normalizeLabel(label)) ?? [])];
  }

  /**
   * A name that differs from the label by case, accent, hyphen, apostrophe or one letter and is not said
   * to be somebody else's, with its speaker.
   */
  findNear(label: string): Known | undefined {
    const plain = normalizeLabel(label);
    for (const key of likenesses(plain)) {
      if (key === '') continue;
      for (const known of this.#near.get(key) ?? []) {
        if (known.name === plain || this.#distinct.get(known.id)?.has(plain)) continue;
        if (Math.abs(foldName(known.name).length - foldName(plain).length) <= 1) return known;
      }
    }
    return undefined;
  }

  /**
   * The one speaker whom a label without a file may mean: it is the first or the last word of the name, or
   * the name but for two letters. Undefined where there are several, or none.
   */
  guess(label: string): Known | undefined {
    const plain = normalizeLabel(label);
    const folded = foldName(plain);
    const near = new Map<SpeakerId, Known>();
    for (const [name, ids] of this.#exact) {
      const [id] = ids;
      if (id === undefined || ids.size > 1 || this.#distinct.get(id)?.has(plain)) continue;
      const words = name.split(/[\s,]+/u);
      const isPart = [words[0], words.at(-1)].some((word) => foldName(word ?? '') === folded);
      const other = foldName(name);
      const isSlip =
        folded.length >= shortestForOneLetter &&
        Math.abs(other.length - folded.length) <= furthest &&
        distance(other, folded) <= furthest;
      if ((isPart || isSlip) && folded !== '') near.set(id, { id, name });
    }
    const [only] = near.values();
    return near.size === 1 ? only : undefined;
  }

  /** The people that a label such as `Jo Field and Ann Reed` joins, when each has a file. */
  findSeveral(label: string): SpeakerId[] | undefined {
    const names = normalizeLabel(label).split(
      /\s*(?:[,&/+،、]|\b(?:and|und|et|y)\b|\sو\s?|和|與|与)\s*/u,
    );
    if (names.length < 2) return undefined;
    const found = names.map((name) => this.find(name));
    return found.every((ids) => ids.length > 0) ? found.flat() : undefined;
  }
}

/** Warnings about speakers that share a name, or whose names look alike and are not said to be distinct. */
export function findNameProblems(speakers: readonly Entry<SpeakerFacts>[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Entry<SpeakerFacts>>();
  const near = new Map<string, { entry: Entry<SpeakerFacts>; name: string }[]>();
  for (const entry of [...speakers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const names = [entry.facts.name, ...entry.facts.aliases].map(normalizeLabel);
    const told = new Set<string>();
    names.forEach((name, index) => {
      const field = index === 0 ? 'name' : `aliases.${index - 1}`;
      const place = entry.places.get(field) ?? entry.places.get('name');
      const owner = owners.get(name);
      if (owner && owner !== entry) {
        problems.push({
          rule: 'name-shared',
          severity: 'warning',
          file: entry.file,
          ...(place && { place }),
          message: `Unexpected name \`${name}\`, expected one that no other speaker has: \`${owner.file}\` has it too`,
          mend: `Take it out of one of the two files. Until then a transcript that uses it as a label needs \`speakers: { "${name}": ${entry.id} }\`.`,
        });
      } else owners.set(name, entry);
      for (const key of likenesses(name)) {
        const others = near.get(key) ?? [];
        for (const other of others) {
          if (other.entry === entry || other.name === name || told.has(other.entry.id)) continue;
          if (isSettled(entry, other.name) || isSettled(other.entry, name)) continue;
          told.add(other.entry.id);
          problems.push({
            rule: 'name-alike',
            severity: 'warning',
            file: entry.file,
            ...(place && { place }),
            message: `Unexpected name \`${name}\`, expected one that differs by more than a letter from \`${other.name}\` in \`${other.entry.file}\``,
            mend: `The same person? Keep one file and add \`aliases: ["${name}"]\` to it. Two people? Add \`distinctFrom: ["${other.name}"]\` to \`${entry.file}\`.`,
          });
        }
        others.push({ entry, name });
        near.set(key, others);
      }
    });
  }
  return problems;
}

const isSettled = (entry: Entry<SpeakerFacts>, name: string): boolean =>
  entry.facts.distinctFrom.some((other) => normalizeLabel(other) === name);
