import type { Named } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import type { Query } from './query.ts';
import { isBegun, wordsIn } from './resolve.ts';

/** The kinds of things that have a page of their own. */
export type SuggestedKind = 'speaker' | 'topic' | 'show' | 'episode';

/** Something of the archive that a query names. */
export interface Suggestion {
  readonly kind: SuggestedKind;
  readonly id: string;
  readonly name: string;
  /** Of an episode: its place in the catalog. */
  readonly episode?: number;
  /** Of everything else: in how many episodes it is. */
  readonly episodes: number;
}

/** Of each kind that are suggested at most. */
const most = 3;

/** The names of an archive’s things, to be found by the beginnings of their words. */
export class SuggestionList {
  readonly #all: readonly Suggestion[];

  constructor(catalog: Catalog) {
    const things = (kind: SuggestedKind, names: readonly Named[], counts: readonly number[]) =>
      names.map(([id, name], index): Suggestion => {
        return { kind, id, name, episodes: counts[index] ?? 0 };
      });
    this.#all = [
      ...things('speaker', catalog.speakers, countBySpeaker(catalog)),
      ...things(
        'topic',
        catalog.topics,
        countBy(catalog, ({ topics }) => topics),
      ),
      ...things(
        'show',
        catalog.shows,
        countBy(catalog, ({ show }) => [show]),
      ),
      ...newestFirst(catalog).map((index): Suggestion => {
        const { key, title } = catalog.episodes[index]!;
        return { kind: 'episode', id: key, name: title, episode: index, episodes: 1 };
      }),
    ];
  }

  /**
   * What a query names: every one of its words begins a word of the name; and what it is filtered by. Names that
   * are the words, then those that begin with them, then those in most episodes come first; a few of each kind.
   *
   * list.suggest(parseQuery('jo')) // => [{ kind: 'speaker', id: 'jo-field', name: 'Jo Field', episodes: 12 }]
   */
  suggest({ terms, filters }: Query): Suggestion[] {
    const asked = terms.flatMap(({ words }) => words);
    const found: Suggestion[] = [];
    for (const kind of ['speaker', 'topic', 'show', 'episode'] as const) {
      const ids = filters[kind] ?? [];
      const known = this.#all
        .filter((one) => one.kind === kind && (ids.includes(one.id) || isBegun(one.name, asked)))
        .map((one) => ({ one, rank: ids.includes(one.id) ? 0 : rankOf(one.name, asked) }));
      known.sort((a, b) => a.rank - b.rank || b.one.episodes - a.one.episodes);
      found.push(...known.slice(0, most).map(({ one }) => one));
    }
    return found;
  }
}

function rankOf(name: string, asked: readonly string[]): number {
  const words = wordsIn(name);
  if (words.length === asked.length && asked.every((word) => words.includes(word))) return 1;
  return words[0]?.startsWith(asked[0] ?? '') ? 2 : 3;
}

function countBySpeaker({ speakers, rows }: Catalog): number[] {
  const episodes = speakers.map(() => new Set<number>());
  for (const { voice, episode } of rows) episodes[voice]?.add(episode);
  return episodes.map(({ size }) => size);
}

function countBy(
  { episodes }: Catalog,
  ofEpisode: (episode: Catalog['episodes'][number]) => readonly number[],
): number[] {
  const counts: number[] = [];
  for (const episode of episodes)
    for (const one of ofEpisode(episode)) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** Places of the episodes in the catalog; those without a date come last. */
function newestFirst({ episodes }: Catalog): number[] {
  const dateOf = (index: number): string => episodes[index]!.date ?? '';
  return [...episodes.keys()].sort((a, b) =>
    dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0,
  );
}
