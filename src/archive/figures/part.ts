import type { Counts, Voice } from '../model.ts';
import { compareText } from '../order.ts';
import { speakerOf } from '../transcript.ts';
import type { Part, SpeakingTime } from './model.ts';
import { shareOf } from './share.ts';

/** What each voice says of so many words: most words first, who says nothing last. */
export const countParts = (
  voices: readonly {
    readonly voice: Voice;
    readonly counts: Counts;
    readonly time?: SpeakingTime | undefined;
  }[],
  words: number,
): Part[] =>
  voices
    .map(({ voice, counts, time }) => ({
      voice,
      counts,
      share: shareOf(counts.words, words),
      ...(time && { time }),
    }))
    .sort(
      (a, b) =>
        b.counts.words - a.counts.words ||
        b.counts.quotes - a.counts.quotes ||
        compareText(speakerOf(a.voice), speakerOf(b.voice)),
    );
