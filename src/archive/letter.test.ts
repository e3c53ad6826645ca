import { expect, it } from 'vitest';
import { groupByLetter, letterOf } from './letter.ts';

it.each([
  ['Émile', 'E'],
  ['$STDOUT', 'S'],
  ['陳若雲', 'C'],
  ['أمينة', 'أ'],
  ['Жанна', 'Ж'],
  ['— …', ''],
])('looks %j up under %j', (name, letter) => expect(letterOf(name)).toBe(letter));

it('orders letters, whatever sign a name begins with, and puts what has none last', () => {
  const names = ['$STDOUT', '!', 'Ann', 'Sam', 'Émile'].map((name) => ({ name }));
  expect(groupByLetter(names).map(({ letter }) => letter)).toEqual(['A', 'E', 'S', '']);
});
