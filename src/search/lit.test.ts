import { describe, expect, it } from 'vitest';
import { litRanges } from './lit.ts';

const lit = (text: string, ...matched: string[]): string[] =>
  litRanges(text, matched).map((range) => text.slice(...range));

describe('what is lit up of a quote', () => {
  it('is nothing where nothing was found', () => {
    expect(lit('Tide tables.')).toEqual([]);
    expect(lit('Tide tables.', '', '"', '…', 'salt')).toEqual([]);
  });

  it('are whole words, in any case, wherever they stand', () => {
    expect(lit('Tide tables for the tide, untidely.', 'tide')).toEqual(['Tide', 'tide']);
    expect(lit('The Café.', 'cafe')).toEqual(['Café']);
  });

  it('are phrases, and characters of Chinese', () => {
    expect(lit('They wrote it down.', 'wrote it')).toEqual(['wrote it']);
    expect(lit('港口以前沒有人寫下潮汐表。', '潮汐', '港')).toEqual(['港', '潮汐']);
  });

  it('are each lit once', () => {
    expect(lit('tide tables', 'tide tables', 'tide')).toEqual(['tide tables']);
  });
});
