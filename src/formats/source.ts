import type { Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';

/** A file of somebody else's archive. */
export interface SourceFile {
  /** Inside the archive, with slashes: `2018/custody.es.md`. */
  readonly path: string;
  readonly text: string;
}

/** An episode as a family of archives gives it, before it has a place in ours. */
export interface SourceEpisode {
  readonly path: string;
  /** The fields of its front matter that are read from the file itself; undefined ones are left out. */
  readonly facts: Readonly<Record<string, unknown>> & { readonly title: string };
  readonly transcript: Transcript;
  /** Names of topics. */
  readonly topics: readonly string[];
  /** The file that it is a translation of. */
  readonly translationOf?: string;
  readonly problems: readonly Problem[];
}

/** A way in which public archives write their transcripts in Markdown. */
export interface Family {
  readonly name: string;
  /** How sure it is that the files are of this family: 0 to 1. */
  detect(files: readonly SourceFile[]): number;
  /** Why a file is none of its episodes; undefined for an episode. */
  reject(file: SourceFile): string | undefined;
  read(file: SourceFile, all: ReadonlyMap<string, SourceFile>): SourceEpisode;
  /** Titles of shows by their folder, where the archive states or implies them. */
  showTitle(folder: string, files: readonly SourceFile[]): string | undefined;
}

/** The share of files that a test holds for. */
export const share = (files: readonly SourceFile[], test: (file: SourceFile) => boolean): number =>
  files.length === 0 ? 0 : files.filter(test).length / files.length;

/** The last part of a path, without `.md`. */
export const stemOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
