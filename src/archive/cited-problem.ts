import { distance } from 'fastest-levenshtein';
import { type CitedQuote, citedIn } from './essay.ts';
import type { Archive, EpisodeKey, EssayEntry, QuoteId, Wording } from './model.ts';
import type { Problem } from './problem.ts';
import type { Reconciliation } from './reconciliation.ts';
import { findWhereabouts, type Whereabouts } from './whereabouts.ts';

/**
 * Errors about quotes in the text of collections: ids that nobody ever published, ranges over two episodes, words
 * that a quote never stood for. A quote that was corrected, merged, removed or taken down is none: its true state
 * is shown.
 */
export function findCitedProblems(
  entries: readonly EssayEntry[],
  reconciliations: readonly Pick<Reconciliation, 'ledger'>[],
  archive: Archive,
): Problem[] {
  const asked = entries.map((entry) => ({ entry, cited: citedIn(entry.parts) }));
  const all = asked.flatMap(({ cited }) => cited);
  if (all.length === 0) return [];
  const episodes = episodesOf(new Set(all.flatMap(idsOf)), reconciliations);
  const pinned = all.filter(({ digest, revision }) => digest ?? revision);
  const whereabouts = findWhereabouts(archive, new Set(pinned.map(({ id }) => id)));
  return asked.flatMap(({ entry, cited }) =>
    cited.flatMap((quote) => {
      const unknown = idsOf(quote).filter((id) => !episodes.has(id));
      const told =
        unknown.length > 0
          ? unknown.map((id) => unknownQuote(id, nearest(id, reconciliations)))
          : [...acrossEpisodes(quote, episodes), ...neverSaid(quote, whereabouts.get(quote.id))];
      return told.map((one): Problem => ({
        severity: 'error',
        file: entry.file,
        place: quote.place,
        ...one,
      }));
    }),
  );
}

type Told = Pick<Problem, 'rule' | 'message' | 'mend'>;

const idsOf = ({ id, to }: CitedQuote): QuoteId[] => (to === undefined ? [id] : [id, to]);

/** The episode of each id that was ever published. */
function episodesOf(
  ids: ReadonlySet<QuoteId>,
  reconciliations: readonly Pick<Reconciliation, 'ledger'>[],
): Map<QuoteId, EpisodeKey> {
  const episodes = new Map<QuoteId, EpisodeKey>();
  for (const { ledger } of reconciliations)
    for (const { id } of ledger.lines) if (ids.has(id)) episodes.set(id, ledger.key);
  return episodes;
}

/** An id that differs by one character. */
function nearest(
  typed: QuoteId,
  reconciliations: readonly Pick<Reconciliation, 'ledger'>[],
): QuoteId | undefined {
  for (const { ledger } of reconciliations)
    for (const { id } of ledger.lines) if (distance(id, typed) === 1) return id;
  return undefined;
}

/** An id that no quote ever had. */
export const unknownQuote = (id: QuoteId, near?: QuoteId): Told => ({
  rule: 'unknown-quote',
  message: `Unexpected quote \`${id}\`, expected the id of a quote of this archive`,
  mend: `${near === undefined ? '' : `Did you mean \`${near}\`? `}An id is the end of a quote’s address: copy it from the link in the margin of its episode.`,
});

function acrossEpisodes(
  { id, to }: CitedQuote,
  episodes: ReadonlyMap<QuoteId, EpisodeKey>,
): Told[] {
  if (to === undefined || episodes.get(id) === episodes.get(to)) return [];
  return [
    {
      rule: 'wrong-range',
      message: `Unexpected range from \`${id}\` to \`${to}\`, expected two quotes of one episode: these are of \`${episodes.get(id)}\` and \`${episodes.get(to)}\``,
      mend: `Quote them one after the other: \`<Quote id="${id}" />\` and \`<Quote id="${to}" />\`.`,
    },
  ];
}

/** What an id stood for, oldest first; with what it stands for today where it still does. */
export function wordingsOf(
  id: QuoteId,
  where: Whereabouts,
): readonly (Pick<Wording, 'revision' | 'digest'> & { readonly isToday?: true })[] {
  if (where.type !== 'quote') return where.gone.type === 'notice' ? where.gone.earlier : [];
  const { quote, alias } = where;
  if (alias?.id === id) return alias.earlier;
  const { revision, digest } = quote;
  return [...(quote.earlier ?? []), { revision, digest, isToday: true }];
}

/** A digest or a revision that is none of a quote’s. Where not all of its past is kept, nobody can tell a digest. */
function neverSaid({ id, digest, revision }: CitedQuote, where: Whereabouts | undefined): Told[] {
  if (!where) return [];
  const wordings = wordingsOf(id, where);
  if (wordings.length === 0) return [];
  const latest = Math.max(...wordings.map((one) => one.revision));
  const known = new Set(wordings.map((one) => one.digest));
  const isKept = wordings.length >= latest && !known.has('');
  const today = wordings.find(({ isToday }) => isToday);
  const mend =
    today === undefined
      ? 'Take it out: the quote is there no more.'
      : `Today it is revision ${today.revision}, \`sha256:${today.digest}\`. Copy it from the citation of the quote, or leave it out.`;
  if (digest !== undefined && isKept && !known.has(digest))
    return [
      {
        rule: 'unknown-wording',
        message: `Unexpected digest \`${digest}\`, expected that of words which \`${id}\` stands or stood for`,
        mend,
      },
    ];
  if (revision !== undefined && revision > latest)
    return [
      {
        rule: 'unknown-wording',
        message: `Unexpected revision ${revision}, expected one that \`${id}\` has or had`,
        mend,
      },
    ];
  return [];
}
