import type { Draft, DraftQuote, Token } from './lineage.ts';
import { pace, quoteOf } from './invent.ts';
import { type Edit, misspellToken } from './rewording.ts';
import type { Random } from './random.ts';
import { pickWord } from './vocabulary.ts';

/**
 * The audio is transcribed again, and a share of the words comes out otherwise: six tenths of the errors are
 * another word for the same sound, which descends; two tenths are words too many, two tenths are missing.
 *
 * retranscribe(0.05)(draft, editor) // => one word in twenty is wrong, times are up to a second off
 */
export const retranscribe =
  (errors: number): Edit =>
  (draft, { typist }) => {
    const { random, vocabulary } = typist;
    const hear = (token: Token): Token[] => {
      // What nobody understood stays so.
      if (token.gap || !random.chance(errors)) return [token];
      const way = random.next();
      if (way < 0.3) return [misspellToken(token, random, vocabulary.words)];
      if (way < 0.6) return [{ serial: token.serial, text: pickWord(vocabulary.words, random) }];
      return way < 0.8 ? [token, ...typist.copy(typist.words(1)[0]!)] : [];
    };
    return jitter(draft, random).flatMap((quote) => {
      const tokens = quote.tokens.flatMap(hear);
      return tokens.length > 0 ? [{ ...quote, tokens }] : [];
    });
  };

/** Times are up to a second off. */
export const jitter = (draft: Draft, random: Random): Draft =>
  draft.map((quote) =>
    quote.startTime === undefined
      ? quote
      : { ...quote, startTime: Math.max(0, quote.startTime + random.next() * 2 - 1) },
  );

interface TimedToken {
  readonly token: Token;
  readonly time: number | undefined;
}

/**
 * The borders of paragraphs are laid anew inside the turns; one border between turns in ten moves by up to
 * four words too. Each new quote has the time of its first word, where the draft has times.
 */
export const resegment: Edit = (draft, { typist: { random } }) => {
  const turns = findTurns(draft);
  for (let at = 0; at + 1 < turns.length; at++) {
    if (!random.chance(0.1)) continue;
    const [a, b] = [turns[at]!.words, turns[at + 1]!.words];
    const count = random.between(1, 4);
    if (random.chance(0.5) && a.length > count * 2) b.unshift(...a.splice(-count));
    else if (b.length > count * 2) a.push(...b.splice(0, count));
  }
  return turns.flatMap(({ speaker, words, quotes }) => {
    const count = Math.min(words.length, random.between(1, Math.max(2, quotes * 2)));
    const cuts = random.distinct(count - 1, words.length - 1).map((cut) => cut + 1);
    return [0, ...cuts].map((from, index) =>
      quoteOf(
        speaker,
        words.slice(from, cuts[index]).map(({ token }) => token),
        words[from]!.time,
      ),
    );
  });
};

function findTurns(draft: Draft): { speaker: string; words: TimedToken[]; quotes: number }[] {
  const turns: { speaker: string; words: TimedToken[]; quotes: number }[] = [];
  for (const quote of draft) {
    const words = timeTokens(quote);
    const turn = turns.at(-1);
    if (turn?.speaker === quote.speaker) {
      turn.words.push(...words);
      turn.quotes++;
    } else turns.push({ speaker: quote.speaker, words, quotes: 1 });
  }
  return turns;
}

const timeTokens = ({ tokens, startTime }: DraftQuote): TimedToken[] =>
  tokens.map((token, at) => ({
    token,
    time: startTime === undefined ? undefined : startTime + at * pace,
  }));
