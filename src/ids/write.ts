import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LoadedArchive } from '../store/archive.ts';
import { keptPath } from '../store/record-path.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { IdsPlan } from './plan.ts';

/**
 * Writes ledgers and histories, each file whole or not at all. The transcripts they were made from are kept
 * where they can be read again: as objects of the repository, else compressed beside the ledger.
 */
export async function writeIds(
  folder: string,
  { repository }: LoadedArchive,
  plan: IdsPlan,
): Promise<void> {
  const made = plan.changed
    .map(({ ledger }) => ledger)
    .filter((ledger) => ledger.gone === undefined);
  if (repository) {
    const missing = new Set(await repository.missing(made.map((ledger) => ledger.transcript)));
    for (const ledger of made) {
      if (missing.has(ledger.transcript))
        await repository.keep(await readFile(path.join(folder, ledger.path), 'utf8'));
      await rm(path.join(folder, keptPath(ledger.key)), { force: true });
    }
  } else {
    for (const ledger of made) {
      const text = await readFile(path.join(folder, ledger.path));
      await writeWhole(path.join(folder, keptPath(ledger.key)), gzipSync(text, { level: 9 }));
    }
  }
  for (const { path: inside, text } of plan.files) {
    const file = path.join(folder, inside);
    await mkdir(path.dirname(file), { recursive: true });
    if (text === undefined) await rm(file, { force: true });
    else await writeWhole(file, text);
  }
}
