import type { Episode } from './model.ts';

/** A day of the calendar in all years together, with its episodes, newest first. */
export interface CalendarDay {
  /** Of the month, from 1. */
  readonly day: number;
  readonly episodes: readonly Episode[];
}

/** A month in all years together. Days on which nothing was recorded are left out. */
export interface CalendarMonth {
  /** From 1. */
  readonly month: number;
  readonly days: readonly CalendarDay[];
  readonly episodes: number;
}

/** How many days a month may have, from January on: a calendar of all years has a leap day. */
export const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Episodes by month and day, whatever their year: all twelve months, also those without any. What has no date
 * is in none.
 *
 * calendarOf(archive.episodes)[2] // => { month: 3, days: [{ day: 2, episodes: […] }], episodes: 1 }
 */
export function calendarOf(episodes: readonly Episode[]): CalendarMonth[] {
  const byDay = Map.groupBy(episodes, ({ date }) => date?.slice(5));
  return daysIn.map((size, index) => {
    const month = index + 1;
    const days = Array.from({ length: size }, (_, at) => at + 1).flatMap((day) => {
      const own = byDay.get(dayName(month, day));
      return own ? [{ day, episodes: own }] : [];
    });
    return {
      month,
      days,
      episodes: days.reduce((sum, { episodes: { length } }) => sum + length, 0),
    };
  });
}

/** `03-02`. */
const dayName = (month: number, day: number): string => `${twoDigits(month)}-${twoDigits(day)}`;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The page of a month: `/calendar/03/`. */
export const monthPath = (month: number): string => `/calendar/${twoDigits(month)}/`;

/** What a day is called on the page of its month: `day-02`. */
export const dayAnchor = (day: number): string => `day-${twoDigits(day)}`;
