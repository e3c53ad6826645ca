import path from 'node:path';
import { countFigures } from '../archive/figures/figures.ts';
import type { Figures } from '../archive/figures/model.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Archive, Sources, SpeakerId } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import type { Ledger } from '../archive/ledger.ts';
import { joinArchive, type JoinedArchive } from '../archive/archive.ts';
import { sortProblems } from '../archive/problem.ts';
import type { Records } from '../archive/records.ts';
import { answerSaved } from '../search/saved.ts';
import { findQueryProblems } from '../search/saved-problem.ts';
import { isFolder, readFolder } from './folder.ts';
import { parseContent } from './content.ts';
import { Repository } from './git.ts';
import { readPortraits, type Portrait } from './portrait.ts';
import { proofreadContent } from './proofread.ts';
import { isRecord } from './record-path.ts';
import { findUntouched } from './untouched.ts';
import { parseRecords, readOldWords } from './records.ts';

/** The archive as its folder gives it. With an error among the problems there is no archive to show. */
export interface LoadedArchive {
  readonly archive?: Archive;
  /** Also with errors, for tools that report; absent where there is nothing to join. */
  readonly joined?: JoinedArchive;
  readonly sources?: Sources;
  readonly records?: Records;
  readonly repository?: Repository;
  readonly portraits?: ReadonlyMap<SpeakerId, Portrait>;
  readonly problems: readonly Problem[];
  /** Episodes that nobody read, since nothing of them can have changed. */
  readonly unread: number;
  readonly seconds: { readonly read: number; readonly join: number };
}

export interface LoadOptions {
  /** The day of changes that are in no ledger yet; else the day of the commit that is checked out. */
  readonly date?: string;
  /** Episodes whose ids are bound without their old words: what cannot be compared becomes a notice. */
  readonly withoutWords?: ReadonlySet<string>;
  /** Leaves saved searches unanswered: for what shows and counts no pages. Looking through all words takes a while. */
  readonly unanswered?: boolean;
  /** Looks at letters, words and times, too: warnings that a build does not need. */
  readonly proofread?: boolean;
  /**
   * A branch that all but its own changes were checked on: where that is enough, only what they touch is read.
   * Then there is no `archive`, and `unread` says how many episodes were left alone.
   */
  readonly base?: string;
  /** With `base`: fewer episodes than these are not worth leaving out. */
  readonly fewest?: number;
}

/** The content folder: what `ARCHIVE_CONTENT` names, else `content`. Absolute. */
export const contentFolder = (): string =>
  path.resolve(process.env['ARCHIVE_CONTENT'] || 'content');

/** Reads, parses and joins a content folder. Every problem is in the answer; nothing is thrown for one. */
export async function loadArchive(
  folder: string = contentFolder(),
  options: LoadOptions = {},
): Promise<LoadedArchive> {
  const start = performance.now();
  const shownAs = path.relative(process.cwd(), folder).split(path.sep).join('/') || '.';
  if (!(await isFolder(folder))) {
    return { problems: [noFolder(shownAs)], unread: 0, seconds: { read: 0, join: 0 } };
  }
  const repository = Repository.find(folder);
  const untouched =
    options.base === undefined || !repository
      ? undefined
      : await findUntouched(folder, repository, options.base, options.fewest);
  const { files, problems } = await readFolder(
    folder,
    shownAs,
    untouched && { without: untouched },
  );
  const content = parseContent(files, {
    shownAs,
    ...(repository && { objectFormat: repository.format }),
  });
  const kept = parseRecords(files.filter((file) => isRecord(file.path)));
  problems.push(...content.problems, ...kept.problems);
  const read = (performance.now() - start) / 1000;
  const { sources } = content;
  if (options.proofread) problems.push(...proofreadContent(files, sources));
  const unread = untouched?.size ?? 0;
  if (!sources) return { problems: sortProblems(problems), unread, seconds: { read, join: 0 } };

  const paths = new Map(sources.episodes.map((entry) => [entry.path, entry.hash]));
  const isUnread = (ledger: Ledger): boolean => untouched?.has(ledger.path) === true;
  const ledgers = kept.records.ledgers.filter((ledger) => !isUnread(ledger));
  const changed = ledgers.filter(
    (ledger) => ledger.gone === undefined && paths.get(ledger.path) !== ledger.transcript,
  );
  const records: Records = {
    ...kept.records,
    ledgers,
    ...(untouched && { unread: kept.records.ledgers.filter(isUnread) }),
    oldWords: await readOldWords(folder, changed, sources, repository),
    date: options.date ?? repository?.commitDate() ?? '',
    withoutWords: options.withoutWords ?? new Set(),
  };
  let joined = joinArchive(sources, records);
  const missing = new Set(
    [...joined.reconciliations.values()].flatMap(({ missing, ledger }) =>
      missing.length > 0 ? [ledger.key] : [],
    ),
  );
  if (missing.size > 0) {
    // Names of speakers that came since then may have made labels of what was speech.
    const unclear = ledgers.filter((ledger) => missing.has(ledger.key));
    const again = await readOldWords(folder, unclear, sources, repository, { namesAt: true });
    joined = joinArchive(sources, {
      ...records,
      oldWords: new Map([...records.oldWords, ...again]),
    });
  }
  problems.push(...joined.problems);
  // With a part of the archive nobody knows every name; its collections are as they were checked.
  if (!untouched) problems.push(...findQueryProblems(sources.collections, joined.archive));
  const portraits = await readPortraits(sources.speakers, sources.archive.facts.url);
  problems.push(...portraits.problems);
  const sorted = sortProblems(problems);
  const hasErrors = sorted.some((problem) => problem.severity === 'error');
  if (!hasErrors && !options.unanswered && !untouched)
    joined = { ...joined, archive: await answerSaved(joined.archive, rememberWords) };
  const join = (performance.now() - start) / 1000 - read;
  return {
    ...(!hasErrors && !untouched && { archive: joined.archive }),
    unread,
    joined,
    sources,
    records,
    ...(repository && { repository }),
    portraits: portraits.portraits,
    problems: sorted,
    seconds: { read, join },
  };
}

