import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, middlesOf, pathOf, roundValues, spread } from './plot.ts';

describe('round numbers to hold lines against', () => {
  it.each([
    [0, []],
    [-1, []],
    [1, [0.5, 1]],
    [97.6, [20, 40, 60, 80]],
    [100, [50, 100]],
    [0.0012, [0.0005, 0.001]],
    [12_345, [5000, 10_000]],
  ])('up to %d are %j', (most, values) => {
    expect(roundValues(most)).toEqual(values);
  });

  it('are one to four, in equal steps, none above the highest', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (most) => {
        const values = roundValues(most);
        expect(values.length).toBeGreaterThan(0);
        expect(values.length).toBeLessThanOrEqual(4);
        expect(values.at(-1)).toBeLessThanOrEqual(most * 1.00001);
        for (const [at, value] of values.entries())
          expect(value).toBeCloseTo(values[0]! * (at + 1));
      }),
    );
  });
});

describe('a line', () => {
  it('goes from period to period, the highest at the top, as the interface is read', () => {
    expect(pathOf([0, 5, 10], 10, middlesOf(3, 'ltr'))).toBe('M16.67 100L50 50L83.33 0');
    expect(pathOf([0, 5, 10], 10, middlesOf(3, 'rtl'))).toBe('M83.33 100L50 50L16.67 0');
  });

  it('breaks where nothing is known', () => {
    const middles = middlesOf(4, 'ltr');
    expect(pathOf([1, undefined, 0, 1], 1, middles)).toBe('M12.5 0M62.5 100L87.5 0');
    expect(pathOf([undefined], 1, middles)).toBe('');
  });

  it('lies at the ground where everything is nothing', () => {
    expect(heightOf(0, 0)).toBe(100);
  });
});

describe('names beside the ends of lines', () => {
  it('stay where they have room', () => {
    expect(spread([], 6)).toEqual([]);
    expect(spread([90, 10, 50], 6)).toEqual([90, 10, 50]);
  });

  it('make room for each other, in the order of the lines', () => {
    expect(spread([50, 51, 10], 6)).toEqual([50, 56, 10]);
    expect(spread([100, 100, 100], 6)).toEqual([88, 94, 100]);
  });

  it('never lie on each other, nor below the ground', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 });
    fc.assert(
      fc.property(heights, (given) => {
        const placed = spread(given, 6.5).sort((a, b) => a - b);
        for (const [at, place] of placed.entries()) {
          expect(place).toBeLessThanOrEqual(100);
          if (at > 0) expect(place - placed[at - 1]!).toBeGreaterThanOrEqual(6.49);
        }
      }),
    );
  });
});
