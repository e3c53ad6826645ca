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

/** A count with its noun, in the form that the page's language has for the number. */
export function counted(forms: Forms, count: number): string {
  const { lang } = document.documentElement;
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(`${lang}-u-nu-latn`).format(count));
}

/** As the pages of the archive write days: in the page's language, with Latin digits. */
export function formatDate(date: string): string {
  return format(date, { dateStyle: 'long' });
}

/** A year or a month, as people write it. */
export function formatPeriod(period: string): string {
  if (period.length === 4) return period;
  return format(`${period}-01`, { year: 'numeric', month: 'long' });
}

/** A month in few letters; January by its year, so that one sees where a year begins. */
export function formatMonth(period: string): string {
  if (period.endsWith('-01')) return period.slice(0, 4);
  return format(`${period}-01`, { month: 'short' });
}

function format(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    ...options,
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).format(new Date(`${date}T00:00:00Z`));
}
