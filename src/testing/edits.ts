import type { Draft, DraftQuote, Token } from './lineage.ts';
import { pace, quoteOf, typeTokens } from './invent.ts';
import type { Edit, Editor } from './rewording.ts';
import { pickWord } from './vocabulary.ts';

/**
 * Edits of whole quotes, as strangers make them: each takes a draft and gives the next one, and no quote of
 * it is ever empty. What they do to words is in `rewording.ts` and `retranscription.ts`.
 *
 * merge(draft, editor) // => a draft in which two to four neighbours became one
 */

/** A quote, or a run of one to eight, was said by somebody else. */
export const reattribute: Edit = (draft, { typist: { random }, show }) => {
  const from = random.below(draft.length);
  const count = random.chance(0.6) ? 1 : random.between(2, 8);
  const speaker = random.pick([...show.speakers, 'eli']);
  return draft.map((quote, at) =>
    at >= from && at < from + count ? { ...quote, speaker } : quote,
  );
};

/** One to four quotes are typed: new ones, answers, and some equal or nearly equal to one that stays. */
export const insert: Edit = (draft, editor) => insertQuotes(draft, editor, retype);

/**
 * As `insert`, but what is equal or nearly so was copied, and descends: when later edits take the original
 * away, nobody could tell the copy from it.
 */
export const insertCopies: Edit = (draft, editor) =>
  insertQuotes(draft, editor, (tokens) => [...tokens]);

function insertQuotes(
  draft: Draft,
  editor: Editor,
  copy: (tokens: readonly Token[], editor: Editor) => Token[],
): Draft {
  const { typist, show } = editor;
  const { random } = typist;
  let next = draft;
  const near = random.between(0, draft.length);
  for (let count = random.between(1, 4); count > 0; count--) {
    const place = Math.min(next.length, near + random.below(3));
    const speaker = random.pick(show.speakers);
    const model = random.pick(draft);
    const quote = random.pick([
      () => quoteOf(speaker, typeTokens(typist, show), undefined),
      () => quoteOf(speaker, typeTokens(typist, show), undefined),
      () => quoteOf(speaker, typist.answer(), undefined),
      () => ({ ...model, tokens: copy(model.tokens, editor) }),
      () => ({ ...model, tokens: change(copy(model.tokens, editor), typist) }),
    ])();
    next = next.toSpliced(place, 0, quote);
  }
  return next;
}

/** The same words, typed: no token descends. */
const retype = (tokens: readonly Token[], { typist }: Editor): Token[] =>
  tokens.flatMap(({ text }) => typist.copy(text));

/** One word in ten is another. */
function change(tokens: readonly Token[], typist: Editor['typist']): Token[] {
  const changed = new Set(typist.random.distinct(Math.ceil(tokens.length / 10), tokens.length));
  return tokens.flatMap((token, at) =>
    changed.has(at) ? typist.copy(typist.words(1)[0]!) : [token],
  );
}

/** One to three quotes fall into two to four parts, anywhere. */
export const split: Edit = (draft, { typist: { random }, show }) => {
  const chosen = new Set(random.distinct(random.between(1, 3), draft.length));
  return draft.flatMap((quote, at) => {
    if (!chosen.has(at) || quote.tokens.length < 2) return [quote];
    const cuts = random.distinct(random.between(1, 3), quote.tokens.length - 1);
    const parts = cutQuote(
      quote,
      cuts.map((cut) => cut + 1),
    );
    if (!random.chance(0.1)) return parts;
    return parts.toSpliced(-1, 1, { ...parts.at(-1)!, speaker: random.pick(show.speakers) });
  });
};

/** The parts of a quote between cuts; each has its time, where the quote has one. */
export function cutQuote(quote: DraftQuote, cuts: readonly number[]): DraftQuote[] {
  const { speaker, tokens, startTime } = quote;
  return [0, ...cuts].map((from, index) =>
    quoteOf(
      speaker,
      tokens.slice(from, cuts[index]),
      startTime === undefined ? undefined : Math.round(startTime + from * pace),
    ),
  );
}

