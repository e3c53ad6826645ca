import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { canonicalWords } from '../archive/canon.ts';
import { parseHistory, type HistoryLine } from '../archive/history.ts';
import { digestOf } from '../archive/id.ts';
import { normalizeLabel } from '../archive/label.ts';
import { parseLedger, type Ledger } from '../archive/ledger.ts';
import type { EpisodeKey, QuoteId, Sources } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import type { OldWords } from '../archive/reconciliation.ts';
import type { Records } from '../archive/records.ts';
import { parseTranscript } from './content.ts';
import type { TextFile } from './folder.ts';
import type { Repository } from './git.ts';
import { addressesPath, keptPath, ledgerPath } from './record-path.ts';

/** What the files of ledger and history say. One that cannot be read is an error. */
export function parseRecords(files: readonly TextFile[]): {
  records: Pick<Records, 'ledgers' | 'histories' | 'addresses'>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const ledgers: Ledger[] = [];
  const histories = new Map<EpisodeKey, readonly HistoryLine[]>();
  let addresses: string[] = [];
  const owners = new Map<QuoteId, string>();
  for (const { path: inside, file, text } of files) {
    const [, folder, key = ''] =
      /^(ledger|history)\/([a-z0-9-]+)\.(?:ids|jsonl)$/.exec(inside) ?? [];
    if (inside === addressesPath) {
      addresses = text.split('\n').filter((row) => row.startsWith('/'));
    } else if (folder === 'ledger' && inside.endsWith('.ids')) {
      const parsed = parseLedger(text, key, file);
      problems.push(...parsed.problems);
      if (parsed.ledger) ledgers.push(parsed.ledger);
      for (const { id } of parsed.ledger?.lines ?? []) {
        const owner = owners.get(id);
        if (owner !== undefined) problems.push(idTwice(file, id, owner));
        owners.set(id, file);
      }
    } else if (folder === 'history' && inside.endsWith('.jsonl')) {
      const parsed = parseHistory(text, file);
      problems.push(...parsed.problems);
      histories.set(key, parsed.lines);
    } else {
      problems.push(strange(file));
    }
  }
  return { records: { ledgers, histories, addresses }, problems };
}

/**
 * What ids stood for when their ledger was written, for those whose transcript is another now or is gone:
 * read from git by the hash that the ledger names, else from what `ids` kept beside it.
 *
 * `namesAt` tries the names of speakers as they were then: a new name changes what is a label.
 */
export async function readOldWords(
  folder: string,
  ledgers: readonly Ledger[],
  sources: Sources,
  repository: Repository | undefined,
  options: { readonly namesAt?: boolean } = {},
): Promise<Map<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>> {
  const texts =
    (await repository?.readBlobs(ledgers.map((ledger) => ledger.transcript))) ?? new Map();
  const names = namesOf(sources);
  const words = new Map<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>();
  for (const ledger of ledgers) {
    const text = texts.get(ledger.transcript) ?? (await readKept(folder, ledger.key));
    if (text === undefined) continue;
    const known =
      options.namesAt && repository ? await namesOfCommit(repository, ledger, names) : names;
    words.set(ledger.key, pairWords(ledger, text, known));
  }
  return words;
}

const namesOf = ({ speakers }: Sources): Set<string> =>
  new Set(speakers.flatMap(({ facts }) => [facts.name, ...facts.aliases]).map(normalizeLabel));

/** Names and aliases as they were when a ledger was written last. */
async function namesOfCommit(
  repository: Repository,
  ledger: Ledger,
  now: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const commit = repository.lastCommitOf(ledgerPath(ledger.key));
  if (commit === undefined) return now;
  const files = await repository.readBlobs(repository.listTree(commit, 'speakers').values());
  const names = new Set<string>();
  for (const text of files.values()) {
    // Names and aliases alone matter here, and only as labels: a plain look at the lines is enough.
    for (const match of text.matchAll(/^(?:name:|\s+-)\s*(.+)$|^aliases:\s*\[(.*)\]/gm)) {
      for (const name of (match[2] ?? match[1] ?? '').split(match[2] === undefined ? '\n' : ','))
        names.add(normalizeLabel(name.trim().replace(/^(["'])(.*)\1$/, '$2')));
    }
  }
  return names;
}

async function readKept(folder: string, key: EpisodeKey): Promise<string | undefined> {
  try {
    return gunzipSync(await readFile(path.join(folder, keptPath(key)))).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The passages of a transcript laid beside the lines of its ledger, by digest, in order. */
function pairWords(
  ledger: Ledger,
  text: string,
  names: ReadonlySet<string>,
): ReadonlyMap<QuoteId, OldWords> {
  const transcript = parseTranscript({ path: ledger.path, file: ledger.path, text }, names);
  const passages = transcript.parts
    .flatMap((part) => (part.type === 'speech' ? part.passages : []))
    .map(({ content, startTime }) => ({ words: canonicalWords(plainText(content)), startTime }));
  const byDigest = Map.groupBy(passages, ({ words }) => digestOf(words));
  const found = new Map<QuoteId, OldWords>();
  for (const line of ledger.lines) {
    if (line.type !== 'live') continue;
    const passage = byDigest.get(line.digest)?.shift();
    if (!passage) continue;
    const { words, startTime } = passage;
    found.set(line.id, { words, ...(startTime !== undefined && { startTime }) });
  }
  return found;
}

const idTwice = (file: string, id: QuoteId, owner: string): Problem => ({
  rule: 'ledger-id-twice',
  severity: 'error',
  file,
  message: `Unexpected id \`${id}\`, expected it in one ledger: \`${owner}\` has it too`,
  mend: 'Ledgers are written by `npm run ids` alone. Bring both files back as they were: `git checkout HEAD -- content/ledger`.',
});

const strange = (file: string): Problem => ({
  rule: 'unknown-file',
  severity: 'error',
  file,
  message:
    'Unexpected file, expected only what `npm run ids` writes: `<episode>.ids`, `<episode>.jsonl`, `addresses.txt`',
  mend: 'Move it out of this folder.',
});
