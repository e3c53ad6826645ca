import { citedIn } from './essay.ts';
import type { Entry, Episode, QuoteId, Sources } from './model.ts';

type Featuring = Entry<{ readonly featured: readonly QuoteId[] }>;

const featuring = (sources: Sources): Featuring[] => [
  sources.archive,
  ...sources.speakers,
  ...sources.topics,
];

/** Ids that have a card: those that are featured or stand in an essay, or all; and each that ever had one. */
export function findCards(
  sources: Sources,
  episodes: readonly Episode[],
  addresses: readonly string[],
): ReadonlySet<QuoteId> {
  const cards = new Set(
    addresses.flatMap((address) => /^\/quotes\/(q[^/]+)\/$/.exec(address)?.[1] ?? []),
  );
  if (sources.archive.facts.cards === 'all') {
    for (const { parts } of episodes) {
      for (const part of parts) {
        if (part.type === 'turn') for (const { id } of part.quotes) cards.add(id);
      }
    }
  }
  for (const { facts } of featuring(sources)) for (const id of facts.featured) cards.add(id);
  for (const { parts } of sources.collections) for (const { id } of citedIn(parts)) cards.add(id);
  return cards;
}
