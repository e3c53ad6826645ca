import { canonicalWords } from './canon.ts';
import { digestOf } from './id.ts';
import type { Ledger } from './ledger.ts';
import type { EpisodeEntry, EpisodeKey, QuoteId } from './model.ts';
import { compareText } from './order.ts';
import type { Problem } from './problem.ts';
import { plainText } from './quote.ts';
import type { OldWords } from './reconciliation.ts';
import { tokensOf } from './token.ts';

/** Which episode is which: keys come from ledgers, not from file names, so that a file may be renamed. */
export interface Keys {
  /** With their keys as ids. */
  readonly entries: readonly EpisodeEntry[];
  readonly ledgerOf: ReadonlyMap<EpisodeKey, Ledger>;
  /** Keys that an episode had before. */
  readonly formerlyOf: ReadonlyMap<EpisodeKey, readonly EpisodeKey[]>;
  /** Ledgers whose transcript is gone. */
  readonly withdrawn: readonly Ledger[];
  /** New files whose words are those of another episode that is still there. */
  readonly copies: readonly {
    readonly entry: EpisodeEntry;
    readonly of: Pick<EpisodeEntry, 'id' | 'file' | 'path'>;
  }[];
  readonly problems: readonly Problem[];
}

/** From this share of their words in common on, a new file may be a vanished one. */
const renamedShare = 0.3;
/** From this share of its quotes on, a new file is a copy. */
const copiedShare = 0.8;

/**
 * Finds the ledger of each transcript: by its path; else, for a file that was renamed or moved, by its words
 * among the ledgers whose file has vanished. What has no ledger is new and keeps its file's name as key.
 */
export function assignKeys(
  entries: readonly EpisodeEntry[],
  ledgers: readonly Ledger[],
  oldWords: ReadonlyMap<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>,
  unread: readonly Ledger[] = [],
): Keys {
  const problems: Problem[] = [];
  const byPath = new Map(ledgers.map((ledger) => [ledger.path, ledger]));
  const found = new Map<EpisodeEntry, Ledger>();
  for (const entry of entries) {
    const ledger = byPath.get(entry.path);
    if (ledger) found.set(entry, ledger);
  }
  const used = new Set(found.values());
  const unknown = entries.filter((entry) => !found.has(entry));
  const vanished = ledgers.filter((ledger) => !used.has(ledger));
  for (const [entry, ledger] of findRenamed(unknown, vanished, oldWords)) {
    found.set(entry, ledger);
    used.add(ledger);
  }

  const keyed: EpisodeEntry[] = [];
  const ledgerOf = new Map<EpisodeKey, Ledger>();
  const formerlyOf = new Map<EpisodeKey, readonly EpisodeKey[]>();
  const reserved = new Map<EpisodeKey, Ledger>();
  for (const ledger of [...ledgers, ...unread]) {
    for (const key of [ledger.key, ...ledger.formerly]) reserved.set(key, ledger);
  }
  for (const entry of entries) {
    const ledger = found.get(entry);
    const key = entry.facts.key ?? ledger?.key ?? entry.id;
    const owner = reserved.get(key);
    if (owner && owner !== ledger) {
      problems.push(retired(entry, key, owner));
      continue;
    }
    if (ledger) {
      ledgerOf.set(key, ledger);
      const before = ledger.key === key ? ledger.formerly : [...ledger.formerly, ledger.key];
      formerlyOf.set(
        key,
        before.filter((other) => other !== key),
      );
    }
    keyed.push(key === entry.id ? entry : { ...entry, id: key });
  }
  return {
    entries: keyed,
    ledgerOf,
    formerlyOf,
    withdrawn: ledgers
      .filter((ledger) => !used.has(ledger))
      .sort((a, b) => compareText(a.key, b.key)),
    copies: findCopies(
      keyed.filter((entry) => !ledgerOf.has(entry.id)),
      keyed,
      ledgers.length + unread.length > 0,
      unread,
    ),
    problems,
  };
}

/** Pairs new files with vanished ledgers: the same file first, then the same quotes, then the same words. */
function findRenamed(
  entries: readonly EpisodeEntry[],
  ledgers: readonly Ledger[],
  oldWords: ReadonlyMap<EpisodeKey, ReadonlyMap<QuoteId, OldWords>>,
): Map<EpisodeEntry, Ledger> {
  const pairs = new Map<EpisodeEntry, Ledger>();
  if (entries.length === 0 || ledgers.length === 0) return pairs;
  const stages: [(entry: EpisodeEntry) => string[], (ledger: Ledger) => string[]][] = [
    [(entry) => [entry.hash], (ledger) => [ledger.transcript]],
    [
      (entry) => wordsOf(entry).map(digestOf),
      ({ lines }) => lines.flatMap((line) => (line.type === 'live' ? [line.digest] : [])),
    ],
    [
      (entry) => wordsOf(entry).flatMap(runsOf),
      ({ key }) => [...(oldWords.get(key)?.values() ?? [])].flatMap(({ words }) => runsOf(words)),
    ],
  ];
  for (const [ofEntry, ofLedger] of stages) {
    const open = entries.filter((entry) => !pairs.has(entry));
    const taken = new Set(pairs.values());
    const free = ledgers.filter((ledger) => !taken.has(ledger));
    for (const [entry, ledger] of pairBest(open, free, ofEntry, ofLedger)) pairs.set(entry, ledger);
  }
  return pairs;
}

