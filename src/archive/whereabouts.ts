import type { Alias, Archive, Episode, Gone, Quote, QuoteId, Turn, Withdrawn } from './model.ts';

/** What an id stands for, and where. */
export type Whereabouts =
  | {
      readonly type: 'quote';
      readonly quote: Quote;
      readonly turn: Turn;
      readonly episode: Episode;
      /** The quotes around it. */
      readonly neighbours: Neighbours;
      /** When the id is that of a quote whose words went into this one. */
      readonly alias?: Alias;
    }
  | {
      readonly type: 'gone';
      readonly gone: Gone;
      readonly episode: Episode;
      readonly neighbours: Neighbours;
    }
  | { readonly type: 'withdrawn'; readonly gone: Gone; readonly withdrawn: Withdrawn };

/** A quote with its turn. */
export interface VoicedQuote {
  readonly quote: Quote;
  readonly turn: Turn;
}

/** The quotes nearest to a place that are there. */
export interface Neighbours {
  readonly before?: VoicedQuote;
  readonly after?: VoicedQuote;
}

/** Every quote of an episode with its turn, in order. */
export const quotesIn = (episode: Episode): VoicedQuote[] =>
  episode.parts.flatMap((part) =>
    part.type === 'turn' ? part.quotes.map((quote) => ({ quote, turn: part })) : [],
  );

/** Every id that stands on the page of an episode, in order: quotes, what went into them, what is gone. */
export const idsOf = (episode: Episode): QuoteId[] => [
  ...quotesIn(episode).flatMap(({ quote }) => [
    ...(quote.before ?? []).map(({ id }) => id),
    quote.id,
    ...(quote.aliases ?? []).map(({ id }) => id),
  ]),
  ...episode.after.map(({ id }) => id),
];

/**
 * What some ids stand for: a quote, one that it was merged into, or what is left of it. An id that nobody
 * ever published is not in the answer.
 *
 * findWhereabouts(archive, new Set(['q7k2m9xqp'])).get('q7k2m9xqp')?.type // => 'quote'
 */
export function findWhereabouts(
  archive: Archive,
  ids: ReadonlySet<QuoteId>,
): Map<QuoteId, Whereabouts> {
  const found = new Map<QuoteId, Whereabouts>();
  if (ids.size === 0) return found;
  for (const episode of archive.episodes) {
    const all = quotesIn(episode);
    const keepGone = (some: readonly Gone[] | undefined, at: number): void => {
      for (const gone of some ?? []) {
        if (!ids.has(gone.id)) continue;
        const neighbours = neighboursOf(all, at - 1, at);
        found.set(gone.id, { type: 'gone', gone, episode, neighbours });
      }
    };
    for (const [at, { quote, turn }] of all.entries()) {
      keepGone(quote.before, at);
      const where = { type: 'quote', quote, turn, episode } as const;
      if (ids.has(quote.id))
        found.set(quote.id, { ...where, neighbours: neighboursOf(all, at - 1, at + 1) });
      for (const alias of quote.aliases ?? []) {
        if (ids.has(alias.id))
          found.set(alias.id, { ...where, alias, neighbours: neighboursOf(all, at - 1, at + 1) });
      }
    }
    keepGone(episode.after, all.length);
  }
  for (const withdrawn of archive.withdrawn)
    for (const gone of withdrawn.gone)
      if (ids.has(gone.id)) found.set(gone.id, { type: 'withdrawn', gone, withdrawn });
  return found;
}

function neighboursOf(all: readonly VoicedQuote[], before: number, after: number): Neighbours {
  const [first, second] = [all[before], all[after]];
  return { ...(first && { before: first }), ...(second && { after: second }) };
}
