import type { ChangeRule, Voice } from '../archive/model.ts';
import type { Verdict } from '../archive/verify.ts';
import type { Words } from './index.ts';

/** A piece of a sentence: the language's own words, or what was put into them. */
export type Part =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'id' | 'day' | 'name' | 'text'; readonly text: string };

type Values = Readonly<Record<string, Part>>;

/**
 * A sentence of the interface with its gaps filled, in pieces, so that a page can make a link of an id and
 * keep a name in another script apart from the words around it.
 *
 * fillSentence('Until {date}.', { date: { type: 'day', text: '2 May' } }).map((part) => part.text).join('') // => 'Until 2 May.'
 */
export const fillSentence = (sentence: string, values: Values): Part[] =>
  sentence
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => values[text.slice(1, -1)] ?? { type: 'words', text });

export interface Telling {
  readonly words: Words['verdict'];
  /** Said where a transcript names nobody. */
  readonly unknownSpeaker: string;
  readonly formatDay: (day: string) => string;
}

/** What a verdict says: a sentence, and another one where there is more to say. */
export function tellVerdict(
  verdict: Verdict,
  { words, unknownSpeaker, formatDay }: Telling,
): Part[][] {
  const text = (value: string): Part => ({ type: 'text', text: value });
  const id = (value: string): Part => ({ type: 'id', text: value });
  const name = (voice: Voice): Part => ({ type: 'name', text: voice.name || unknownSpeaker });
  const day = (value: string): Part =>
    value === ''
      ? { type: 'words', text: words.lastChange }
      : { type: 'day', text: formatDay(value) };
  const say = (sentence: string, values: Values = {}): Part[] =>
    fillSentence(sentence, { id: id(verdict.id), ...values });
  /** One sentence where the wording stands today, another where it stood until a day. */
  const sayWhen = (until: string | undefined, now: string, then: string): Part[][] => [
    until === undefined ? say(now) : say(then, { date: day(until) }),
  ];

  switch (verdict.type) {
    case 'current': {
      const { revision, reattributed } = verdict;
      if (revision === undefined) return [say(words.currentRange)];
      const sentence = say(words.current, { revision: text(String(revision)) });
      if (!reattributed) return [sentence];
      const { until, from, to } = reattributed;
      return [
        sentence,
        say(words.reattributed, { date: day(until), from: name(from), to: name(to) }),
      ];
    }
    case 'earlier': {
      const { revision, until, rule } = verdict;
      if (revision === undefined) return [say(words.earlierRange, { date: day(until) })];
      const values = { date: day(until), revision: text(String(revision)) };
      return [say(words.earlier[endedBy(rule)], values)];
    }
    case 'merged':
      return [say(words.merged, { date: day(verdict.until), into: id(verdict.into) })];
    case 'removed':
    case 'rewritten':
      return [say(words[verdict.type], { date: day(verdict.until) })];
    case 'taken-down': {
      const { date, reason } = verdict;
      const values = {
        date: day(date),
        reason: text(/[.!?。！？؟]$/u.test(reason) ? reason : `${reason}.`),
      };
      return [say(date === '' ? words.takenDownUndated : words.takenDown, values)];
    }
    case 'part':
      return sayWhen(verdict.until, words.part, words.partEarlier);
    case 'elsewhere':
      return sayWhen(verdict.until, words.elsewhere, words.elsewhereEarlier);
    case 'different': {
      const { nearly, until, pieces, withheld, hidden } = verdict;
      const said = nearly
        ? sayWhen(until, words.nearly, words.nearlyEarlier)
        : pieces.some(({ type }) => type === 'same')
          ? sayWhen(until, words.differentNear, words.differentEarlier)
          : [say(words.different)];
      return [
        ...said,
        ...(withheld ? [say(words.withheld)] : []),
        ...(hidden && !nearly ? [say(words.hidden)] : []),
      ];
    }
    case 'unknown-id':
      return [say(words.unknown)];
  }
}

/** A notice among the wordings of a quote that is there: it was gone, and came back. */
const endedBy = (rule: ChangeRule): keyof Words['verdict']['earlier'] =>
  rule === 'reworded' || rule === 'reattributed' || rule === 'split' || rule === 'merged'
    ? rule
    : 'returned';
