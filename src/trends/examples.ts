import type { Topic } from '../archive/model.ts';
import type { Trends, WordShare } from '../archive/figures/trends.ts';
import { changingWords } from './change.ts';
import type { Counted, TrendData, Uncounted } from './data.ts';
import { type Item, parseItems } from './query.ts';

/** Things of an example at most. */
const most = 4;
/** Topics whose words are looked at for examples. */
const mostTopics = 12;

/** Those with the most words first. */
export const byWords = <Thing>(shares: readonly WordShare<Thing>[]): readonly Thing[] =>
  shares
    .map(({ of, words }) => ({ of, total: words.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.total - a.total)
    .map(({ of }) => of);

/**
 * Comparisons that find something in an archive: words and phrases of its topics, words that are said more at one
 * time than at another, its topics, who speaks most.
 */
export async function findExamples(
  trends: Trends,
  data: TrendData,
): Promise<readonly (readonly Item[])[]> {
  const topics = byWords(trends.topics);
  const speakers = byWords(trends.speakers);
  const said = await saidOf(topics.slice(0, mostTopics), data);
  const words = said.filter(({ item }) => 'words' in item && item.words.length === 1);
  const phrases = said.filter(({ item }) => 'words' in item && item.words.length > 1);
  const changing = changingWords(trends, most).flatMap((word) => parseItems(word));
  const named = (kind: 'topic' | 'speaker', things: readonly { id: string }[]): Item[] =>
    things.slice(0, most).map(({ id }) => ({ kind, value: id }));
  const examples: readonly (readonly Item[])[] = [
    firstOf(words),
    firstOf(phrases),
    changing,
    named('topic', topics),
    named('speaker', speakers),
  ];
  return examples.filter((items) => items.length > 1);
}

const firstOf = (found: readonly Counted[]): Item[] => found.slice(0, most).map(({ item }) => item);

/** What is said of topics: of each topic the word and the phrase that is said most, those first that are said most. */
async function saidOf(topics: readonly Topic[], data: TrendData): Promise<Counted[]> {
  const found = new Map<string, Counted & { readonly total: number }>();
  for (const { name, facts } of topics) {
    const typed = [name, ...facts.aliases, ...facts.terms];
    const items = typed.flatMap((text) => parseItems(`"${text}"`));
    const counted = (await data.findAll(items))
      .filter(isCounted)
      .map((one) => ({ ...one, total: one.counts.reduce((sum, count) => sum + count, 0) }))
      .sort((a, b) => b.total - a.total);
    const isPhrase = ({ item }: Counted): boolean => 'words' in item && item.words.length > 1;
    for (const one of [counted.find((own) => !isPhrase(own)), counted.find(isPhrase)])
      if (one) found.set(one.name, one);
  }
  return [...found.values()].sort((a, b) => b.total - a.total);
}

/** Whether something is counted, and not why it is not. */
export const isCounted = (found: Counted | Uncounted): found is Counted => 'counts' in found;
