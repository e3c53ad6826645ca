import type { AboutQuote } from '../archive/figures/model.ts';
import type { FoundQuote, Topic } from '../archive/model.ts';
import { shownText } from '../search/record.ts';
import { topicPlaces } from '../search/topic-places.ts';

/** A quote in the list of a topic: its words found, or chosen by the keeper. */
export interface ListedAbout extends FoundQuote {
  readonly isChosen: boolean;
}

/**
 * Quotes about a topic as they are listed, with the topic’s words found in those that are there for them.
 *
 * listAbout(tides, [quote]) // => [{ quote, episode, voice, ranges: [[11, 15]], isChosen: false }]
 */
export function listAbout(topic: Topic, quotes: readonly AboutQuote[]): ListedAbout[] {
  const placesIn = topicPlaces(topic);
  return quotes.map(({ quote, episode, voice, reason }) => ({
    quote,
    episode,
    voice,
    ranges: reason === 'terms' ? placesIn(shownText(quote)) : [],
    isChosen: reason === 'keeper',
  }));
}