/** Pairs that have clearly more in common than either has with any other; one name settles a tie. */
function pairBest(
  entries: readonly EpisodeEntry[],
  ledgers: readonly Ledger[],
  ofEntry: (entry: EpisodeEntry) => string[],
  ofLedger: (ledger: Ledger) => string[],
): [EpisodeEntry, Ledger][] {
  const holders = new Map<string, Set<Ledger>>();
  const sizes = new Map<Ledger, number>();
  for (const ledger of ledgers) {
    const features = new Set(ofLedger(ledger));
    sizes.set(ledger, features.size);
    for (const feature of features) {
      const known = holders.get(feature);
      if (known) known.add(ledger);
      else holders.set(feature, new Set([ledger]));
    }
  }
  const scores: { entry: EpisodeEntry; ledger: Ledger; score: number }[] = [];
  for (const entry of entries) {
    const features = new Set(ofEntry(entry));
    const shared = new Map<Ledger, number>();
    for (const feature of features) {
      for (const ledger of holders.get(feature) ?? [])
        shared.set(ledger, (shared.get(ledger) ?? 0) + 1);
    }
    for (const [ledger, count] of shared) {
      const score = count / Math.max(1, Math.min(features.size, sizes.get(ledger)!));
      scores.push({ entry, ledger, score: score + (entry.id === ledger.key ? 0.25 : 0) });
    }
  }
  scores.sort((a, b) => b.score - a.score || compareText(a.entry.path, b.entry.path));
  const taken = new Set<EpisodeEntry | Ledger>();
  const pairs: [EpisodeEntry, Ledger][] = [];
  for (const { entry, ledger, score } of scores) {
    if (score < renamedShare || taken.has(entry) || taken.has(ledger)) continue;
    const rival = scores.some(
      (other) =>
        (other.entry === entry) !== (other.ledger === ledger) &&
        !taken.has(other.entry) &&
        !taken.has(other.ledger) &&
        other.score * 1.5 > score,
    );
    if (rival) continue;
    taken.add(entry).add(ledger);
    pairs.push([entry, ledger]);
  }
  return pairs;
}

/** New files that repeat the words of an episode that is there too. */
function findCopies(
  fresh: readonly EpisodeEntry[],
  all: readonly EpisodeEntry[],
  isKnownArchive: boolean,
  unread: readonly Ledger[],
): Keys['copies'] {
  // An archive's first ledger takes everything as it is.
  if (!isKnownArchive || fresh.length === 0) return [];
  const asked = new Map<string, EpisodeEntry[]>();
  const sizes = new Map<EpisodeEntry, number>();
  for (const entry of fresh) {
    if (entry.facts.repeats !== undefined) continue;
    const long = new Set(wordsOf(entry).filter((words) => words.length > 40));
    if (long.size < 3) continue;
    sizes.set(entry, long.size);
    for (const words of long) asked.set(words, [...(asked.get(words) ?? []), entry]);
  }
  const copies: { entry: EpisodeEntry; of: Pick<EpisodeEntry, 'id' | 'file' | 'path'> }[] = [];
  if (asked.size === 0) return copies;
  for (const other of all) {
    const shared = new Map<EpisodeEntry, number>();
    for (const words of new Set(wordsOf(other))) {
      for (const entry of asked.get(words) ?? []) {
        if (entry.id !== other.id) shared.set(entry, (shared.get(entry) ?? 0) + 1);
      }
    }
    for (const [entry, count] of shared) {
      const isOlder = !fresh.includes(other) || compareText(other.id, entry.id) < 0;
      if (isOlder && count / sizes.get(entry)! >= copiedShare) copies.push({ entry, of: other });
    }
  }
  const byDigest = new Map([...asked].map(([words, some]) => [digestOf(words), some]));
  for (const { key, path, lines } of unread) {
    const digests = new Set(lines.flatMap((line) => (line.type === 'live' ? [line.digest] : [])));
    const shared = new Map<EpisodeEntry, number>();
    for (const digest of digests)
      for (const entry of byDigest.get(digest) ?? [])
        shared.set(entry, (shared.get(entry) ?? 0) + 1);
    for (const [entry, count] of shared)
      if (count / sizes.get(entry)! >= copiedShare)
        copies.push({ entry, of: { id: key, path, file: entry.file.replace(entry.path, path) } });
  }
  return copies.sort((a, b) => compareText(a.entry.path, b.entry.path));
}

function retired(entry: EpisodeEntry, key: EpisodeKey, owner: Ledger): Problem {
  const ending = entry.file.slice(entry.file.lastIndexOf('.'));
  return {
    rule: 'key-retired',
    severity: 'error',
    file: entry.file,
    message: `Unexpected key \`${key}\`, expected one that was never used: it is the address of \`${owner.path}\`${owner.gone === undefined ? '' : `, which was removed on ${owner.gone}`}`,
    mend: `Rename this file, for example to \`${entry.show}-${key}${ending}\`. Is it that recording again? Then its words must be in this file: an address never shows another recording.`,
  };
}

const wordsOf = ({ transcript }: EpisodeEntry): string[] =>
  transcript.parts.flatMap((part) =>
    part.type === 'speech'
      ? part.passages.map((passage) => canonicalWords(plainText(passage.content)))
      : [],
  );

function runsOf(words: string): string[] {
  const tokens = tokensOf(words);
  return tokens.slice(2).map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${token}`);
}
