import type { Chapter, Inline, Note, Place, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { SourceFile } from './source.ts';

/** A piece of speech as a timed file has it: a cue, a segment, an utterance, or a single word. */
export interface Cue {
  readonly type: 'cue';
  /**
   * Who speaks, where the file says so here. `null`: somebody else than before, and the file does not say who.
   * Absent: the file says nothing, so whoever spoke before goes on.
   */
  readonly label?: string | null;
  readonly content: readonly Inline[];
  /** Seconds. */
  readonly startTime?: number;
  readonly endTime?: number;
  /** The file itself starts a paragraph here, as Deepgram’s do. */
  readonly startsParagraph?: boolean;
  readonly place: Place;
}

/** What a timed file holds, in the order of the file. */
export type CuePart = Cue | Chapter | Note;

/** What a file says of its episode, under the names that the front matter has; undefined ones are left out. */
export interface DraftFacts {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly duration?: number | undefined;
  readonly audio?: string | undefined;
  readonly video?: string | undefined;
  readonly source?: string | undefined;
  readonly summary?: string | undefined;
  readonly number?: number | undefined;
  readonly season?: number | undefined;
  readonly status?: string | undefined;
  /** Labels and what they are in the episode. */
  readonly roles?: Readonly<Record<string, string>> | undefined;
}

/** An episode as one file tells it, before anybody said what the file does not: who, where, when. */
export interface Draft {
  readonly facts: DraftFacts;
  /** The title of the series that the file says it is of: a feed’s channel. */
  readonly show?: string;
  /** Names of topics. */
  readonly topics?: readonly string[];
  /** Timed pieces, which are joined into paragraphs; or a transcript that has paragraphs of its own. */
  readonly body: { readonly cues: readonly CuePart[] } | { readonly transcript: Transcript };
  readonly problems: readonly Problem[];
  /** Tells several episodes of one file apart: `1985-12-16-oral-answers`. Becomes a part of the file name. */
  readonly name?: string;
  /** Paths of the files beside it that it was read from, too: they are no episodes of their own. */
  readonly used?: readonly string[];
  /** Files that it says belong to it, as addresses or paths: a feed’s `podcast:transcript`, its chapters. */
  readonly parts?: readonly {
    readonly url: string;
    readonly type?: string;
    readonly language?: string;
  }[];
}

/** A way in which files hold transcripts. */
export interface Format {
  /** As `--format` has it: `webvtt`. */
  readonly name: string;
  /** As people call it: `WebVTT`. */
  readonly title: string;
  /** Usual endings of such files, with the dot; a hint, no proof. */
  readonly endings: readonly string[];
  /** How sure it is, from the content, that a file is of this format: 0 to 1. Looks at the beginning, not at all of it. */
  detect(file: SourceFile): number;
  /**
   * The episodes of a file: one, most often. `file` is as shown to people. What cannot be read is a problem with
   * its line; nothing is thrown. `beside` are the other files that were given, for a format whose episodes lie in
   * two: what was taken from there is in `used`.
   */
  read(file: SourceFile, beside?: readonly SourceFile[]): Draft[];
}
