import { pagesOf, type QuotesOfTopics } from '../archive/address.ts';
import { gatherAbout } from '../archive/figures/about.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import { serializeHistory } from '../archive/history.ts';
import { serializeLedger } from '../archive/ledger.ts';
import type { Archive, EpisodeKey } from '../archive/model.ts';
import { compareText } from '../archive/order.ts';
import type { ReconciledFate, Reconciliation } from '../archive/reconciliation.ts';
import type { LoadedArchive } from '../store/archive.ts';
import { addressesPath, historyPath, ledgerPath } from '../store/record-path.ts';

/** A file of ledger or history as it should be; without text it goes. */
export interface RecordFile {
  /** Inside the content folder. */
  readonly path: string;
  readonly text?: string;
}

/** What is to be written so that the ledger says what the transcripts say. */
export interface IdsPlan {
  /** Histories before ledgers: stopped between the two, a repeat completes it. */
  readonly files: readonly RecordFile[];
  /** Episodes whose ledger changes. */
  readonly changed: readonly Reconciliation[];
  readonly counts: ReadonlyMap<ReconciledFate['rule'], number>;
  /** Episodes whose transcript is gone since the last run. */
  readonly withdrawn: readonly EpisodeKey[];
}

/**
 * Compares what is written with what should be. What quotes are about, which decides how many pages a topic has,
 * is found here unless it is known already.
 */
export function planIds(
  { joined, archive, records }: LoadedArchive,
  about?: QuotesOfTopics,
): IdsPlan {
  if (!joined || !archive || !records) throw new Error('Unexpected archive with problems.');
  const histories: RecordFile[] = [];
  const ledgers: RecordFile[] = [];
  const changed: Reconciliation[] = [];
  const counts = new Map<ReconciledFate['rule'], number>();
  const before = new Map(records.ledgers.map((ledger) => [ledger.key, ledger]));
  const withdrawn: EpisodeKey[] = [];
  for (const [key, reconciled] of [...joined.reconciliations].sort(([a], [b]) =>
    compareText(a, b),
  )) {
    const { ledger, history, isChanged, fates } = reconciled;
    const owner = joined.keys.ledgerOf.get(key);
    if (ledger.gone !== undefined && before.get(key)?.gone === undefined) withdrawn.push(key);
    const isNew = !owner && ledger.gone === undefined;
    const text = isChanged || isNew ? serializeLedger(ledger) : undefined;
    const known = before.get(owner?.key ?? key);
    if (text === undefined || (known && owner?.key === key && serializeLedger(known) === text))
      continue;
    if (known && ledger.gone !== undefined && serializeLedger(known) === text) continue;
    changed.push(reconciled);
    if (isNew) counts.set('new', (counts.get('new') ?? 0) + ledger.lines.length);
    for (const { rule } of fates) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const historyBefore = records.histories.get(owner?.key ?? key) ?? [];
    const isRenamed = owner !== undefined && owner.key !== key;
    if (history.length > historyBefore.length || (isRenamed && history.length > 0))
      histories.push({ path: historyPath(key), text: serializeHistory(history) });
    ledgers.push({ path: ledgerPath(key), text });
    if (isRenamed) {
      ledgers.push({ path: ledgerPath(owner.key) });
      if (historyBefore.length > 0) ledgers.push({ path: historyPath(owner.key) });
    }
  }
  const pages = pagesOf(archive, about ?? quotesOfTopics(archive));
  const addresses = serializeAddresses([...records.addresses, ...pages]);
  const isListed = addresses === serializeAddresses(records.addresses);
  return {
    files: [
      ...histories,
      ...ledgers,
      ...(isListed ? [] : [{ path: addressesPath, text: addresses }]),
    ],
    changed,
    counts,
    withdrawn,
  };
}

