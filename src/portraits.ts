import { rememberArchive, type LoadedArchive } from './store/archive.ts';

/** The pictures of speakers who have one, read once in a build. */
export const portraits: NonNullable<LoadedArchive['portraits']> =
  (await rememberArchive()).portraits ?? new Map();
