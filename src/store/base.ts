import path from 'node:path';
import { Cast, findRelabelled } from '../archive/cast.ts';
import type { TouchedRecord } from '../archive/change-problem.ts';
import type { After, Before } from '../archive/comparison.ts';
import type { Sources } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { Records } from '../archive/records.ts';
import type { LoadedArchive } from './archive.ts';
import { parseContent } from './content.ts';
import type { TextFile } from './folder.ts';
import { Repository } from './git.ts';
import { isRecord } from './record-path.ts';
import { parseRecords, readOldWords } from './records.ts';

/** An archive before and after what was changed since a commit. */
export interface Base {
  /** The commit that the change started from. */
  readonly commit: string;
  readonly before: Before;
  readonly after: After;
  /** Address of the site before the change. */
  readonly url: string;
  readonly touched: readonly TouchedRecord[];
  /** Every file that differs, by path inside the content folder. */
  readonly changed: ReadonlySet<string>;
}

type Changes = ReturnType<Repository['changesSince']>;

/**
 * Reads what an archive was where the work on it began: at the last commit that it has in common with `ref`.
 * Only what differs is read. A base that cannot be found is a problem.
 */
export async function readBase(
  folder: string,
  ref: string,
  { sources, records, joined }: LoadedArchive,
): Promise<{ base?: Base; problems: Problem[] }> {
  const shownAs = path.relative('', folder).split(path.sep).join('/') || '.';
  const repository = Repository.find(folder);
  const commit = repository && findBase(repository, ref);
  if (!repository || commit === undefined) return { problems: [noBase(shownAs, ref, repository)] };
  if (!sources || !records || !joined) return { problems: [] };

  const changes = repository.changesSince(commit);
  const wanted = [...changes.values()].flatMap(({ before }) => before ?? []);
  if ((await repository.missing(wanted)).length > 0) return { problems: [noObjects(shownAs, ref)] };
  const readThen = async (wanted: (file: string) => boolean): Promise<TextFile[]> => {
    const hashes = [...changes].flatMap(([file, { before }]) =>
      before !== undefined && wanted(file) ? [[file, before] as const] : [],
    );
    const texts = await repository.readBlobs(hashes.map(([, hash]) => hash));
    return hashes.flatMap(([file, hash]) => {
      const text = texts.get(hash);
      return text === undefined ? [] : [{ path: file, file: `${shownAs}/${file}`, text }];
    });
  };
  const all = { ...records, ledgers: [...records.ledgers, ...(records.unread ?? [])] };
  const kept = recordsThen(all, changes, await readThen(isRecord));
  const facts = await readThen((file) => file === 'archive.yaml');
  const options = { shownAs, objectFormat: repository.format };
  const archive = facts[0] ?? { path: 'archive.yaml', file: shownAs, text: placeholder };
  const speakers = speakersThen(
    sources,
    changes,
    parseContent([archive, ...(await readThen((file) => file.startsWith('speakers/')))], options)
      .sources?.speakers ?? [],
  );

  const isSpeakerChanged = speakers !== sources.speakers;
  const unchanged = sources.episodes.filter((entry) => !changes.has(entry.path));
  const relabelled = isSpeakerChanged
    ? findRelabelled(unchanged, new Cast(speakers), new Cast(sources.speakers))
    : [];
  const relabelledTexts = await repository.readBlobs(relabelled.map(({ hash }) => hash));
  const then = parseContent(
    [
      archive,
      ...(await readThen((file) => file.startsWith('episodes/'))),
      ...relabelled.flatMap(({ path: inside, file, hash }) => {
        const text = relabelledTexts.get(hash);
        return text === undefined ? [] : [{ path: inside, file, text }];
      }),
    ],
    { ...options, names: new Cast(speakers).names() },
  ).sources;
  const episodes = then?.episodes ?? [];

  const paths = new Set(repository.listTree(commit, 'episodes').keys());
  const hashes = new Map(episodes.map((entry) => [entry.path, entry.hash]));
  const differing = new Set([
    ...[...changes].flatMap(([file, { before }]) => (before === undefined ? [] : [file])),
    ...relabelled.map((entry) => entry.path),
  ]);
  const behind = kept.ledgers.filter((ledger) =>
    paths.has(ledger.path)
      ? differing.has(ledger.path) && hashes.get(ledger.path) !== ledger.transcript
      : true,
  );
  const isDifferent = new Set(relabelled);
  const parsed = new Set(sources.episodes.map((entry) => entry.path));
  return {
    problems: [],
    base: {
      commit,
      url: (facts.length > 0 ? then : sources)?.archive.facts.url ?? '',
      touched: [...changes].flatMap(([file, { before, isDeleted }]): TouchedRecord[] =>
        isRecord(file)
          ? [
              {
                path: file,
                kind: isDeleted ? 'deleted' : before === undefined ? 'added' : 'edited',
              },
            ]
          : [],
      ),
      changed: new Set(changes.keys()),
      before: {
        speakers,
        episodes,
        paths,
        differing,
        ledgers: kept.ledgers,
        histories: kept.histories,
        oldWords: await readOldWords(folder, behind, { ...sources, speakers }, repository),
      },
      after: {
        speakers: sources.speakers,
        episodes: sources.episodes.filter(
          (entry) => changes.has(entry.path) || isDifferent.has(entry),
        ),
        unread: new Set(
          [...changes].flatMap(([file, { isDeleted }]) =>
            !isDeleted && /^episodes\/.+\.(?:md|json)$/.test(file) && !parsed.has(file)
              ? [file]
              : [],
          ),
        ),
        date: records.date,
      },
    },
  };
}

