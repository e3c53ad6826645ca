import { isCharacter, isUnspaced } from '../archive/folded.ts';
import type { Query, Term } from './query.ts';
import type { Vocabulary, WordFacts } from './vocabulary.ts';

/** A term, and the words of the archive that meet it. */
export interface MeantTerm extends Term {
  /** The forms of a word, itself among them, and the parts that have each. Absent for phrases and beginnings. */
  readonly forms?: ReadonlyMap<string, number>;
  /** The words that begin like a beginning, or like the character at the end of a phrase; and their parts. */
  readonly extensions?: ReadonlyMap<string, number>;
  /** Of each of its words: how many records have it. */
  readonly counts: readonly number[];
  /** Of the rarest word that it needs: how many records may have it at most. */
  readonly records: number;
  /** The parts of the index in which it may be found. */
  readonly parts: number;
}

/** What a query means in this archive. */
export interface Meaning {
  readonly terms: readonly MeantTerm[];
  readonly without: readonly MeantTerm[];
  /** Words that nearly every record has; the quotes found may or may not hold them. */
  readonly leftOut: readonly Term[];
  /** Terms with a word that nobody says, so that nothing can be found. */
  readonly unknown: readonly Term[];
  /** Words that nobody says, taken as the beginning of others. */
  readonly begun: readonly Term[];
}

/** The share of all records from which on a word is left out of a query that has others. */
const commonShare = 0.4;
/** In a smaller archive every word is looked for: nothing of it is large. */
const commonFrom = 1000;
/** Of a query that has common words alone, the rarest are looked for. */
const keptAtLeast = 2;

/**
 * What a query means: which words of the archive meet each term, and which terms are not asked for. A word
 * stands for all its forms; one that nobody says stands for the words that begin with it. Words that nearly
 * everybody says are left out where others are there to tell quotes apart; in quotation marks they stay.
 */
export async function interpret(query: Query, vocabulary: Vocabulary): Promise<Meaning> {
  const asked = await Promise.all(query.terms.map((term) => meanTerm(term, vocabulary)));
  const without = await Promise.all(query.without.map((term) => meanTerm(term, vocabulary)));
  const common = asked
    .filter(({ kind, records }) => kind === 'word' && isCommon(records, vocabulary.records))
    .sort((a, b) => a.records - b.records);
  const others = asked.length - common.length;
  const leftOut = new Set(common.slice(Math.max(0, others === 0 ? keptAtLeast : 0)));
  const terms = asked.filter((term) => !leftOut.has(term));
  return {
    terms,
    without: without.filter(({ parts }) => parts !== 0),
    leftOut: query.terms.filter((_, index) => leftOut.has(asked[index]!)),
    unknown: query.terms.filter((_, index) => asked[index]!.records === 0),
    begun: query.terms.filter(
      ({ kind }, index) =>
        kind === 'word' && asked[index]!.kind === 'beginning' && asked[index]!.records > 0,
    ),
  };
}

/** Whether a word of so many records says nothing about a quote. */
const isCommon = (records: number, all: number): boolean =>
  records >= commonFrom && records > all * commonShare;

async function meanTerm(term: Term, vocabulary: Vocabulary): Promise<MeantTerm> {
  const [first = ''] = term.words;
  if (term.kind === 'beginning') return meanBeginning(term, vocabulary);
  if (term.kind === 'phrase') return meanPhrase(term, vocabulary);
  const known = await vocabulary.lookUp(first);
  const kin = known
    ? await Promise.all(known.forms.map((form) => vocabulary.lookUp(form)))
    : await vocabulary.kinOf(first);
  const forms = [known, ...kin].filter((form) => form !== undefined);
  if (forms.length === 0) return meanBeginning({ ...term, kind: 'beginning' }, vocabulary);
  const records = known?.records ?? Math.max(...forms.map((form) => form.records));
  return {
    ...term,
    forms: partsOfEach(forms),
    counts: [records],
    records,
    parts: sumOf(forms).parts,
  };
}

async function meanPhrase(term: Term, vocabulary: Vocabulary): Promise<MeantTerm> {
  const last = term.words.at(-1) ?? '';
  const begun = isCharacter(last) ? await vocabulary.beginningWith(last) : undefined;
  const facts = await Promise.all(
    term.words.map(async (word, index) =>
      begun && index === term.words.length - 1
        ? sumOf(begun)
        : ((await vocabulary.lookUp(word)) ?? nowhere),
    ),
  );
  const counts = facts.map(({ records }) => records);
  return {
    ...term,
    ...(begun && { extensions: partsOfEach(begun) }),
    counts,
    records: Math.min(...counts),
    parts: facts.reduce((all, { parts }) => all & parts, ~0),
  };
}

async function meanBeginning(term: Term, vocabulary: Vocabulary): Promise<MeantTerm> {
  const [first = ''] = term.words;
  // One letter begins too much; one Han character is a word.
  const isEnough = isUnspaced(first) || [...first].length > 1;
  const begun = isEnough ? await vocabulary.beginningWith(first) : [];
  const { records, parts } = sumOf(begun);
  return { ...term, extensions: partsOfEach(begun), counts: [records], records, parts };
}

const partsOfEach = (words: readonly WordFacts[]): Map<string, number> =>
  new Map(words.map(({ word, parts }) => [word, parts]));

type Extent = Pick<WordFacts, 'records' | 'parts'>;

const nowhere: Extent = { records: 0, parts: 0 };

/** Of several words together: how many records have one of them at most, and in which parts. */
const sumOf = (words: readonly WordFacts[]): Extent =>
  words.reduce(
    (sum, word) => ({ records: sum.records + word.records, parts: sum.parts | word.parts }),
    nowhere,
  );
