import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readReceipts, type Receipt, writeReceipt } from '../store/receipts.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { PlannedFile } from './plan.ts';

export interface Written {
  readonly written: readonly string[];
  readonly same: number;
  /** Left as a person edited them. */
  readonly edited: readonly string[];
}

/**
 * Writes planned files, each whole or not at all, and remembers the transcripts among them. A file that a person
 * edited since it was imported is left as it is unless `force`; stopped halfway, a repeat completes it.
 */
export async function writePlan(
  content: string,
  files: readonly PlannedFile[],
  options: { readonly force: boolean },
): Promise<Written> {
  const receipts = new Map((await readReceipts(content)).map((receipt) => [receipt.path, receipt]));
  const written: string[] = [];
  const edited: string[] = [];
  let same = 0;
  for (const file of files) {
    const there = await readText(path.join(content, file.path));
    const known = receipts.get(file.path);
    const receipt = receiptOf(file);
    if (there === file.text) {
      same++;
      if (receipt && !isDeepStrictEqual(known, receipt)) await writeReceipt(content, receipt);
      continue;
    }
    const before = there === undefined ? undefined : digestOf(there);
    const isOwn = before === undefined || [known?.digest, known?.before].includes(before);
    if (!isOwn && !options.force) {
      edited.push(file.path);
      continue;
    }
    // The receipt comes first: whatever is written after it is known as ours, also after a stop.
    if (receipt)
      await writeReceipt(content, { ...receipt, ...(before !== undefined && { before }) });
    await writeWhole(path.join(content, file.path), file.text);
    if (receipt && before !== undefined) await writeReceipt(content, receipt);
    written.push(file.path);
  }
  return { written, same, edited };
}

/** Of what was made from a source; speakers, topics and shows are only ever added. */
const receiptOf = ({ source, path: inside, text, origin }: PlannedFile): Receipt | undefined =>
  source === undefined
    ? undefined
    : { source, path: inside, digest: digestOf(text), ...(origin !== undefined && { origin }) };

/** As short as it can be without two texts of an archive sharing it. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
