import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, parseCatalog, type Row, serializeCatalog } from './catalog.ts';

const empty: Catalog = {
  shows: [],
  speakers: [],
  voices: [],
  topics: [],
  roles: [],
  languages: [],
  statuses: [],
  episodes: [],
  rows: [],
};

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const place = fc.nat({ max: 9 });
const named = fc.array(
  fc.oneof(
    fc.tuple(text, text),
    fc.constantFrom(['jo-field', 'Jo Field'] as const, ['jo-field', 'JF'] as const),
    fc.constantFrom(['tang-feng', '唐鳳'] as const, ['-', '唐鳳'] as const, ['', ''] as const),
  ),
  { maxLength: 5 },
);
const maybe = fc.option(place, { nil: undefined });

/** Rows in the order of their parts, as they are made. */
const rows = fc
  .array(
    fc.record({
      newPart: fc.boolean(),
      episode: place,
      voice: place,
      role: maybe,
      topics: fc.array(place, { maxLength: 3 }),
      // As it comes back: powers of two.
      longest: fc.nat({ max: 12 }).map((power) => 2 ** power),
    }),
    { maxLength: 12 },
  )
  .map((made) => {
    let part = 0;
    return made.map(({ newPart, ...row }, number): Row => {
      if (newPart && number > 0) part++;
      return { number, part, ...row };
    });
  });

const catalog: fc.Arbitrary<Catalog> = fc.record({
  shows: named,
  speakers: named,
  voices: fc.array(text, { maxLength: 3 }),
  topics: named,
  roles: fc.array(text, { maxLength: 3 }),
  languages: fc.array(text, { maxLength: 3 }),
  statuses: fc.array(text, { maxLength: 3 }),
  episodes: fc.array(
    fc.record({
      key: text,
      title: text,
      date: fc.constantFrom(undefined, '2024-03-02', '1999-12-31'),
      show: place,
      language: place,
      status: maybe,
      topics: fc.array(place, { maxLength: 3 }),
      isPlayable: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  rows,
});

describe('a catalog', () => {
  it('of an archive in which nobody speaks is empty', () => {
    expect(parseCatalog(serializeCatalog(empty))).toEqual(empty);
  });

  it('comes back as it was published', () => {
    fc.assert(
      fc.property(catalog, (made) => {
        expect(parseCatalog(serializeCatalog(made))).toEqual(made);
      }),
    );
  });

  it('keeps parts apart in which there is no row', () => {
    const row = { episode: 0, voice: 0, role: undefined, topics: [], longest: 1 };
    const made = {
      ...empty,
      rows: [
        { ...row, number: 0, part: 1 },
        { ...row, number: 1, part: 4 },
      ],
    };
    expect(parseCatalog(serializeCatalog(made))).toEqual(made);
  });

  it('never says of a quote that it is shorter than it is', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (longest) => {
        const row = { number: 0, part: 0, episode: 0, voice: 0, role: undefined, topics: [] };
        const [back] = parseCatalog(
          serializeCatalog({ ...empty, rows: [{ ...row, longest }] }),
        ).rows;
        expect(back!.longest).toBeGreaterThanOrEqual(longest);
        expect(back!.longest).toBeLessThanOrEqual(Math.max(1, 2 * longest));
      }),
    );
  });
});
