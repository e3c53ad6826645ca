import type { EpisodeEntry } from './model.ts';
import type { Problem } from './problem.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { Spoken } from './transcript.ts';

/** Errors about an episode whose ids cannot be decided, or whose words may not be shown. */
export function findBindingProblems(
  entry: EpisodeEntry,
  spoken: readonly Spoken[],
  { missing, takenDown }: Reconciliation,
): Problem[] {
  const problems: Problem[] = takenDown.map((at) => ({
    rule: 'taken-down',
    severity: 'error',
    file: entry.file,
    place: spoken[at]!.passage.place,
    message:
      'Unexpected words that were taken down, expected them to stay away: their id has a tombstone in the ledger',
    mend: 'Delete this paragraph. To publish the words again, the keeper of the archive has to lift the takedown.',
  }));
  if (missing.length > 0) {
    problems.push({
      rule: 'old-words-missing',
      severity: 'error',
      file: entry.file,
      message: `Unexpected missing transcript of before, expected the one that the ledger was made from: without it nobody can say what became of ${missing.length === 1 ? `\`${missing[0]}\`` : `${missing.length} quotes, \`${missing[0]}\` the first`}`,
      mend: `In a copy that has only part of the history, type \`git fetch --unshallow\`. If that transcript is nowhere any more, the keeper can type \`npm run ids -- --without-words ${entry.id}\`: quotes whose words changed then become notices.`,
    });
  }
  return problems;
}
