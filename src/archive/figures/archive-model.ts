import type { Counts, Speaker, Topic } from '../model.ts';
import type { OverTime, SpeakingTime } from './model.ts';

/** The figures of a whole archive, as types; part of model.ts, which says what holds of all figures. */
export interface ArchiveFigures {
  readonly counts: Counts;
  readonly time?: SpeakingTime;
  readonly overTime: OverTime;
  /** By year, oldest first, none left out in between, undated last: how much of it has what one hopes for. */
  readonly coverage: readonly Coverage[];
  /** The most trusted first; `undefined` is no status. */
  readonly statuses: readonly { readonly status: string | undefined; readonly counts: Counts }[];
  /** Most words first. */
  readonly languages: readonly { readonly language: string; readonly counts: Counts }[];
  /** Who appears: most episodes first, then most quotes. */
  readonly speakers: readonly { readonly speaker: Speaker; readonly counts: Counts }[];
  /** What quotes are about: most quotes first. */
  readonly topics: readonly { readonly topic: Topic; readonly counts: Counts }[];
  readonly turnover: readonly Turnover[];
  readonly network: Network;
  readonly gaps: Gaps;
  /** What was left out of every count. */
  readonly leftOut: { readonly notes: number; readonly chapters: number };
}

export interface Coverage extends Counts {
  /** Absent for episodes without a date. */
  readonly year?: string;
  /** Episodes with at least one time, a status of reviewed or verified, a topic that they name, a recording. */
  readonly timed: number;
  readonly reviewed: number;
  readonly topical: number;
  readonly playable: number;
}

/** Speakers of a year: how many say something, for the first time, and for the last time so far. */
export interface Turnover {
  readonly year: string;
  readonly speakers: number;
  readonly fresh: number;
  readonly last: number;
}

/** Who appears with whom: the most present speakers, at most 40, and the pairs of them who both speak in an episode. */
export interface Network {
  /** The first ones of the archive’s speakers. */
  readonly speakers: readonly { readonly speaker: Speaker; readonly episodes: number }[];
  /** Numbers of `speakers`, the lower first; most episodes first. */
  readonly pairs: readonly {
    readonly one: number;
    readonly other: number;
    readonly episodes: number;
  }[];
}

/** What is missing. Episodes unless told otherwise. */
export interface Gaps {
  readonly undated: number;
  readonly untimed: number;
  readonly unreviewed: number;
  readonly withoutTopics: number;
  readonly withoutRecording: number;
  /** Quotes whose speaker has no page: anonymous voices and labels that nobody has. */
  readonly anonymousQuotes: number;
  /** Quotes without a time of their own. */
  readonly untimedQuotes: number;
  /** Speakers who say nothing. */
  readonly silentSpeakers: number;
  /** Topics that no quote is about. */
  readonly unusedTopics: number;
}
