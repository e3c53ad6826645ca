import type { Binding } from './binding.ts';
import type { Evidence } from './evidence.ts';

/** So many quotes before and after are asked. */
const asked = 4;

/**
 * Whether a recording seems to have been transcribed anew around an old quote: half of the quotes before and
 * after it are changed too, and nearly all of each was found. Who puts other words in the place of a quote leaves the
 * others as they are.
 */
export function isAnew(
  binding: Binding,
  index: number,
  evidenceOf: ReadonlyMap<number, Evidence>,
): boolean {
  let stayed = 0;
  let changed = 0;
  for (const step of [-1, 1] as const) {
    let left = asked;
    for (let other = binding.neighbour(index, step); other >= 0 && left > 0;) {
      if (binding.isCitable[other]) {
        left--;
        const evidence = evidenceOf.get(other);
        if (!evidence) stayed++;
        else if (evidence.found >= 0.7 && evidence.foundTelling >= 0.6) changed++;
        else stayed++;
      }
      other = binding.neighbour(other, step);
    }
  }
  return changed >= 3 && changed >= stayed;
}
