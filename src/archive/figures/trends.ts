import type { Archive, Episode, Speaker, Topic } from '../model.ts';
import { compareText } from '../order.ts';
import type { Figures, OverTime } from './model.ts';
import { countPhrases, type SaidInOrder } from './phrases.ts';
import type { SpokenWords } from './spoken-words.ts';

/** A number for each period of the archive, oldest first. */
export type Series = readonly number[];

/** How many words of each period are somebody’s, or stand in quotes about something. */
export interface WordShare<Thing> {
  readonly of: Thing;
  readonly words: Series;
}

/** Takes words or a phrase with how often they were said in each period; the counts are used again for the next. */
export type TakeSaid = (said: readonly string[], counts: ArrayLike<number>) => void;

/**
 * What was said in each period of an archive. The periods are those of the archive’s own figures, and so is the
 * whole of which everything is a share: all words of the period. Episodes without a date are in no period.
 *
 * A word is a folded one, whatever its case and accents; a phrase is words in a row within one quote. The words
 * of a topic are all words of the quotes about it, those of a speaker all that they say.
 *
 * countTrends(archive, figures).over.periods // => [{ name: '2019', words: 5311, … }, …]
 */
export interface Trends {
  readonly over: OverTime;
  /** Those that say something in an episode with a date, by id. */
  readonly speakers: readonly WordShare<Speaker>[];
  /** Those that a quote of an episode with a date is about, by id. */
  readonly topics: readonly WordShare<Topic>[];
  /** Every word, sorted, with how often it was said in each period. */
  readonly eachWord: (take: TakeSaid) => void;
  /** Every phrase of two and three words that was said so often, sorted. */
  readonly eachPhrase: (least: number, take: TakeSaid) => void;
  /** How many words are counted as such: pairs of characters in scripts without blanks. */
  readonly said: number;
}

export function countTrends(
  archive: Archive,
  figures: Pick<Figures, 'archive' | 'speakers' | 'topics' | 'words'>,
): Trends {
  const over = figures.archive.overTime;
  const periodOf = placeEpisodes(archive.episodes, over);
  const addUp = (items: Iterable<readonly [Episode, number]>): Series => {
    const words = over.periods.map(() => 0);
    for (const [episode, own] of items) {
      const period = periodOf.get(episode);
      if (period !== undefined) words[period]! += own;
    }
    return words;
  };
  const speakers = archive.speakers.map((speaker): WordShare<Speaker> => ({
    of: speaker,
    words: addUp(
      speaker.appearances.map(({ episode, participant }) => [episode, participant.words]),
    ),
  }));
  const topics = archive.topics.map((topic): WordShare<Topic> => {
    const { quotes = [] } = figures.topics.get(topic.id) ?? {};
    return { of: topic, words: addUp(quotes.map(({ episode, quote }) => [episode, quote.words])) };
  });
  const { texts, order } = sortWords(figures.words);
  const said = putInOrder(archive.episodes, periodOf, over, { words: figures.words, order });
  return {
    over,
    speakers: withWords(speakers),
    topics: withWords(topics),
    said: said.numbers.reduce((sum, word) => sum + (word === 0 ? 0 : 1), 0),
    eachWord: (take) => {
      for (const [index, counts] of countWords(said).entries())
        if (counts.some((count) => count > 0)) take([texts[index]!], counts);
    },
    eachPhrase: (least, take) =>
      countPhrases(said, least, (words, counts) =>
        take(
          words.map((word) => texts[word - 1]!),
          counts,
        ),
      ),
  };
}

const withWords = <Thing extends { readonly id: string }>(
  shares: readonly WordShare<Thing>[],
): readonly WordShare<Thing>[] =>
  shares
    .filter(({ words }) => words.some((count) => count > 0))
    .sort((a, b) => compareText(a.of.id, b.of.id));

/** The number of the period in which each episode with a date lies. */
function placeEpisodes(
  episodes: readonly Episode[],
  { periods }: OverTime,
): ReadonlyMap<Episode, number> {
  return new Map(
    episodes.flatMap((episode) => {
      const month = episode.date?.slice(0, 7);
      if (month === undefined) return [];
      return [[episode, periods.findIndex(({ from, to }) => from <= month && month <= to)]];
    }),
  );
}

/** The words sorted, and for each of the numbers that words have the place of its word among them, from 1. */
function sortWords({ texts }: SpokenWords): { texts: readonly string[]; order: Uint32Array } {
  const numbers = [...texts.keys()].sort((a, b) => compareText(texts[a]!, texts[b]!));
  const order = new Uint32Array(texts.length);
  for (const [place, number] of numbers.entries()) order[number] = place + 1;
  return { texts: numbers.map((number) => texts[number]!), order };
}

/** All words of the episodes with a date, period after period. */
function putInOrder(
  episodes: readonly Episode[],
  periodOf: ReadonlyMap<Episode, number>,
  { periods }: OverTime,
  { words, order }: { readonly words: SpokenWords; readonly order: Uint32Array },
): SaidInOrder {
  const dated = episodes.filter((episode) => periodOf.has(episode));
  const size = dated.reduce((sum, one) => sum + words.all(one).length + one.quotes, 0);
  const numbers = new Uint32Array(size);
  const byPeriod = Map.groupBy(dated, (episode) => periodOf.get(episode)!);
  let at = 0;
  const ends = periods.map((_, period) => {
    for (const episode of byPeriod.get(period) ?? []) {
      for (let place = 0; place < episode.quotes; place++) {
        for (const word of words.in(episode, place)) numbers[at++] = order[word]!;
        at++;
      }
    }
    return at;
  });
  return { numbers, ends, highest: order.length };
}

/** How often each word was said in each period. */
function countWords({ numbers, ends, highest }: SaidInOrder): Uint32Array[] {
  const all = new Uint32Array((highest + 1) * ends.length);
  let period = 0;
  for (let place = 0; place < numbers.length; place++) {
    while (place >= ends[period]!) period++;
    all[numbers[place]! * ends.length + period]!++;
  }
  return Array.from({ length: highest }, (_, index) =>
    all.subarray((index + 1) * ends.length, (index + 2) * ends.length),
  );
}
