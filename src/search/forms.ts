import { isUnspaced } from '../archive/folded.ts';

/** What is left of a word without its endings. */
type Stem = (word: string) => string;

/** The languages whose words are brought together by Snowball’s rules; elsewhere each word is a form of its own. */
const stemmers: Readonly<Record<string, () => Promise<{ stemmer: Stem }>>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  ga: () => import('@orama/stemmers/irish'),
  hu: () => import('@orama/stemmers/hungarian'),
  hy: () => import('@orama/stemmers/armenian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  nb: () => import('@orama/stemmers/norwegian'),
  ne: () => import('@orama/stemmers/nepali'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sr: () => import('@orama/stemmers/serbian'),
  sv: () => import('@orama/stemmers/swedish'),
  ta: () => import('@orama/stemmers/tamil'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

/** The rules for the words of a language, without region; undefined where there are none. */
export async function stemmerOf(language: string): Promise<Stem | undefined> {
  if (!Object.hasOwn(stemmers, language)) return undefined;
  return (await stemmers[language]!()).stemmer;
}

/** Forms of a word at most: beyond, its stem is too short to mean anything. */
const mostForms = 24;

/** Words that share a stem in a language. */
interface Family {
  readonly language: string;
  readonly stem: string;
  readonly words: readonly string[];
}

/** What has a stem: a word of letters, in a script with blanks, long enough to have an ending. */
const inflected = /^\p{L}[\p{L}\p{M}]{2,}$/u;

async function* familiesOf(
  wordsByLanguage: ReadonlyMap<string, ReadonlySet<string>>,
): AsyncGenerator<Family> {
  for (const [language, words] of wordsByLanguage) {
    const stemmer = await stemmerOf(language);
    if (!stemmer) continue;
    const byStem = new Map<string, string[]>();
    for (const word of words) {
      if (isUnspaced(word) || !inflected.test(word)) continue;
      const stem = stemmer(word);
      const alike = byStem.get(stem);
      if (alike) alike.push(word);
      else byStem.set(stem, [word]);
    }
    for (const [stem, alike] of byStem)
      if (alike.length <= mostForms) yield { language, stem, words: alike };
  }
}

/**
 * The other forms of each word that has some, by language: words of a language with one stem. A word that two
 * languages have gets the forms of both. Takes the words by language, without region: `en`, not `en-GB`.
 *
 * (await formsOf(new Map([['en', new Set(['tide', 'tides'])]]))).get('tide') // => ['tides']
 */
export async function formsOf(
  wordsByLanguage: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, string[]>> {
  const forms = new Map<string, Set<string>>();
  for await (const { words } of familiesOf(wordsByLanguage)) {
    if (words.length < 2) continue;
    for (const word of words) {
      const known = forms.get(word) ?? new Set();
      for (const other of words) if (other !== word) known.add(other);
      forms.set(word, known);
    }
  }
  return new Map([...forms].map(([word, others]) => [word, [...others].sort()]));
}

/**
 * The words of each stem that is none of them, by `stemKey`: so a form that nobody says leads to those that
 * somebody does.
 *
 * (await stemsOf(new Map([['en', new Set(['copied'])]]))).get('~en:copi') // => ['copied']
 */
export async function stemsOf(
  wordsByLanguage: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, string[]>> {
  const stems = new Map<string, string[]>();
  for await (const { language, stem, words } of familiesOf(wordsByLanguage)) {
    if (!words.includes(stem)) stems.set(stemKey(language, stem), [...words].sort());
  }
  return stems;
}

/** A stem as the vocabulary has it among the words; no folded word begins so. */
export const stemKey = (language: string, stem: string): string => `~${language}:${stem}`;

/** The stem of a word that may have others; undefined in languages without rules. */
export async function stemOf(word: string, language: string): Promise<string | undefined> {
  if (isUnspaced(word) || !inflected.test(word)) return undefined;
  return (await stemmerOf(language))?.(word);
}
