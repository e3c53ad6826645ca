/**
 * Writes calendar days as a locale does; no time zone moves them.
 *
 * formatDay('en')('2024-03-02') // => 'March 2, 2024'
 */
export function formatDay(locale: string): (day: string) => string {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => days.format(new Date(`${day}T00:00:00Z`));
}
