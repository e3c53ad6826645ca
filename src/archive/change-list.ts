import { difference, type Piece } from './difference.ts';
import { emphases, emphasisOf, type Emphasis } from './emphasis.ts';
import { paginate, type PagedList } from './list.ts';
import type { Archive, Change, EpisodeKey } from './model.ts';
import { compareText } from './order.ts';

/** Changes on one page of the list. Part of the addresses: changing it moves changes between pages. */
export const changesPerPage = 100;

/** A change as it is listed. */
export interface ListedChange {
  readonly change: Change;
  /** From the words before to those after; empty where one of them is not there to be shown, or they are equal. */
  readonly pieces: readonly Piece[];
  /** What it touches, when words changed. */
  readonly emphasis?: Emphasis;
  /** Another quote was merged into it that day. */
  readonly isJoined?: true;
}

/** The changes of one episode on one day, the most serious first. */
export interface ChangedEpisode {
  readonly episode: EpisodeKey;
  readonly first: readonly ListedChange[];
  /** So many that they are folded away. */
  readonly rest: readonly ListedChange[];
}

/** A day on which quotes changed; its date is empty while no ledger has it yet. */
export interface ChangeDay {
  readonly date: string;
  readonly episodes: readonly ChangedEpisode[];
}

/** A day’s changes of an episode are folded when there are more than so many … */
const foldedFrom = 12;
/** … and these are shown. */
const shownOfFolded = 10;

/** All changes in pages. What is in no ledger yet is the newest. */
export function pageChanges(changes: readonly Change[]): PagedList<Change> {
  const isRecorded = ({ date }: Change): boolean => date !== '';
  const oldestFirst = [
    ...changes.filter(isRecorded).reverse(),
    ...changes.filter((change) => !isRecorded(change)).reverse(),
  ];
  return paginate(oldestFirst, changesPerPage);
}

/** Changes of one page, newest first, as days with their episodes. */
export function groupChanges(archive: Archive, changes: readonly Change[]): ChangeDay[] {
  return [...Map.groupBy(changes, ({ date }) => date)].map(([date, ofDay]) => ({
    date,
    episodes: [...Map.groupBy(ofDay, ({ episode }) => episode)].map(([episode, own]) => {
      const names =
        archive.episodeByKey.get(episode)?.participants.map(({ voice }) => voice.name) ?? [];
      const listed = own
        .map((change) => listChange(change, names, mergedInto(change, own)))
        .sort((a, b) => weightOf(a) - weightOf(b) || compareText(a.change.id, b.change.id));
      const shown = listed.length > foldedFrom ? shownOfFolded : listed.length;
      return { episode, first: listed.slice(0, shown), rest: listed.slice(shown) };
    }),
  }));
}

/**
 * A change with the difference it made. `merged` are words of quotes that went into it at the same time: that
 * they came is no correction, what else changed is.
 */
export function listChange(
  change: Change,
  names: readonly string[] = [],
  merged: readonly string[] = [],
): ListedChange {
  const before = change.before?.words;
  const after = change.after?.words;
  if (before === undefined || after === undefined || before === after)
    return { change, pieces: [] };
  const pieces = difference(before, after);
  // What a split quote lacks now is in the others: nothing is known to have been corrected.
  if (change.rule === 'split') return { change, pieces };
  if (merged.length === 0) return { change, pieces, emphasis: emphasisOf(pieces, names) };
  const joined = [
    [before, ...merged],
    [...merged, before],
  ].map((texts) => difference(texts.join(' '), after));
  const [closest] = joined.sort((a, b) => sizeOf(a) - sizeOf(b));
  const isOther = closest?.some(({ type }) => type !== 'same') === true;
  return {
    change,
    pieces,
    isJoined: true,
    ...(isOther && { emphasis: emphasisOf(closest, names) }),
  };
}

/** How much of a text changed. */
const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((size, { type, text }) => size + (type === 'same' ? 0 : text.length), 0);

function mergedInto({ id, rule }: Change, others: readonly Change[]): string[] {
  if (rule !== 'reworded' && rule !== 'merged') return [];
  return others.flatMap((other) =>
    other.rule === 'merged' && other.into?.includes(id) ? (other.before?.words ?? []) : [],
  );
}

const weights: Partial<Record<Change['rule'], number>> = {
  'taken-down': 0,
  removed: 1,
  reattributed: 2,
};

/** The less, the more serious. */
function weightOf({ change, emphasis }: ListedChange): number {
  const own = weights[change.rule];
  if (own !== undefined) return own;
  return emphasis === undefined ? 6.5 : 3 + emphases.indexOf(emphasis);
}
