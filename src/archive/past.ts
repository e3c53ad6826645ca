import type { HistoryLine } from './history.ts';
import { digestOf } from './id.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { Alias, Change, EpisodeKey, Gone, QuoteId, Voice, Wording } from './model.ts';
import { compareText } from './order.ts';
import type { Identity } from './transcript.ts';

/** The past of an episode's quotes, as pages show it. */
export interface Past {
  /** For each live line of the ledger, in order. */
  readonly identities: readonly Identity[];
  /** What is gone behind the last of them. */
  readonly after: readonly Gone[];
  /** Not sorted. */
  readonly changes: readonly Change[];
}

type Live = Extract<LedgerLine, { type: 'live' }>;

/**
 * A ledger and its history as what they say of each quote: its earlier wordings, what went into it, what stood
 * before it. Words that were deleted or taken down are in none of it.
 *
 * `currentWords` are the canonical words of the live lines, in order; `voiceOf` gives the voice for a speaker
 * as ledgers write it.
 */
export function recallPast(
  ledger: Ledger,
  history: readonly HistoryLine[],
  currentWords: readonly string[],
  voiceOf: (speaker: string) => Voice,
): Past {
  if (history.length === 0 && ledger.lines.every((line) => line.type === 'live')) {
    const identities = (ledger.lines as readonly Live[]).map(({ id, revision }) => ({
      id,
      revision,
    }));
    return { identities, after: [], changes: [] };
  }
  const linesOf = Map.groupBy(history, (line) => line.id);
  const identities: Identity[] = [];
  const changes: Change[] = [];
  let waiting: Gone[] = [];
  let aliases: Alias[] = [];
  let current: (Identity & { aliases?: readonly Alias[] }) | undefined;
  const close = (): void => {
    if (current) identities.push(aliases.length > 0 ? { ...current, aliases } : current);
    current = undefined;
    aliases = [];
  };
  const recall = (id: QuoteId, now: Wording | undefined): Wording[] =>
    recallWordings(linesOf.get(id) ?? [], now, voiceOf);

  let place = 0;
  for (const line of ledger.lines) {
    if (line.type === 'live') {
      close();
      const words = currentWords[place++]!;
      const earlier = recall(line.id, wordingOf(line, '', 'reworded', voiceOf, words));
      current = {
        id: line.id,
        revision: line.revision,
        ...(earlier.length > 0 && { earlier }),
        ...(waiting.length > 0 && { before: waiting }),
      };
      waiting = [];
      changes.push(
        ...changesOf(ledger.key, earlier, line.id, { voice: voiceOf(line.speaker), words }),
      );
    } else if (line.type === 'alias') {
      const earlier = recall(line.id, undefined);
      aliases.push({ id: line.id, date: line.date, earlier });
      changes.push(...changesOf(ledger.key, earlier, line.id));
    } else if (line.type === 'notice') {
      const wordings = recall(line.id, undefined);
      const isRemoved = line.rule === 'removed';
      const earlier = isRemoved
        ? [
            ...wordings.map(({ words: _words, ...rest }) => rest),
            wordingOf(line, line.date, 'removed', voiceOf),
          ]
        : wordings;
      const { id, rule, date, revision, digest } = line;
      waiting.push({ type: 'notice', id, rule, date, revision, digest, earlier });
      changes.push(...changesOf(ledger.key, earlier, id));
    } else {
      waiting.push(line);
      const { id, date, reason } = line;
      changes.push({ date, rule: 'taken-down', id, episode: ledger.key, reason });
    }
  }
  close();
  return { identities, after: waiting, changes };
}

const wordingOf = (
  line: Exclude<LedgerLine, { type: 'tombstone' }>,
  until: string,
  rule: Wording['rule'],
  voiceOf: (speaker: string) => Voice,
  words?: string,
): Wording => ({
  revision: line.revision,
  until,
  rule,
  voice: voiceOf(line.speaker),
  digest: line.digest,
  ...(words !== undefined && { words }),
});

/** Earlier wordings, oldest first; one whose speaker alone changed has the words of the next. */
function recallWordings(
  lines: readonly HistoryLine[],
  now: Wording | undefined,
  voiceOf: (speaker: string) => Voice,
): Wording[] {
  const wordings: Wording[] = [];
  let next = now;
  for (const line of [...lines].sort((a, b) => b.revision - a.revision)) {
    const sameAsNext =
      line.words === undefined &&
      line.withheld === undefined &&
      (line.rule === 'reattributed' || line.rule === 'returned');
    const words = sameAsNext ? next?.words : line.words;
    const digest =
      words === undefined ? (line.digest ?? (sameAsNext ? next?.digest : '')) : digestOf(words);
    next = {
      revision: line.revision,
      until: line.until,
      rule: line.rule,
      voice: voiceOf(line.speaker),
      digest: digest ?? '',
      ...(words !== undefined && { words }),
      ...(line.into && { into: line.into }),
      ...(line.withheld !== undefined && { withheld: line.withheld }),
    };
    wordings.push(next);
  }
  return wordings.reverse();
}

function changesOf(
  episode: EpisodeKey,
  earlier: readonly Wording[],
  id: QuoteId,
  now?: { voice: Voice; words: string },
): Change[] {
  return earlier.map((wording, index) => {
    const next = earlier[index + 1] ?? now;
    const words = wording.words;
    return {
      date: wording.until,
      rule: wording.rule,
      id,
      episode,
      before: { voice: wording.voice, ...(words !== undefined && { words }) },
      ...(next?.words !== undefined && { after: { voice: next.voice, words: next.words } }),
      ...(wording.into && { into: wording.into }),
      ...(wording.withheld !== undefined && { reason: wording.withheld }),
    };
  });
}

/** Newest first; of one day by episode and id. */
export const sortChanges = (changes: readonly Change[]): Change[] =>
  [...changes].sort(
    (a, b) =>
      compareText(b.date, a.date) || compareText(a.episode, b.episode) || compareText(a.id, b.id),
  );
