import type { Comparison, EpisodeComparison } from './comparison.ts';
import { effectKinds, effectsOf, sortEffects, type Effect, type EffectKind } from './effect.ts';
import { citedIn } from './essay.ts';
import type {
  Collection,
  Entry,
  EpisodeKey,
  QuoteId,
  Speaker,
  SpeakerFacts,
  SpeakerId,
} from './model.ts';
import { compareText } from './order.ts';

/** What a change does to what was published. */
export interface ChangeReport {
  /** On single quotes, the most serious first; without those of episodes that are new or gone. */
  readonly effects: readonly Effect[];
  /** Those that are other than before, by key. */
  readonly episodes: readonly EpisodeEffect[];
  /** Speakers who are shown under another name now. */
  readonly speakers: readonly SpeakerEffect[];
  /** Speakers who have a file now and had none, by name. */
  readonly newSpeakers: readonly NewSpeaker[];
  readonly counts: ReadonlyMap<EffectKind, number>;
  /** Collections whose text quotes what changes, by path. */
  readonly essays: readonly EssayEffect[];
  /** Files that could not be compared: they cannot be read. */
  readonly unread: readonly string[];
}

/** What a change does to one episode. */
export interface EpisodeEffect {
  readonly kind: 'changed' | 'new' | 'withdrawn' | 'returned';
  readonly key: EpisodeKey;
  /** Where its transcript is, or was, inside the content folder. */
  readonly path: string;
  /** Where it was before, when its file was renamed. */
  readonly formerPath?: string;
  /** Its quotes; those that it had, when it was withdrawn. */
  readonly quotes: number;
  readonly counts: ReadonlyMap<EffectKind, number>;
}

/** A speaker who gets a page with the change. */
export interface NewSpeaker {
  readonly name: string;
  /** Of the speaker's file, inside the content folder. */
  readonly path: string;
  /** So many quotes are theirs. */
  readonly quotes: number;
}

/** A speaker with another name. */
export interface SpeakerEffect {
  readonly id: SpeakerId;
  readonly before: string;
  readonly after: string;
  /** So many quotes are theirs. */
  readonly quotes: number;
}

/** A collection that shows something else than before. */
export interface EssayEffect {
  /** Inside the content folder. */
  readonly path: string;
  /** The quotes in it that change, in its order. */
  readonly ids: readonly QuoteId[];
}

/** The effects of a change, counted and sorted. */
export function reportChange(
  comparison: Comparison,
  beside: Pick<ChangeReport, 'speakers' | 'newSpeakers' | 'unread'> = {
    speakers: [],
    newSpeakers: [],
    unread: [],
  },
  collections: readonly Collection[] = [],
): ChangeReport {
  const effects: Effect[] = [];
  const episodes: EpisodeEffect[] = [];
  for (const episode of comparison.episodes) {
    const own = effectsOf(episode, comparison);
    effects.push(...own);
    const effect = effectOn(episode, countKinds(own));
    if (effect) episodes.push(effect);
  }
  const withdrawn = comparison.episodes.flatMap(({ entry, before }) =>
    entry ? [] : (before?.ledger.lines ?? []).map(({ id }) => id),
  );
  const essays = findQuoting(collections, new Set([...effects.map(({ id }) => id), ...withdrawn]));
  return {
    effects: sortEffects(effects),
    episodes,
    counts: countKinds(effects),
    essays,
    ...beside,
  };
}

/** The collections that quote some of these ids. */
function findQuoting(
  collections: readonly Collection[],
  changed: ReadonlySet<QuoteId>,
): EssayEffect[] {
  return collections
    .flatMap(({ path, parts }) => {
      const ids = citedIn(parts).flatMap(({ id, to }) => (to === undefined ? [id] : [id, to]));
      const own = [...new Set(ids)].filter((id) => changed.has(id));
      return own.length === 0 ? [] : [{ path, ids: own }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** Speakers whose name is another, under the same file or one that says what it was called before. */
export function findRenamedSpeakers(
  before: readonly Entry<SpeakerFacts>[],
  after: readonly Speaker[],
): SpeakerEffect[] {
  const nameOf = new Map(before.map(({ id, facts }) => [id, facts.name]));
  return after.flatMap(({ id, name, facts, counts }) => {
    const known = [id, ...facts.formerly].find((each) => nameOf.has(each));
    const then = known === undefined ? undefined : nameOf.get(known);
    return then === undefined || then === name || counts.quotes === 0
      ? []
      : [{ id, before: then, after: name, quotes: counts.quotes }];
  });
}

/** Speakers whose file, under this name or one that it had, was not there before. In the order of `after`. */
export function findNewSpeakers(
  before: readonly Entry<SpeakerFacts>[],
  after: readonly Speaker[],
): NewSpeaker[] {
  const known = new Set(before.map(({ id }) => id));
  return after.flatMap(({ id, name, path, facts, counts }) =>
    [id, ...facts.formerly].some((each) => known.has(each))
      ? []
      : [{ name, path, quotes: counts.quotes }],
  );
}

/** In the order of their seriousness; what does not occur is left out. */
export function countKinds(effects: readonly Effect[]): Map<EffectKind, number> {
  const groups = Map.groupBy(effects, ({ kind }) => kind);
  return new Map(
    effectKinds.flatMap((kind) => {
      const count = groups.get(kind)?.length;
      return count === undefined ? [] : [[kind, count]];
    }),
  );
}

function effectOn(
  { key, before, entry, spoken }: EpisodeComparison,
  counts: EpisodeEffect['counts'],
): EpisodeEffect | undefined {
  const quotes = spoken.length;
  const path = entry?.path ?? before!.ledger.path;
  if (!before) return { kind: 'new', key, path, quotes, counts };
  if (!entry) {
    const had = before.ledger.lines.filter(({ type }) => type === 'live').length;
    return { kind: 'withdrawn', key, path, quotes: had, counts };
  }
  const isRenamed = path !== before.ledger.path;
  if (before.ledger.gone === undefined && counts.size === 0 && !isRenamed) return undefined;
  return {
    kind: before.ledger.gone === undefined ? 'changed' : 'returned',
    key,
    path,
    ...(isRenamed && { formerPath: before.ledger.path }),
    quotes,
    counts,
  };
}
