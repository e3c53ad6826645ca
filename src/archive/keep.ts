import { canonicalWords } from './canon.ts';
import { digestOf } from './id.ts';
import type { Transcript } from './model.ts';
import { plainText } from './quote.ts';
import { reconcile } from './reconcile.ts';
import type { FreshQuote } from './reconciliation.ts';
import { normalizeLabel } from './label.ts';

/**
 * Whether each quote of a transcript would keep its id, were it published and then replaced by another version.
 *
 * keepsIds(transcript, corrected) // => true
 */
export function keepsIds(before: Transcript, after: Transcript): boolean {
  const [was, is] = [quotesOf(before), quotesOf(after)];
  if (was.length !== is.length) return false;
  const episode = {
    key: 'a',
    path: 'episodes/a/a.md',
    formerly: [],
    date: '2000-01-01',
    speakerNow: (speaker: string) => speaker,
  };
  const first = reconcile({
    ...episode,
    hash: '0'.repeat(40),
    history: [],
    fresh: was,
    oldWords: new Map(),
    taken: new Set(),
  });
  const then = reconcile({
    ...episode,
    hash: '1'.repeat(40),
    ledger: first.ledger,
    history: first.history,
    fresh: is,
    oldWords: new Map(first.identities.map(({ id }, at) => [id, was[at]!])),
    taken: new Set(first.identities.map(({ id }) => id)),
  });
  return first.identities.every(({ id }, at) => then.identities[at]?.id === id);
}

/** Every quote under the label that it stands under, whoever that is. */
function quotesOf({ parts }: Transcript): FreshQuote[] {
  let speaker = '?';
  return parts.flatMap((part) => {
    if (part.type !== 'speech') return [];
    if (part.label !== null) speaker = `?${normalizeLabel(part.label)}`;
    return part.passages.map(({ content, startTime }): FreshQuote => {
      const words = canonicalWords(plainText(content));
      return {
        words,
        digest: digestOf(words),
        speaker,
        ...(startTime !== undefined && { startTime }),
      };
    });
  });
}