/** Stands for an `archive.yaml` that did not change: of a part of the content only the rest is asked. */
const placeholder = 'title: Archive\nurl: https://example.org/\n';

export function findBase(repository: Repository, ref: string): string | undefined {
  // A name that starts like an option is none.
  const commit = ref.startsWith('-') ? undefined : repository.commitOf(ref);
  return commit && repository.mergeBase(commit, 'HEAD');
}

/** Ledgers and histories as they were. */
function recordsThen(
  now: Records,
  changes: Changes,
  files: readonly TextFile[],
): Pick<Records, 'ledgers' | 'histories'> {
  const touched = [...changes.keys()].filter(isRecord);
  if (touched.length === 0) return now;
  const isTouched = (folder: string, key: string, ending: string): boolean =>
    changes.has(`${folder}/${key}.${ending}`);
  const then = parseRecords(files.filter((file) => !file.path.endsWith('.gz'))).records;
  return {
    ledgers: [
      ...now.ledgers.filter(({ key }) => !isTouched('ledger', key, 'ids')),
      ...then.ledgers,
    ],
    histories: new Map([
      ...[...now.histories].filter(([key]) => !isTouched('history', key, 'jsonl')),
      ...then.histories,
    ]),
  };
}

/** All speakers as they were; the very ones of now when none of their files differs. */
function speakersThen(
  { speakers }: Sources,
  changes: Changes,
  differing: Sources['speakers'],
): Sources['speakers'] {
  if (![...changes.keys()].some((file) => file.startsWith('speakers/'))) return speakers;
  return [...speakers.filter((entry) => !changes.has(entry.path)), ...differing];
}

const noObjects = (shownAs: string, ref: string): Problem => ({
  rule: 'base-unknown',
  severity: 'error',
  file: shownAs,
  message: `Unexpected base \`${ref}\`, expected the words of its files too: this copy of the repository holds only some of them`,
  mend: 'Make a whole copy: `git clone` without `--filter`.',
});

function noBase(shownAs: string, ref: string, repository: Repository | undefined): Problem {
  const base = { rule: 'base-unknown', severity: 'error', file: shownAs } as const;
  if (!repository) {
    return {
      ...base,
      message: `Unexpected \`--base ${ref}\`, expected content in a git repository: without one nobody can tell what was there before`,
      mend: 'Leave `--base` out, or run this in a copy that `git clone` made.',
    };
  }
  if (repository.isShallow()) {
    return {
      ...base,
      message: `Unexpected base \`${ref}\`, expected a commit that this copy of the repository has: it holds only the newest part of the history`,
      mend: 'Fetch the rest of it: `git fetch --unshallow origin main`. In a workflow, give `actions/checkout` the line `fetch-depth: 0`.',
    };
  }
  if (repository.commitOf(ref) === undefined) {
    return {
      ...base,
      message: `Unexpected base \`${ref}\`, expected the name of a branch or a commit of this repository`,
      mend: 'Most often it is `--base origin/main`. If that is what you typed, fetch it first: `git fetch origin main`.',
    };
  }
  return {
    ...base,
    message: `Unexpected base \`${ref}\`, expected a branch that this work started from: the two have no commit in common`,
    mend: 'Name the branch that the change is for, most often `--base origin/main`.',
  };
}
