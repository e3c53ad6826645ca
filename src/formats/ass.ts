import type { Problem } from '../archive/problem.ts';
import { labelCues } from './cue-label.ts';
import type { Cue, DraftFacts, Format } from './draft.ts';
import { parseSubtitle } from './subtitle-text.ts';

/** The columns of a line of dialogue, where the file does not say. */
const usual = 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'.split(',');

/**
 * The lines of dialogue of an SSA or ASS file, with the name in its column as who speaks. Comments and drawings
 * are left out, and so are the codes in braces.
 *
 * Specification: http://www.tcax.org/docs/ass-specs.htm
 *
 * parseAss('[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Jo,0,0,0,,Nobody wrote.', 'a.ass') // =>
 * { cues: [{ label: 'Jo', content: ['Nobody wrote.'], startTime: 1, endTime: 2, … }], … }
 */
export function parseAss(
  text: string,
  file: string,
): { facts: DraftFacts; cues: Cue[]; problems: Problem[] } {
  const cues: Cue[] = [];
  const problems: Problem[] = [];
  let title: string | undefined;
  let columns: readonly string[] = usual;
  let section = '';
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, name] = /^\s*\[([^\]]+)\]\s*$/.exec(line) ?? [];
    if (name !== undefined) section = name.toLowerCase();
    const [, key = '', value = ''] = /^([A-Za-z ]+):\s?(.*)$/.exec(line) ?? [];
    if (section === 'script info' && key === 'Title') title = value.trim();
    if (section !== 'events') continue;
    if (key === 'Format') columns = value.split(',').map((column) => column.trim());
    if (key !== 'Dialogue') continue;
    const cue = cueOf(value, columns, index + 1);
    if (!cue) problems.push(badLine(file, index + 1, line));
    else cues.push(cue);
  }
  const isUntitled = title === undefined || title === '' || /^<?untitled>?$/i.test(title);
  return {
    facts: isUntitled ? {} : { title },
    // Editors sort by style or layer; the times say what comes first.
    cues: cues.sort((a, b) => a.startTime! - b.startTime!),
    problems,
  };
}

function cueOf(value: string, columns: readonly string[], line: number): Cue | undefined {
  const fields = cutFields(value, columns.length);
  const field = (name: string): string | undefined => fields[columns.indexOf(name)];
  const startTime = secondsOf(field('Start'));
  const endTime = secondsOf(field('End'));
  const text = field('Text');
  if (startTime === undefined || endTime === undefined || text === undefined) return undefined;
  const label = (field('Name') ?? field('Actor') ?? '').trim();
  return {
    type: 'cue',
    ...(label !== '' && { label }),
    content: contentOf(text),
    startTime,
    endTime,
    place: { line, column: 1 },
  };
}

/** Commas part the fields, and are words in the last one. */
function cutFields(value: string, count: number): string[] {
  const fields = value.split(',');
  return [...fields.slice(0, count - 1), fields.slice(count - 1).join(',')];
}

function secondsOf(text = ''): number | undefined {
  const [, hours, minutes, seconds, fraction] =
    /^\s*(\d{1,4}):(\d{1,2}):(\d{1,2})[.:](\d{1,3})\s*$/.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}.${fraction}`);
}

function contentOf(text: string): Cue['content'] {
  // `{\p1}` starts a drawing: what follows are points, not words.
  if (/\{[^{}]*\\p[1-9]/.test(text)) return [];
  const marked = text
    .replace(/\{[^{}]*\\i1[^{}]*\}/g, '<i>')
    .replace(/\{[^{}]*\\i0[^{}]*\}/g, '</i>')
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\N/g, '\n')
    .replace(/\\n/g, ' ')
    .replace(/\\h/g, '\u00a0');
  return parseSubtitle(marked);
}

/** SubStation Alpha, old and advanced. */
export const ass: Format = {
  name: 'ass',
  title: 'SubStation Alpha (SSA, ASS)',
  endings: ['.ass', '.ssa'],
  detect: ({ text }) =>
    /^\ufeff?\s*\[Script Info\]/i.test(text) || /^\[Events\]\s*$/im.test(text.slice(0, 20_000))
      ? 1
      : 0,
  read: ({ path, text }) => {
    const { facts, cues, problems } = parseAss(text, path);
    return [{ facts, body: { cues: labelCues(cues) }, problems }];
  },
};

const badLine = (file: string, line: number, given: string): Problem => ({
  rule: 'cue-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected line \`${given.trim().slice(0, 80)}\`, expected \`Dialogue: 0,0:04:33.00,0:04:36.50,Default,Jo Field,0,0,0,,words\``,
  mend: 'It is left out. Correct its times and import again.',
});
