import { canonicalWords } from '../archive/canon.ts';
import { digestOf } from '../archive/id.ts';
import { normalizeLabel } from '../archive/label.ts';
import type { Ledger } from '../archive/ledger.ts';
import { plainText } from '../archive/quote.ts';
import { cutPassage } from '../formats/cut.ts';
import { passagesOf, readTranscript, type ReadingOptions } from '../formats/reading.ts';
import type { LoadedArchive } from '../store/archive.ts';
import { readKept, type Holdings } from './holdings.ts';

/** How the transcript of a ledger is read. */
export function readingOf({ sources }: LoadedArchive, owner: Ledger): ReadingOptions {
  const entry = sources?.episodes.find(({ path: inside }) => inside === owner.path);
  const names = new Set(
    [
      ...(sources?.speakers ?? []).flatMap(({ facts }) => [facts.name, ...facts.aliases]),
      ...Object.keys(entry?.facts.speakers ?? {}),
    ].map(normalizeLabel),
  );
  return {
    file: entry?.file ?? owner.path,
    isName: (label) => names.has(normalizeLabel(label)),
  };
}

/** Earlier versions of a transcript: from git, and from what `ids` kept. */
async function earlierTexts({ folder, loaded }: Holdings, owner: Ledger): Promise<string[]> {
  const { repository } = loaded;
  const hashes = repository ? [owner.transcript, ...repository.versionsOf(owner.path)] : [];
  const blobs = [...((await repository?.readBlobs(hashes)) ?? new Map<string, string>()).values()];
  const kept = await readKept(folder, owner.key);
  return kept === undefined ? blobs : [...blobs, kept];
}

/** What a quote said that is in no file any more. */
export async function findRemoved(
  holdings: Holdings,
  owner: Ledger,
  digest: string,
): Promise<string | undefined> {
  const reading = readingOf(holdings.loaded, owner);
  for (const text of await earlierTexts(holdings, owner)) {
    for (const { passage } of passagesOf(readTranscript(text, reading).transcript)) {
      const words = canonicalWords(plainText(passage.content));
      if (digestOf(words) === digest) return words;
    }
  }
  return undefined;
}

/**
 * The last transcript of a withdrawn episode without some words: the ledger names its hash, and whoever has the
 * rest could try words until the hash fits. Empty where nobody has it any more.
 */
export async function withoutRemoved(
  holdings: Holdings,
  owner: Ledger,
  wordings: readonly string[],
  reading: ReadingOptions,
): Promise<string> {
  const { repository } = holdings.loaded;
  const [blob] = (await repository?.readBlobs([owner.transcript]))?.values() ?? [];
  let text = blob ?? (await readKept(holdings.folder, owner.key)) ?? '';
  const digests = new Set(wordings.map(digestOf));
  for (;;) {
    const at = passagesOf(readTranscript(text, reading).transcript).findIndex(({ passage }) =>
      digests.has(digestOf(canonicalWords(plainText(passage.content)))),
    );
    if (at === -1) return text;
    const cut = cutPassage(text, at, reading);
    if (!cut) return '';
    text = cut.text;
  }
}
