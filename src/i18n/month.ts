/** Writes months and days of no certain year, as a locale does. */
export interface MonthNames {
  /** `March`. */
  readonly month: (month: number) => string;
  /** `March 2`. */
  readonly day: (month: number, day: number) => string;
}

/**
 * The names of months and days, both counted from 1.
 *
 * monthNames('en').day(3, 2) // => 'March 2'
 */
export function monthNames(locale: string): MonthNames {
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  // A year with a leap day.
  const at = (month: number, day: number): number => Date.UTC(2000, month - 1, day);
  return {
    month: (month) => months.format(at(month, 1)),
    day: (month, day) => days.format(at(month, day)),
  };
}
