import type { SpeakerFigures } from '../archive/figures/model.ts';
import type { Formats, Words } from '../i18n/index.ts';

type Timed = Pick<SpeakerFigures, 'counts' | 'time'>;

/** Whether the speaking time covers at least half of the quotes: of fewer it is a note, no figure to stand large. */
export const isMostlyTimed = ({ counts, time }: Timed): boolean =>
  time !== undefined && time.quotes * 2 >= counts.quotes;

/**
 * How many of the quotes the speaking time covers.
 *
 * timeCoverage(figures, wordsOf('en'), formatsOf('en'))
 * // => 'of 82 of 81,530 quotes; the times of the others are not known'
 */
export const timeCoverage = (
  { counts, time }: Timed,
  { people }: Pick<Words, 'people'>,
  { number }: Pick<Formats, 'number'>,
): string =>
  time === undefined || time.quotes === counts.quotes
    ? people.timeOfAll
    : people.timeOf(number(time.quotes), number(counts.quotes));
