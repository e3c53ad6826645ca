import { normalizeLabel } from '../archive/label.ts';
import type { Sources } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { proofread } from '../archive/proofread.ts';
import { findLetterProblems, findTimeForms } from '../formats/letter-problem.ts';
import type { TextFile } from './folder.ts';
import { isRecord } from './record-path.ts';

/**
 * What a careful reader would ask about the files of a content folder: letters of any file, words and times of
 * transcripts. Warnings all; a build does not look for them.
 */
export function proofreadContent(
  files: readonly TextFile[],
  sources: Sources | undefined,
): Problem[] {
  const ofLetters = files.flatMap(({ path, file, text }) =>
    isRecord(path)
      ? []
      : [
          ...findLetterProblems(text, file),
          ...(/^episodes\/.+\.md$/.test(path) ? findTimeForms(text, file) : []),
        ],
  );
  if (!sources) return ofLetters;
  const options = {
    names: new Set(
      sources.speakers.flatMap(({ facts }) => [facts.name, ...facts.aliases]).map(normalizeLabel),
    ),
    longestQuote: sources.archive.facts.longestQuote,
  };
  return [...ofLetters, ...sources.episodes.flatMap((entry) => proofread(entry, options))];
}
