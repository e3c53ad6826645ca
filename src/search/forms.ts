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

/** Forms of a word at most: beyond, its stem is too short to mean anything. */
const mostForms = 24;

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
  for (const [language, words] of wordsByLanguage) {
    const stemmer = Object.hasOwn(stemmers, language)
      ? (await stemmers[language]!()).stemmer
      : undefined;
    if (!stemmer) continue;
    const byStem = new Map<string, string[]>();
    for (const word of words) {
      if (isUnspaced(word) || !/^\p{L}[\p{L}\p{M}]{2,}$/u.test(word)) continue;
      const stem = stemmer(word);
      const alike = byStem.get(stem);
      if (alike) alike.push(word);
      else byStem.set(stem, [word]);
    }
    for (const alike of byStem.values()) {
      if (alike.length < 2 || alike.length > mostForms) continue;
      for (const word of alike) {
        const known = forms.get(word) ?? new Set();
        for (const other of alike) if (other !== word) known.add(other);
        forms.set(word, known);
      }
    }
  }
  return new Map([...forms].map(([word, others]) => [word, [...others].sort()]));
}
