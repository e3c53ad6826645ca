import type { Inline } from '../archive/model.ts';
import { isAnonymousLabel, isNoteLabel, normalizeLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import type { Cue, CuePart } from './draft.ts';
import { looksLikeLabel } from './label.ts';

/**
 * Cues with who speaks, where their text says it as captions do: `>> JO FIELD: text`, `Jo Field: text`,
 * `[Jo]: text`, two lines that each start with a dash. What stands in brackets alone, or between notes of music,
 * is a note. Whether `Note: text` names somebody is told by the whole file: a name stands there more than once, is
 * written in capitals, or looks like a name of two words and more.
 *
 * labelCues([cue('JO FIELD: Nobody wrote'), cue('them down. [laughter]')]) // =>
 * [{ label: 'JO FIELD', content: ['Nobody wrote'], … }, { content: ['them down. [laughter]'], … }]
 */
export function labelCues(parts: readonly CuePart[]): CuePart[] {
  const lines = parts.flatMap((part): CuePart[] =>
    part.type === 'cue' ? cutSpeakers(part) : [part],
  );
  const names = findNames(lines);
  return lines.map((part) => (part.type === 'cue' ? labelCue(part, names) : part));
}

/** `- Was it on?` above `- It was.`: two people in one cue, whom nobody names. `>>` starts another one. */
function cutSpeakers(cue: Cue): Cue[] {
  const text = onlyText(cue);
  if (text === undefined) return [cue];
  const lines = text.split('\n');
  const isDialogue = lines.length > 1 && lines.filter((line) => dash.test(line)).length > 1;
  const starts = lines.map((line) => (isDialogue && dash.test(line)) || chevrons.test(line));
  const pieces: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || starts[index]) pieces.push([line]);
    else pieces.at(-1)!.push(line);
  }
  return pieces.map((piece, index) => {
    const isStart = dash.test(piece[0]!) && isDialogue;
    const content = [piece.join('\n').replace(isStart ? dash : /^/, '')];
    const { endTime, ...rest } = cue;
    const isLast = index === pieces.length - 1;
    return {
      ...rest,
      ...(isStart && cue.label === undefined && { label: null }),
      ...(isLast && endTime !== undefined && { endTime }),
      content,
    };
  });
}

const dash = /^\s*[-–—]\s*(?=\S)/u;
const chevrons = /^\s*(?:>>|»)>?\s*/u;

/** What stands before a colon: at most forty characters, five words, and no digit that makes it a time. */
const beforeColon =
  /^\s*(?:\[([^\]\n]{1,40})\]|\(([^)\n]{1,40})\)|([^\s:：\n[(>][^:：\n]{0,39}?))\s*[:：](?=\s|$|[^\s/\d])\s*/u;

/** The labels of a file that are people, as they stand there. */
function findNames(parts: readonly CuePart[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const found = part.type === 'cue' && part.label === undefined ? findLabel(part) : undefined;
    if (!found) continue;
    const { label, isSure } = found;
    if (!isSure && !isSureName(label) && !looksLikeLabel(label)) continue;
    counts.set(label, (counts.get(label) ?? 0) + (isSure || isSureName(label) ? 2 : 1));
  }
  return new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

interface FoundLabel {
  readonly label: string;
  readonly isSure: boolean;
  readonly rest: string;
}

function findLabel(cue: Cue): FoundLabel | undefined {
  const [first] = cue.content;
  if (typeof first !== 'string') return undefined;
  const start = chevrons.exec(first)?.[0] ?? '';
  const match = beforeColon.exec(first.slice(start.length));
  if (!match) return undefined;
  const label = normalizeLabel(match[1] ?? match[2] ?? match[3] ?? '');
  if (label.split(' ').length > 5 || !/^[\p{L}_]/u.test(label) || isAddress.test(label))
    return undefined;
  const rest = first.slice(start.length + match[0].length);
  return { label, isSure: start !== '' || match[1] !== undefined, rest };
}

const isAddress = /^(?:https?|ftp|mailto)$/i;

function isSureName(label: string): boolean {
  if (isAnonymousLabel(label) || isNoteLabel(label)) return true;
  const isCapital = /^(?=.*\p{Lu}{2})[\p{Lu}\p{N}\s.'’_-]+$/u.test(label);
  return isCapital || (label.includes(' ') && looksLikeLabel(label));
}

function labelCue(cue: Cue, names: ReadonlySet<string>): CuePart {
  const text = onlyText(cue)?.trim();
  if (cue.label === undefined && text !== undefined && isNote.test(text)) return noteOf(cue, text);
  const [first, ...others] = cue.content;
  if (cue.label !== undefined || typeof first !== 'string') return cue;
  const found = findLabel(cue);
  if (found && names.has(found.label)) {
    const content = withFirst(found.rest, others);
    return isNoteLabel(found.label) && content.length > 0
      ? noteOf({ ...cue, content }, plainText(content), found.label)
      : { ...cue, label: found.label, content };
  }
  const start = chevrons.exec(first)?.[0] ?? '';
  if (start === '') return cue;
  const rest = first.slice(start.length);
  return isNote.test(rest.trim())
    ? noteOf(cue, rest.trim())
    : { ...cue, label: null, content: withFirst(rest, others) };
}

/** All of it in brackets, or music. */
const isNote = /^(?:\[[^\]]+\]|\([^)]+\)|[♪♫#][^♪♫]*[♪♫#]?|\*[^*]+\*)$/u;

const noteOf = ({ startTime, place }: Cue, text: string, label?: string): CuePart => ({
  type: 'note',
  content: [
    text
      .replace(/^[[(*]|[\])*]$/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ],
  ...(label !== undefined && { label }),
  ...(startTime !== undefined && { startTime }),
  place,
});

const withFirst = (first: string, others: readonly Inline[]): Inline[] =>
  first === '' ? [...others] : [first, ...others];

function onlyText({ content }: Cue): string | undefined {
  const [only] = content;
  return content.length === 1 && typeof only === 'string' ? only : undefined;
}
