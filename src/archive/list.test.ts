import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paginate } from './list.ts';

it('numbers pages from the oldest and shows the newest at the bare address', () => {
  expect(paginate(['a', 'b', 'c'], 2)).toEqual({
    newest: ['c'],
    pages: [{ number: 1, items: ['b', 'a'] }],
    total: 3,
  });
});

it('gives a list that is exactly one page no number', () => {
  expect(paginate(['a', 'b'], 2)).toEqual({ newest: ['b', 'a'], pages: [], total: 2 });
});

it('keeps the items of every numbered page when newer items come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat()),
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 9 }),
      (old, more, size) => {
        const before = paginate(old, size).pages;
        const after = paginate([...old, ...more], size).pages;
        expect(after.slice(0, before.length)).toEqual(before);
      },
    ),
  );
});

it('keeps the number and the items of a page when the oldest are not listed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(5),
      (items, size, left) => {
        const whole = paginate(items, size);
        const skipped = Math.min(left, Math.max(0, whole.pages.length - 2)) * size;
        const cut = paginate(items.slice(skipped), size, skipped);
        expect(cut).toEqual({ ...whole, pages: whole.pages.slice(skipped / size) });
      },
    ),
  );
});

it('shows every item somewhere', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, size) => {
      const { newest, pages } = paginate(items, size);
      const shown = new Set([...newest, ...pages.flatMap((page) => page.items)]);
      expect(shown).toEqual(new Set(items));
    }),
  );
});
