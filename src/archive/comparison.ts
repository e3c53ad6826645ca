import { Cast } from './cast.ts';
import type { HistoryLine } from './history.ts';
import { assignKeys } from './key.ts';
import type { Ledger } from './ledger.ts';
import type { Entry, EpisodeEntry, EpisodeKey, QuoteId, SpeakerFacts } from './model.ts';
import { compareText } from './order.ts';
import { reconcile, withdraw } from './reconcile.ts';
import type { OldWords, Reconciliation } from './reconciliation.ts';
import type { Spoken } from './transcript.ts';

/** An archive at one time, as far as it differs from what it is compared with. */
interface Edition {
  /** All of them. */
  readonly speakers: readonly Entry<SpeakerFacts>[];
  /** Those that differ. */
  readonly episodes: readonly EpisodeEntry[];
}

/** An archive before a change, with what it remembers of its quotes. */
export interface Before extends Edition {
  /** Of every episode. */
  readonly paths: ReadonlySet<string>;
  /** Of those that differ, also where nobody could read them. */
  readonly differing: ReadonlySet<string>;
  /** Of the whole archive. */
  readonly ledgers: readonly Ledger[];
  readonly histories: ReadonlyMap<EpisodeKey, readonly HistoryLine[]>;
  /** What ids stood for where the transcript was already another than the one a ledger was made from. */
  readonly oldWords: ReadonlyMap<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>;
}

/** An archive after a change. */
export interface After extends Edition {
  /** Files of episodes that are there and cannot be read: nothing can be said of them. */
  readonly unread: ReadonlySet<string>;
  /** The day of the change: `YYYY-MM-DD`. */
  readonly date: string;
}

/** What was published of an episode before a change: its ledger as `ids` would have written it then. */
export interface PublishedLedger {
  readonly ledger: Ledger;
  readonly history: readonly HistoryLine[];
  readonly words: ReadonlyMap<QuoteId, OldWords>;
}

/** One episode before and after. */
export interface EpisodeComparison {
  readonly key: EpisodeKey;
  /** Absent for a new episode. */
  readonly before?: PublishedLedger;
  /** Absent when its file is gone. */
  readonly entry?: EpisodeEntry;
  readonly spoken: readonly Spoken[];
  readonly reconciled: Reconciliation;
}

export interface Comparison {
  readonly episodes: readonly EpisodeComparison[];
  readonly castBefore: Cast;
  readonly castAfter: Cast;
}

/**
 * What becomes of published quotes by a change. First the ledger before is brought up to date with the
 * transcripts of that time, in memory; then the transcripts of now are bound to it. Only what differs is
 * looked at, and nothing is written.
 */
export function compareEditions(before: Before, after: After): Comparison {
  const castBefore = new Cast(before.speakers);
  const castAfter = new Cast(after.speakers);
  const taken = new Set<QuoteId>();
  for (const { lines } of before.ledgers) for (const { id } of lines) taken.add(id);
  const published = publish(before, castBefore, taken, after.date);

  const ledgers = published.map(({ ledger }) => ledger);
  const publishedOf = new Map(published.map((each) => [each.ledger, each]));
  const words = new Map(published.map((each) => [each.ledger.key, each.words]));
  const keys = assignKeys(after.episodes, ledgers, words);
  // A key that belongs to an episode that stayed as it was is a problem of its own, told elsewhere.
  const foreign = new Set(before.ledgers.flatMap(({ key, formerly }) => [key, ...formerly]));
  for (const { key, formerly } of ledgers)
    for (const own of [key, ...formerly]) foreign.delete(own);

  const episodes: EpisodeComparison[] = [];
  for (const entry of [...keys.entries].sort((a, b) => compareText(a.id, b.id))) {
    if (foreign.has(entry.id)) continue;
    foreign.add(entry.id);
    const ledger = keys.ledgerOf.get(entry.id);
    const known = ledger && publishedOf.get(ledger);
    const spoken = castAfter.gather(entry);
    const reconciled = reconcile({
      key: entry.id,
      path: entry.path,
      hash: entry.hash,
      ...(ledger && { ledger }),
      history: known?.history ?? [],
      formerly: keys.formerlyOf.get(entry.id) ?? [],
      fresh: spoken,
      oldWords: known?.words ?? new Map(),
      taken,
      date: after.date,
      speakerNow: castAfter.speakerNow,
    });
    episodes.push({ key: entry.id, ...(known && { before: known }), entry, spoken, reconciled });
  }
  for (const ledger of keys.withdrawn) {
    if (ledger.gone !== undefined || after.unread.has(ledger.path)) continue;
    const known = publishedOf.get(ledger)!;
    const reconciled = withdraw(known.ledger, known.history, {
      taken,
      date: after.date,
      speakerNow: castAfter.speakerNow,
    });
    episodes.push({ key: ledger.key, before: known, spoken: [], reconciled });
  }
  return { episodes, castBefore, castAfter };
}

/** The ledgers of what differs, as they would be had `ids` run before the change. */
function publish(before: Before, cast: Cast, taken: Set<QuoteId>, date: string): PublishedLedger[] {
  // What has no file may have been renamed, or be gone for long and come back now.
  const ledgers = before.ledgers.filter(
    ({ path }) => before.differing.has(path) || !before.paths.has(path),
  );
  const keys = assignKeys(before.episodes, ledgers, before.oldWords);
  const published: PublishedLedger[] = [];
  for (const entry of [...keys.entries].sort((a, b) => compareText(a.id, b.id))) {
    const ledger = keys.ledgerOf.get(entry.id);
    const spoken = cast.gather(entry);
    const { missing, identities, ...reconciled } = reconcile({
      key: entry.id,
      path: entry.path,
      hash: entry.hash,
      ...(ledger && { ledger }),
      history: (ledger && before.histories.get(ledger.key)) ?? [],
      formerly: keys.formerlyOf.get(entry.id) ?? [],
      fresh: spoken,
      oldWords: (ledger && before.oldWords.get(ledger.key)) ?? new Map(),
      taken,
      date,
      speakerNow: cast.speakerNow,
    });
    const words = new Map<QuoteId, OldWords>(
      missing.length > 0 && ledger
        ? before.oldWords.get(ledger.key)
        : identities.map(({ id }, at) => [id, spoken[at]!]),
    );
    published.push({ ledger: reconciled.ledger, history: reconciled.history, words });
  }
  for (const ledger of keys.withdrawn) {
    const history = before.histories.get(ledger.key) ?? [];
    const known = { ledger, history, words: before.oldWords.get(ledger.key) ?? new Map() };
    // A file that was there and could not be read then: its ledger is what was published.
    if (ledger.gone !== undefined || before.paths.has(ledger.path)) published.push(known);
    else {
      const reconciled = withdraw(known.ledger, known.history, {
        taken,
        date,
        speakerNow: cast.speakerNow,
      });
      published.push({ ...known, ledger: reconciled.ledger, history: reconciled.history });
    }
  }
  return published;
}
