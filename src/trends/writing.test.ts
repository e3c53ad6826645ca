import { describe, expect, it } from 'vitest';
import { wordsOf } from '../i18n/index.ts';
import { fillIn, Writing } from './writing.ts';

const writingIn = (language: string): Writing => {
  const { trends, chart } = wordsOf(language);
  return new Writing({
    words: {
      ...trends,
      period: chart.period,
      download: chart.download,
      quarter: chart.quarter('{number}'),
    },
    locale: language,
    direction: 'ltr',
    base: '/',
  });
};
const english = writingIn('en');

describe('shares', () => {
  it.each([
    ['times', [0.00123, 0.0001, 0], ['12.3', '1.0', '0']],
    ['times', [0.0123, 0.000004], ['123', '0.04']],
    ['times', [0.000001, 0.00000096], ['0.0100', '0.0096']],
    ['times', [0.00009999, 0.00001], ['1.00', '0.10']],
    ['share', [0.5, 0.123, 0.0001], ['50.0%', '12.3%', '0.01%']],
    ['share', [0, undefined], ['0%']],
  ] as const)('of %s: %j are written as %j', (scale, shares, written) => {
    const write = english.shares({ scale, shares });
    expect(shares.flatMap((share) => (share === undefined ? [] : [write(share)]))).toEqual(written);
  });

  it('that are round have no more digits than they need', () => {
    expect([english.round('times', 0.00005), english.round('share', 0.2)]).toEqual(['0.5', '20%']);
  });
});

describe('words about trends', () => {
  it('have their numbers in the form of each language', () => {
    expect([1, 2, 1234].map(english.times)).toEqual(['once', '2 times', '1,234 times']);
    expect([1, 2].map(writingIn('de').times)).toEqual(['einmal', '2-mal']);
    expect([1, 2, 3, 11].map(writingIn('ar').undated)).toEqual([
      'حلقة واحدة بلا تاريخ متروكة.',
      'حلقتان بلا تاريخ متروكتان.',
      '3 حلقات بلا تاريخ متروكة.',
      '11 حلقة بلا تاريخ متروكة.',
    ]);
  });

  it('have what stands in their braces, and braces that nothing is known of', () => {
    expect(fillIn('{a} of {b} {c}', { a: '{b}', b: '2' })).toBe('{b} of 2 {c}');
  });
});
