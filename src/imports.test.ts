import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Who may import whom: everything may import these two, they import nothing further out. */
const inner: Readonly<Record<string, readonly string[]>> = {
  archive: ['archive'],
  formats: ['archive', 'formats'],
};
const forbidden =
  /^(?:node:(?:fs|path|process|os|child_process|http|timers)|astro(?!\/zod$)|pagefind)/;

it.each(Object.entries(inner))(
  'src/%s imports only inward, and nothing that reads or writes',
  (folder, allowed) => {
    const wrong: string[] = [];
    for (const file of globSync(`src/${folder}/**/*.ts`).filter(
      (name) => !name.endsWith('.test.ts'),
    )) {
      for (const [, from] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm,
      )) {
        const target = path
          .relative('src', path.resolve(path.dirname(file), from!))
          .split(path.sep)[0]!;
        if (from!.startsWith('.') ? !allowed.includes(target) : forbidden.test(from!))
          wrong.push(`${file}: ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
