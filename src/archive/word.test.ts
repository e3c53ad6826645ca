import { expect, it } from 'vitest';
import { countWords } from './word.ts';

it.each([
  ['', 0],
  ['— … !', 0],
  ["It’s 4 o’clock, isn't it?", 5],
  ['well-known', 1],
  ['潮汐表', 3],
  ['潮汐 tables', 3],
  ['المَدّ والجَزر', 2],
  ['Straßenbahnhaltestelle', 1],
  ['Zoe\u0301 said', 2],
  ['🌊 tide', 1],
])('counts the words of %j as %d', (text, count) => expect(countWords(text)).toBe(count));
