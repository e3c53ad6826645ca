import { rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { keptPath } from '../store/record-path.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { Holdings } from './holdings.ts';
import type { TakedownPlan } from './plan.ts';

/** Writes a takedown, each file whole or not at all. Stopped anywhere, the words are not shown; a repeat completes it. */
export async function writeTakedown(
  { folder, loaded }: Holdings,
  { files, kept, object }: TakedownPlan,
): Promise<void> {
  for (const { path: inside, text } of files) {
    const file = path.join(folder, inside);
    if (text === undefined) await rm(file, { force: true });
    else await writeWhole(file, text);
  }
  if (object !== undefined) await loaded.repository?.keep(object);
  for (const { key, text } of kept) {
    const file = path.join(folder, keptPath(key));
    if (text === undefined) await rm(file, { force: true });
    else await writeWhole(file, gzipSync(text, { level: 9 }));
  }
}
