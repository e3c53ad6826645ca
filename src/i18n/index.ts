import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The words of the interface. A language that lacks one does not compile. */
export type Words = typeof en;

const languages: Readonly<Record<string, Words>> = { ar, de, en, zh };

/** The interface in a language; in English where there is no translation. */
export const wordsOf = (language: string): Words =>
  languages[language.split('-')[0]!.toLowerCase()] ?? en;

/** Numbers, days and languages as the interface's language writes them. Days are calendar days: no time zone. */
export function formatsOf(language: string): {
  number: (value: number) => string;
  date: (value: string) => string;
  languageName: (tag: string) => string;
  list: (items: readonly string[]) => string;
} {
  const known = languages[language.split('-')[0]!.toLowerCase()] ? language : 'en';
  // Latin digits in Arabic too, as the times in the transcripts have them.
  const locale = known.startsWith('ar') ? `${known}-u-nu-latn-ca-gregory` : known;
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const lists = new Intl.ListFormat(locale);
  return {
    number: (value) => numbers.format(value),
    date: (value) => dates.format(new Date(`${value}T00:00:00Z`)),
    languageName: (tag) => names.of(tag) ?? tag,
    list: (items) => lists.format(items),
  };
}
