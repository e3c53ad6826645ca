import { describe, expect, it } from 'vitest';
import { type Candidate, closest, expectedQuotes } from './candidate.ts';

describe('how close words stand', () => {
  it.each([
    ['no term', [], 0],
    ['one term', [[3, 9]], 0],
    ['neighbours', [[3, 80], [81]], 1],
    ['whatever their order', [[90], [7, 88]], 2],
    [
      'three terms',
      [
        [1, 50],
        [20, 52],
        [49, 99],
      ],
      3,
    ],
    ['a term that is nowhere', [[1], []], Infinity],
  ])('%s', (_name, places, span) => expect(closest(places)).toBe(span));
});

describe('the quotes that a record is expected to bring', () => {
  const record = (longest: number, ...places: number[][]): Candidate => ({
    row: { number: 0, part: 0, episode: 0, voice: 0, role: undefined, topics: [], longest },
    score: 1,
    span: 0,
    places,
  });

  it('are those whose words lie further apart than most quotes are long', () => {
    expect(expectedQuotes(record(8, [0]))).toBe(1);
    expect(expectedQuotes(record(8, [0, 1, 3]))).toBe(1);
    expect(expectedQuotes(record(8, [0, 3, 4, 40]))).toBe(3);
  });

  it('are one where several words are to meet, and some where none is asked for', () => {
    expect(expectedQuotes(record(8, [0, 90], [1, 91]))).toBe(1);
    expect(expectedQuotes(record(8))).toBeGreaterThan(1);
  });
});
