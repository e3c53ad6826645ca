import { unknownQuote } from './cited-problem.ts';
import { citedIn } from './essay.ts';
import type { Entry, Episode, QuoteId, Sources } from './model.ts';
import type { Problem } from './problem.ts';
import type { Reconciliation } from './reconciliation.ts';

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

/** Errors about featured quotes that nobody ever published. */
export function findFeaturedProblems(
  sources: Sources,
  reconciliations: ReadonlyMap<string, Reconciliation>,
): Problem[] {
  const asked = featuring(sources).filter(({ facts }) => facts.featured.length > 0);
  if (asked.length === 0) return [];
  const known = new Set<QuoteId>();
  for (const { ledger } of reconciliations.values())
    for (const { id } of ledger.lines) known.add(id);
  return asked.flatMap((entry) =>
    entry.facts.featured.flatMap((id, index): Problem[] => {
      if (known.has(id)) return [];
      const place = entry.places.get(`featured.${index}`);
      return [
        {
          severity: 'error',
          file: entry.file,
          ...(place && { place }),
          ...unknownQuote(id),
        },
      ];
    }),
  );
}
