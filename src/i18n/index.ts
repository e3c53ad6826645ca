import { ar } from './ar.ts';
import { formatDay } from './day.ts';
import { de } from './de.ts';
import { formatDuration } from './duration.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The words of the interface. A language that lacks one does not compile. */
export type Words = typeof en;

const languages: Readonly<Record<string, Words>> = { ar, de, en, zh };

/** The interface in a language; in English where there is no translation. */
export const wordsOf = (language: string): Words =>
  languages[language.split('-')[0]!.toLowerCase()] ?? en;

export interface Formats {
  readonly number: (value: number) => string;
  /** In little room: `12K`. */
  readonly compact: (value: number) => string;
  /** A share, 0 to 1; of a small one the first decimal: `38%`, `0.4%`. */
  readonly percent: (share: number) => string;
  readonly date: (value: string) => string;
  /** Of seconds: `2 hr 15 min`. */
  readonly duration: (seconds: number) => string;
  readonly languageName: (tag: string) => string;
  readonly list: (items: readonly string[]) => string;
}

/** The locale in which a language of the interface writes its numbers and days; English where there is none. */
export function localeOf(language: string): string {
  const known = languages[language.split('-')[0]!.toLowerCase()] ? language : 'en';
  // Latin digits in Arabic too, as the times in the transcripts have them.
  return known.startsWith('ar') ? `${known}-u-nu-latn-ca-gregory` : known;
}

/** Numbers, days and languages as the interface's language writes them. Days are calendar days: no time zone. */
export function formatsOf(language: string): Formats {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { notation: 'compact' });
  const [whole, exact] = [0, 1].map(
    (maximumFractionDigits) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits }),
  );
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const lists = new Intl.ListFormat(locale);
  return {
    number: (value) => numbers.format(value),
    compact: (value) => short.format(value),
    percent: (share) => (share < 0.1 ? exact! : whole!).format(share),
    date: formatDay(locale),
    duration: formatDuration(locale),
    languageName: (tag) => names.of(tag) ?? tag,
    list: (items) => lists.format(items),
  };
}
