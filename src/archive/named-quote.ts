import { unknownQuote } from './cited-problem.ts';
import type { Entry, Place, QuoteId, Sources, TopicFacts } from './model.ts';
import type { Problem } from './problem.ts';
import type { Reconciliation } from './reconciliation.ts';

/** An id that stands in the front matter of a file. */
interface NamedQuote {
  readonly id: QuoteId;
  readonly file: string;
  readonly place?: Place;
}

/** Errors about quotes that front matter names: ids that nobody ever published, and topics at odds with themselves. */
export function findNamedQuoteProblems(
  sources: Sources,
  reconciliations: readonly Pick<Reconciliation, 'ledger'>[],
): Problem[] {
  const named = [
    ...[sources.archive, ...sources.speakers, ...sources.topics].flatMap((entry) =>
      idsIn(entry, 'featured', entry.facts.featured),
    ),
    ...sources.topics.flatMap((topic) => [
      ...idsIn(topic, 'quotes', topic.facts.quotes),
      ...idsIn(topic, 'notAbout', topic.facts.notAbout),
    ]),
  ];
  if (named.length === 0) return [];
  const known = new Set<QuoteId>();
  for (const { ledger } of reconciliations) for (const { id } of ledger.lines) known.add(id);
  const unknown = named.filter(({ id }) => !known.has(id));
  return [
    ...unknown.map(({ id, file, place }): Problem => ({
      severity: 'error',
      file,
      ...(place && { place }),
      ...unknownQuote(id),
    })),
    ...sources.topics.flatMap(findContradictions),
  ];
}

function idsIn(
  { file, places }: Entry<unknown>,
  field: string,
  ids: readonly QuoteId[],
): NamedQuote[] {
  return ids.map((id, index) => {
    const place = places.get(`${field}.${index}`);
    return { id, file, ...(place && { place }) };
  });
}

/** Errors about quotes that a topic claims and denies. */
function findContradictions(topic: Entry<TopicFacts>): Problem[] {
  const { quotes, featured } = topic.facts;
  return idsIn(topic, 'notAbout', topic.facts.notAbout).flatMap(
    ({ id, file, place }): Problem[] => {
      const field = quotes.includes(id) ? 'quotes' : featured.includes(id) ? 'featured' : undefined;
      if (field === undefined) return [];
      return [
        {
          rule: 'topic-contradiction',
          severity: 'error',
          file,
          ...(place && { place }),
          message: `Unexpected quote \`${id}\` for \`notAbout\`, expected one that \`${field}\` does not name`,
          mend: `A quote is about the topic, or it is not: delete \`${id}\` from \`${field}\` or from \`notAbout\`.`,
        },
      ];
    },
  );
}
