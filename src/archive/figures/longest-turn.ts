import type { Episode } from '../model.ts';
import type { LongTurn, SpeakingTime } from './model.ts';
import type { WholeTurn } from './whole-turn.ts';

/** The longer of two turns; the first where they are as long. */
export const longer = <Turn extends { readonly words: number }>(
  one: Turn | undefined,
  other: Turn | undefined,
): Turn | undefined => (!one || (other && other.words > one.words) ? other : one);

/** A turn as the longest of somebody, with its time where all of it is known. */
export function longTurn(
  episode: Episode,
  { voice, quotes, words }: WholeTurn,
  time: SpeakingTime | undefined,
): LongTurn {
  return {
    episode,
    voice,
    first: quotes[0]!,
    last: quotes.at(-1)!,
    words,
    ...(time?.quotes === quotes.length && { seconds: time.seconds }),
  };
}
