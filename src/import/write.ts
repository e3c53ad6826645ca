import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../archive/order.ts';
import { writeWhole } from '../store/whole-file.ts';
import type { PlannedFile } from './plan.ts';

/** What import remembers of a file it wrote: where it came from, and a digest that tells when a person edited it. */
export interface Receipt {
  readonly source: string;
  readonly path: string;
  readonly digest: string;
  /** Of the file that it came from, where that was a single one. */
  readonly origin?: string;
  /** Of what was there before, until the new text is known to be written. */
  readonly before?: string;
}

/** Beside the content, of no interest to it: files whose names start with a dot are left alone. */
const receiptsFile = '.imported.jsonl';

export async function readReceipts(content: string): Promise<Receipt[]> {
  try {
    const text = await readFile(path.join(content, receiptsFile), 'utf8');
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Receipt]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export interface Written {
  readonly written: readonly string[];
  readonly same: number;
  /** Left as a person edited them. */
  readonly edited: readonly string[];
}

/**
 * Writes planned files, each whole or not at all, and remembers them at the end. A file that a person
 * edited since it was imported is left as it is unless `force`; stopped halfway, a repeat completes it.
 */
export async function writePlan(
  content: string,
  files: readonly PlannedFile[],
  options: { readonly force: boolean },
): Promise<Written> {
  const receipts = new Map((await readReceipts(content)).map((receipt) => [receipt.path, receipt]));
  const pending: PlannedFile[] = [];
  const edited: string[] = [];
  let same = 0;
  for (const file of files) {
    const there = await readText(path.join(content, file.path));
    const known = receipts.get(file.path);
    const digest = digestOf(file.text);
    const own = {
      source: file.source ?? '',
      path: file.path,
      digest,
      ...(file.origin !== undefined && { origin: file.origin }),
    };
    if (there === file.text) same++;
    else if (there === undefined) pending.push(file);
    else if (options.force || [known?.digest, known?.before].includes(digestOf(there))) {
      pending.push(file);
      receipts.set(file.path, { ...own, before: digestOf(there) });
      continue;
    } else {
      edited.push(file.path);
      continue;
    }
    receipts.set(file.path, own);
  }
  // The receipts come first: whatever is written after them is known as ours, also after a stop.
  await writeReceipts(content, receipts);
  for (const file of pending) await writeWhole(path.join(content, file.path), file.text);
  for (const [file, { before: _before, ...receipt }] of receipts) receipts.set(file, receipt);
  await writeReceipts(content, receipts);
  return { written: pending.map((file) => file.path), same, edited };
}

async function writeReceipts(
  content: string,
  receipts: ReadonlyMap<string, Receipt>,
): Promise<void> {
  const lines = [...receipts.values()].sort((a, b) => compareText(a.path, b.path));
  const text = lines.map((receipt) => `${JSON.stringify(receipt)}\n`).join('');
  const file = path.join(content, receiptsFile);
  if ((await readText(file)) !== text && text !== '') await writeWhole(file, text);
}

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
