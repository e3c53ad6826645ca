import type { Problem } from '../archive/problem.ts';
import { labelCues } from './cue-label.ts';
import type { Cue, Format } from './draft.ts';

const stamp = '(\\d{1,4}):(\\d{2}):(\\d{2})\\.(\\d{1,3})';
const times = new RegExp(`^\\s*${stamp}\\s*,\\s*${stamp}\\s*$`);
/** What was meant as times: digits, points and colons around a comma. */
const almost = /^\s*[\d:.a-f]{6,},[\d:.a-f]{6,}\s*$/i;

/**
 * The cues of a SubViewer file, as YouTube gives them out: `0:00:01.000,0:00:02.000` and the words below. Words
 * below times that cannot be read are kept, without a time.
 *
 * parseSbv('0:00:01.000,0:00:02.000\nNobody wrote.', 'a.sbv') // =>
 * { cues: [{ type: 'cue', content: ['Nobody wrote.'], startTime: 1, endTime: 2, … }], problems: [] }
 */
export function parseSbv(text: string, file: string): { cues: Cue[]; problems: Problem[] } {
  const cues: Cue[] = [];
  const problems: Problem[] = [];
  const blocks = blocksOf(text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/));
  for (const { line, lines } of blocks) {
    const [head = '', ...words] = lines;
    const match = times.exec(head);
    const isAlmost = !match && almost.test(head);
    if (!match) problems.push(noTimes(file, line, head));
    const said = (match || isAlmost ? words : lines).join('\n').trim();
    if (!match && said === '') continue;
    cues.push({
      type: 'cue',
      content: said === '' ? [] : [said],
      ...(match && { startTime: secondsOf(match, 1), endTime: secondsOf(match, 5) }),
      place: { line, column: 1 },
    });
  }
  return { cues, problems };
}

/** What stands between empty lines, and between lines of times where the empty one is missing. */
function blocksOf(lines: readonly string[]): { line: number; lines: string[] }[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === '';
    if (isBlank) isOpen = false;
    else if (isOpen && !times.test(line)) blocks.at(-1)!.lines.push(line);
    else {
      blocks.push({ line: index + 1, lines: [line] });
      isOpen = true;
    }
  }
  return blocks;
}

const secondsOf = (match: RegExpExecArray, at: number): number => {
  const [hours, minutes, seconds, fraction] = match.slice(at, at + 4);
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}.${fraction}`);
};

/** SubViewer, as YouTube gives it out. */
export const sbv: Format = {
  name: 'sbv',
  title: 'SubViewer (SBV)',
  endings: ['.sbv', '.sub'],
  detect: ({ text }) => {
    const head = text
      .replace(/^\ufeff/, '')
      .slice(0, 2000)
      .split(/\r\n|\n|\r/);
    return head.some((line) => times.test(line)) ? 0.9 : 0;
  },
  read: ({ path, text }) => {
    const { cues, problems } = parseSbv(text, path);
    return [{ facts: {}, body: { cues: labelCues(cues) }, problems }];
  },
};

const noTimes = (file: string, line: number, head: string): Problem => ({
  rule: 'cue-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected \`${head.trim().slice(0, 60)}\`, expected times such as \`0:04:33.000,0:04:36.500\``,
  mend: 'The words are kept, without a time. Correct the line if the time matters.',
});
