import { isAnonymousLabel, normalizeLabel } from '../archive/label.ts';
import { parseTimestamp } from '../archive/time.ts';
import type { Cue, CuePart, Draft, Format } from './draft.ts';
import { looksLikeLabel } from './label.ts';

const clock = String.raw`(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;
/** `[00:04:33]`, `(4:33)`, `00:04:33`, and the end of a span, which is left out. */
const stamp = String.raw`[[(]?(${clock})(?:\s*(?:-->|-|–|—|to)\s*${clock})?[\])]?`;

/** A time at the start of a line: `[00:04:33] Jo Field: …`. */
const leading = new RegExp(String.raw`^\s*${stamp}(?:\s*[-–—]\s*|\s+|$)`);
/** A name and a time on a line of their own: `Jo Field  4:33`, `Jo Field (00:04:33):`. */
const alone = new RegExp(
  String.raw`^\s*([^\s:：[(][^:：[(]{0,58}?)\s*[-–—,]?\s*${stamp}\s*[:：]?\s*$`,
);
/** `Jo Field: …`, `Jo Field (4:33): …`. */
const labelled = new RegExp(
  String.raw`^\s*([^\s:：[(][^:：[(]{0,58}?)\s*(?:${stamp})?\s*[:：](?=\s|$|(?<=：))\s*`,
);
const note = /^\s*(?:\[[^\]]+\]|\([^)]+\))\s*$/;

interface Line {
  readonly text: string;
  readonly line: number;
  readonly label?: string;
  readonly seconds?: number;
}

/**
 * A transcript as people type it and as services export it: a name with a colon, or a name and a time on a line of
 * their own, and the words; times in brackets or without. An empty line parts paragraphs. Who stands before a colon
 * once, and looks like no name, is speech.
 *
 * parsePlainText('Jo Field: Nobody wrote.\n\nAnn (0:09): No.', 'a.txt') // =>
 * { body: { cues: [{ label: 'Jo Field', … }, { label: 'Ann', startTime: 9, … }] }, … }
 */
export function parsePlainText(text: string): Draft {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const names = findNames(lines);
  const parts: CuePart[] = [];
  let open: { -readonly [Key in keyof Cue]: Cue[Key] } | undefined;
  /** A name or a time whose words come below. */
  let waiting: Line | undefined;
  const start = ({ text: words, line, label, seconds }: Line): void => {
    open = {
      type: 'cue',
      ...(label !== undefined && { label }),
      content: words === '' ? [] : [words],
      ...(seconds !== undefined && { startTime: seconds }),
      startsParagraph: true,
      place: { line, column: 1 },
    };
    parts.push(open);
  };
  for (const [index, given] of lines.entries()) {
    const line = readLine(given, index + 1, names);
    if (waiting?.label !== undefined && line.label !== undefined) {
      // Somebody else speaks before the words came: who was to say them says nothing.
      start(waiting);
      waiting = undefined;
    }
    if (line.text === '' && line.label === undefined && line.seconds === undefined) {
      open = undefined;
    } else if (line.text === '') {
      waiting = { ...waiting, ...line };
      open = undefined;
    } else if (line.label === undefined && line.seconds === undefined && note.test(line.text)) {
      parts.push(noteOf(line));
      open = undefined;
    } else if (waiting) {
      start({ ...waiting, ...line });
      waiting = undefined;
    } else if (line.label !== undefined || line.seconds !== undefined || !open) start(line);
    else open.content = [`${String(open.content[0])} ${line.text}`];
  }
  if (waiting) start(waiting);
  return { facts: {}, body: { cues: parts }, problems: [] };
}

const noteOf = ({ text, line }: Line): CuePart => ({
  type: 'note',
  content: [text.replace(/^[[(]|[\])]$/g, '')],
  place: { line, column: 1 },
});

/** What a line says: a time, a name, and the words after them. */
function readLine(given: string, line: number, names: ReadonlySet<string>): Line {
  const { rest, seconds: before } = cutTime(given);
  const { label, seconds: behind, text } = cutLabel(rest, names);
  const seconds = before ?? behind;
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    line,
    ...(label !== undefined && { label }),
    ...(seconds !== undefined && { seconds }),
  };
}

function cutTime(line: string): { rest: string; seconds?: number } {
  const match = leading.exec(line);
  const seconds = match ? parseTimestamp(match[1]!) : undefined;
  return match && seconds !== undefined
    ? { rest: line.slice(match[0].length), seconds }
    : { rest: line };
}

function cutLabel(
  text: string,
  names: ReadonlySet<string>,
): { label?: string; seconds?: number; text: string } {
  const found = findLabel(text);
  if (!found || !names.has(found.label)) return { text };
  const { label, seconds, end } = found;
  return { label, ...(seconds !== undefined && { seconds }), text: text.slice(end) };
}

interface FoundLabel {
  readonly label: string;
  readonly seconds?: number;
  readonly end: number;
  /** With a time, or alone in its line: hardly speech. */
  readonly isSure: boolean;
}

function findLabel(text: string): FoundLabel | undefined {
  if (text.length > 10_000 && !/[:：]/.test(text.slice(0, 120))) return undefined;
  const match = alone.exec(text.slice(0, 120)) ?? labelled.exec(text.slice(0, 120));
  if (!match) return undefined;
  const label = normalizeLabel(match[1]!);
  const seconds = match[2] === undefined ? undefined : parseTimestamp(match[2]);
  if (label === '' || /^\d+$/.test(label) || /^(?:https?|ftp|mailto)$/i.test(label))
    return undefined;
  const end = match[0].length;
  const isAlone = text.slice(end).trim() === '';
  return {
    label,
    ...(seconds !== undefined && { seconds }),
    end,
    isSure: seconds !== undefined || isAlone,
  };
}

/** Who speaks in a file: whom a time follows, who stands there more than once, and who looks like a name. */
function findNames(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const found = findLabel(cutTime(line).rest);
    if (!found) continue;
    const { label, isSure } = found;
    const isName = isAnonymousLabel(label) || looksLikeLabel(label);
    if (!isName && !(isSure && found.seconds !== undefined)) continue;
    const isFull = isAnonymousLabel(label) || label.includes(' ') || isCapital.test(label);
    counts.set(label, (counts.get(label) ?? 0) + (isSure || isFull ? 2 : 1));
  }
  return new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

const isCapital = /^[\p{Lu}\p{N}\s.'’_-]{2,}$/u;

/** Text that people type and services export. */
export const plainText: Format = {
  name: 'plain-text',
  title: 'Plain text (Name: words)',
  endings: ['.txt', '.text'],
  detect: ({ text, path }) => {
    // Markdown, HTML, JSON and XML are texts, too, and none of these.
    if (/^\ufeff?\s*[<{[]/.test(text) && !leading.test(text) && !note.test(text.split('\n', 1)[0]!))
      return 0;
    if (/\.(?:md|mdx|html?|json|xml)$/i.test(path)) return 0;
    const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/);
    if (findNames(lines).size > 0) return 0.55;
    return /\.te?xt$/i.test(path) && text.trim() !== '' ? 0.5 : 0;
  },
  read: ({ text }) => [parsePlainText(text)],
};
