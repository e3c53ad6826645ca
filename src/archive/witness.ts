import type { Binding } from './binding.ts';

/** How far a time may be off and still say the same, in seconds. */
const agreement = 4;
/** From here on it says another. */
const contradiction = 60;

/**
 * What the recording's time says of an old quote being the new one at `at`, measured from the nearest quotes
 * before and after that stayed: their times may all have been moved, by a new advertisement say. Undefined
 * where times are missing, or say nothing.
 */
export function witnessOf(
  binding: Binding,
  index: number,
  at: number,
): 'agrees' | 'contradicts' | undefined {
  const then = binding.old[index]!.startTime;
  const now = binding.fresh[at]!.startTime;
  if (then === undefined || now === undefined) return undefined;
  const shifts = [nearestShift(binding, index, -1), nearestShift(binding, index, 1)].filter(
    (shift) => shift !== undefined,
  );
  const known = shifts.length > 0 ? shifts : [0];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const shift = now - then;
  if (shift >= low - agreement && shift <= high + agreement) return 'agrees';
  if (shifts.length === 2 && (shift < low - contradiction || shift > high + contradiction))
    return 'contradicts';
  return undefined;
}

function nearestShift(binding: Binding, index: number, step: 1 | -1): number | undefined {
  const { old, fresh } = binding;
  const farthest = 50;
  for (let other = index + step, count = 0; count < farthest; other += step, count++) {
    const quote = old[other];
    if (!quote) return undefined;
    if (quote.startTime === undefined || binding.ruleOf(other) !== 'exact') continue;
    const now = fresh[binding.placeOf(other)]!.startTime;
    if (now !== undefined) return now - quote.startTime;
  }
  return undefined;
}
