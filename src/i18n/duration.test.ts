import { expect, it } from 'vitest';
import { formatDuration } from './duration.ts';

it.each([
  [0, '0 sec'],
  [59.4, '59 sec'],
  [59.6, '1 min'],
  [89, '1 min'],
  [3569, '59 min'],
  [3571, '1 hr'],
  [8075, '2 hr 15 min'],
  [360_000, '100 hr'],
  [4_500_000, '1,250 hr'],
])('writes %d seconds as %s', (seconds, text) => expect(formatDuration('en')(seconds)).toBe(text));

it('writes it as each language does', () => {
  expect(formatDuration('de')(8075)).toBe('2 Std. 15 Min.');
  expect(formatDuration('zh-Hant')(8075)).toBe('2 小時 15 分鐘');
  expect(formatDuration('ar-u-nu-latn')(8075)).toBe('2 س 15 د');
});
