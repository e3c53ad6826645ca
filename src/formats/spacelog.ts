import type { Inline } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { Cue, CuePart, Draft, Format } from './draft.ts';
import type { SourceFile } from './source.ts';
import { type Crew, parseCrew, parseLaunchTime } from './spacelog-crew.ts';

/** Time since launch. */
const stamp = /^\[(-?\d{1,3}:\d{2}:\d{2}:\d{2}(?:\.\d+)?)\]\s*/;
const utterance = /^([A-Za-z0-9][A-Za-z0-9_/ .&'?-]{0,30}?|\.{3}):\s?(.*)$/;
const metadata = /^_(\w+)\s*:/;

/**
 * A mission log as Spacelog has it. Times count from launch; where some are before it, all are moved so that the
 * first is 0, and it is said. Notes are notes; pages, tapes, comments and glossary marks are left out. With a crew,
 * codes become the names of whoever had them at that time.
 *
 * Specification: https://github.com/Spacelog/Spacelog/wiki/Transcript-file-format
 *
 * parseSpacelog('[00:00:00:02]\nCDR: The clock is running.', 'TEC')
 * // => { body: { cues: [{ label: 'CDR', content: ['The clock is running.'], startTime: 2, … }] }, … }
 */
export function parseSpacelog(text: string, file: string, crew?: Crew): Draft {
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
      seconds = parseLaunchTime(match[1]!);
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
      label: label === '...' ? null : (crew?.nameOf(label, seconds ?? 0) ?? label),
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
  const present = new Set(parts.map((part) => part.type === 'cue' && part.label));
  const roles = [...(crew?.positions ?? [])].filter(([name]) => present.has(name));
  return {
    facts: roles.length > 0 ? { roles: Object.fromEntries(roles) } : {},
    body: { cues: earliest < 0 ? parts.map((part) => moveBy(part, -earliest)) : parts },
    problems,
  };
}

const timeOf = (seconds: number | undefined): { startTime?: number } =>
  seconds === undefined ? {} : { startTime: seconds };

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
  read({ path, text }, beside = []) {
    const speakers = nearestSpeakers(path, beside);
    const crew = speakers && parseCrew(speakers.text);
    const draft = parseSpacelog(text, path, crew);
    return [crew && speakers ? { ...draft, used: [speakers.path] } : draft];
  },
};

/** The `speakers.json` beside a log, or of the mission whose folder it lies in. */
function nearestSpeakers(log: string, files: readonly SourceFile[]): SourceFile | undefined {
  const folders = log.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const path = [...folders.slice(0, depth), 'speakers.json'].join('/');
    const found = files.find((file) => file.path === path);
    if (found) return found;
  }
  return undefined;
}

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
