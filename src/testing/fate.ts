import type { Fate } from '../archive/bind.ts';
import { type Draft, type Holder, wordsOf } from './lineage.ts';

/** The rules that say that nothing of the words changed. */
const sameWords = new Set(['exact', 'moved', 'returned']);

/**
 * What is wrong with fates by their form alone: exactly one for each id, in order; no quote kept by two ids;
 * an alias leads to an id that is kept there; places exist; ids with a notice return with equal words only.
 *
 * findFaults(holders, draft, []) // => ['q0 has no fate', …]
 */
export function findFaults(
  holders: readonly Holder[],
  after: Draft,
  fates: readonly Fate[],
): string[] {
  const faults: string[] = [];
  const keepers = new Map<number, string>();
  for (const fate of fates) {
    if (fate.kind !== 'kept') continue;
    const other = keepers.get(fate.at);
    if (other !== undefined) faults.push(`${fate.id} and ${other} are both kept at ${fate.at}`);
    keepers.set(fate.at, fate.id);
  }
  holders.forEach((holder, index) => {
    const fate = fates[index];
    if (!fate) faults.push(`${holder.id} has no fate`);
    else if (fate.id !== holder.id)
      faults.push(`fate ${index} is of ${fate.id}, not of ${holder.id}`);
    else
      faults.push(
        ...findFaultsOfOne(holder, after, fate, keepers).map((fault) => `${fate.id} ${fault}`),
      );
  });
  for (const fate of fates.slice(holders.length)) faults.push(`${fate.id} has a fate too many`);
  return faults;
}

function findFaultsOfOne(
  holder: Holder,
  after: Draft,
  fate: Fate,
  keepers: ReadonlyMap<number, string>,
): string[] {
  const faults: string[] = [];
  const end = fate.kind === 'notice' ? after.length + 1 : after.length;
  if (!Number.isInteger(fate.at) || fate.at < 0 || fate.at >= end)
    return [`is at ${fate.at} of ${after.length}`];
  if (fate.kind === 'alias') {
    if (fate.into === fate.id) faults.push('is an alias of itself');
    if (keepers.get(fate.at) !== fate.into)
      faults.push(`is an alias of ${fate.into}, which is not kept at ${fate.at}`);
  }
  if (fate.kind === 'kept') {
    if (sameWords.has(fate.rule) && wordsOf(after[fate.at]!) !== wordsOf(holder.last))
      faults.push(`is \`${fate.rule}\` with other words`);
    if (fate.parts && !arePartsOf(fate.parts, fate.at, after.length))
      faults.push(`has the parts ${fate.parts.join(', ')} at ${fate.at}`);
  }
  const isReturn = fate.rule === 'returned' || fate.rule === 'still-gone';
  if (isReturn !== (holder.gone === true))
    faults.push(`is \`${fate.rule}\`${holder.gone ? ' and was gone' : ' and was not gone'}`);
  return faults;
}

const arePartsOf = (parts: readonly number[], at: number, end: number): boolean =>
  parts[0] === at &&
  parts.every(
    (part, index) =>
      Number.isInteger(part) && part < end && (index === 0 || part > parts[index - 1]!),
  );
