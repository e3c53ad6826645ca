import type { Chapter, Inline, Note, Passage, Transcript } from '../archive/model.ts';

/** A kind of information in a transcript that not every format carries. */
export type LossKind =
  | 'links'
  | 'emphasis'
  | 'code'
  | 'times inside quotes'
  | 'line breaks'
  | 'lists, tables and blocks of code'
  | 'notes'
  | 'labels of notes'
  | 'chapters'
  | 'ends of quotes'
  /** Where the format wants a time and the transcript has none. */
  | 'missing starts'
  | 'missing ends'
  | 'quotes of nobody'
  | 'fields of the front matter';

/** What a format leaves out, and how often. The words are never among it. */
export interface Loss {
  readonly what: LossKind;
  readonly count: number;
  /** For whom it matters which: names of fields. */
  readonly which?: readonly string[];
}

/**
 * What of a transcript would be lost, by kind; kinds that do not occur are left out. `isKept` tells which chapters
 * and notes the format has a place for.
 *
 * findLosses({ parts }, ['links', 'line breaks']) // => [{ what: 'links', count: 3 }]
 */
export function findLosses(
  { parts }: Transcript,
  uncarried: readonly LossKind[],
  isKept: (part: Chapter | Note) => boolean = () => true,
): Loss[] {
  const counts = new Map<LossKind, number>();
  const add = (what: LossKind, count = 1): void => {
    if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
  };
  let label: string | null = null;
  for (const part of parts) {
    if (part.type === 'speech') {
      label = part.label ?? label;
      if (label === null) add('quotes of nobody', part.passages.length);
      for (const passage of part.passages) countPassage(passage, add);
    } else if (!isKept(part)) add(part.type === 'chapter' ? 'chapters' : 'notes');
    else if (part.type === 'note') {
      if (part.label !== undefined) add('labels of notes');
      countMarks(part.content, add);
    }
  }
  return uncarried.flatMap((what): Loss[] => {
    const count = counts.get(what);
    return count === undefined ? [] : [{ what, count }];
  });
}

type Add = (what: LossKind, count?: number) => void;

function countPassage({ content, startTime, endTime, block }: Passage, add: Add): void {
  if (startTime === undefined) add('missing starts');
  add(endTime === undefined ? 'missing ends' : 'ends of quotes');
  if (block !== undefined) add('lists, tables and blocks of code');
  countMarks(content, add);
}

function countMarks(content: readonly Inline[], add: Add): void {
  for (const inline of content) {
    if (typeof inline === 'string') continue;
    if (inline.type === 'code') add('code');
    else if (inline.type === 'time') add('times inside quotes');
    else if (inline.type === 'break') add('line breaks');
    else {
      add(inline.type === 'link' ? 'links' : 'emphasis');
      countMarks(inline.children, add);
    }
  }
}