const noFolder = (shownAs: string): Problem => ({
  rule: 'no-archive',
  severity: 'error',
  file: shownAs,
  message: 'Unexpected missing folder, expected the content of the archive',
  mend: `Make it, with a file \`${shownAs}/archive.yaml\`, or name another folder in ARCHIVE_CONTENT.`,
});

/**
 * One reading serves a whole build. Vite loads this module more than once in a process (for the
 * configuration, for the collections, for the pages), so the memory hangs on the process, not on the module.
 */
const memory = globalThis as { [key: symbol]: Map<string, Promise<LoadedArchive>> | undefined };
const memoryKey = Symbol.for('quote-archive.loaded');
const wordsKey = Symbol.for('quote-archive.words');
const figuresKey = Symbol.for('quote-archive.figures');

/** As `loadArchive`, but read only once in a process until `forgetArchive` is called. */
export function rememberArchive(folder: string = contentFolder()): Promise<LoadedArchive> {
  const remembered = (memory[memoryKey] ??= new Map());
  let loaded = remembered.get(folder);
  if (!loaded) remembered.set(folder, (loaded = loadArchive(folder).then(withoutTranscripts)));
  return loaded;
}

/** What pages and ledger need. The parsed files are given back: of half a million quotes they are half a gigabyte. */
function withoutTranscripts({ sources: _sources, joined, ...rest }: LoadedArchive): LoadedArchive {
  if (!joined) return rest;
  const reconciliations = new Map(
    [...joined.reconciliations].map(([key, one]) => [key, { ...one, identities: [] }]),
  );
  return { ...rest, joined: { ...joined, keys: { ...joined.keys, entries: [] }, reconciliations } };
}

/** What was made of an archive that is remembered, as long as it is; on the process, as the archive. */
const made = globalThis as {
  [wordsKey]?: WeakMap<Archive['episodes'], SpokenWords>;
  [figuresKey]?: WeakMap<Archive, Figures>;
};

/** The words of an archive, folded only once. */
export function rememberWords({ episodes }: Archive): SpokenWords {
  const remembered = (made[wordsKey] ??= new WeakMap());
  const words = remembered.get(episodes) ?? SpokenWords.of(episodes);
  remembered.set(episodes, words);
  return words;
}

/** The figures of an archive, counted only once. */
export function rememberFigures(archive: Archive): Figures {
  const remembered = (made[figuresKey] ??= new WeakMap());
  const figures = remembered.get(archive) ?? countFigures(archive, rememberWords(archive));
  remembered.set(archive, figures);
  return figures;
}

/** Makes the next `rememberArchive` read again: a file changed. */
export const forgetArchive = (): void => memory[memoryKey]?.clear();
