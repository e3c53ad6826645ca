import { bindChanged } from './bind-changed.ts';
import { bindIdentical } from './bind-identical.ts';
import { Binding } from './binding.ts';
import { gatherEvidence } from './evidence.ts';
import type { QuoteId } from './model.ts';
import { tokensOf } from './token.ts';
import { Vocabulary } from './vocabulary.ts';

/** A quote as it was when its id was last bound to words. */
export interface OldQuote {
  readonly id: QuoteId;
  /** Its canonical words. */
  readonly words: string;
  /** A speaker's id; `?` and the label of a voice without a page. */
  readonly speaker: string;
  readonly startTime?: number;
  /** The canonical words of revision 1, where they are others: how far an id has drifted is measured from them. */
  readonly firstWords?: string;
  /** It has a notice, not a place: only identical words bring it back. */
  readonly gone?: boolean;
}

/** A quote of the transcript as it is now, which has no id yet. */
export interface NewQuote {
  readonly words: string;
  readonly speaker: string;
  readonly startTime?: number;
}

/**
 * What became of an id, and the rule that decided it. `at` counts the new quotes from 0.
 *
 * - `kept`: the id goes on at `at`. Its words there are the same (`exact`, `moved`, `returned`) or changed
 *   (`reworded`, `split`: the first of `parts`, `lone`: the only changed quote between two that stayed).
 * - `alias`: its words went into the quote at `at`, which keeps the id `into` (`merged`).
 * - `notice`: its words are gone (`removed`), or so changed that nobody can say whose they are (`rewritten`,
 *   `ambiguous`, `drifted`, `too-short`). The notice stands before the new quote at `at`, or at the end.
 */
export type Fate =
  | {
      readonly id: QuoteId;
      readonly kind: 'kept';
      readonly rule: 'exact' | 'moved' | 'returned' | 'reworded' | 'split' | 'lone';
      readonly at: number;
      readonly parts?: readonly number[];
    }
  | {
      readonly id: QuoteId;
      readonly kind: 'alias';
      readonly rule: 'merged';
      readonly at: number;
      readonly into: QuoteId;
    }
  | {
      readonly id: QuoteId;
      readonly kind: 'notice';
      readonly rule: 'removed' | 'rewritten' | 'ambiguous' | 'drifted' | 'too-short' | 'still-gone';
      readonly at: number;
    };

/**
 * What becomes of each id when a transcript has changed: one fate for each old quote, in order. Nothing is
 * asked of whoever changed it. An id is kept only where its words are; what is unsure becomes a notice.
 *
 * 1. The same words, in order (`exact`); moved, where they stand once before and once now (`moved`); a
 *    notice's words, back again (`returned`).
 * 2. Between those, the words are aligned one by one, and an id goes where enough of its words are
 *    (`reworded`; `split`: to the first part; `merged`: an alias of the quote that fills most of the new one).
 * 3. What is left alone between two quotes that stayed may be similar to what stands there now (`lone`).
 *
 * bind([{ id: 'q7k2m9xqp', words: 'Nobody wrote it down.', speaker: 'jo-field' }],
 *      [{ words: 'Nobody wrote them down.', speaker: 'jo-field' }])
 * // => [{ id: 'q7k2m9xqp', kind: 'kept', rule: 'reworded', at: 0 }]
 */
export function bind(old: readonly OldQuote[], fresh: readonly NewQuote[]): readonly Fate[] {
  if (old.length === 0) return [];
  const binding = new Binding(old, fresh);
  bindIdentical(binding);
  bindChanged(binding);
  return binding.fates();
}

/**
 * Whether the words of a quote are still in another, so that an alias may go on pointing at it. Misspelt words
 * are: a takedown asks too, and would rather take one quote too many.
 *
 * isStillIn('And everybody copied it.', 'Nobody wrote it down. And everybody copied it.') // => true
 */
export function isStillIn(words: string, target: string): boolean {
  const vocabulary = new Vocabulary();
  const tokens = vocabulary.number(tokensOf(words));
  const [evidence] = gatherEvidence([tokens], [vocabulary.number(tokensOf(target))], vocabulary);
  const { found, foundWeight, foundAlike } = evidence!;
  return Math.min(found, foundWeight, foundAlike) >= 0.55;
}
