import type { Chapter, Note, Passage, Speech, Transcript } from '../archive/model.ts';
import { cutSegment, withoutSegment } from './json-cut.ts';
import { cutLines, withBody } from './markdown-cut.ts';
import { serializeMarkdown } from './markdown-writer.ts';
import { passagesOf, readTranscript, type ReadingOptions } from './reading.ts';

export interface Cut {
  readonly text: string;
  /** `lines`: every other byte is as it was, but for a label that moved. `whole`: written anew in the one form. */
  readonly how: 'lines' | 'whole';
}

/**
 * The text of a transcript's file without one passage; `at` counts the passages from 0. Who speaks what follows
 * stays: a label moves on to the next paragraph where that one had none. Each cut is proved by reading it again.
 * Undefined when none can be: then a person has to do it.
 *
 * cutPassage('**Jo:** Yes.\n\nNo.\n', 0, { file: 'a.md', isName }) // => { text: '**Jo:** No.\n', how: 'lines' }
 */
export function cutPassage(text: string, at: number, options: ReadingOptions): Cut | undefined {
  const before = readTranscript(text, options);
  const wanted = withoutPassage(before.transcript, at);
  if (!wanted) return undefined;
  const outline = JSON.stringify([before.data, outlineOf(wanted)]);
  const errors = before.problems.length;
  const isRight = (candidate: string): boolean => {
    const read = readTranscript(candidate, options);
    return (
      read.problems.length <= errors &&
      JSON.stringify([read.data, outlineOf(read.transcript)]) === outline
    );
  };
  const isJson = options.file.endsWith('.json');
  const candidates = isJson ? cutSegment(text, before, at) : cutLines(text, before, at);
  for (const candidate of candidates)
    if (isRight(candidate)) return { text: candidate, how: 'lines' };
  const anew = isJson
    ? withoutSegment(text, before, at)
    : withBody(text, before, serializeMarkdown(wanted));
  return anew !== undefined && isRight(anew) ? { text: anew, how: 'whole' } : undefined;
}

/** The transcript without a passage; its label goes on to what continues it. */
function withoutPassage(transcript: Transcript, at: number): Transcript | undefined {
  const found = passagesOf(transcript)[at];
  if (!found) return undefined;
  const { speech, passage } = found;
  const passages = speech.passages.filter((one) => one !== passage);
  if (passages.length > 0 || speech.label === null) return replace(transcript, speech, passages);
  const { parts } = transcript;
  const next = parts.slice(parts.indexOf(speech) + 1).find((part) => part.type === 'speech');
  const rest = replace(transcript, speech, []);
  if (next?.type !== 'speech' || next.label !== null) return rest;
  return {
    parts: rest.parts.map((part) => (part === next ? { ...next, label: speech.label } : part)),
  };
}

const replace = (
  { parts }: Transcript,
  speech: Speech,
  passages: readonly Passage[],
): Transcript => ({
  parts: parts.flatMap((part) =>
    part !== speech ? [part] : passages.length > 0 ? [{ ...speech, passages }] : [],
  ),
});

/** What a transcript says, whichever paragraph carries the label: who says what, chapters and notes. */
function outlineOf({ parts }: Transcript): unknown[] {
  let voice: string | null = null;
  const outline: unknown[] = [];
  for (const part of parts) {
    if (part.type !== 'speech') outline.push(withoutPlace(part));
    else {
      voice = part.label ?? voice;
      for (const passage of part.passages) outline.push({ voice, ...withoutPlace(passage) });
    }
  }
  return outline;
}

const withoutPlace = ({ place: _place, ...rest }: Passage | Chapter | Note): object => rest;
