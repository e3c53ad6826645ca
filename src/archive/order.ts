import type { Episode } from './model.ts';

/** By code units: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names and titles as readers expect them, with the archive's language deciding between scripts. */
export function nameOrder(language: string): (a: string, b: string) => number {
  const collator = new Intl.Collator(language, { numeric: true });
  return (a, b) => collator.compare(a, b) || compareText(a, b);
}

type Dated = Pick<Episode, 'key' | 'date'> & {
  readonly facts: Pick<Episode['facts'], 'season' | 'number'>;
};

/** Newest first; those without a date last, by number and key. Total: no two episodes are equal. */
export function newestFirst(a: Dated, b: Dated): number {
  if (a.date !== b.date) {
    if (a.date === undefined) return 1;
    if (b.date === undefined) return -1;
    return compareText(b.date, a.date);
  }
  return (
    (b.facts.season ?? 0) - (a.facts.season ?? 0) ||
    (b.facts.number ?? 0) - (a.facts.number ?? 0) ||
    compareText(a.key, b.key)
  );
}
