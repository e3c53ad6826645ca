import { canonicalWords } from './canon.ts';
import type { Alias, Gone, QuoteId, Wording } from './model.ts';
import type { PublishedEpisode } from './published.ts';

/** What a range of quotes said, from the first to the last, joined. */
export interface RangeWording {
  readonly words: string;
  /** Absent when it says so today; empty while the change is in no ledger yet. */
  readonly until?: string;
}

/** One id of an episode, in its place. */
interface Slot {
  readonly id: QuoteId;
  readonly earlier: readonly Wording[];
  /** Absent when nothing stands there today. */
  readonly text?: string;
}

/**
 * What a range of quotes says today, and what it said before each day on which something in it changed,
 * newest first. A day whose words were deleted is left out. The ends may stand in either order, and may be
 * ids whose words are gone.
 *
 * wordingsOfRange(episode, 'q7k2m9xqp', 'q8wq2r5tn')[0] // => { words: 'The words of both. Joined.' }
 */
export function wordingsOfRange(
  episode: PublishedEpisode,
  from: QuoteId,
  to: QuoteId,
): RangeWording[] {
  const all = slotsOf(episode);
  const ends = [from, to].map((end) => all.findIndex(({ id }) => id === end));
  if (ends.includes(-1)) return [];
  const slots = all.slice(Math.min(...ends), Math.max(...ends) + 1);
  // The later parts of a split were in its first part until then.
  const born = new Map<QuoteId, string>();
  const days = new Set<string>();
  for (const { earlier } of slots) {
    for (const { until, rule, into } of earlier) {
      days.add(until);
      if (rule === 'split') for (const id of into ?? []) born.set(id, until);
    }
  }
  const wordings: RangeWording[] = [];
  const now = slots.flatMap(({ text }) => text ?? []);
  if (now.length > 0) wordings.push({ words: canonicalWords(now.join(' ')) });
  for (const day of [...days].sort(newestFirst)) {
    const texts = slots.flatMap(({ id, earlier, text }): (string | undefined)[] => {
      const wording = earlier.find(({ until }) => isSince(until, day));
      if (wording) return [wording.words];
      const start = born.get(id);
      return text === undefined || (start !== undefined && isSince(start, day)) ? [] : [text];
    });
    if (texts.includes(undefined)) continue;
    wordings.push({ words: canonicalWords(texts.join(' ')), until: day });
  }
  return wordings;
}

function slotsOf(episode: PublishedEpisode): Slot[] {
  const slotOf = (gone: Gone): Slot => ({
    id: gone.id,
    earlier: gone.type === 'notice' ? gone.earlier : [],
  });
  return [
    ...episode.quotes.flatMap((quote): Slot[] => {
      const whole = canonicalWords(quote.text);
      // A ledger names aliases behind their quote; their words may stand at its beginning.
      const isStart = ({ earlier }: Alias): boolean => {
        const words = earlier.at(-1)?.words;
        return words !== undefined && whole.startsWith(words);
      };
      const aliases = quote.aliases ?? [];
      return [
        ...(quote.before ?? []).map(slotOf),
        ...aliases.filter(isStart),
        { id: quote.id, earlier: quote.earlier ?? [], text: quote.text },
        ...aliases.filter((alias) => !isStart(alias)),
      ];
    }),
    ...episode.after.map(slotOf),
  ];
}

/** A day that is empty is yet to come. */
const isSince = (until: string, day: string): boolean =>
  until === '' || (day !== '' && until >= day);
const newestFirst = (a: string, b: string): number =>
  a === b ? 0 : a === '' || (b !== '' && a > b) ? -1 : 1;
