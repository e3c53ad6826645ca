import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isUtf8 } from 'node:buffer';
import type { Problem } from '../archive/problem.ts';
import { compareText } from '../archive/order.ts';

/** One file of the content folder, as text. */
export interface TextFile {
  /** Inside the content folder, with slashes on every system: `speakers/jo-field.md`. */
  readonly path: string;
  /** As shown to people: `content/speakers/jo-field.md`. */
  readonly file: string;
  readonly text: string;
}

/** Transcripts that `ids` keeps compressed beside a ledger: no text, read only when they are needed. */
const keptTranscript = /^ledger\/[a-z0-9-]+\.gz$/;

/** Files read at the same time; more gains nothing and may exceed what the system lets be open. */
const together = 32;

/**
 * Every file below a folder, as text, by path. What is no plain UTF-8 file becomes a problem: symbolic
 * links are not followed, and an invalid byte is never replaced. Files and folders whose names start with
 * a dot are left alone. Files of `without` are not read.
 */
export async function readFolder(
  folder: string,
  shownAs: string,
  options: { readonly without?: ReadonlySet<string> } = {},
): Promise<{ files: TextFile[]; problems: Problem[] }> {
  const { paths: all, problems } = await listFiles(folder, shownAs);
  const paths = all.filter(
    (inside) => !keptTranscript.test(inside) && !options.without?.has(inside),
  );
  const files: TextFile[] = [];
  for (let start = 0; start < paths.length; start += together) {
    const batch = paths.slice(start, start + together);
    const read = await Promise.all(batch.map((inside) => readFile(path.join(folder, inside))));
    read.forEach((bytes, index) => {
      const inside = batch[index]!;
      const file = `${shownAs}/${inside}`;
      if (isUtf8(bytes)) files.push({ path: inside, file, text: bytes.toString('utf8') });
      else problems.push(notUtf8(file, bytes));
    });
  }
  return { files, problems };
}

/** The files below a folder by their paths inside it, with slashes. Nothing that is no plain file is among them. */
export async function listFiles(
  folder: string,
  shownAs: string,
): Promise<{ paths: string[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const paths: string[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      if (entry.name.startsWith('.')) continue;
      const inside = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(inside);
      else if (entry.isFile()) paths.push(inside);
      else problems.push(notAFile(`${shownAs}/${inside}`, entry.isSymbolicLink()));
    }
  };
  await walk('');
  return { paths, problems };
}

/** Whether there is a folder at all. */
export async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}

function notAFile(file: string, isLink: boolean): Problem {
  return {
    rule: isLink ? 'symbolic-link' : 'not-a-file',
    severity: 'error',
    file,
    message: isLink
      ? 'Unexpected symbolic link, expected a file: what it points at could lie anywhere'
      : 'Unexpected device, socket or pipe, expected a file',
    mend: isLink ? 'Put a copy of the file here instead of the link.' : 'Delete it.',
  };
}

function notUtf8(file: string, bytes: Uint8Array): Problem {
  const offset = firstInvalidByte(bytes);
  const value = bytes[offset]?.toString(16).padStart(2, '0').toUpperCase() ?? 'end of file';
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
  return {
    rule: 'not-utf-8',
    severity: 'error',
    file,
    place: { line, column: 1 },
    message: `Unexpected byte ${value} at offset ${offset}, expected UTF-8`,
    mend: 'Save the file again with the encoding UTF-8; in most editors that is a choice of “Save as”.',
  };
}

/** The offset of the first byte of the first character that is none in UTF-8. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A prefix that ends within a character is valid so far; `stream` accepts it, a wrong byte it does not.
  const isValidSoFar = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isValidSoFar(middle + 1)) low = middle + 1;
    else high = middle;
  }
  // What cannot go on began up to three bytes before.
  for (let start = low; start > low - 4 && start >= 0; start--) {
    if (isUtf8(bytes.subarray(0, start))) return start;
  }
  return low;
}
