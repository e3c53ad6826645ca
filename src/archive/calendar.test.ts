import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { calendarOf, dayAnchor, monthPath } from './calendar.ts';
import { episode, sources, speech } from './example.ts';

const monthsOf = (dates: Record<string, string | undefined>) =>
  calendarOf(
    joinArchive(
      sources({
        episodes: Object.entries(dates).map(([key, date]) =>
          episode(key, [speech('Jo Field', 'Said.')], date === undefined ? {} : { date }),
        ),
      }),
    ).archive.episodes,
  );

describe('the calendar', () => {
  it('has twelve empty months where nothing has a date', () => {
    const months = monthsOf({ a: undefined });
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(months.every(({ days, episodes }) => days.length === 0 && episodes === 0)).toBe(true);
  });

  it('puts the same day of all years together, newest first', () => {
    const [, , march] = monthsOf({
      a: '2019-03-02',
      b: '2024-03-02',
      c: '2021-03-31',
      d: undefined,
    });
    expect(march!.episodes).toBe(3);
    expect(march!.days.map(({ day, episodes }) => [day, episodes.map(({ key }) => key)])).toEqual([
      [2, ['b', 'a']],
      [31, ['c']],
    ]);
  });

  it('has the leap day', () => {
    expect(monthsOf({ a: '2024-02-29' })[1]!.days.map(({ day }) => day)).toEqual([29]);
  });

  it('loses no episode', () => {
    const dates = Object.fromEntries(
      Array.from({ length: 365 }, (_, at) => {
        const day = new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10);
        return [`e${at}`, day];
      }),
    );
    const months = monthsOf(dates);
    expect(months.reduce((sum, { episodes }) => sum + episodes, 0)).toBe(365);
  });

  it('gives months an address and days a place on it', () => {
    expect([monthPath(3), dayAnchor(2)]).toEqual(['/calendar/03/', 'day-02']);
  });
});
