import type { Chapter, Inline, Note, Passage, Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { serializeTimestamp } from '../archive/time.ts';
import { countWords } from '../archive/word.ts';

/** Seconds that a word takes where nobody knows when a quote ends. */
const secondsPerWord = 0.4;

/** What the head of the file says. */
export interface WebVttHead {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  /** Seconds: the last cue ends here at the latest. */
  readonly duration?: number | undefined;
}

interface TimedText {
  readonly id?: string;
  readonly startTime: number;
  endTime?: number;
  readonly lines: string[];
}

/**
 * A transcript as WebVTT captions: a cue for each quote, with its voice, its id and its emphasis; notes with a time
 * as `[laughter]`, others as `NOTE`. A quote without a start goes into the cue before, one without an end lasts until
 * the next or as long as one needs to say it. Chapters are a file of their own (`serializeWebVttChapters`).
 * `findLosses` names what is left out.
 *
 * Specification: https://www.w3.org/TR/webvtt1/
 *
 * serializeWebVtt({ parts: [{ type: 'speech', label: 'Jo Field', passages: [{ content: ['Nobody.'], startTime: 1, endTime: 2, … }], … }] })
 * // => 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Jo Field>Nobody.\n'
 */
export function serializeWebVtt({ parts }: Transcript, head: WebVttHead = {}): string {
  const blocks: (TimedText | string)[] = [];
  let label: string | null = null;
  for (const part of parts) {
    if (part.type === 'chapter') continue;
    if (part.type === 'note') {
      const words = noteWords(part);
      if (words === '') continue;
      blocks.push(
        part.startTime === undefined
          ? `NOTE ${comment(words)}`
          : { startTime: part.startTime, lines: [`[${escapeText(words).replace(/[[\]]/g, '')}]`] },
      );
      continue;
    }
    label = part.label ?? label;
    for (const passage of part.passages) addPassage(blocks, passage, label);
  }
  closeCues(blocks, head.duration);
  return serializeBlocks(blocks, [
    ...signature(head.title),
    ...(head.language ? ['Kind: captions', `Language: ${comment(head.language)}`] : []),
  ]);
}

/**
 * Chapters as a WebVTT file of their own; a chapter without a time has no place in it. Empty when there is none.
 *
 * serializeWebVttChapters({ parts: [{ type: 'chapter', title: 'Fog', startTime: 0, … }] }, { duration: 60 })
 * // => 'WEBVTT\nKind: chapters\n\n00:00:00.000 --> 00:01:00.000\nFog\n'
 */
export function serializeWebVttChapters({ parts }: Transcript, head: WebVttHead = {}): string {
  const blocks = parts
    .filter((part): part is Chapter & { startTime: number } => {
      return part.type === 'chapter' && part.startTime !== undefined && part.title.trim() !== '';
    })
    .map(({ title, startTime }): TimedText => ({ startTime, lines: [escapeText(oneLine(title))] }));
  if (blocks.length === 0) return '';
  closeCues(blocks, head.duration);
  return serializeBlocks(blocks, [...signature(head.title), 'Kind: chapters']);
}

function addPassage(blocks: (TimedText | string)[], passage: Passage, label: string | null): void {
  const words = serializeWords(passage.content);
  if (words === '') return;
  const line = label === null || label.trim() === '' ? words : `<v ${voiceName(label)}>${words}`;
  const { startTime, endTime } = passage;
  const before = blocks.findLast((block) => typeof block !== 'string');
  if (startTime === undefined && before) {
    // Said after the last words whose time is known, so the cue may not end before.
    before.lines.push(line);
    delete before.endTime;
    return;
  }
  const id = 'id' in passage ? String(passage.id) : undefined;
  blocks.push({
    ...(id !== undefined && { id }),
    startTime: startTime ?? 0,
    ...(endTime !== undefined && endTime > (startTime ?? 0) && { endTime }),
    lines: [line],
  });
}

/** Every cue must end: where the next one starts, with the recording, or when its words could have been said. */
function closeCues(blocks: readonly (TimedText | string)[], duration = 0): void {
  const cues = blocks.filter((block) => typeof block !== 'string');
  for (const [index, cue] of cues.entries()) {
    if (cue.endTime !== undefined) continue;
    const next = cues[index + 1]?.startTime;
    const words = countWords(cue.lines.join(' ').replace(/<[^<>]*>/g, ''));
    const spoken = cue.startTime + Math.max(1, Math.round(words * secondsPerWord));
    if (next !== undefined && next > cue.startTime) cue.endTime = next;
    else cue.endTime = next === undefined && duration > cue.startTime ? duration : spoken;
  }
}

function serializeBlocks(blocks: readonly (TimedText | string)[], head: readonly string[]): string {
  const texts = blocks.map((block) => {
    if (typeof block === 'string') return block;
    const { id, startTime, endTime = startTime, lines } = block;
    const times = `${stamp(startTime)} --> ${stamp(endTime)}`;
    return [...(id === undefined ? [] : [id]), times, ...lines].join('\n');
  });
  return `${[head.join('\n'), ...texts].join('\n\n')}\n`;
}

const signature = (title: string | undefined): string[] => [
  title === undefined || title.trim() === '' ? 'WEBVTT' : `WEBVTT - ${comment(title)}`,
];

/** `00:04:33.500`: WebVTT wants all three figures. */
function stamp(seconds: number): string {
  const [whole = '', fraction = ''] = serializeTimestamp(seconds).split('.');
  return `${whole}.${fraction.padEnd(3, '0')}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text outside of cues knows no escapes, and an arrow would begin one. */
const comment = (text: string): string => oneLine(text).replace(/-->/g, '→');

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A blank parts hyphens from the end of the tag: together they would be an arrow. */
const voiceName = (label: string): string => escapeText(oneLine(label)).replace(/-$/, '- ');

function noteWords({ content, label }: Note): string {
  const words = oneLine(plainText(content));
  if (label === undefined) return words;
  return words === '' ? oneLine(label) : `${oneLine(label)}: ${words}`;
}

/** A line for each break; an empty one would end the cue. */
const serializeWords = (content: readonly Inline[]): string =>
  content
    .map(serializeInline)
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

function serializeInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeText(inline.replace(/\s+/g, ' '));
  if (inline.type === 'code') return escapeText(oneLine(inline.text));
  if (inline.type === 'break') return '\n';
  if (inline.type === 'time') return '';
  const words = inline.children.map(serializeInline).join('');
  if (inline.type === 'link' || words.trim() === '') return words;
  return inline.type === 'emphasis' ? `<i>${words}</i>` : `<b>${words}</b>`;
}
