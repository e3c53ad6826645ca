import type { Period, Unit } from '../archive/figures/model.ts';

/** How periods are called. */
export interface PeriodNames {
  /** Alone: `2024`, `Q1 2024`, `March 2024`. */
  readonly full: (period: string) => string;
  /** Under a bar: `2024`, `Q1`, `Mar`. */
  readonly short: (period: string) => string;
}

/**
 * The names of years, quarters and months in the interface's language.
 *
 * periodNames('en', (quarter) => `Q${quarter}`).full('2024-03') // => 'March 2024'
 */
export function periodNames(locale: string, quarter: (number: string) => string): PeriodNames {
  const months = (month: 'long' | 'short', year?: 'numeric') =>
    new Intl.DateTimeFormat(locale, { month, ...(year && { year }), timeZone: 'UTC' });
  const full = months('long', 'numeric');
  const short = months('short');
  const dayOf = (period: string) => new Date(`${period}-01T00:00:00Z`);
  const quarterOf = (period: string) => /-Q([1-4])$/.exec(period)?.[1];
  return {
    full: (period) => {
      const number = quarterOf(period);
      if (number !== undefined) return `${quarter(number)} ${period.slice(0, 4)}`;
      return period.length === 4 ? period : full.format(dayOf(period));
    },
    short: (period) => {
      const number = quarterOf(period);
      if (number !== undefined) return quarter(number);
      return period.length === 4 ? period : short.format(dayOf(period));
    },
  };
}

/** A name under a bar: `always`, or only where there is room for more of them. */
export interface Tick {
  readonly index: number;
  readonly isAlways: boolean;
}

/** So many names fit beside each other on a telephone, and on a wide page. */
const mostNarrow = 6;
const mostWide = 13;

/**
 * Which bars have their names below them: round years where there are many, else every so many from the first.
 * The first and the last of many years are always named.
 */
export function ticksOf({
  unit,
  periods,
}: {
  readonly unit: Unit;
  readonly periods: readonly Pick<Period, 'name'>[];
}): Tick[] {
  const wide = stepOf(periods.length, mostWide);
  const narrow = stepOf(periods.length, mostNarrow);
  const first = unit === 'year' ? Number(periods[0]?.name) : 0;
  const ticks: Tick[] = [];
  for (const index of periods.keys()) {
    const isAlways = (first + index) % narrow === 0;
    if (isAlways || (first + index) % wide === 0) ticks.push({ index, isAlways });
  }
  return ticks;
}

/** The smallest round step with which so many things leave at most so many names. */
const stepOf = (count: number, most: number): number =>
  [1, 2, 5, 10, 20, 25, 50, 100].find((step) => count / step <= most) ?? 200;

/**
 * Round numbers to hold bars against, from the lowest: at most four, whole, none above the highest bar.
 *
 * linesOf(12) // => [5, 10]
 */
export function linesOf(most: number): number[] {
  if (most < 1) return [];
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * power).find((n) => n * 4 >= most)!,
  );
  return Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
}
