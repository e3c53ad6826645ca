import type { Problem } from '../archive/problem.ts';
import { labelCues } from './cue-label.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { parseSubtitle } from './subtitle-text.ts';

/** Hours, minutes, seconds and fractions as people’s programs write them: `00:00:04,000`, `0:0:5,0`, `4:33.5`. */
const stamp =
  '(-?)(?:(\\d{1,4})\\s*:\\s*)?(\\d{1,3})\\s*:\\s*(\\d{1,2})(?:\\s*[,.]\\s*(\\d{1,9}))?';

/** A line of times, and what editors put behind them. The arrow may lack a dash. */
const times = new RegExp(`^\\s*${stamp}\\s*(-{1,3}>)\\s*${stamp}(?:\\s.*)?$`);
/** How the times of SubRip are to be. */
const exact = /^\d{2,}:\d{2}:\d{2},\d{3} --> \d{2,}:\d{2}:\d{2},\d{3}\s*$/;

interface TimedLine {
  readonly line: number;
  readonly startTime?: number;
  readonly endTime?: number;
}

/**
 * The cues of a SubRip file, forgiving: numbers may be missing, wrong or doubled, a point may stand for the comma,
 * an empty line may be missing or one too many. Whatever stands between two lines of times belongs to the first.
 *
 * There is no specification; as written by SubRip and read by players.
 *
 * parseSrt('1\n00:00:01,000 --> 00:00:02,000\nNobody wrote.', 'a.srt') // =>
 * { cues: [{ type: 'cue', content: ['Nobody wrote.'], startTime: 1, endTime: 2, … }], problems: [] }
 */
export function parseSrt(text: string, file: string): { cues: Cue[]; problems: Problem[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const problems: Problem[] = [];
  const heads = lines.flatMap((line, index): (TimedLine & { readonly at: number })[] => {
    const match = times.exec(line);
    if (!match) return [];
    const found = readTimes(match);
    if (isFaulty(line)) problems.push(oddTimes(file, index + 1, line));
    return [{ at: index, line: index + 1, ...found }];
  });
  const cues = heads.map(({ at, ...timed }, index): Cue => {
    const next = heads[index + 1]?.at;
    const end = next === undefined ? lines.length : headOf(lines, next, at);
    const words = lines
      .slice(at + 1, end)
      .join('\n')
      .trim();
    const { line, startTime, endTime } = timed;
    return {
      type: 'cue',
      content: parseSubtitle(words),
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      place: { line, column: 1 },
    };
  });
  const [first] = heads;
  const before = lines
    .slice(0, first ? headOf(lines, first.at, -1) : lines.length)
    .join(' ')
    .trim();
  if (before !== '' || !first) problems.unshift(noTimes(file, before, first !== undefined));
  return { cues, problems };
}

/** Where the cue of a line of times begins: with its number, if there is one right above. */
function headOf(lines: readonly string[], at: number, after: number): number {
  const isNumber = at - 1 > after && /^\s*\d{1,6}\s*$/.test(lines[at - 1] ?? '');
  return isNumber ? at - 1 : at;
}

function readTimes(match: RegExpExecArray): { startTime?: number; endTime?: number } {
  const startTime = secondsOf(match.slice(1, 6));
  const endTime = secondsOf(match.slice(7, 12));
  return {
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
  };
}

function secondsOf([sign, hours, minutes, seconds, fraction]: readonly (string | undefined)[]):
  number | undefined {
  if (sign === '-' || Number(seconds) > 59) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return fraction === undefined ? whole : Number(`${whole}.${fraction}`);
}

/** A point for the comma and a missing zero are common, and no doubt arises; these are to be looked at. */
const isFaulty = (line: string): boolean =>
  !exact.test(line) &&
  (/(?:^|\s)-\d/.test(line) || /(?:^|[^-])->/.test(line) || /:[6-9]\d\b/.test(line));

/** SubRip, the subtitles of most players and editors. */
export const srt: Format = {
  name: 'srt',
  title: 'SubRip (SRT)',
  endings: ['.srt'],
  detect: ({ text }) => {
    if (/^\ufeff?WEBVTT/.test(text)) return 0;
    const lines = text.slice(0, 4000).split(/\r\n|\n|\r/);
    return lines.some((line) => times.test(line)) ? 0.8 : 0;
  },
  read: ({ path, text }): Draft[] => {
    const { cues, problems } = parseSrt(text, path);
    return [{ facts: {}, body: { cues: labelCues(cues) }, problems }];
  },
};

const oddTimes = (file: string, line: number, given: string): Problem => ({
  rule: 'cue-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected times \`${given.trim().slice(0, 80)}\`, expected \`00:04:33,000 --> 00:04:36,500\``,
  mend: 'The words are kept; a time that cannot be, is left out. Correct the line if the time matters.',
});

const noTimes = (file: string, words: string, hasCues: boolean): Problem => ({
  rule: 'text-without-times',
  severity: hasCues ? 'warning' : 'error',
  file,
  place: { line: 1, column: 1 },
  message: hasCues
    ? `Unexpected text before the first times, \`${words.slice(0, 60)}\`, expected a line such as \`00:04:33,000 --> 00:04:36,500\` above it`
    : 'Unexpected file without any times, expected lines such as `00:04:33,000 --> 00:04:36,500`',
  mend: hasCues
    ? 'It is left out. If somebody says it, type its times above it and import again.'
    : 'If it is a transcript without times, give it the ending `.txt` and type `Name: words` for each turn.',
});
