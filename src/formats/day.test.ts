import { expect, it } from 'vitest';
import { parseDay } from './day.ts';

it.each([
  ['2024-03-02', '2024-03-02'],
  ['2024-03-02T23:00:00+09:00', '2024-03-02'],
  ['Monday, March 26, 2012', '2012-03-26'],
  ['Sat, 02 Mar 2024 23:30:00 -0800', '2024-03-02'],
  ['3/4/1901', '1901-03-04'],
  ['1/20/1949', '1949-01-20'],
  ['2024-13-45', undefined],
  ['2024-02-30', undefined],
  ['13/20/1949', undefined],
  ['31 Feb 2024', undefined],
  ['a Monday in May', undefined],
  ['', undefined],
])('%j is the day %j', (text, day) => expect(parseDay(text)).toBe(day));
