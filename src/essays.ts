import { type Standing, standingOf } from './archive/cited.ts';
import { citedIn } from './archive/essay.ts';
import type { CitedQuote, Collection, QuoteId } from './archive/model.ts';
import { findWhereabouts } from './archive/whereabouts.ts';
import { archive } from './content.ts';

const cited = archive.collections.map((collection) => ({
  collection,
  quotes: citedIn(collection.parts),
}));

/** What the quotes in essays stand for, found once in a build. */
const whereabouts = findWhereabouts(
  archive,
  new Set(cited.flatMap(({ quotes }) => quotes.map(({ id }) => id))),
);

/** What is shown of a quote in a collection. Ids that are nowhere have stopped the build. */
export const standing = (quote: CitedQuote, { facts }: Collection): Standing =>
  standingOf(quote, whereabouts.get(quote.id)!, facts.date);

/** The collections that quote an id, by title. */
export const quotedIn = collectionsBy((id) => id);

/** The collections that quote an episode, by title. */
export const quotedFrom = collectionsBy((id) => {
  const where = whereabouts.get(id)!;
  return where.type === 'withdrawn' ? where.withdrawn.key : where.episode.key;
});

function collectionsBy(keyOf: (id: QuoteId) => string): ReadonlyMap<string, readonly Collection[]> {
  const collections = new Map<string, Collection[]>();
  for (const { collection, quotes } of cited) {
    for (const key of new Set(quotes.map(({ id }) => keyOf(id)))) {
      const known = collections.get(key);
      if (known) known.push(collection);
      else collections.set(key, [collection]);
    }
  }
  return collections;
}

/** What is in a collection. */
export function contentsOf(collection: Collection): { quotes: number; charts: number } {
  const { parts, found } = collection;
  let quotes = found?.total ?? 0;
  let charts = 0;
  for (const part of parts) {
    if (part.type === 'chart') charts++;
    if (part.type === 'search') quotes += part.found?.quotes.length ?? 0;
  }
  for (const quote of citedIn(parts)) {
    const shown = standing(quote, collection);
    quotes += shown.type === 'quotes' ? shown.said.length : 0;
  }
  return { quotes, charts };
}
