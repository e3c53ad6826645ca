import { describe, expect, it } from 'vitest';
import { linesOf, periodNames, ticksOf } from './period.ts';

const quarter = (number: string) => `Q${number}`;
const years = (first: number, count: number) => ({
  unit: 'year' as const,
  periods: Array.from({ length: count }, (_, index) => ({ name: String(first + index) })),
});

describe('the name of a period', () => {
  it.each([
    ['en', '2024', '2024', '2024'],
    ['en', '2024-Q1', 'Q1 2024', 'Q1'],
    ['en', '2024-03', 'March 2024', 'Mar'],
    ['de', '2024-03', 'März 2024', 'Mär'],
    ['ar-u-nu-latn-ca-gregory', '2024-03', 'مارس 2024', 'مارس'],
    ['zh', '2024-12', '2024年12月', '12月'],
  ])('in %s of %s is %s, under a bar %s', (locale, period, full, short) => {
    const names = periodNames(locale, quarter);
    expect([names.full(period), names.short(period)]).toEqual([full, short]);
  });
});

describe('names under bars', () => {
  it('are none where there are no bars', () => {
    expect(ticksOf({ unit: 'year', periods: [] })).toEqual([]);
  });

  it('are all there where there is room for all', () => {
    expect(ticksOf(years(2019, 5))).toEqual(
      [0, 1, 2, 3, 4].map((index) => ({ index, isAlways: true })),
    );
  });

  it('are round years where there are many', () => {
    const named = ticksOf(years(1987, 60));
    expect(named.map(({ index }) => 1987 + index)).toEqual(
      Array.from({ length: 12 }, (_, index) => 1990 + 5 * index),
    );
    expect(named.filter(({ isAlways }) => isAlways).map(({ index }) => 1987 + index)).toEqual([
      1990, 2000, 2010, 2020, 2030, 2040,
    ]);
  });
});

describe('lines to hold bars against', () => {
  it.each([
    [0, []],
    [1, [1]],
    [3, [1, 2, 3]],
    [7, [2, 4, 6]],
    [12, [5, 10]],
    [891, [500]],
    [4_182, [2_000, 4_000]],
    [84_211, [50_000]],
  ])('of %d are %j', (most, lines) => expect(linesOf(most)).toEqual(lines));
});
