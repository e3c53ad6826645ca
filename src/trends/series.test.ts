import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSeries, parseSeries, serializeSeries } from './series.ts';

it.each([
  [[], ''],
  [[0, 0], ''],
  [[3, 0, 12, 0], '3,,12'],
  [[0, 1], ',1'],
])('the series %j is written as %j', (counts, text) => {
  expect(serializeSeries(counts)).toBe(text);
});

it('a series is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (counts) => {
      expect(parseSeries(serializeSeries(counts), counts.length)).toEqual(counts);
    }),
  );
});

it('series are added period by period', () => {
  expect(addSeries([1, 0, 2], [0, 5, 1])).toEqual([1, 5, 3]);
});
