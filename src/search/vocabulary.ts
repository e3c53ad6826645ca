import { distance } from 'fastest-levenshtein';
import { stemKey, stemOf } from './forms.ts';

/** A word of the archive, folded, and where it is said. */
export interface WordFacts {
  readonly word: string;
  /** How many records of the index have it. */
  readonly records: number;
  /** The parts of the index that have it, one bit for each. */
  readonly parts: number;
  /** Its other forms in this archive, by language: `copied` and `copies` for `copy`. Sorted. */
  readonly forms: readonly string[];
}

/** All words that are said in an archive, to be asked one by one. */
export interface Vocabulary {
  /** How many records the index has in all. */
  readonly records: number;
  lookUp(word: string): Promise<WordFacts | undefined>;
  /** Words of this archive that are forms of a word which nobody says. */
  kinOf(word: string): Promise<WordFacts[]>;
  /** The words with this beginning, in order. */
  beginningWith(beginning: string): Promise<WordFacts[]>;
  /** Words that somebody may have meant who typed this one, the likeliest first; few. */
  near(word: string): Promise<string[]>;
}

/** Where the words lie: in pages, sorted, and what each page begins with. */
export interface VocabularyFacts {
  readonly records: number;
  /** Without region; their rules tell which words are forms of one. */
  readonly languages: readonly string[];
  /** The first word of each page. */
  readonly pages: readonly string[];
}

/** Words on one page: a few kilobytes when compressed. */
const wordsPerPage = 600;

/**
 * The words in pages, to be published: `[facts, pages]`. A page has a line for each word: the word, its records,
 * its parts and its forms, parted by tabs.
 */
export function serializeVocabulary(
  words: readonly WordFacts[],
  about: Omit<VocabularyFacts, 'pages'>,
): { facts: VocabularyFacts; pages: string[] } {
  const sorted = [...words].sort((a, b) => (a.word < b.word ? -1 : 1));
  const pages: string[] = [];
  const firsts: string[] = [];
  for (let at = 0; at < sorted.length; at += wordsPerPage) {
    const page = sorted.slice(at, at + wordsPerPage);
    firsts.push(page[0]!.word);
    pages.push(page.map(serializeWord).join('\n'));
  }
  return { facts: { ...about, pages: firsts }, pages };
}

function serializeWord({ word, records, parts, forms }: WordFacts): string {
  const fields = [word, String(records), String(parts), ...forms];
  // Most words have one part, and no other form.
  if (forms.length === 0 && parts === 1) fields.length = records === 1 ? 1 : 2;
  return fields.join('\t');
}

function parsePage(text: string): WordFacts[] {
  return text.split('\n').map((line) => {
    const [word = '', records = '1', parts = '1', ...forms] = line.split('\t');
    return { word, records: Number(records), parts: Number(parts), forms };
  });
}

/** The vocabulary behind published pages, each fetched once, when it is needed. */
export function openVocabulary(
  { records, languages, pages: firsts }: VocabularyFacts,
  load: (page: number) => Promise<string>,
): Vocabulary {
  const pages = new Map<number, Promise<readonly WordFacts[]>>();
  const pageAt = (number: number): Promise<readonly WordFacts[]> => {
    const known = pages.get(number) ?? load(number).then(parsePage);
    pages.set(number, known);
    known.catch(() => pages.delete(number));
    return known;
  };
  /** The page on which a word stands, if it stands anywhere. */
  const placeOf = (word: string): number => {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle]! <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const lookUp = async (word: string): Promise<WordFacts | undefined> => {
    if (firsts.length === 0) return undefined;
    return (await pageAt(placeOf(word))).find((facts) => facts.word === word);
  };
  return {
    records,
    lookUp,
    kinOf: async (word) => {
      const kin = new Set<string>();
      for (const language of languages) {
        const stem = await stemOf(word, language);
        if (stem === undefined) continue;
        const known = (await lookUp(stemKey(language, stem))) ?? (await lookUp(stem));
        // A stem that is a word may be one of another language, and then of another family.
        if (known && known.records > 0 && (await stemOf(known.word, language)) === stem)
          kin.add(known.word);
        for (const form of known?.forms ?? [])
          if ((await stemOf(form, language)) === stem) kin.add(form);
      }
      const found = await Promise.all([...kin].sort().map(lookUp));
      return found.filter((facts) => facts !== undefined);
    },
    beginningWith: async (beginning) => {
      const found: WordFacts[] = [];
      for (let page = placeOf(beginning); page < firsts.length; page++) {
        if (page > placeOf(beginning) && !firsts[page]!.startsWith(beginning)) break;
        const words = await pageAt(page);
        found.push(...words.filter(({ word }) => word.startsWith(beginning)));
      }
      return found;
    },
    near: async (word) => {
      if (firsts.length === 0) return [];
      const place = placeOf(word);
      const around = [place - 1, place, place + 1].filter(
        (page) => page >= 0 && page < firsts.length,
      );
      const words = (await Promise.all(around.map(pageAt))).flat().filter(({ parts }) => parts > 0);
      return nearest(word, words);
    },
  };
}

const mostNear = 3;

/** The words a slip of the finger away: one letter in short words, two in long ones; often said comes first. */
function nearest(word: string, words: readonly WordFacts[]): string[] {
  const allowed = word.length < 3 ? 0 : word.length < 8 ? 1 : 2;
  return words
    .map((facts) => ({ ...facts, away: facts.word === word ? 99 : slips(word, facts.word) }))
    .filter(({ away }) => away <= allowed)
    .sort((a, b) => a.away - b.away || b.records - a.records || (a.word < b.word ? -1 : 1))
    .slice(0, mostNear)
    .map((facts) => facts.word);
}

/** Letters exchanged with their neighbour are one slip, not two. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 99;
  const plain = distance(one, other);
  if (plain !== 2 || one.length !== other.length) return plain;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return swapped && one.slice(at + 2) === other.slice(at + 2) ? 1 : plain;
}
