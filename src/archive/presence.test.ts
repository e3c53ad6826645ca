import { expect, it } from 'vitest';
import { groupByPresence } from './presence.ts';

const speaker = (id: string, episodes: number, quotes = 0, words = 0) => ({
  id,
  counts: { episodes, quotes, words },
});

it('has no group where nobody is', () => {
  expect(groupByPresence([])).toEqual([]);
});

it('puts the most present first, and everybody in one group', () => {
  const given = [0, 1, 2, 9, 10, 99, 100, 2000].map((count) => speaker(`s${count}`, count));
  expect(
    groupByPresence(given).map(({ from, to, speakers }) => [
      from,
      to,
      speakers.map(({ id }) => id),
    ]),
  ).toEqual([
    [100, undefined, ['s2000', 's100']],
    [10, 99, ['s99', 's10']],
    [2, 9, ['s9', 's2']],
    [1, 1, ['s1']],
    [0, 0, ['s0']],
  ]);
});

it('decides between those in as many episodes by quotes, words and id', () => {
  const given = [
    speaker('d', 1, 5, 9),
    speaker('c', 1, 5, 9),
    speaker('b', 1, 5, 10),
    speaker('a', 1, 4, 99),
    speaker('e', 1, 6, 1),
  ];
  expect(groupByPresence(given)[0]!.speakers.map(({ id }) => id)).toEqual([
    'e',
    'b',
    'c',
    'd',
    'a',
  ]);
});
