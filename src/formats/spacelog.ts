import type { Inline } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { Cue, CuePart, Draft, Format } from './draft.ts';

/** Time since launch: days, hours, minutes, seconds; before launch with a minus. */
const stamp = /^\[(-?)(\d{1,3}):(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)\]\s*/;
const utterance = /^([A-Za-z0-9][A-Za-z0-9_/ .&'?-]{0,30}?|\.{3}):\s?(.*)$/;
const metadata = /^_(\w+)\s*:/;

/**
 * A mission log as Spacelog has it. Times count from launch; where some are before it, all are moved so that the
 * first is 0, and it is said. Notes are notes; pages, tapes, comments and glossary marks are left out.
 *
 * Specification: https://github.com/Spacelog/Spacelog/wiki/Transcript-file-format
 *
 * parseSpacelog('[00:00:00:02]\nCDR: The clock is running.', 'TEC')
 * // => { body: { cues: [{ label: 'CDR', content: ['The clock is running.'], startTime: 2, … }] }, … }
 */
export function parseSpacelog(text: string, file: string): Draft {
  const parts: CuePart[] = [];
  const problems: Problem[] = [];
  let seconds: number | undefined;
  let open: { content: readonly Inline[] } | undefined;
  let isSkipping = false;
  for (const [index, given] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const place = { line: index + 1, column: 1 };
    const match = stamp.exec(given);
    const line = match ? given.slice(match[0].length) : given;
    if (match) {
      seconds = secondsOf(match);
      open = undefined;
      isSkipping = false;
    }
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) {
      if (open) open.content = [`${String(open.content[0])} ${wordsOf(line)}`];
      else if (!isSkipping) problems.push(unread(file, index + 1, line));
      continue;
    }
    const [, name] = metadata.exec(line) ?? [];
    if (name !== undefined) {
      isSkipping = true;
      open = undefined;
      const said = noteOf(name, line.slice(line.indexOf(':') + 1));
      if (said !== undefined)
        parts.push({ type: 'note', content: [said], ...timeOf(seconds), place });
      continue;
    }
    if (/^\(.+\)\s*$/.test(line)) {
      parts.push({ type: 'note', content: [line.trim().slice(1, -1)], ...timeOf(seconds), place });
      continue;
    }
    const [, label, words] = utterance.exec(line) ?? [];
    if (label === undefined || words === undefined) {
      problems.push(unread(file, index + 1, line));
      continue;
    }
    const cue: Cue = {
      type: 'cue',
      // `...:` is somebody whom nobody could tell.
      label: label === '...' ? null : label,
      content: [wordsOf(words)],
      ...timeOf(seconds),
      startsParagraph: true,
      place,
    };
    open = cue as { content: readonly Inline[] };
    parts.push(cue);
    isSkipping = false;
  }
  const earliest = parts.reduce((least, { startTime = 0 }) => Math.min(least, startTime), 0);
  if (earliest < 0) problems.push(moved(file, -earliest));
  return {
    facts: {},
    body: { cues: earliest < 0 ? parts.map((part) => moveBy(part, -earliest)) : parts },
    problems,
  };
}

const timeOf = (seconds: number | undefined): { startTime?: number } =>
  seconds === undefined ? {} : { startTime: seconds };

function secondsOf(match: RegExpExecArray): number {
  const [, sign, days, hours, minutes, rest] = match;
  const size = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return sign === '-' ? -size : size;
}

/** `[glossary:P11|the program]` and `[time:22|later]` are their words. */
const wordsOf = (text: string): string =>
  text
    .replace(
      /\[(?:glossary|time):([^|\]]*)(?:\|([^\]]*))?\]/g,
      (_, key: string, shown?: string) => shown ?? key,
    )
    .replace(/\s+/g, ' ')
    .trim();

/** What a metadata line says that a reader may hear of: notes and extras; the rest tells of paper and of pictures. */
function noteOf(name: string, value: string): string | undefined {
  if (!['note', 'extra'].includes(name)) return undefined;
  const words = wordsOf(value.trim().replace(/^"|"$/g, ''));
  return words === '' ? undefined : words;
}

const moveBy = (part: CuePart, seconds: number): CuePart =>
  part.startTime === undefined ? part : { ...part, startTime: part.startTime + seconds };

/** Logs of space missions. */
export const spacelog: Format = {
  name: 'spacelog',
  title: 'Spacelog',
  endings: [],
  detect: ({ text }) => {
    const lines = text.slice(0, 5000).split(/\r\n|\n|\r/);
    const stamps = lines.filter((line) => stamp.test(line)).length;
    return stamps > 1 && lines.some((line) => utterance.test(line)) ? 0.9 : 0;
  },
  read: ({ path, text }) => [parseSpacelog(text, path)],
};

const unread = (file: string, line: number, words: string): Problem => ({
  rule: 'spacelog-line',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected line \`${words.trim().slice(0, 60)}\`, expected \`CDR: words\``,
  mend: 'It is left out. Put who says it before it, and import again.',
});

const moved = (file: string, seconds: number): Problem => ({
  rule: 'times-moved',
  severity: 'warning',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected times before the start, expected times from 0: all are ${seconds} s later here`,
  mend: 'Keep it in mind where times are compared with another log of the same mission.',
});
