import type { EpisodeComparison } from './comparison.ts';
import { isCitable } from './effect.ts';
import type { Ledger } from './ledger.ts';
import type { EpisodeEntry, QuoteId } from './model.ts';
import type { Problem } from './problem.ts';
import type { Reconciliation } from './reconciliation.ts';
import { tokensOf } from './token.ts';

/** How things are called where the reader is. */
export interface Wherein {
  /** The content folder: `content`. */
  readonly content: string;
  /** The commit that was there before the change, as one types it. */
  readonly commit: string;
}

/** A file of ledger or history that a change touches. */
export interface TouchedRecord {
  /** Inside the content folder. */
  readonly path: string;
  readonly kind: 'added' | 'edited' | 'deleted';
}

/** From so many problems of one kind on, one speaks for all. */
const severalAtOnce = 10;

/** With fewer citable quotes than this, a share of them says nothing. */
const fewestCitable = 6;
/** More than this share of the citable quotes cannot be lost by correcting. */
const mostUnclear = 1 / 3;
/** A transcript that keeps at most this share of its quotes, and has others in their place, is another one. */
const mostKept = 0.1;
const fewestReplaced = 3;

/** An error for each file of ledger or history that a change touches. */
export function findTouchedRecords(
  touched: readonly TouchedRecord[],
  { content, commit }: Wherein,
): Problem[] {
  const base = { rule: 'ledger-touched', severity: 'error' } as const;
  const why =
    'expected the one that `npm run ids` wrote: it alone says which id stands for which words';
  const back = (...paths: string[]): string =>
    `Type \`git checkout ${commit} -- ${paths.map((path) => `${content}/${path}`).join(' ')}\``;
  if (touched.length <= severalAtOnce) {
    return touched.map(({ path, kind }): Problem => {
      const file = `${content}/${path}`;
      const then = 'Words are corrected in the transcript; the ids follow by themselves.';
      return kind === 'added'
        ? {
            ...base,
            file,
            message: `Unexpected new file, ${why}`,
            mend: `Delete this file. ${then}`,
          }
        : {
            ...base,
            file,
            message: `Unexpected ${kind === 'edited' ? 'edit' : 'deletion'} of this file, ${why}`,
            mend: `Bring it back as it was. ${back(path)}. ${then}`,
          };
    });
  }
  const added = touched.filter(({ kind }) => kind === 'added').length;
  const folders = [
    ...new Set(touched.flatMap(({ path, kind }) => (kind === 'added' ? [] : [path]))),
  ]
    .map((path) => path.split('/')[0]!)
    .filter((folder, index, all) => all.indexOf(folder) === index);
  return [
    {
      ...base,
      file: `${content}/ledger`,
      message: `Unexpected change of ${touched.length.toLocaleString('en')} files of ledger and history, ${why}`,
      mend: [
        ...(folders.length > 0 ? [`Bring them back as they were. ${back(...folders)}.`] : []),
        ...(added > 0
          ? [
              `Delete the new ones (${added.toLocaleString('en')}): \`git diff --name-only --diff-filter=A ${commit} -- ${content}/ledger ${content}/history\` lists them.`,
            ]
          : []),
        'Did you type `npm run ids`? It is for the main branch alone, after the merge.',
      ].join('\n'),
    },
  ];
}

