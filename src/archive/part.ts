import type { Evidence, Part } from './evidence.ts';

/** What it takes for a part to stand for the quote that it is of: a new quote may keep the id of an old one. */

/** Most of the old quote is in this part. */
export const holdsMost = (part: Part, { tokens, found }: Evidence, least = 0.58): boolean =>
  part.matched / tokens >= least ||
  (found >= 0.75 && part.share / tokens >= least && part.matched / tokens >= 0.5);

/**
 * At least half of the old quote is in this part, however words are counted. Of what lies between matches some
 * was misheard, some was lost.
 */
export const holdsHalf = ({ matched, share }: Part, { tokens }: Evidence): boolean =>
  matched >= tokens * 0.54 || (matched + share) / 2 >= tokens * 0.58;

/** What is found is not scattered over words of something else. */
export const isTogether = (part: Part): boolean => part.strange <= part.matched * 0.6;

/** Most of the new quote is from the old one. */
export const isMostly = (part: Part, heard: number): boolean =>
  part.run >= 3 && part.own / heard >= 0.6 && part.matched / heard >= 0.6;

/** At least half of the new quote is from the old one. */
export const isHalfOf = (part: Part, heard: number): boolean => part.matched >= heard * 0.54;

/** The new quote is two or three words of the old one, and all others of it are found too. */
export const isPiece = (part: Part, heard: number, { found }: Evidence): boolean =>
  found >= 0.9 && part.matched >= 2 && part.matched === heard;