/** Two to four neighbours become one, mostly of one speaker. */
export const merge: Edit = (draft, { typist: { random } }) => {
  if (draft.length < 2) return draft;
  const tries = Array.from({ length: 8 }, () => random.below(draft.length - 1));
  const from =
    tries.find((at) => draft[at]!.speaker === draft[at + 1]!.speaker || random.chance(0.1)) ??
    tries[0]!;
  const parts = draft.slice(from, from + random.pick([2, 2, 2, 3, 4]));
  const merged = { ...parts[0]!, tokens: parts.flatMap(({ tokens }) => tokens) };
  return draft.toSpliced(from, parts.length, merged);
};

/** A quote, or a run of two to six, is taken out. One with a gap stays: nobody can tell what it said. */
export const remove: Edit = (draft, { typist: { random } }) => {
  const from = random.below(draft.length);
  const count = random.chance(0.6) ? 1 : random.between(2, 6);
  const left = draft.filter((quote, at) => at < from || at >= from + count || hasGap(quote));
  return left.length > 0 ? left : draft;
};

const hasGap = ({ tokens }: DraftQuote): boolean => tokens.some(({ gap }) => gap);

/** A quote, or a block of two to six, goes elsewhere. */
export const move: Edit = (draft, { typist: { random } }) => {
  const from = random.below(draft.length);
  const count = random.chance(0.5) ? 1 : random.between(2, 6);
  const block = draft.slice(from, from + count);
  const rest = draft.toSpliced(from, count);
  return rest.toSpliced(random.between(0, rest.length), 0, ...block);
};

/** Two quotes change places: neighbours, far ones, or two with many common words. Times may stay. */
export const swap: Edit = (draft, { typist: { random } }) => {
  if (draft.length < 2) return draft;
  const a = random.below(draft.length - 1);
  const b = random.chance(0.5) ? a + 1 : random.chance(0.5) ? alike(draft, a) : random.below(a + 1);
  const timesStay = random.chance(0.5);
  const put = (at: number, from: number): DraftQuote => {
    const { speaker, tokens, startTime } = draft[from]!;
    return quoteOf(speaker, tokens, timesStay ? draft[at]!.startTime : startTime);
  };
  return draft.with(a, put(a, b)).with(b, put(b, a));
};

/** The quote with the most words of another. */
function alike(draft: Draft, of: number): number {
  const words = new Set(draft[of]!.tokens.map(({ text }) => text));
  let best = of === 0 ? 1 : 0;
  let most = -1;
  draft.forEach(({ tokens }, at) => {
    const common = tokens.filter(({ text }) => words.has(text)).length / (tokens.length + 4);
    if (at !== of && common > most) [best, most] = [at, common];
  });
  return best;
}

/** One to three quotes go; others of about their length, typed, stand there with their speaker and time. */
export const substitute: Edit = (draft, { typist, show }) =>
  replaceQuotes(draft, typist, ({ tokens }) =>
    tokens.length < 4 && typist.random.chance(0.5)
      ? typist.answer()
      : typeTokens(typist, show, Math.max(1, tokens.length + typist.random.between(-3, 3))),
  );

/**
 * As `substitute`, but the new quote has up to six tenths of the old one's words, its most common ones, where
 * they were: only what it speaks of is another. Everything is typed.
 */
export const disguise: Edit = (draft, { typist }) =>
  replaceQuotes(draft, typist, ({ tokens }) => {
    const { random, vocabulary } = typist;
    const rank = new Map(vocabulary.words.slice(0, 60).map((word, index) => [word, index]));
    const common = tokens
      .map(({ text }, at) => ({ at, rank: rank.get(text.replace(/[^\p{L}]/gu, '').toLowerCase()) }))
      .filter((word) => word.rank !== undefined)
      .sort((a, b) => a.rank! - b.rank!)
      .slice(0, Math.floor(tokens.length * 0.6));
    const stays = new Set(common.map(({ at }) => at));
    const rare = vocabulary.words.slice(60);
    return tokens.flatMap(({ text }, at) =>
      typist.copy(stays.has(at) ? text : pickWord(rare, random)),
    );
  });

function replaceQuotes(
  draft: Draft,
  { random }: Editor['typist'],
  type: (quote: DraftQuote) => readonly Token[],
): Draft {
  const chosen = new Set(random.distinct(random.between(1, 3), draft.length));
  return draft.map((quote, at) =>
    chosen.has(at) && !hasGap(quote) ? { ...quote, tokens: type(quote) } : quote,
  );
}
