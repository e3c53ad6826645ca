import { describe, expect, it } from 'vitest';
import { answer, readAsked } from './asked.ts';
import { digestOf } from './id.ts';
import type { PublishedEpisode } from './published.ts';

const site = 'https://example.org/';
const text = 'Nobody wrote them down.';
const link = 'https://example.org/episodes/tides/#q7k2m9xqp';
const pointer = { id: 'q7k2m9xqp', episode: 'tides' };
const citation = `“${text}” Jo Field, “The Tide Tables”, 2 March 2024. ${link}, revision 2, sha256:3f2a9c81d0e4b5a6`;

describe('readAsked', () => {
  it.each([
    ['nothing', {}, { words: [] }],
    ['an address alone', { link }, { pointer, words: [] }],
    ['words alone', { words: text }, { words: [] }],
    ['an address and words', { link, words: text }, { pointer, words: [text] }],
    [
      'an address and a digest',
      { link, digest: 'sha256:3f2a9c81d0e4b5a6' },
      { pointer, words: [], digest: '3f2a9c81d0e4b5a6' },
    ],
    ['an address before the words', { words: `${link} ${text}` }, { pointer, words: [text] }],
    ['words in the field of the address', { link: text }, { words: [] }],
    ['a broken address', { link: 'https://', words: text }, { words: [] }],
  ])('understands %s', (_what, typed, asked) => {
    expect(readAsked(typed, site)).toEqual(asked);
  });

  it.each([{ words: citation }, { link: citation }])('understands a whole citation', (typed) => {
    const asked = readAsked(typed, site);
    expect(asked).toMatchObject({ pointer, digest: '3f2a9c81d0e4b5a6' });
    expect(asked.words).toContain(text);
  });
});

describe('answer', () => {
  const tides: PublishedEpisode = {
    key: 'tides',
    quotes: [
      { id: 'q7k2m9xqp', revision: 1, text, digest: digestOf(text), voice: { name: 'Jo Field' } },
    ],
    after: [],
  };

  it('is about the words that fit best', () => {
    const asked = readAsked({ words: citation }, site);
    expect(answer(tides, pointer, asked, digestOf)).toMatchObject({ type: 'current' });
  });

  it('believes altered words rather than the digest beside them', () => {
    const words = ['Somebody wrote them down.'];
    const asked = { words, digest: digestOf(text) };
    expect(answer(tides, pointer, asked, digestOf)).toMatchObject({ type: 'different' });
    expect(answer(tides, pointer, { ...asked, words: [] }, digestOf)).toMatchObject({
      type: 'current',
    });
  });
});
