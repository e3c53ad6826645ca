import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOverTime } from './over-time.ts';

const on = (date: string | undefined) => ({ date, quotes: 2, words: 10 });
const namesOf = (...dates: string[]): string[] =>
  countOverTime(dates.map(on)).periods.map(({ name }) => name);

describe('counts over time', () => {
  it('of nothing are no periods', () => {
    expect(countOverTime([])).toEqual({
      unit: 'month',
      periods: [],
      undated: { episodes: 0, quotes: 0, words: 0 },
    });
  });

  it('leave what has no date apart', () => {
    expect(countOverTime([on(undefined), on('2024-03-02'), on(undefined)])).toEqual({
      unit: 'month',
      periods: [
        { name: '2024-03', from: '2024-03', to: '2024-03', episodes: 1, quotes: 2, words: 10 },
      ],
      undated: { episodes: 2, quotes: 4, words: 20 },
    });
  });

  it('leave out no month in between, in whichever order the dates come', () => {
    expect(
      countOverTime([on('2024-02-29'), on('2023-11-01'), on('2024-02-01')]).periods.map(
        ({ name, episodes }) => [name, episodes],
      ),
    ).toEqual([
      ['2023-11', 1],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 2],
    ]);
  });

  it.each([
    ['months up to one year', '2023-04-30', '2024-03-01', 'month', 12, '2023-04'],
    ['quarters beyond one year', '2023-04-30', '2024-04-01', 'quarter', 5, '2023-Q2'],
    ['quarters up to three years', '2021-04-30', '2024-03-01', 'quarter', 12, '2021-Q2'],
    ['years beyond three', '2021-04-30', '2024-04-01', 'year', 4, '2021'],
  ])('take %s', (_, from, to, unit, length, first) => {
    const { unit: own, periods } = countOverTime([on(from), on(to)]);
    expect([own, periods.length, periods[0]?.name]).toEqual([unit, length, first]);
  });

  it('give the months that a search takes', () => {
    expect(countOverTime([on('2021-11-30'), on('2023-01-01')]).periods).toMatchObject([
      { name: '2021-Q4', from: '2021-10', to: '2021-12', episodes: 1 },
      { name: '2022-Q1', from: '2022-01', to: '2022-03', episodes: 0 },
      { name: '2022-Q2', from: '2022-04', to: '2022-06', episodes: 0 },
      { name: '2022-Q3', from: '2022-07', to: '2022-09', episodes: 0 },
      { name: '2022-Q4', from: '2022-10', to: '2022-12', episodes: 0 },
      { name: '2023-Q1', from: '2023-01', to: '2023-03', episodes: 1 },
    ]);
  });

  it('name years that have fewer than four digits with four', () => {
    expect(namesOf('0998-05-01', '1002-05-01')).toEqual(['0998', '0999', '1000', '1001', '1002']);
  });

  it('count each item once: the sum of all periods and the undated is the whole', () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 1999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-28`);
    const item = fc.record({
      date: fc.option(date, { nil: undefined }),
      quotes: fc.nat(9),
      words: fc.nat(99),
    });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { periods, undated } = countOverTime(items);
        for (const [of, expected] of [
          ['episodes', items.length],
          ['quotes', items.reduce((sum, { quotes }) => sum + quotes, 0)],
          ['words', items.reduce((sum, { words }) => sum + words, 0)],
        ] as const) {
          const dated = periods.reduce((sum, period) => sum + period[of], 0);
          expect(dated + undated[of]).toBe(expected);
        }
        for (const { from, to, episodes } of periods) {
          const inside = items.filter(
            ({ date: day }) => day && day.slice(0, 7) >= from && day.slice(0, 7) <= to,
          );
          expect(episodes).toBe(inside.length);
        }
        for (const [index, { from }] of periods.slice(1).entries())
          expect(monthAfter(periods[index]!.to)).toBe(from);
      }),
    );
  });
});

const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};
