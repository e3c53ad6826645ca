import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../archive/figures/model.ts';
import { barsOf, mostOf, placeYears } from './plot.ts';

const period = (name: string, episodes: number): Period => ({
  name,
  from: `${name}-01`,
  to: `${name}-12`,
  episodes,
  quotes: 0,
  words: 0,
});

describe('bars', () => {
  it('of nothing have no height', () => {
    const bars = barsOf([period('2019', 0), period('2020', 0)], 'episodes', 'ltr');
    expect(bars.map(({ height }) => height)).toEqual([0, 0]);
  });

  it('of very little can be seen', () => {
    const bars = barsOf([period('2019', 1), period('2020', 100_000)], 'episodes', 'ltr');
    expect(bars.map(({ height }) => height)).toEqual([1, 100]);
  });

  it('stand beside each other in order, and the other way round where one reads from the right', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 80 }), (counts) => {
        const periods = counts.map((count, index) => period(String(1900 + index), count));
        const [left, right] = [
          barsOf(periods, 'episodes', 'ltr'),
          barsOf(periods, 'episodes', 'rtl'),
        ];
        for (const [index, { x, width, y, height, middle }] of left.entries()) {
          expect(x).toBeGreaterThanOrEqual(index === 0 ? 0 : left[index - 1]!.x);
          expect(x + width).toBeLessThanOrEqual(100);
          expect(y + height).toBeCloseTo(100, 5);
          expect(right[index]!.middle).toBeCloseTo(100 - middle, 1);
        }
      }),
    );
  });

  it('have most where there is most first', () => {
    const periods = [period('2019', 2), period('2020', 5), period('2021', 5)];
    expect(mostOf(periods, 'episodes').name).toBe('2020');
  });
});

it('a year is named below its months or quarters when enough of them are there', () => {
  const years = ['2024', '2025'].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  );
  const quarters = ['2023-Q4', ...years, '2026-Q1'];
  const over = {
    unit: 'quarter' as const,
    periods: quarters.map((name) => period(name, 1)),
    undated: { episodes: 0, quotes: 0, words: 0 },
  };
  expect(placeYears(over, 'ltr').map(({ year }) => year)).toEqual(['2024', '2025']);
});
