import { foldedWords, isCharacter, isUnspaced, soughtWords } from '../folded.ts';
import type { Entry, Quote, Speaker, SpeakerFacts, SpeakerId } from '../model.ts';
import type { Problem } from '../problem.ts';
import { plainText } from '../quote.ts';
import type { FoundTerm, TermTree } from './term-tree.ts';

/** A name in the tree; without a speaker when several have it. */
interface Name {
  readonly speaker?: SpeakerId;
  /** The name with ’s: folded it could be another name that ends in s. */
  readonly isPossessive: boolean;
}

/**
 * The names by which people are mentioned: a speaker’s name and aliases of two words or more (of two characters or
 * more in scripts without blanks), and what `mentionedAs` lists. A name that two speakers share means neither,
 * and a name inside a longer one is not meant: “Jo Field” in “Jo Field Smith”.
 */
export class NameTerms {
  readonly #names: Name[] = [];
  readonly #firstOwner: number;

  /** Adds them to a tree, with numbers from `firstOwner` on. */
  constructor(speakers: readonly Speaker[], tree: TermTree, firstOwner: number) {
    this.#firstOwner = firstOwner;
    for (const { text, speakers: owners } of spellings(speakers)) {
      const [speaker] = owners;
      const whose = owners.size === 1 && speaker !== undefined ? { speaker } : {};
      this.#add(tree, text, { ...whose, isPossessive: false });
      this.#add(tree, `${text}’s`, { ...whose, isPossessive: true });
    }
  }

  #add(tree: TermTree, text: string, name: Name): void {
    if (tree.add(text, this.#firstOwner + this.#names.length)) this.#names.push(name);
  }

  /** Whom a quote names, given what was found in it: each once. */
  named(quote: Quote, found: readonly FoundTerm[]): SpeakerId[] {
    const all = found.flatMap(({ owner, start, end }) => {
      const name = this.#names[owner - this.#firstOwner];
      return name ? [{ ...name, start, end }] : [];
    });
    if (all.length === 0) return [];
    const meant = all.some(({ isPossessive }) => isPossessive)
      ? withPossessives(all, plainText(quote.content))
      : all;
    return [
      ...new Set(
        meant
          .filter((name) => !meant.some((other) => isInside(name, other)))
          .flatMap(({ speaker }) => speaker ?? []),
      ),
    ];
  }
}

interface FoundName extends Name {
  readonly start: number;
  readonly end: number;
}

const isSamePlace = (name: FoundName, other: FoundName): boolean =>
  name.start === other.start && name.end === other.end;

const isInside = (name: FoundName, other: FoundName): boolean =>
  other.start <= name.start &&
  other.end >= name.end &&
  other.end - other.start > name.end - name.start;

/** “Field’s” and “Fields” are one folded word: what is written decides which of the names is there. */
function withPossessives(names: readonly FoundName[], text: string): FoundName[] {
  const words = foldedWords(text);
  const isWritten = ({ end }: FoundName): boolean => {
    const last = words[end - 1]!;
    return /['’ʼ]s$/iu.test(text.slice(last.start, last.end));
  };
  const possessives = names.filter((name) => name.isPossessive && isWritten(name));
  return [
    ...possessives,
    ...names.filter(
      (name) => !name.isPossessive && !possessives.some((other) => isSamePlace(name, other)),
    ),
  ];
}

interface Spelling {
  readonly text: string;
  readonly speakers: Set<SpeakerId>;
}

function spellings(speakers: readonly Speaker[]): Iterable<Spelling> {
  const byWords = new Map<string, Spelling>();
  for (const { id, facts } of speakers) {
    for (const text of mentionNames(facts)) {
      const key = mentionKey(text);
      const known = byWords.get(key) ?? { text, speakers: new Set() };
      byWords.set(key, known);
      known.speakers.add(id);
    }
  }
  return byWords.values();
}

/** The names by which others’ words mention somebody. */
const mentionNames = ({ name, aliases, mentionedAs }: SpeakerFacts): string[] => [
  ...[name, ...aliases].filter(isWhole),
  ...mentionedAs,
];

/** What two names share that cannot be told apart in words. */
const mentionKey = (name: string): string => soughtWords(name).join(' ');

/** Warnings about names in `mentionedAs` that mean nobody, since somebody else has them, too. */
export function findMentionProblems(speakers: readonly Entry<SpeakerFacts>[]): Problem[] {
  const owners = Map.groupBy(
    speakers.flatMap((entry) => mentionNames(entry.facts).map((name) => ({ name, entry }))),
    ({ name }) => mentionKey(name),
  );
  return speakers.flatMap((entry) =>
    entry.facts.mentionedAs.flatMap((name, index): Problem[] => {
      const other = owners.get(mentionKey(name))?.find((owner) => owner.entry !== entry);
      if (!other) return [];
      const place = entry.places.get(`mentionedAs.${index}`);
      return [
        {
          rule: 'mention-shared',
          severity: 'warning',
          file: entry.file,
          ...(place && { place }),
          message: `Unexpected name \`${name}\` for \`mentionedAs\`, expected one that no other speaker has: \`${other.entry.file}\` has it too`,
          mend: 'Take it out of one of the two files. Until then it counts as a mention of neither.',
        },
      ];
    }),
  );
}

/** Whether a name is enough to know somebody by: two words, not both initials, or two characters. */
const isWhole = (name: string): boolean => {
  const words = name.split(/\s+/).filter((word) => letter.test(word));
  return (
    (words.length > 1 && words.some((word) => twoLetters.test(word))) ||
    foldedWords(name).some(({ word }) => isUnspaced(word) && !isCharacter(word))
  );
};

const letter = /[\p{L}\p{N}]/u;
const twoLetters = /[\p{L}\p{N}]\p{M}*[\p{L}\p{N}]/u;
