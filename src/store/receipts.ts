import path from 'node:path';
import { isFolder, readFolder, type TextFile } from './folder.ts';
import { writeWhole } from './whole-file.ts';

/** What import remembers of a transcript it wrote: where it came from, and a digest that tells when a person edited it. */
export interface Receipt {
  readonly source: string;
  /** Inside the content folder. */
  readonly path: string;
  readonly digest: string;
  /** Of the file that it came from, where that was a single one. */
  readonly origin?: string;
  /** Of what was there before, until the new text is known to be written. */
  readonly before?: string;
}

/**
 * Beside the content, of no interest to it: names that start with a dot are left alone. One file for each
 * transcript, so that two people who each bring one do not change the same file.
 */
const folder = '.imported';

/**
 * Where the receipt of a transcript is, inside the content folder.
 *
 * receiptPath('episodes/talk/tides.md') // => '.imported/talk/tides.json'
 */
export const receiptPath = (transcript: string): string =>
  `${folder}/${transcript.replace(/^episodes\//, '').replace(/\.\w+$/, '')}.json`;

/** All receipts, by the path of the transcript. One that somebody damaged is none: its transcript counts as edited. */
export async function readReceipts(content: string): Promise<Receipt[]> {
  const files = await readReceiptFiles(content, content);
  return files.flatMap(({ path: inside, text }) => {
    const receipt = parseReceipt(text);
    return receipt && receiptPath(receipt.path) === inside ? [receipt] : [];
  });
}

/** The files themselves, for whoever has to know all that is kept. */
export async function readReceiptFiles(content: string, shownAs: string): Promise<TextFile[]> {
  const root = path.join(content, folder);
  if (!(await isFolder(root))) return [];
  const { files } = await readFolder(root, `${shownAs}/${folder}`);
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}

/** Writes the receipt of a transcript, whole or not at all. */
export const writeReceipt = (content: string, receipt: Receipt): Promise<void> =>
  writeWhole(path.join(content, receiptPath(receipt.path)), serializeReceipt(receipt));

const serializeReceipt = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`;

function parseReceipt(text: string): Receipt | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { source, path: transcript, digest } = Object(data) as Record<string, unknown>;
  const isWhole = [source, transcript, digest].every((value) => typeof value === 'string');
  return isWhole ? (data as Receipt) : undefined;
}
