const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const dayOf = (year: string, month: number, day: string): string | undefined => {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : undefined;
};

const monthNamed = (name: string): number =>
  1 + months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)));

/**
 * A day as English texts and feeds write it, wherever in the world: `2024-03-02`, `Monday, March 26, 2012`,
 * `Sat, 02 Mar 2024 10:00:00 +0200`, and with slashes as in the United States, `3/26/2012`. The day is the one that
 * is written, whatever its time zone. Undefined when the text has none.
 *
 * parseDay('Monday, March 26, 2012') // => '2012-03-26'
 */
export function parseDay(text: string): string | undefined {
  const short = text.slice(0, 100);
  const iso = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(short);
  if (iso) return dayOf(iso[1]!, Number(iso[2]), iso[3]!);
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(short);
  if (slashed) return dayOf(slashed[3]!, Number(slashed[1]), slashed[2]!);
  const month = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
  const american = new RegExp(String.raw`\b${month} (\d{1,2}), (\d{4})\b`, 'i').exec(short);
  if (american) return dayOf(american[3]!, monthNamed(american[1]!), american[2]!);
  const british = new RegExp(String.raw`\b(\d{1,2}) ${month} (\d{4})\b`, 'i').exec(short);
  return british ? dayOf(british[3]!, monthNamed(british[2]!), british[1]!) : undefined;
}
