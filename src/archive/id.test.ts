import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, mintId } from './id.ts';

describe('digestOf', () => {
  it('is what sha256sum prints, cut to 16 characters', () =>
    expect(digestOf('Yes.')).toBe('5f9a2b795615ba6a'));
});

describe('mintId', () => {
  const free = (): boolean => false;

  it('gives the same id for the same words on every machine', () => {
    expect(mintId('tide-tables', 'Nobody wrote them down.', 0, free)).toMatchInlineSnapshot(
      `"qk7ejt4kx"`,
    );
  });

  it('is q and eight Crockford characters', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (words, occurrence) => {
        expect(mintId('tide-tables', words, occurrence, free)).toMatch(/^q[0-9a-hjkmnp-tv-z]{8}$/);
      }),
    );
  });

  it('tells equal words apart by their occurrence, and episodes by their key', () => {
    const ids = [
      mintId('a', 'Yes.', 0, free),
      mintId('a', 'Yes.', 1, free),
      mintId('b', 'Yes.', 0, free),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('takes the next counter when the id was ever used', () => {
    const first = mintId('a', 'Yes.', 0, free);
    const second = mintId('a', 'Yes.', 0, (id) => id === first);
    expect(second).not.toBe(first);
    expect(mintId('a', 'Yes.', 0, (id) => id === first)).toBe(second);
  });
});