/** What quotes are about; no words are looked at where there is no topic. */
function quotesOfTopics(archive: Archive): QuotesOfTopics {
  if (archive.topics.length === 0) return new Map();
  const { topics } = gatherAbout(archive, SpokenWords.of(archive.episodes));
  return new Map([...topics].map(([id, quotes]) => [id, { quotes }]));
}

/** The list of pages as the text of its file: sorted, each once. */
export const serializeAddresses = (addresses: readonly string[]): string =>
  [
    '# Every page that was ever published. Written by `npm run ids`, never by hand.',
    ...[...new Set(addresses)].sort(compareText),
    '',
  ].join('\n');

const names: Readonly<Record<ReconciledFate['rule'], string>> = {
  new: 'new',
  reworded: 'reworded',
  reattributed: 'given to another speaker',
  split: 'split',
  merged: 'merged into another',
  moved: 'moved',
  returned: 'back again',
  removed: 'removed',
  rewritten: 'rewritten beyond recognition',
  ambiguous: 'ambiguous',
  drifted: 'too far from their first words',
  'too-short': 'too short to be sure of',
};

/**
 * What a plan does, in one line.
 *
 * summarize(plan) // => '3 ledgers; quotes: 12 new, 2 reworded, 1 removed; 1 file of addresses'
 */
export function summarize({ files, changed, counts }: IdsPlan): string {
  const quotes = Object.entries(names).flatMap(([rule, name]) => {
    const count = counts.get(rule as ReconciledFate['rule']);
    return count === undefined || count === 0 ? [] : [`${count.toLocaleString('en')} ${name}`];
  });
  return [
    `${changed.length.toLocaleString('en')} ${changed.length === 1 ? 'ledger' : 'ledgers'}`,
    ...(quotes.length > 0 ? [`quotes: ${quotes.join(', ')}`] : []),
    ...(files.some(({ path }) => path === addressesPath) ? ['new addresses of pages'] : []),
  ].join('; ');
}

/** From this share of the episodes on, their removal is asked about. */
const manyRemoved = 0.1;

/** Why nothing may be written: what cannot be explained is for a person to say. Undefined when all is well. */
export function refuseIds(
  { joined, records, repository }: LoadedArchive,
  plan: IdsPlan,
  options: { readonly removed: number | undefined; readonly isDateGiven: boolean },
): string | undefined {
  const copies = joined?.keys.copies ?? [];
  if (copies.length > 0) {
    return [
      'Unexpected copied transcript, expected each recording once. Nothing was written.',
      ...copies.map(
        ({ entry, of }) =>
          `  ${entry.file} has the words of ${of.file}. Delete it; or, if the recording was published twice, type \`repeats: ${of.id}\` into its front matter.`,
      ),
    ].join('\n');
  }
  const there = (records?.ledgers ?? []).filter((ledger) => ledger.gone === undefined).length;
  const count = plan.withdrawn.length;
  const isMany = count > 1 && (count > there * manyRemoved || count === there);
  if (isMany && options.removed !== count) {
    return `Unexpected collection that shrank: ${count.toLocaleString('en')} of ${there.toLocaleString('en')} transcripts are gone, ${plan.withdrawn.slice(0, 5).join(', ')}${count > 5 ? ' …' : ''}. Nothing was written. Is this the whole content folder? If they really were removed, type: npm run ids -- --removed ${count}`;
  }
  if (plan.files.length === 0 || options.isDateGiven) return undefined;
  if (!repository)
    return 'Unexpected content outside a git repository, expected a commit that tells the day. Nothing was written. Type the day: npm run ids -- --date 2026-05-01';
  const dirty = repository.uncommitted().filter((file) => !/^(?:ledger|history)\//.test(file));
  if (dirty.length > 0) {
    return `Unexpected changes that are not committed (${dirty.slice(0, 5).join(', ')}${dirty.length > 5 ? ' …' : ''}), expected the ledger to follow commits. Nothing was written. Commit them first: git add -A && git commit. Or say the day: npm run ids -- --date 2026-05-01`;
  }
  return undefined;
}
