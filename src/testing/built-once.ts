import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { build } from './build.ts';

/** Where a content folder and the site built from it are. Both are only read. */
export interface BuiltOnce {
  readonly content: string;
  readonly out: string;
}

/**
 * A site that several test files read, built by the first of them that asks for it.
 *
 * await builtOnce('topics-ar', (content) => writeTopicContent(content, 'ar'))
 */
export async function builtOnce(
  name: string,
  write: (content: string) => Promise<void>,
  env: Record<string, string> = {},
): Promise<BuiltOnce> {
  const folder = path.join(inject('shared'), name);
  const built = { content: path.join(folder, 'content'), out: path.join(folder, 'site') };
  const ended = path.join(folder, 'ended');
  try {
    // Only one can make it.
    await mkdir(folder);
  } catch {
    while (!existsSync(ended)) await setTimeout(100);
    if (!existsSync(built.out))
      throw new Error(`The build of ${name} failed in another test file.`);
    return built;
  }
  try {
    await write(built.content);
    await build(built.content, built.out, env);
  } finally {
    await writeFile(ended, '');
  }
  return built;
}

/** The site of the content that is here, built where the day begins first: no page may show that. */
export const builtHere = (): Promise<BuiltOnce> =>
  builtOnce('here', (content) => cp(path.resolve('content'), content, { recursive: true }), {
    TZ: 'Pacific/Kiritimati',
  });
