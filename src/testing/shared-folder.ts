import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run alone, for what several test files read. */
    readonly shared: string;
  }
}

/** Makes the folder that the test files of one run share, and removes it when they have ended. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shared-'));
  provide('shared', folder);
  // Tests start hundreds of processes of the same sources: those are compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= path.resolve(
    import.meta.dirname,
    '../../node_modules/.cache/compiled',
  );
  return () => rm(folder, { recursive: true, force: true });
}
