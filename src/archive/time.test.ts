import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTimestamp, serializeDuration, serializeTimestamp } from './time.ts';

describe('parseTimestamp', () => {
  it.each([
    '',
    'x',
    '4',
    '1:2',
    '00:60',
    '1:60:00',
    '6:09:50 a.m.',
    '-1:00',
    '1:02:03:04',
    '12:3a',
  ])('takes %j for no timestamp', (text) => expect(parseTimestamp(text)).toBeUndefined());

  it.each([
    ['04:33', 273],
    ['0:00', 0],
    ['00:04:01.06', 241.06],
    ['1:02:03,5', 3723.5],
    ['123:45:59', 445_559],
    ['90:00', 5400],
  ])('reads %s', (text, seconds) => expect(parseTimestamp(text)).toBe(seconds));

  it('reads what serializeTimestamp wrote, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 * 3_600_000 }), (milliseconds) => {
        const seconds = milliseconds / 1000;
        expect(parseTimestamp(serializeTimestamp(seconds))).toBeCloseTo(seconds, 6);
      }),
    );
  });
});

it.each([
  [273, '00:04:33'],
  [241.06, '00:04:01.06'],
  [0.9999, '00:00:01'],
  [360_000, '100:00:00'],
])('writes %d in the one form %s', (seconds, text) =>
  expect(serializeTimestamp(seconds)).toBe(text),
);

it.each([
  [59.9, '0:59'],
  [273, '4:33'],
  [3723, '1:02:03'],
])('shows %d as %s', (seconds, text) => expect(formatTime(seconds)).toBe(text));

it.each([
  [0, 'PT0S'],
  [3600, 'PT1H'],
  [3723, 'PT1H2M3S'],
])('states %d seconds as the duration %s', (seconds, text) =>
  expect(serializeDuration(seconds)).toBe(text),
);
