import type { FindWords, Forms } from '../i18n/find.ts';

/** The words of the search page, and what the archive calls its states of review. */
export interface SearchWords extends FindWords {
  readonly statuses: Readonly<Record<string, string>>;
}

/**
 * A sentence with what stands in its braces.
 *
 * fill('Play from {time}', { time: '4:33' }) // => ['Play from ', '4:33']
 */
export function fill(
  sentence: string,
  values: Readonly<Record<string, Node | string>>,
): (Node | string)[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((piece) => (/^\{\w+\}$/.test(piece) ? (values[piece.slice(1, -1)] ?? piece) : piece));
}

/** Words in the quotation marks of the page's language; whatever their own direction is. */
export const quoted = ({ quoted: form }: SearchWords, text: string): string =>
  form.replace('{words}', () => text);

/** A count with its noun, in the form that the page's language has for the number. */
export function counted(forms: Forms, count: number): string {
  const form = forms[rules().select(count)] ?? forms.other;
  return form.replace('#', numbers().format(count));
}

/** As the pages of the archive write days: in the page's language, with Latin digits. */
export function formatDate(date: string): string {
  return days().format(new Date(`${date}T00:00:00Z`));
}

/** What a language is called in the page's language; its tag where it has no name, or is none. */
export function languageName(tag: string): string {
  try {
    return languages().of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A year or a month, as people write it. */
export function formatPeriod(period: string): string {
  if (period.length === 4) return period;
  return months().format(new Date(`${period}-01T00:00:00Z`));
}

/** A year or a month in few letters. */
export function formatShortPeriod(period: string): string {
  if (period.length === 4) return period;
  return shortMonths().format(new Date(`${period}-01T00:00:00Z`));
}

/**
 * What a short period is called beside others of its year: its month; January's is the year, so that one sees where
 * a year begins. Words of `formatShortPeriod`, always: who speaks to the page says what is seen.
 */
export function formatMonth(period: string): string {
  if (period.length === 4 || period.endsWith('-01')) return period.slice(0, 4);
  const parts = shortMonths().formatToParts(new Date(`${period}-01T00:00:00Z`));
  // With the year goes what parts it from the month, or says that it is one.
  const year = parts.findIndex(({ type }) => type === 'year');
  const others = parts.filter((_, place) => place !== year && place !== year + 1);
  return others
    .map(({ value }) => value)
    .join('')
    .trim();
}

/** Makes something for the page's language when it is needed first: a formatter takes longer than what it formats. */
function once<Made>(make: (language: string) => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make(document.documentElement.lang));
}

const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  once(
    (language) =>
      new Intl.DateTimeFormat(language, {
        ...options,
        timeZone: 'UTC',
        numberingSystem: 'latn',
        calendar: 'gregory',
      }),
  );

const rules = once((language) => new Intl.PluralRules(language));
const numbers = once((language) => new Intl.NumberFormat(`${language}-u-nu-latn`));
const languages = once((language) => new Intl.DisplayNames(language, { type: 'language' }));
const days = dates({ dateStyle: 'long' });
const months = dates({ year: 'numeric', month: 'long' });
const shortMonths = dates({ year: 'numeric', month: 'short' });
