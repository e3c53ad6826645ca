import { expect, it } from 'vitest';
import { Phrases } from './phrase.ts';

it.each([
  ['body copied', 'And then everybody copied it.', false],
  ['everybody it', 'And then everybody copied it.', false],
  ['…', 'And then … nothing.', false],
  ['…', '…', true],
  ['EVERYBODY, copied', 'And then everybody copied it.', true],
  ['Café', 'the cafe', true],
  ['潮汐', '他寫了潮汐表。', true],
  ['a [inaudible] b', 'a [unintelligible] b', true],
])('finds %j in %j: %j', (words, text, expected) => {
  expect(new Phrases([words]).areIn(text)).toBe(expected);
});

it('finds nothing without words', () => {
  expect(new Phrases([]).areIn('Anything.')).toBe(false);
});
