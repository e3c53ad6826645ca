import type { Figures } from '../archive/figures/model.ts';
import type { ListedQuote, PagedList } from '../archive/list.ts';
import type { Topic } from '../archive/model.ts';

/** A quote in a list that can be looked through by topic. */
export interface TopicalQuote extends ListedQuote {
  /** Numbers of the topics that it is about, from 1. */
  readonly about: readonly number[];
}

/** A list that can be looked through by topic. */
export interface TopicalList {
  readonly list: PagedList<TopicalQuote>;
  /** Most quotes first. */
  readonly topics: readonly { readonly topic: Topic; readonly quotes: number }[];
}

/** Topics by which a list can be looked through at most: the style sheet has a rule for each. */
export const mostTopics = 8;

/**
 * A list of one page with what each of its quotes is about, by the keeper or by its words. Topics that all of its
 * quotes are about, or none, do not tell them apart; of the others those with most quotes.
 *
 * listByTopic(list, figures.topicsOf).topics // => [{ topic: tides, quotes: 12 }, { topic: fog, quotes: 3 }]
 */
export function listByTopic(
  list: PagedList<ListedQuote>,
  topicsOf: Figures['topicsOf'],
): TopicalList {
  const counts = new Map<Topic, number>();
  for (const { episode, quote } of list.newest)
    for (const topic of topicsOf(episode, quote)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  // Sorting is stable, and topics come in the order of the archive only by chance: their ids decide.
  const topics = [...counts]
    .map(([topic, quotes]) => ({ topic, quotes }))
    .filter(({ quotes }) => quotes < list.total)
    .sort((a, b) => b.quotes - a.quotes || (a.topic.id < b.topic.id ? -1 : 1))
    .slice(0, mostTopics);
  const numberOf = new Map(topics.map(({ topic }, index) => [topic, index + 1]));
  const newest = list.newest.map((listed): TopicalQuote => ({
    ...listed,
    about: topicsOf(listed.episode, listed.quote).flatMap((topic) => numberOf.get(topic) ?? []),
  }));
  return { list: { ...list, newest, pages: [] }, topics };
}
