import { quoteIdPattern } from '../archive/id.ts';
import type { QuoteId } from '../archive/model.ts';
import type { LoadedArchive } from '../store/archive.ts';

/**
 * Ids that the ledgers had when they were committed last and that are in none now: somebody edited a ledger by
 * hand. Tombstones are left out: the keeper may lift one.
 */
export async function findLostIds({
  joined,
  repository,
}: LoadedArchive): Promise<{ id: QuoteId; file: string }[]> {
  const commit = repository?.commitOf('HEAD');
  if (!repository || !joined || commit === undefined) return [];
  const known = new Set<QuoteId>();
  for (const { ledger } of joined.reconciliations.values())
    for (const { id } of ledger.lines) known.add(id);
  const files = repository.listTree(commit, 'ledger');
  const texts = await repository.readBlobs(files.values());
  return [...files].flatMap(([file, hash]) =>
    (texts.get(hash) ?? '').split('\n').flatMap((row) => {
      const id = row.slice(0, 9);
      const isLost =
        quoteIdPattern.test(id) && !known.has(id) && !row.startsWith(`${id} taken-down `);
      return isLost ? [{ id, file }] : [];
    }),
  );
}
