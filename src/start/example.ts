import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { compareText } from '../archive/order.ts';

/** A file of a content folder: where it is, and what it says. */
export interface Found {
  readonly path: string;
  readonly text: string;
}

export interface Emptying {
  /** Files of the example, to be deleted. */
  readonly gone: readonly string[];
  /** Files that somebody wrote or changed: they stay. */
  readonly kept: readonly string[];
}

/** Which files the example archive has, each with a digest of what it says. */
export const exampleDigests = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL('./example.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;

/** As git keeps the file on any system. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);

/** The files as `exampleDigests` has them. */
export const serializeDigests = (files: readonly Found[]): string => {
  const sorted = files.toSorted((a, b) => compareText(a.path, b.path));
  return `${JSON.stringify(Object.fromEntries(sorted.map(({ path, text }) => [path, digestOf(text)])), null, 2)}\n`;
};

/**
 * What of a content folder is the example, word for word, and what is somebody’s own. What commands wrote of
 * the example (ledger, history) goes with its transcript, whatever it says by now.
 *
 * planEmptying([{ path: 'shows/ours.md', text: '…' }], { 'shows/low-water.md': '…' })
 * // => { gone: [], kept: ['shows/ours.md'] }
 */
export function planEmptying(
  files: readonly Found[],
  example: Readonly<Record<string, string>>,
): Emptying {
  const isSame = ({ path, text }: Found): boolean => example[path] === digestOf(text);
  const own = files.filter((file) => !isRecord(file.path) && !isSame(file));
  const ownKeys = new Set(own.map(({ path }) => keyOf(path)));
  const isOwnRecord = ({ path }: Found): boolean =>
    example[path] === undefined || ownKeys.has(keyOf(path));
  const records = files.filter(({ path }) => isRecord(path) && path !== addresses);
  const ownRecords = records.filter(isOwnRecord);
  const kept = [
    ...own,
    ...ownRecords,
    // Addresses of one's own are in it too.
    ...files.filter(({ path }) => path === addresses && ownRecords.length > 0),
  ].map(({ path }) => path);
  const stay = new Set(kept);
  return {
    gone: files.map(({ path }) => path).filter((path) => !stay.has(path)),
    kept: kept.sort(compareText),
  };
}

const addresses = 'ledger/addresses.txt';
const isRecord = (path: string): boolean => /^(?:ledger|history)\//.test(path);

/** What an episode and its records are called alike. */
const keyOf = (path: string): string =>
  (path.startsWith('episodes/')
    ? path.split('/').slice(2).join('-')
    : path.replace(/^.*\//, '')
  ).replace(/\.[^.]+$/, '');
