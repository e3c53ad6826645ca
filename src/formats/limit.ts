import type { Limits, Transcript } from '../archive/model.ts';
import { normalizeLabel } from '../archive/label.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';

/** How much one file may hold, unless `archive.yaml` says otherwise. */
export const defaultLimits: Limits = {
  fileBytes: 5_000_000,
  lineBytes: 64_000,
  quotes: 20_000,
  speakers: 200,
};

/**
 * Why a text is too much to be read: its bytes, or those of one of its lines, as UTF-8. A JSON file may be one long
 * line; there `findTooMany` looks at its quotes. To be asked before anything reads the text.
 *
 * findTooLarge('a'.repeat(6_000_000), 'content/episodes/talk/12.md') // => [{ rule: 'file-too-large', … }]
 */
export function findTooLarge(
  text: string,
  file: string,
  { fileBytes, lineBytes }: Limits = defaultLimits,
): Problem[] {
  const bytes = isPossiblyOver(text.length, fileBytes) ? bytesOf(text) : 0;
  const tooMuch = findTooManyBytes(bytes, file, { fileBytes });
  if (tooMuch.length > 0) return tooMuch;
  if (file.endsWith('.json') || !isPossiblyOver(text.length, lineBytes)) return [];
  const problems: Problem[] = [];
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (isPossiblyOver(end - start, lineBytes)) {
      const length = bytesOf(text.slice(start, end));
      if (length > lineBytes) problems.push(tooLong(file, line, 'line', length, lineBytes));
    }
    start = end + 1;
  }
  return problems;
}

/** Why a file of so many bytes is too much to be read. */
export const findTooManyBytes = (
  bytes: number,
  file: string,
  { fileBytes }: Pick<Limits, 'fileBytes'> = defaultLimits,
): Problem[] => (bytes > fileBytes ? [tooLarge(file, bytes, fileBytes)] : []);

/**
 * Whether a transcript has more quotes or speakers than one recording can have, or a quote that is longer than a
 * line may be.
 *
 * findTooMany({ parts: [] }, 'content/episodes/talk/12.md') // => []
 */
export function findTooMany(
  { parts }: Transcript,
  file: string,
  { lineBytes, quotes: mostQuotes, speakers: mostSpeakers }: Limits = defaultLimits,
): Problem[] {
  const problems: Problem[] = [];
  const labels = new Set<string>();
  let quotes = 0;
  for (const part of parts) {
    if (part.type !== 'speech') continue;
    if (part.label !== null) labels.add(normalizeLabel(part.label));
    quotes += part.passages.length;
    for (const { content, place } of part.passages) {
      const text = plainText(content);
      const bytes = isPossiblyOver(text.length, lineBytes) ? bytesOf(text) : 0;
      if (bytes > lineBytes) problems.push(tooLong(file, place.line, 'quote', bytes, lineBytes));
    }
  }
  if (quotes > mostQuotes) problems.push(tooMany(file, 'quotes', quotes, mostQuotes));
  if (labels.size > mostSpeakers)
    problems.push(tooMany(file, 'speakers', labels.size, mostSpeakers));
  return problems;
}

/** A character has three bytes at most for each of its units. */
const isPossiblyOver = (length: number, bytes: number): boolean => length * 3 > bytes;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const count = (value: number): string => value.toLocaleString('en');

/** What a keeper types who wants it all the same. */
const raise = (name: keyof Limits, value: number): string =>
  `type in \`archive.yaml\`:\nlimits:\n  ${name}: ${roundUp(value)}`;

/** The next number with one figure that is not 0. */
function roundUp(value: number): number {
  const unit = 10 ** (String(value).length - 1);
  return Math.ceil(value / unit) * unit;
}

const tooLarge = (file: string, bytes: number, most: number): Problem => ({
  rule: 'file-too-large',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected file of ${count(bytes)} bytes, expected at most ${count(most)}`,
  mend: `It is not read. Split it into one file for each recording. If it must be so large, ${raise('fileBytes', bytes)}`,
});

const tooLong = (
  file: string,
  line: number,
  what: 'line' | 'quote',
  bytes: number,
  most: number,
): Problem => ({
  rule: 'line-too-long',
  severity: 'error',
  file,
  place: { line, column: 1 },
  message: `Unexpected ${what} of ${count(bytes)} bytes, expected at most ${count(most)}: nobody can cite it`,
  mend: `Make paragraphs of it, with an empty line between two. If it must be so long, ${raise('lineBytes', bytes)}`,
});

const tooMany = (
  file: string,
  what: 'quotes' | 'speakers',
  found: number,
  most: number,
): Problem => ({
  rule: what === 'quotes' ? 'too-many-quotes' : 'too-many-speakers',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected ${count(found)} ${what} in one episode, expected at most ${count(most)}`,
  mend:
    what === 'quotes'
      ? `Split it into one file for each recording. If it is one, ${raise('quotes', found)}`
      : `Look whether words before a colon were taken for names. If so many people speak, ${raise('speakers', found)}`,
});
