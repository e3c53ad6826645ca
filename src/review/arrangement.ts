import type { ChangeReport, EpisodeEffect } from '../archive/change-report.ts';
import type { Effect, Grade } from '../archive/effect.ts';

/** Quotes that went from one speaker to another, together. */
export interface Attribution {
  /** The first of them in the order of the report. */
  readonly first: Effect;
  readonly quotes: number;
  readonly episodes: number;
}

/** A report as it is shown: what is alike together, and of very much only the most serious. */
export interface Arrangement {
  readonly grades: ReadonlyMap<Grade, readonly Effect[]>;
  readonly attributions: readonly Attribution[];
  /** Quotes that changed and are not shown one by one. */
  readonly hidden: number;
  /** New quotes that are not shown one by one. */
  readonly hiddenNew: number;
  /** How many effects each episode has, most first: when not all are shown. */
  readonly episodes: readonly EpisodeEffect[];
}

/** More changes than this are summed up. */
export const mostInFull = 200;
/** So many of them are shown then. */
export const mostInSummary = 50;
/** More quotes than this that go from one speaker to the same other are told as one. */
const mostAttributions = 5;
/** New quotes of episodes that were there before. */
const mostNew = 20;

/** What of a report is shown, and how; `all` shows everything, one by one. */
export function arrange(report: ChangeReport, all = false): Arrangement {
  const { together, alone } = all
    ? { together: [], alone: report.effects }
    : groupAttributions(report.effects);
  const fresh = alone.filter(({ kind }) => kind === 'new');
  const changed = alone.filter(({ kind }) => kind !== 'new');
  const total = report.effects.length - (report.counts.get('new') ?? 0);
  const isSummary = !all && total > mostInFull;
  const shown = isSummary ? changed.slice(0, mostInSummary) : changed;
  const shownNew = all ? fresh : fresh.slice(0, mostNew);
  return {
    grades: Map.groupBy([...shown, ...shownNew], ({ grade }) => grade),
    attributions: together,
    hidden: changed.length - shown.length,
    hiddenNew: fresh.length - shownNew.length,
    episodes: isSummary
      ? report.episodes
          .filter(({ counts }) => counts.size > 0)
          .toSorted((a, b) => changesIn(b) - changesIn(a))
      : [],
  };
}

const changesIn = ({ counts }: EpisodeEffect): number =>
  [...counts].reduce((sum, [kind, count]) => sum + (kind === 'new' ? 0 : count), 0);

/** An alias that changes may give thousands of quotes to another speaker: that is one thing to look at. */
function groupAttributions(effects: readonly Effect[]): {
  together: Attribution[];
  alone: readonly Effect[];
} {
  const pairs = Map.groupBy(
    effects.filter(({ kind }) => kind === 'reattributed'),
    ({ before, after }) => JSON.stringify([before?.speaker, after?.speaker]),
  );
  const many = [...pairs.values()].filter((group) => group.length > mostAttributions);
  if (many.length === 0) return { together: [], alone: effects };
  const grouped = new Set(many.flat());
  return {
    together: many
      .map((group) => ({
        first: group[0]!,
        quotes: group.length,
        episodes: new Set(group.map(({ episode }) => episode)).size,
      }))
      .sort((a, b) => b.quotes - a.quotes),
    alone: effects.filter((effect) => !grouped.has(effect)),
  };
}
