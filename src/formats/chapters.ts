import type { Chapter, Passage, Transcript } from '../archive/model.ts';
import type { Draft } from './draft.ts';

/** Whether a draft is chapters alone: they belong into the transcript of the same name. */
export const isChapters = ({ body }: Draft): boolean =>
  'cues' in body && body.cues.length > 0 && body.cues.every(({ type }) => type === 'chapter');

/** A draft with chapters before what starts when they do, in the place of those that it had. */
export function withChapters(draft: Draft, chapters: readonly Chapter[]): Draft {
  const { body } = draft;
  return 'cues' in body
    ? { ...draft, body: { cues: mix(body.cues, chapters, (part) => part.startTime) } }
    : {
        ...draft,
        body: { transcript: chapterTranscript(body.transcript, chapters) },
      };
}

/** A transcript with chapters before the quotes that start when they do, in the place of those that it had. */
export function chapterTranscript({ parts }: Transcript, chapters: readonly Chapter[]): Transcript {
  const starts = chapters.map(({ startTime = 0 }) => startTime);
  // A chapter may begin in the middle of what one person says.
  const cut = parts.flatMap((part): Transcript['parts'][number][] => {
    if (part.type !== 'speech') return [part];
    const pieces: Passage[][] = [];
    let before = -Infinity;
    for (const passage of part.passages) {
      const time = passage.startTime ?? before;
      const isStart = starts.some((start) => start > before && start <= time);
      if (pieces.length === 0 || isStart) pieces.push([passage]);
      else pieces.at(-1)!.push(passage);
      before = time;
    }
    return pieces.map((passages) => ({ ...part, passages }));
  });
  return {
    parts: mix(cut, chapters, (part) =>
      part.type === 'speech' ? part.passages[0]?.startTime : part.startTime,
    ),
  };
}

function mix<Part extends { readonly type: string }>(
  parts: readonly Part[],
  chapters: readonly Chapter[],
  timeOf: (part: Part) => number | undefined,
): (Part | Chapter)[] {
  const waiting = chapters.toSorted((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  const mixed: (Part | Chapter)[] = [];
  for (const part of parts) {
    if (part.type === 'chapter') continue;
    const time = timeOf(part);
    while (waiting[0] && time !== undefined && (waiting[0].startTime ?? 0) <= time)
      mixed.push(waiting.shift()!);
    mixed.push(part);
  }
  return [...mixed, ...waiting];
}

/** The chapters of a draft that is nothing else. */
export const chaptersOf = ({ body }: Draft): Chapter[] =>
  'cues' in body ? body.cues.filter((part) => part.type === 'chapter') : [];
