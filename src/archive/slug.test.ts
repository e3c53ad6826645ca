import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isId, slugOf } from './slug.ts';

it.each([
  ['Jo Field', 'jo-field'],
  ['Zoé Müller', 'zoe-muller'],
  ['O’Neill', 'oneill'],
  ['唐鳳', 'tangfeng'],
  ['../../etc/passwd', 'etc-passwd'],
  ['— …', ''],
])('makes %j into %j', (name, slug) => expect(slugOf(name)).toBe(slug));

it('gives an id or nothing, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const slug = slugOf(name);
      expect(slug === '' || isId(slug)).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(80);
    }),
  );
});

it.each(['', '-a', 'a-', 'A', 'a b', 'a.b', '..', 'ä', 'a/b'])('refuses %j as an id', (name) =>
  expect(isId(name)).toBe(false),
);
