import { passagesOf, type Reading } from './reading.ts';
import { parseJson } from './json.ts';
import { isNoteLabel } from '../archive/label.ts';

interface Segment {
  readonly speaker?: unknown;
}

/** Which segment of the file a passage is; undefined when its place is that of none. */
function findSegment(
  text: string,
  { transcript }: Reading,
  at: number,
):
  | { segments: Segment[]; data: Record<string, unknown>; index: number; offsets: number[] }
  | undefined {
  const { data, places } = parseJson(text, '');
  const place = passagesOf(transcript)[at]?.passage.place;
  if (!place || typeof data !== 'object' || data === null) return undefined;
  const { segments } = data as { segments?: unknown };
  if (!Array.isArray(segments)) return undefined;
  const lineStarts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
    lineStarts.push(end + 1);
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const offsets = segments.map((_, index) => {
    const { line, column } = places.get(`segments.${index}`) ?? { line: 1, column: 1 };
    return (lineStarts[line - 1] ?? 0) + column - 1 + (line === 1 ? mark : 0);
  });
  const index = segments.findIndex((_, number) => {
    const one = places.get(`segments.${number}`);
    return one?.line === place.line && one.column === place.column;
  });
  if (index === -1) return undefined;
  return { segments, data: data as Record<string, unknown>, index, offsets };
}

const speakerOf = (segment: Segment | undefined): string =>
  typeof segment?.speaker === 'string' ? segment.speaker.trim() : '';

/** The segment that would lose its speaker with this one, which names it for both; -1 when there is none. */
function heirOf(segments: readonly Segment[], index: number): number {
  const speaker = speakerOf(segments[index]);
  if (speaker === '') return -1;
  for (let next = index + 1; next < segments.length; next++) {
    const own = speakerOf(segments[next]);
    if (own === '') return next;
    if (!isNoteLabel(own)) return -1;
  }
  return -1;
}

/** Texts without one segment, the least changed first. None is known to be right: that shows when it is read. */
export function* cutSegment(text: string, reading: Reading, at: number): Iterable<string> {
  const found = findSegment(text, reading, at);
  if (!found) return;
  const { segments, index, offsets } = found;
  const start = offsets[index]!;
  const end = endOfObject(text, start);
  const isLast = index === segments.length - 1;
  // With the comma and the blanks on one of its sides.
  const from = isLast && index > 0 ? endOfObject(text, offsets[index - 1]!) : start;
  const to = isLast ? end : offsets[index + 1]!;
  const heir = heirOf(segments, index);
  if (heir === -1) {
    yield text.slice(0, from) + text.slice(to);
    return;
  }
  const inside = offsets[heir]! + 1;
  const blanks = /^\s*/.exec(text.slice(inside))![0];
  const named = `${blanks}"speaker": ${JSON.stringify(speakerOf(segments[index]))},`;
  const space = blanks === '' ? ' ' : '';
  yield text.slice(0, from) + text.slice(to, inside) + named + space + text.slice(inside);
}

function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      for (at++; text[at] !== '"' && at < text.length; at++) if (text[at] === '\\') at++;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** The file written anew without one segment. */
export function withoutSegment(text: string, reading: Reading, at: number): string | undefined {
  const found = findSegment(text, reading, at);
  if (!found) return undefined;
  const { segments, data, index } = found;
  const heir = heirOf(segments, index);
  const speaker = segments[index]!.speaker;
  const rest = segments
    .map((segment, number) => (number === heir ? { ...segment, speaker } : segment))
    .filter((_, number) => number !== index);
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '';
  return `${JSON.stringify({ ...data, segments: rest }, null, indent)}\n`;
}
