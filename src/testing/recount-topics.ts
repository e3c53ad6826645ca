import { listOf, type PlainArchive, type PlainEpisode, type PlainNames } from './plain-archive.ts';
import { asPhrase, plainWords } from './plain-search.ts';
import { type Line, most, type PlainCounts, recountOverTime, total } from './recount.ts';

/** What a second count says of topics: plain lists, to be compared. */

/** A quote with all ids that it ever had. */
interface KnownQuote {
  readonly ids: readonly string[];
  readonly who: string;
  readonly words: number;
  readonly text: string;
}

export interface KnownEpisode {
  readonly episode: PlainEpisode;
  readonly quotes: readonly KnownQuote[];
}

/** A quote that is about a topic. */
export interface FoundAbout extends KnownQuote {
  readonly episode: PlainEpisode;
  readonly reason: string;
}

/** Ids stand in no transcript: they are given, for the episode that lies at a path, in order. */
export const withIds = (
  { episodes }: PlainArchive,
  idsAt: (path: string) => readonly (readonly string[])[],
): KnownEpisode[] =>
  episodes.map((episode) => {
    const ids = idsAt(episode.path);
    const quotes = episode.quotes.map(({ who, words, text }, index) => ({
      ids: ids[index]!,
      who,
      words,
      text: plainWords(text),
    }));
    return { episode, quotes };
  });

/** The quotes about a topic, each with why. */
export function findAbout(
  { id, name, facts }: PlainNames,
  episodes: readonly KnownEpisode[],
): FoundAbout[] {
  const phrases = [name, ...listOf(facts['aliases']), ...listOf(facts['terms'])].map(asPhrase);
  const kept = [...listOf(facts['quotes']), ...listOf(facts['featured'])];
  const denied = listOf(facts['notAbout']);
  const reasonOf = (episode: PlainEpisode, { ids, text }: KnownQuote): string | undefined => {
    if (ids.some((own) => denied.includes(own))) return undefined;
    if (ids.some((own) => kept.includes(own))) return 'keeper';
    if (phrases.some((phrase) => text.includes(phrase))) return 'terms';
    return episode.topics.includes(id) ? 'episode' : undefined;
  };
  return episodes.flatMap(({ episode, quotes }) =>
    quotes.flatMap((quote) => {
      const reason = reasonOf(episode, quote);
      return reason === undefined ? [] : [{ ...quote, episode, reason }];
    }),
  );
}

/** One line for each episode. */
function linesOf(about: readonly FoundAbout[]): Line[] {
  const episodes = [...new Set(about.map(({ episode }) => episode))];
  return episodes.map((episode) => {
    const own = about.filter((one) => one.episode === episode);
    return { episode, quotes: own.length, words: own.reduce((sum, { words }) => sum + words, 0) };
  });
}

const isNamed = ({ who }: FoundAbout): boolean => !who.startsWith('?');
const says = ({ reason }: FoundAbout): boolean => reason !== 'episode';

export function recountTopic(
  about: readonly FoundAbout[],
  others: ReadonlyMap<string, readonly FoundAbout[]>,
  wordsOf: (who: string) => number,
) {
  const speakers = [...new Set(about.filter(isNamed).map(({ who }) => who))].map(
    (who): [string, PlainCounts] => [who, total(linesOf(about.filter((one) => one.who === who)))],
  );
  const own = new Set(about.filter(says).map(({ ids }) => ids[0]));
  return {
    ids: about.map(({ ids, reason }) => `${ids[0]} ${reason}`).sort(),
    byReason: Object.fromEntries(
      ['keeper', 'terms', 'episode'].map((reason) => [
        reason,
        total(linesOf(about.filter((one) => one.reason === reason))),
      ]),
    ),
    counts: total(linesOf(about)),
    overTime: recountOverTime(linesOf(about)),
    speakers: speakers
      .sort(most(1, 2))
      .map(([who, counts]) => [who, counts, wordsOf(who) === 0 ? 0 : counts[2] / wordsOf(who)]),
    related: [...others]
      .map(([id, their]) => [id, their.filter((one) => says(one) && own.has(one.ids[0])).length])
      .filter(([, shared]) => Number(shared) >= 2)
      .sort(),
    first: about
      .filter(says)
      .flatMap(({ episode: { date } }) => date ?? [])
      .sort()[0],
  };
}

/** Topics with counts, most quotes first; of what `isOf` says. */
const topicsBy = (
  topics: ReadonlyMap<string, readonly FoundAbout[]>,
  isOf: (one: FoundAbout) => boolean,
): [string, PlainCounts][] =>
  [...topics]
    .map(([id, about]): [string, PlainCounts] => [id, total(linesOf(about.filter(isOf)))])
    .filter(([, counts]) => counts[1] > 0)
    .sort(most(1, 2));

export const recountTopicsOfSpeaker = (
  who: string,
  topics: ReadonlyMap<string, readonly FoundAbout[]>,
) =>
  topicsBy(topics, (one) => one.who === who).map(([id, [, quotes, words]]) => [
    id,
    quotes,
    words,
    topics.get(id)!.filter((one) => one.who === who && says(one)).length,
  ]);

export const recountTopicsOfShow = (
  show: string,
  topics: ReadonlyMap<string, readonly FoundAbout[]>,
) => topicsBy(topics, ({ episode }) => episode.show === show);

export const recountTopicsOfAll = (topics: ReadonlyMap<string, readonly FoundAbout[]>) =>
  topicsBy(topics, () => true);

/** Topics that quotes of an episode are about by keeper or terms, with the ids of those quotes. */
export const recountTopicsOfEpisode = (
  path: string,
  topics: ReadonlyMap<string, readonly FoundAbout[]>,
): [string, string[]][] =>
  [...topics]
    .map(([id, about]): [string, string[]] => {
      const own = about.filter((one) => one.episode.path === path && says(one));
      return [id, own.map(({ ids }) => ids[0]!)];
    })
    .filter(([, ids]) => ids.length > 0)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
