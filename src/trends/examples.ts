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

/** What an example compares: words and phrases of the topics, words that changed most, topics, who speaks most. */
export type ExampleKind = 'words' | 'phrases' | 'changing' | 'topics' | 'speakers';

/** A comparison that finds something. */
export interface Example {
  readonly kind: ExampleKind;
  readonly items: readonly Item[];
  /** As readers call them. */
  readonly names: readonly string[];
}

/** Comparisons that find something in an archive, of each kind at most one. */
export async function findExamples(trends: Trends, data: TrendData): Promise<readonly Example[]> {
  const topics = byWords(trends.topics);
  const speakers = byWords(trends.speakers);
  const said = await saidOf(topics.slice(0, mostTopics), data);
  const words = said.filter(({ item }) => 'words' in item && item.words.length === 1);
  const phrases = said.filter(({ item }) => 'words' in item && item.words.length > 1);
  const changing = changingWords(trends, most).flatMap((word) => parseItems(word));
  const examples = [
    toExample('words', words.slice(0, most)),
    toExample('phrases', phrases.slice(0, most)),
    toExample('changing', (await data.findAll(changing)).filter(isCounted)),
    toExample('topics', await findNamed('topic', topics, data)),
    toExample('speakers', await findNamed('speaker', speakers, data)),
  ];
  return examples.filter(({ items }) => items.length > 1);
}

const toExample = (kind: ExampleKind, found: readonly Counted[]): Example => ({
  kind,
  items: found.map(({ item }) => item),
  names: found.map(({ name }) => name),
});

/** The first of some topics or speakers. */
export async function findNamed(
  kind: 'topic' | 'speaker',
  things: readonly { readonly id: string }[],
  data: TrendData,
  count = most,
): Promise<Counted[]> {
  const items = things.slice(0, count).map(({ id }): Item => ({ kind, value: id }));
  return (await data.findAll(items)).filter(isCounted);
}

/** What is said of topics: of each topic the word and the phrase that is said most, those first that are said most. */
async function saidOf(topics: readonly Topic[], data: TrendData): Promise<Counted[]> {
  const found = new Map<string, Counted & { readonly total: number }>();
  for (const { name, facts } of topics) {
    const typed = [name, ...facts.aliases, ...facts.terms];
    // In any case is the same word: small letters make no difference between them.
    const items = typed.flatMap((text) => parseItems(`"${text.toLowerCase()}"`));
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