/** Errors about published ids that are in no line of a ledger any more. This never happens; it is looked for. */
export function findLostIds(
  before: Ledger,
  after: readonly Ledger[],
  { content, commit }: Wherein,
): Problem[] {
  if (after.some(({ lines }) => lines === before.lines)) return [];
  const kept = new Set(after.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const lost = before.lines.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  if (lost.length === 0) return [];
  return [
    {
      rule: 'id-lost',
      severity: 'error',
      file: `${content}/${before.path}`,
      message: `Unexpected loss of ${nameIds(lost)}, expected every published id to stay in the ledger, if only with a notice`,
      mend: `Permalinks to ${lost.length === 1 ? 'it' : 'them'} would die. Bring the ledger back as it was: \`git checkout ${commit} -- ${content}/ledger ${content}/history\`. If nobody changed it, this is a mistake of the generator: please report it.`,
    },
  ];
}

/** Errors about transcripts in which so little is found again that they are hardly of the same recording. */
export function findUnaccounted(
  { before, entry, spoken, reconciled }: EpisodeComparison,
  { content, commit }: Wherein,
): Problem[] {
  if (!before || !entry || reconciled.missing.length > 0) return [];
  const old = before.ledger.lines.flatMap(({ id, type }) => {
    const words = before.words.get(id)?.words;
    return type === 'live' && words !== undefined && isCitable(words) ? [id] : [];
  });
  const fresh = reconciled.fates.flatMap(({ rule, at }) =>
    rule === 'new' && at !== undefined ? [spoken[at]!.words] : [],
  );
  const others = fresh.filter((words) => isCitable(words)).length;
  const isStillSaid = listener(fresh);
  const ruleOf = new Map(reconciled.fates.map(({ id, rule }) => [id, rule]));
  const ends = old.map((id) => {
    const rule = ruleOf.get(id);
    if (rule !== 'removed')
      return rule !== undefined && unclearRules.has(rule) ? 'unclear' : 'kept';
    // Gone, and yet its words are there: nobody deleted it.
    return isStillSaid(before.words.get(id)!.words) ? 'unclear' : 'removed';
  });
  const unclear = ends.filter((end) => end === 'unclear').length;
  const kept = ends.filter((end) => end === 'kept').length;
  const isReplaced =
    old.length >= fewestReplaced && kept <= old.length * mostKept && others >= old.length * (1 / 2);
  const isUnclear = old.length >= fewestCitable && unclear > old.length * mostUnclear;
  if (!isReplaced && !isUnclear) return [];
  const former = `${content}/${before.ledger.path}`;
  const ending = entry.file.slice(entry.file.lastIndexOf('.'));
  const folder = entry.file.slice(0, entry.file.lastIndexOf('/'));
  const all = `${count(old.length, 'published quote')} of 8 words and more`;
  return [
    {
      rule: 'change-unaccounted',
      severity: 'error',
      file: entry.file,
      message: isReplaced
        ? `Unexpected transcript, expected the one that was here, corrected: of ${all} ${kept === 0 ? 'none is' : `only ${kept} ${kept === 1 ? 'is' : 'are'}`} in it`
        : `Unexpected transcript, expected the one that was here, corrected: of ${all} ${unclear} became words that nobody can tell apart`,
      mend: [
        `Was another recording’s transcript pasted over this one? Then save it as a new file, for example \`${folder}/another-name${ending}\`, and bring this one back: \`git checkout ${commit} -- ${former}\`.`,
        `Is it the same recording, transcribed anew? Then say so in the pull request. The keeper of the archive can merge it all the same; the old permalinks (${old.length - kept}) will then show a notice instead of words.`,
      ].join('\n'),
    },
  ];
}

/** Warnings about episodes whose file is gone. */
export function findWithdrawn(
  comparisons: readonly EpisodeComparison[],
  { content, commit }: Wherein,
): Problem[] {
  const gone = comparisons.flatMap(({ entry, before }) =>
    entry || !before ? [] : [before.ledger],
  );
  const base = { rule: 'episode-withdrawn', severity: 'warning' } as const;
  const quotesOf = (ledgers: readonly Ledger[]): string =>
    count(
      ledgers.flatMap(({ lines }) => lines.filter(({ type }) => type === 'live')).length,
      'published quote',
    );
  if (gone.length <= severalAtOnce) {
    return gone.map((ledger) => ({
      ...base,
      file: `${content}/${ledger.path}`,
      message: `Unexpected missing file, expected the transcript with ${quotesOf([ledger])}: this change withdraws the episode`,
      mend: `Meant so? Then its page stays, with a notice for each quote. Not meant? Type \`git checkout ${commit} -- ${content}/${ledger.path}\`.`,
    }));
  }
  return [
    {
      ...base,
      file: `${content}/episodes`,
      message: `Unexpected missing files, expected ${gone.length.toLocaleString('en')} more transcripts, with ${quotesOf(gone)}: this change withdraws the episodes`,
      mend: `Meant so? Then their pages stay, with a notice for each quote; after the merge the keeper has to type \`npm run ids -- --removed ${gone.length}\`. Not meant? Type \`git checkout ${commit} -- ${content}/episodes\`.`,
    },
  ];
}

/** Errors about new files that have the words of another episode: `ids` would refuse them after the merge. */
export const findCopied = (
  copies: readonly {
    readonly entry: EpisodeEntry;
    readonly of: Pick<EpisodeEntry, 'id' | 'file' | 'path'>;
  }[],
): Problem[] =>
  copies.map(({ entry, of }) => ({
    rule: 'transcript-copied',
    severity: 'error',
    file: entry.file,
    message: `Unexpected copy of \`${of.file}\`, expected each recording once: nearly all of its words are there`,
    mend: `Delete this file. Was the recording published twice? Then type \`repeats: ${of.id}\` into its front matter.`,
  }));

const unclearRules: ReadonlySet<string> = new Set<Reconciliation['fates'][number]['rule']>([
  'rewritten',
  'ambiguous',
  'drifted',
  'too-short',
]);

/** Tells whether most of some words, three in a row, are somewhere in these texts. */
function listener(texts: readonly string[]): (words: string) => boolean {
  const heard = new Set(texts.flatMap(runsOf));
  return (words) => {
    const runs = runsOf(words);
    return runs.filter((run) => heard.has(run)).length > runs.length * (2 / 3);
  };
}

function runsOf(words: string): string[] {
  const tokens = tokensOf(words);
  return tokens.slice(2).map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${token}`);
}

function nameIds(ids: readonly QuoteId[]): string {
  const named = ids.slice(0, 3).map((id) => `\`${id}\``);
  const more = ids.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}

const count = (value: number, noun: string): string =>
  `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
