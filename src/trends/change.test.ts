import { expect, it } from 'vitest';
import type { Trends } from '../archive/figures/trends.ts';
import { changingWords } from './change.ts';

const period = (name: string) => ({
  name,
  from: `${name}-01`,
  to: `${name}-12`,
  episodes: 1,
  quotes: 1,
  words: 1000,
});
const trends = (words: Readonly<Record<string, number[]>>): Trends => ({
  over: {
    unit: 'year',
    periods: ['2019', '2020', '2021', '2022', '2023', '2024'].map(period),
    undated: { episodes: 0, quotes: 0, words: 0 },
  },
  speakers: [],
  topics: [],
  said: 6000,
  eachWord: (take) => {
    for (const [word, counts] of Object.entries(words)) take([word], counts);
  },
  eachPhrase: () => undefined,
});

it('words that changed most are those that are said more at one time than at others', () => {
  const given = trends({
    barge: [40, 10, 0, 0, 0, 0],
    even: [10, 10, 10, 10, 10, 10],
    gauge: [0, 0, 0, 5, 10, 20],
    once: [0, 60, 0, 0, 0, 0],
    rare: [1, 2, 0, 0, 0, 0],
    tide: [12, 10, 8, 10, 9, 11],
    ['11']: [50, 5, 0, 0, 0, 0],
  });
  expect(changingWords(given, 3)).toEqual(['barge', 'gauge', 'tide']);
  expect(changingWords(trends({}), 3)).toEqual([]);
});
