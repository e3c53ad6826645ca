import type { Draft, DraftQuote, Token } from './lineage.ts';
import type { Random } from './random.ts';
import type { Show, Typist } from './invent.ts';
import { pickWord } from './vocabulary.ts';

/** Who edits: types words of the language, and knows what the show says again and again. */
export interface Editor {
  readonly typist: Typist;
  readonly show: Show;
}

export type Edit = (draft: Draft, editor: Editor) => Draft;

// ——— Edits inside quotes: the borders stay where they are ——————————————————————

/** Letters are wrong, or put right, in one to five quotes. The words descend. */
export const misspell: Edit = (draft, { typist: { random, vocabulary } }) =>
  reword(draft, random, random.between(1, 5), ({ tokens }) => {
    const wrong = new Set(random.distinct(tokens.length < 8 ? 1 : 2, tokens.length));
    return tokens.map((token, at) =>
      wrong.has(at) ? misspellToken(token, random, vocabulary.words) : token,
    );
  });

/** Case, punctuation, fillers taken out, up to a fifth of the words put otherwise. */
export const copyEdit: Edit = (draft, editor) => {
  const { random, vocabulary } = editor.typist;
  const fillers = new Set(vocabulary.fillers);
  return reword(draft, random, random.between(1, 6), (quote) => {
    let tokens = quote.tokens.filter(({ text }) => !fillers.has(bare(text).toLowerCase()));
    if (tokens.length === 0) tokens = [...quote.tokens];
    tokens = tokens.map((token) => (random.chance(0.15) ? recase(token, random) : token));
    return random.chance(0.5) ? rewriteTokens(tokens, random.next() * 0.2, editor) : tokens;
  });
};

/** A `not` comes in, or a number becomes another one, in one to three quotes. */
export const negate: Edit = (draft, { typist }) => {
  const { random, vocabulary } = typist;
  return reword(draft, random, random.between(1, 3), ({ tokens }) => {
    const words = random.chance(0.6) ? vocabulary.negations : vocabulary.numbers;
    const at = random.below(tokens.length + 1);
    return tokens.toSpliced(at, random.chance(0.5) ? 0 : 1, ...typist.copy(random.pick(words)));
  });
};

/** Somebody listens again: gaps become one to twelve words. */
export const fillIn: Edit = (draft, { typist }) =>
  draft.map((quote) => {
    if (!quote.tokens.some(({ gap }) => gap) || typist.random.chance(0.2)) return quote;
    const tokens = quote.tokens.flatMap((token) => {
      if (!token.gap) return [token];
      const [first, ...rest] = typist.sentences(typist.random.between(1, 12));
      return [{ text: first!.text, serial: token.serial }, ...rest];
    });
    return { ...quote, tokens };
  });

/** In a third of the quotes some words are typed anew: many small steps away from what was said. */
export const rewrite: Edit = (draft, editor) => {
  const { random } = editor.typist;
  return reword(draft, random, Math.ceil(draft.length / 3), ({ tokens }) =>
    rewriteTokens(tokens, 0.05 + random.next() * 0.25, editor),
  );
};

/** Words creep over the borders between quotes, two or three at a time: always the same way. */
export const creep: Edit = (draft, { typist: { random } }) => {
  const from = random.below(draft.length);
  const to = Math.min(draft.length - 1, from + random.between(1, 6));
  const creeping = draft.map((quote) => [...quote.tokens]);
  for (let at = from; at < to; at++) {
    const count = Math.min(random.between(1, 3), creeping[at + 1]!.length - 1);
    creeping[at]!.push(...creeping[at + 1]!.splice(0, Math.max(0, count)));
  }
  return draft.map((quote, at) => ({ ...quote, tokens: creeping[at]! }));
};

/** Typed words for a share of the tokens. Answers are left alone: a new answer is another quote. */
function rewriteTokens(tokens: readonly Token[], share: number, { typist }: Editor): Token[] {
  if (tokens.length < 5) return [...tokens];
  const changed = new Set(
    typist.random.distinct(Math.max(1, Math.floor(tokens.length * share)), tokens.length),
  );
  return tokens.flatMap((token, at) => {
    if (!changed.has(at) || token.gap) return [token];
    return typist.copy(typist.words(typist.random.pick([0, 1, 1, 1, 2])).join(' '));
  });
}

/** Up to `count` quotes with other tokens; one that would be empty stays as it was. */
function reword(
  draft: Draft,
  random: Random,
  count: number,
  change: (quote: DraftQuote) => readonly Token[],
): Draft {
  const chosen = new Set(random.distinct(count, draft.length));
  return draft.map((quote, at) => {
    if (!chosen.has(at)) return quote;
    const tokens = change(quote);
    return tokens.length === 0 ? quote : { ...quote, tokens };
  });
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** Two letters exchanged, one lost, doubled or another; a Han or Kana character becomes another. */
export function misspellToken(token: Token, random: Random, words: readonly string[]): Token {
  const letters = [...token.text];
  const spelt = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  if (token.gap || spelt.length === 0) return token;
  const at = random.pick(spelt);
  const other = [...pickWord(words, random)][0]!;
  if (spelt.length === 1) letters[at] = other;
  else {
    const way = random.below(4);
    if (way === 0) letters.splice(at, 1);
    else if (way === 1) letters.splice(at, 0, letters[at]!);
    else if (way === 2) letters[at] = other;
    else [letters[at], letters[spelt[0]!]] = [letters[spelt[0]!]!, letters[at]!];
  }
  return { ...token, text: letters.join('') };
}

function recase(token: Token, random: Random): Token {
  if (token.gap) return token;
  const { text } = token;
  const word = text.replace(/[.,?!،؟。，、？]+$/u, '');
  if (word === '') return token;
  const first = String.fromCodePoint(word.codePointAt(0)!);
  const turned =
    first === first.toLowerCase()
      ? first.toUpperCase() + word.slice(first.length)
      : first.toLowerCase() + word.slice(first.length);
  return {
    ...token,
    text: random.pick([turned, word, `${word},`, `${word}.`, `${word}!`, `“${word}”`]),
  };
}
