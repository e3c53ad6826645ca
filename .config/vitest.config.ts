import { configDefaults, defineConfig } from 'vitest/config';
import { isExampleThere, testsOfExample } from '../src/testing/example.ts';

const root = new URL('..', import.meta.url).pathname;
const leftOut = isExampleThere(root) ? [] : testsOfExample(root);
if (leftOut.length > 0)
  console.warn(
    `Left out, since the example archive is not here any more: ${leftOut.length} test files that read it.`,
  );

export default defineConfig({
  test: {
    root,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...leftOut],
    // Two cores are common: more workers than that make builds and browsers wait for each other.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // How fast a page answers is measured by the bench; a test waits until it does.
    expect: { poll: { timeout: 30_000 } },
    globalSetup: new URL('../src/testing/shared-folder.ts', import.meta.url).pathname,
  },
});
