import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { Cue } from './draft.ts';

/** A word as a speech recogniser gives it. */
export interface SpokenWord {
  readonly text: string;
  readonly startTime?: number;
  readonly endTime?: number;
  /** Absent where the recogniser could not tell; the word is then of whoever spoke before. */
  readonly speaker?: string;
}

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; what is none is left out, and no list has none. */
export const objectsOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A time in seconds; undefined for what is none. */
export const secondsOf = (value: unknown, perSecond = 1): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? Math.round((value / perSecond) * 1000) / 1000
    : undefined;

/** `SPEAKER_07`, `A`, 3: as the label of an anonymous voice, which `--speakers` can name. */
export function speakerLabel(value: unknown): string | undefined {
  if (typeof value === 'number') return `Speaker ${value}`;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return /^[A-Z0-9]{1,2}$/.test(value) ? `Speaker ${value}` : value.trim();
}

/**
 * Words as cues: one for each run of words of one speaker up to the end of a sentence, so that a turn starts with
 * its own first word. `text` is what the words make together, with its blanks; words are found in it one after
 * another, and where one is not, all of it is one cue.
 *
 * cuesOfWords([{ text: 'Nobody', speaker: 'A' }, { text: 'wrote.', speaker: 'A' }], 'Nobody wrote.', place)
 * // => [{ label: 'A', content: ['Nobody wrote.'], … }]
 */
export function cuesOfWords(words: readonly SpokenWord[], text: string, place: Place): Cue[] {
  const cut = cutAtWords(words, text);
  if (!cut) return [cueOf(words, text, place)];
  const cues: Cue[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    const speaker = words[at]?.speaker;
    const current = lastSpeaker(words, at - 1);
    const isChange = speaker !== undefined && current !== undefined && speaker !== current;
    const isEnd = /[.!?…。！？؟]["'”’»)\]]*\s*$/u.test(cut[at - 1]!);
    if (at < words.length && !isChange && !isEnd) continue;
    cues.push(cueOf(words.slice(from, at), cut.slice(from, at).join(''), place));
    from = at;
  }
  return cues;
}

function lastSpeaker(words: readonly SpokenWord[], at: number): string | undefined {
  for (let index = at; index >= 0; index--) {
    const { speaker } = words[index]!;
    if (speaker !== undefined) return speaker;
  }
  return undefined;
}

/** The text in pieces that each end where the next word starts. */
function cutAtWords(words: readonly SpokenWord[], text: string): string[] | undefined {
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    const start = text.indexOf(word.text, at);
    if (start === -1) return undefined;
    starts.push(start);
    at = start + word.text.length;
  }
  return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]));
}

function cueOf(words: readonly SpokenWord[], text: string, place: Place): Cue {
  const label = words.find(({ speaker }) => speaker !== undefined)?.speaker;
  const startTime = words.find((word) => word.startTime !== undefined)?.startTime;
  const endTime = words.findLast((word) => word.endTime !== undefined)?.endTime;
  return {
    type: 'cue',
    ...(label !== undefined && { label }),
    content: [text.trim()],
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    place,
  };
}

/** Something in a file that is not as its maker writes it. */
export const oddPart = (file: string, place: Place, what: string, wanted: string): Problem => ({
  rule: 'speech-json',
  severity: 'warning',
  file,
  place,
  message: `Unexpected ${what}, expected ${wanted}`,
  mend: 'It is left out. Export the transcript again, or import another form of it.',
});
