import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Two cores are common: more workers than that make builds and browsers wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // How fast a page answers is measured by the bench; a test waits until it does.
    expect: { poll: { timeout: 30_000 } },
    globalSetup: new URL('../src/testing/shared-folder.ts', import.meta.url).pathname,
  },
});
