import { describe, expect, it } from 'vitest';
import { findCitation, readId, readPointer } from './pointer.ts';

const site = 'https://example.org/archive/';

describe('readId', () => {
  it.each([
    ['', undefined],
    ['q123', undefined],
    ['q7k2m9xqpp', undefined],
    ['x7k2m9xqp', undefined],
    ['q7k2m9xqu', undefined],
    ['q7k2m9xqp', 'q7k2m9xqp'],
    [' Q7K2M9XQP ', 'q7k2m9xqp'],
    ['qOIL2m9xq', 'q0112m9xq'],
  ])('reads %j as %j', (typed, id) => {
    expect(readId(typed)).toBe(id);
  });
});

describe('readPointer', () => {
  it.each([
    ['', undefined],
    ['the tide tables', undefined],
    ['https://example.org/archive/episodes/tides/', undefined],
    ['https://example.org/archive/episodes/tides/#c1', undefined],
    ['https://', undefined],
    ['q7k2m9xqp', { id: 'q7k2m9xqp' }],
    ['#q7k2m9xqp', { id: 'q7k2m9xqp' }],
    [
      'https://example.org/archive/episodes/tides/#q7k2m9xqp',
      { id: 'q7k2m9xqp', episode: 'tides' },
    ],
    [
      '<https://example.org/archive/episodes/tides/#q7k2m9xqp>.',
      { id: 'q7k2m9xqp', episode: 'tides' },
    ],
    ['example.org/archive/episodes/tides/#q7k2m9xqp', { id: 'q7k2m9xqp', episode: 'tides' }],
    [
      '/episodes/tides/?to=q8wq2r5tn#q7k2m9xqp',
      { id: 'q7k2m9xqp', to: 'q8wq2r5tn', episode: 'tides' },
    ],
    ['https://example.org/archive/quotes/q7k2m9xqp/', { id: 'q7k2m9xqp' }],
    ['https://example.org/archive/q/7k/#q7k2m9xqp', { id: 'q7k2m9xqp' }],
    ['/q/?id=q7k2m9xqp', { id: 'q7k2m9xqp' }],
    [
      'https://other.example/episodes/tides/#q7k2m9xqp',
      { id: 'q7k2m9xqp', episode: 'tides', foreign: 'other.example' },
    ],
    ['/episodes/%E0%A4%A/#q7k2m9xqp', { id: 'q7k2m9xqp', episode: '%E0%A4%A' }],
  ])('reads %j', (text, pointer) => {
    expect(readPointer(text, site)).toEqual(pointer);
  });
});

describe('findCitation', () => {
  it('finds nothing in words alone', () => {
    expect(findCitation('Nobody wrote them down.')).toEqual({ words: [] });
    expect(findCitation('')).toEqual({ words: [] });
  });

  it('finds the words, the address and the digest', () => {
    expect(
      findCitation(
        '“Nobody wrote them down.” Jo Field, The Tide Tables, 2 March 2024. https://example.org/episodes/tides/?to=q8wq2r5tn#q7k2m9xqp, revision 2, sha256:3F2A9C81D0E4B5A6.',
      ),
    ).toEqual({
      link: 'https://example.org/episodes/tides/?to=q8wq2r5tn#q7k2m9xqp',
      digest: '3f2a9c81d0e4b5a6',
      words: ['Nobody wrote them down.'],
    });
  });

  it('gives all that stands in quotation marks, for a title may stand in some', () => {
    const { words } = findCitation(
      'Jo Field: „Niemand schrieb sie auf.“ In: „Die Tide“, q7k2m9xqp',
    );
    expect(words).toContain('Niemand schrieb sie auf.');
    expect(words).toContain('Die Tide');
    expect(findCitation('「潮汐表是港口寫的。」《潮汐》 q7k2m9xqp')).toEqual({
      link: 'q7k2m9xqp',
      words: ['潮汐表是港口寫的。'],
    });
  });

  it('takes no word for an id', () => {
    expect(findCitation('quotation quicksand q7k2m9xqp').link).toBe('q7k2m9xqp');
    expect(findCitation('quicklime2').link).toBeUndefined();
  });
});
