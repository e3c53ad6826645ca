import { matchInOrder } from './align.ts';
import type { Binding } from './binding.ts';

/** Binds ids to the very words they had: in order first, then moved, then back from a notice. */
export function bindIdentical(binding: Binding): void {
  bindInOrder(binding);
  bindMoved(binding);
  bindReturned(binding);
}

/** The same words by the same speaker; then, between those, the same words by another. */
function bindInOrder(binding: Binding): void {
  const { old, fresh } = binding;
  const present = old.flatMap((quote, index) => (quote.gone === true ? [] : [index]));
  const number = numbering();
  const keysOf = (withSpeaker: boolean): [Int32Array, Int32Array] => [
    Int32Array.from(present, (index) =>
      number(old[index]!.words, withSpeaker && old[index]!.speaker),
    ),
    Int32Array.from(fresh, ({ words, speaker }) => number(words, withSpeaker && speaker)),
  ];
  const same = matchInOrder(...keysOf(true));
  same.forEach((at, place) => {
    if (at >= 0) binding.keep(present[place]!, at, 'exact');
  });

  const [a, b] = keysOf(false);
  for (const { a0, a1, b0, b1 } of gaps(same, fresh.length)) {
    const matched = matchInOrder(a.subarray(a0, a1), b.subarray(b0, b1));
    const pairs: [number, number][] = [];
    matched.forEach((at, place) => {
      if (at >= 0) pairs.push([present[a0 + place]!, b0 + at]);
    });
    for (const [index, at] of pairs) if (binding.isCitable[index]) binding.keep(index, at, 'exact');
    spread(pairs, ([index, at]) => {
      if (!binding.isOpen(index) || !binding.isFree(at) || !binding.hasNeighbour(index, at))
        return false;
      binding.keep(index, at, 'exact');
      return true;
    });
  }
}

/** Words that stand as often now as before, wherever; with them the neighbours that moved along. */
function bindMoved(binding: Binding): void {
  const { old, fresh } = binding;
  const before = new Map<string, number>();
  const now = new Map<string, number>();
  for (const { words, gone } of old) if (gone !== true) count(before, words);
  for (const { words } of fresh) count(now, words);
  const places = new Map<string, number[]>();
  fresh.forEach(({ words }, at) => {
    if (binding.isFree(at)) places.set(words, [...(places.get(words) ?? []), at]);
  });
  old.forEach(({ words }, index) => {
    const free = places.get(words);
    if (!free || !binding.isOpen(index) || !binding.isCitable[index]) return;
    // As many as before: equal words are the same words, in whichever order they are taken.
    if (before.get(words) !== now.get(words)) return;
    const at = free.shift();
    if (at !== undefined) binding.keep(index, at, 'moved');
  });
  const isSame = (index: number, at: number): boolean =>
    index >= 0 &&
    binding.isOpen(index) &&
    binding.isFree(at) &&
    old[index]!.words === fresh[at]!.words &&
    old[index]!.speaker === fresh[at]!.speaker;
  const follow = (step: 1 | -1): void => {
    const order = [...old.keys()];
    if (step === -1) order.reverse();
    for (const index of order) {
      const place = binding.placeOf(index);
      const next = place < 0 ? -1 : binding.neighbour(index, step);
      if (isSame(next, place + step)) binding.keep(next, place + step, 'moved');
    }
  };
  follow(1);
  follow(-1);
}

/** The words of a notice, back again: where they stand once, and short ones only at their old place. */
function bindReturned(binding: Binding): void {
  const { old, fresh } = binding;
  const waiting = old.flatMap((quote, index) => (quote.gone === true ? [index] : []));
  if (waiting.length === 0) return;
  const asked = new Map<string, number>();
  for (const index of waiting) count(asked, old[index]!.words);
  const offered = new Map<string, number[]>();
  fresh.forEach(({ words }, at) => {
    if (!binding.isFree(at) || !asked.has(words)) return;
    offered.set(words, [...(offered.get(words) ?? []), at]);
  });
  const candidates = waiting.flatMap((index) =>
    (offered.get(old[index]!.words) ?? []).map((at): [number, number] => [index, at]),
  );
  const isUnique = (index: number): boolean => {
    const { words } = old[index]!;
    return asked.get(words) === 1 && offered.get(words)?.length === 1;
  };
  for (const [index, at] of candidates) {
    if (binding.isCitable[index] && isUnique(index) && binding.isFree(at))
      binding.keep(index, at, 'returned');
  }
  spread(candidates, ([index, at]) => {
    if (binding.placeOf(index) >= 0 || !binding.isFree(at)) return false;
    if (old[index]!.speaker !== fresh[at]!.speaker || !isAtOldPlace(binding, index, at))
      return false;
    binding.keep(index, at, 'returned');
    return true;
  });
}

function isAtOldPlace(binding: Binding, index: number, at: number): boolean {
  const before = nearestPlaced(binding, index, -1);
  const after = nearestPlaced(binding, index, 1);
  return (before >= 0 && before === at - 1) || (after >= 0 && after === at + 1);
}

function nearestPlaced(binding: Binding, index: number, step: 1 | -1): number {
  for (let other = index + step; other >= 0 && other < binding.old.length; other += step) {
    const place = binding.placeOf(other);
    if (place >= 0) return place;
  }
  return -1;
}

/** Tries pairs again as long as one of them comes to be bound: each may be a neighbour of the next. */
export function spread<T>(pairs: readonly T[], attempt: (pair: T) => boolean): void {
  let open = [...pairs];
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter((pair) => !attempt(pair));
    open = open
      .reverse()
      .filter((pair) => !attempt(pair))
      .reverse();
  }
}

/** What lies between matches that are in order. */
export function* gaps(
  matches: ArrayLike<number>,
  end: number,
): Generator<{ a0: number; a1: number; b0: number; b1: number }> {
  let a0 = 0;
  let b0 = 0;
  for (let place = 0; place <= matches.length; place++) {
    const at = place === matches.length ? end : matches[place]!;
    if (at < 0) continue;
    if (place > a0 || at > b0) yield { a0, a1: place, b0, b1: at };
    a0 = place + 1;
    b0 = at + 1;
  }
}

function numbering(): (words: string, speaker: string | false) => number {
  const numbers = new Map<string, number>();
  return (words, speaker) => {
    const key = speaker === false ? words : `${speaker}\0${words}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
