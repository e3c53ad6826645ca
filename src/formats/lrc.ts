import { labelCues } from './cue-label.ts';
import type { Cue, DraftFacts, Format } from './draft.ts';
import type { Problem } from '../archive/problem.ts';

const tag = /^\s*\[([a-z#]+):([^\]]*)\]\s*$/i;
const stamp = /^\s*\[(\d{1,4}):(\d{2})(?:[.:](\d{1,3}))?\]/;
/** Times of single words, as “enhanced” files have them. */
const wordTime = /<\d{1,4}:\d{2}(?:[.:]\d{1,3})?>/g;

/**
 * The lines of an LRC file: a time in brackets, and the words. A line with several times is said several times.
 * `[ti:…]` is its title, `[offset:…]` moves all times, in milliseconds.
 *
 * There is no specification; as in https://en.wikipedia.org/wiki/LRC_(file_format)
 *
 * parseLrc('[ti:Tides]\n[00:01.50]Nobody wrote.', 'a.lrc') // =>
 * { facts: { title: 'Tides' }, cues: [{ content: ['Nobody wrote.'], startTime: 1.5, … }], problems: [] }
 */
export function parseLrc(
  text: string,
  file: string,
): { facts: DraftFacts; cues: Cue[]; problems: Problem[] } {
  const cues: Cue[] = [];
  const tags = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, name, value] = tag.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      tags.set(name.toLowerCase(), value.trim());
      continue;
    }
    const { seconds, words } = cutTimes(line);
    const place = { line: index + 1, column: 1 };
    const content = words === '' ? [] : [words];
    if (seconds.length === 0 && words !== '') {
      problems.push(noTime(file, index + 1, words));
      cues.push({ type: 'cue', content, place });
    }
    // A time without words is a pause: it ends what came before.
    for (const startTime of seconds)
      if (words !== '') cues.push({ type: 'cue', content, startTime, place });
  }
  const offset = Number(tags.get('offset') ?? 0) / 1000;
  const moved =
    Number.isFinite(offset) && offset !== 0 ? cues.map((cue) => moveBy(cue, -offset)) : cues;
  const title = tags.get('ti');
  const language = tags.get('la');
  return {
    facts: { ...(title && { title }), ...(language && { language }) },
    // A line that is said several times stands in the file where it is said first.
    cues: moved.every(({ startTime }) => startTime !== undefined)
      ? moved.sort((a, b) => a.startTime! - b.startTime!)
      : moved,
    problems,
  };
}

function cutTimes(line: string): { seconds: number[]; words: string } {
  const seconds: number[] = [];
  let rest = line;
  for (let match = stamp.exec(rest); match; match = stamp.exec(rest)) {
    const [all, minutes, whole, fraction] = match;
    seconds.push(Number(`${Number(minutes) * 60 + Number(whole)}.${fraction ?? '0'}`));
    rest = rest.slice(all.length);
  }
  return { seconds, words: rest.replace(wordTime, '').replace(/\s+/g, ' ').trim() };
}

const moveBy = (cue: Cue, seconds: number): Cue =>
  cue.startTime === undefined
    ? cue
    : { ...cue, startTime: Math.max(0, Math.round((cue.startTime + seconds) * 1000) / 1000) };

/** Lyrics, and what players make of speech in their place. */
export const lrc: Format = {
  name: 'lrc',
  title: 'LRC',
  endings: ['.lrc'],
  detect: ({ text }) => {
    const lines = text
      .slice(0, 3000)
      .split(/\r\n|\n|\r/)
      .filter((line) => line.trim() !== '');
    const timed = lines.filter((line) => stamp.test(line) || tag.test(line)).length;
    return timed > 1 && timed >= lines.length / 2 && lines.some((line) => stamp.test(line))
      ? 0.7
      : 0;
  },
  read: ({ path, text }) => {
    const { facts, cues, problems } = parseLrc(text, path);
    return [{ facts, body: { cues: labelCues(cues) }, problems }];
  },
};

const noTime = (file: string, line: number, words: string): Problem => ({
  rule: 'cue-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected line without a time, \`${words.slice(0, 60)}\`, expected \`[04:33.00]\` before it`,
  mend: 'The words are kept, without a time. Type one before them if it matters.',
});
