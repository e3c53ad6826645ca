import path from 'node:path';
import {
  findCopied,
  findLostIds,
  findTouchedRecords,
  findUnaccounted,
  findWithdrawn,
} from '../archive/change-problem.ts';
import {
  findNewSpeakers,
  findRenamedSpeakers,
  reportChange,
  type ChangeReport,
} from '../archive/change-report.ts';
import { compareEditions } from '../archive/comparison.ts';
import { sortProblems, type Problem } from '../archive/problem.ts';
import type { LoadedArchive } from '../store/archive.ts';
import { readBase } from '../store/base.ts';

/** What a change does to published quotes, and what of it must not be. */
export interface Review {
  /** Absent where there is nothing to compare with. */
  readonly report?: ChangeReport;
  readonly problems: readonly Problem[];
  /** Address of the site, as it was before the change. */
  readonly url?: string;
}

/** Holds a content folder as it is against the commit where the work on it began. Nothing is written. */
export async function reviewChange(
  folder: string,
  ref: string,
  loaded: LoadedArchive,
): Promise<Review> {
  const { base, problems } = await readBase(folder, ref, loaded);
  const { joined } = loaded;
  if (!base || !joined) return { problems };
  const { before, after, touched, changed, url } = base;
  const comparison = compareEditions(before, after);
  const content = path.relative('', folder).split(path.sep).join('/') || '.';
  const wherein = { content, commit: base.commit.slice(0, 12) };

  const touchedPaths = new Set(touched.map((record) => record.path));
  const ledgersNow = [...joined.reconciliations.values()].map(({ ledger }) => ledger);
  const lost = [
    // What `ids` will write after the merge, from what it wrote before …
    ...comparison.episodes.flatMap(({ before: known, reconciled }) =>
      known ? findLostIds(known.ledger, [reconciled.ledger], wherein) : [],
    ),
    // … and what it would write if it found the ledger as this change leaves it.
    ...before.ledgers.flatMap((ledger) =>
      touchedPaths.has(`ledger/${ledger.key}.ids`) ? findLostIds(ledger, ledgersNow, wherein) : [],
    ),
  ];
  return {
    url,
    problems: sortProblems([
      ...findTouchedRecords(touched, wherein),
      ...lost,
      ...comparison.episodes.flatMap((episode) => findUnaccounted(episode, wherein)),
      ...findWithdrawn(comparison.episodes, wherein),
      ...findCopied(joined.keys.copies.filter(({ entry }) => changed.has(entry.path))),
    ]),
    report: reportChange(
      comparison,
      {
        speakers: findRenamedSpeakers(before.speakers, joined.archive.speakers),
        newSpeakers: findNewSpeakers(before.speakers, joined.archive.speakers),
        unread: [...after.unread].sort(),
      },
      joined.archive.collections,
    ),
  };
}
