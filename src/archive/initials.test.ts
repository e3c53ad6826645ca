import { expect, it } from 'vitest';
import { initialsOf, toneOf, tones } from './initials.ts';

it.each([
  ['', ''],
  ['— 7', ''],
  ['(Jo)', 'J'],
  ['Jo Field', 'JF'],
  ['Jo van der Field', 'JF'],
  ['jo', 'J'],
  ['$STDOUT', 'S'],
  ['Inês Tavares (the engineer)', 'IT'],
  ['“Toby” Okafor', 'TO'],
  ['Éa O’Neill', 'ÉO'],
  ['Жанна Рыбак', 'ЖР'],
  ['ליאה כהן', 'לכ'],
  ['أمل ناصر', 'أ'],
  ['陳若雲', '陳'],
  ['김 하늘', '김'],
  ['ガガーリン', 'ガ'],
  ['𞤀𞤣𞤢', '𞤀'],
])('shortens %j to %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

it('gives every id one of the colours, the same each time, and uses them all', () => {
  const ids = Array.from({ length: 200 }, (_, at) => `speaker-${at}`);
  const used = new Set(ids.map(toneOf));
  expect([...used].sort()).toEqual(Array.from({ length: tones }, (_, at) => at + 1));
  expect(toneOf('jo-field')).toBe(toneOf('jo-field'));
});
