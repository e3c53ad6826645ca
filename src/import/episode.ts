import type { CueCounts } from '../formats/cue-order.ts';
import type { SourceEpisode } from '../formats/source.ts';

/** An episode as a file gives it, whatever way the file was read, before it has a place in the archive. */
export interface ImportEpisode extends SourceEpisode {
  /** What import remembers it by: the path of its file, and its name in there where it is one of several. */
  readonly source: string;
  /** What its address is made of. */
  readonly stem: string;
  /** The title of the series, where its file says it. */
  readonly show?: string;
  /** How its file is written: `WebVTT`, `Markdown of the family changelog`. */
  readonly kind: string;
  /** Whether its file is a transcript alone, not one of an archive of Markdown. */
  readonly isSingle: boolean;
  /** Whether its title is only its file’s name. */
  readonly isUntitled: boolean;
  /** What labels are in the episode. */
  readonly roles: Readonly<Record<string, string>>;
  /** A digest of its file: the same bytes are the same episode. */
  readonly origin?: string;
  /** Of a timed file. */
  readonly cues?: CueCounts;
}
