import type { CitedQuote } from './essay.ts';
import type { Alias, Episode, EpisodeKey, Gone, Quote, QuoteId, Voice, Wording } from './model.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What is shown of a quote that somebody chose: its words as they are today, or what is left of it. */
export type Standing = StandingQuotes | StandingGone;

/** Quotes that are there: one, or those of a range. */
export interface StandingQuotes {
  readonly type: 'quotes';
  /** The id that was chosen; a quote's whose words went into another is not that of `said[0]`. */
  readonly id: QuoteId;
  readonly to?: QuoteId;
  readonly episode: Episode;
  readonly said: readonly SaidQuote[];
  /** Quotes of a long range that are not in `said`. */
  readonly more: number;
  /** What is gone from between the quotes of a range. */
  readonly gone: readonly Gone[];
  /** When the words that were chosen went into another quote. */
  readonly alias?: Alias;
  readonly since?: Since;
}

/** A quote, and who says it. */
export interface SaidQuote {
  readonly quote: Quote;
  readonly voice: Voice;
  /** Where the words are that were looked for. */
  readonly ranges?: readonly (readonly [start: number, end: number])[];
}

/** What is left of a quote. */
export interface StandingGone {
  readonly type: 'gone';
  readonly gone: Gone;
  readonly key: EpisodeKey;
  /** Absent where its transcript is gone. */
  readonly episode?: Episode;
}

/** That a quote changed after it was chosen. */
export interface Since {
  readonly id: QuoteId;
  /** The last change; its day is empty while it is in no ledger. */
  readonly last: Wording;
  /** What was there when it was chosen. Absent for ranges. */
  readonly seen?: Wording;
}

/** Quotes of a range that are shown at most. */
const longestRange = 25;

/**
 * What became of a chosen quote. `written` is the day on which it was chosen, where it names neither the digest
 * nor the revision that its author saw.
 */
export function standingOf(cited: CitedQuote, where: Whereabouts, written?: string): Standing {
  if (where.type === 'withdrawn')
    return { type: 'gone', gone: where.gone, key: where.withdrawn.key };
  if (cited.to !== undefined) return standingRange(cited.id, cited.to, where.episode, written);
  if (where.type === 'gone')
    return { type: 'gone', gone: where.gone, key: where.episode.key, episode: where.episode };
  const { quote, turn, episode, alias } = where;
  const since = alias ? undefined : changedSince(quote, cited, written);
  return {
    type: 'quotes',
    id: cited.id,
    episode,
    said: [{ quote, voice: turn.voice }],
    more: 0,
    gone: [],
    ...(alias && { alias }),
    ...(since && { since }),
  };
}

/** One thing of a transcript that has ids. */
type Slot =
  | { readonly ids: readonly QuoteId[]; readonly said: SaidQuote }
  | { readonly ids: readonly QuoteId[]; readonly gone: Gone };

function slotsOf(episode: Episode): Slot[] {
  const slots: Slot[] = [];
  const add = (gone: Gone): void => void slots.push({ ids: [gone.id], gone });
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    for (const quote of part.quotes) {
      quote.before?.forEach(add);
      const ids = [quote.id, ...(quote.aliases ?? []).map(({ id }) => id)];
      slots.push({ ids, said: { quote, voice: part.voice } });
    }
  }
  episode.after.forEach(add);
  return slots;
}

/** The ends may stand in either order: a transcript may have been put in another one. */
function standingRange(
  id: QuoteId,
  to: QuoteId,
  episode: Episode,
  written: string | undefined,
): Standing {
  const slots = slotsOf(episode);
  const ends = [id, to].flatMap((end) => {
    const at = slots.findIndex(({ ids }) => ids.includes(end));
    return at < 0 ? [] : [at];
  });
  const inside = slots.slice(Math.min(...ends), Math.max(...ends) + 1);
  const all = inside.flatMap((slot) => ('said' in slot ? slot.said : []));
  const gone = inside.flatMap((slot) => ('gone' in slot ? slot.gone : []));
  const [first] = gone;
  if (all.length === 0 && first) return { type: 'gone', gone: first, key: episode.key, episode };
  const said = all.slice(0, longestRange);
  const changes = said.flatMap(({ quote }) => changedSince(quote, {}, written) ?? []);
  const since = changes.reduce<Since | undefined>(
    (last, one) => (last && isLater(last.last.until, one.last.until) ? last : one),
    undefined,
  );
  return {
    type: 'quotes',
    id,
    to,
    episode,
    said,
    more: all.length - said.length,
    gone,
    ...(since && { since: { id: since.id, last: since.last } }),
  };
}

/** A day that is empty is yet to come. */
const isLater = (one: string, other: string): boolean =>
  one === '' || (other !== '' && one > other);

/** Whether a quote says something else than what its author saw, or may have seen on the day of writing. */
export function changedSince(
  { id, digest, revision, earlier = [] }: Quote,
  pin: Pick<CitedQuote, 'digest' | 'revision'>,
  written: string | undefined,
): Since | undefined {
  let later: readonly Wording[] = [];
  if (pin.digest !== undefined) {
    const seen = earlier.findLastIndex((wording) => wording.digest === pin.digest);
    later = pin.digest === digest || seen < 0 ? [] : earlier.slice(seen);
  } else if (pin.revision !== undefined) {
    const seen = pin.revision;
    later = seen >= revision ? [] : earlier.filter((wording) => wording.revision >= seen);
  } else if (written !== undefined) later = earlier.filter(({ until }) => isLater(until, written));
  const [seen] = later;
  const last = later.at(-1);
  return seen && last && { id, last, seen };
}
