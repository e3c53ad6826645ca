import type { Answer } from '../search/engine.ts';
import { countAppearances } from '../search/facet.ts';
import { type Query, serializeTerm, type Term } from '../search/query.ts';
import type { Unresolved } from '../search/resolve.ts';
import type { Vocabulary } from '../search/vocabulary.ts';
import { make } from './dom.ts';
import { counted, fill, quoted, type SearchWords } from './search-words.ts';

export interface NoteContext {
  readonly words: SearchWords;
  readonly vocabulary: Vocabulary;
  readonly unresolved: readonly Unresolved[];
  /** A link that searches for something else. */
  linkTo(query: Query, text: string): HTMLElement;
}

/** What a reader should know of what was looked for: what was left out, what stands for what. */
export async function renderNotes(answer: Answer, context: NoteContext): Promise<Node[]> {
  const { meaning, query } = answer;
  const { words } = context;
  const notes: Node[] = [];
  const say = (...children: (Node | string)[]): void => {
    notes.push(make('p', {}, ...children));
  };
  for (const { filter, value } of context.unresolved)
    say(...fill(words.unresolved, { value: said(words, value), facet: words.facet[filter] }));
  if (meaning.leftOut.length > 0) {
    const names = meaning.leftOut.map(({ text }) => quoted(words, text)).join(', ');
    const terms = query.terms.every(({ kind }) => kind === 'word')
      ? [joined(query.terms)]
      : query.terms.map((term) => (meaning.leftOut.includes(term) ? joined([term]) : term));
    const text = terms.map(serializeTerm).join(' ');
    say(
      ...fill(words.leftOut, { words: make('bdi', {}, names) }),
      ' ',
      context.linkTo({ ...query, terms }, text),
    );
  }
  for (const term of meaning.begun) {
    if (meaning.unknown.includes(term)) continue;
    say(
      ...fill(words.begun, { words: said(words, term.text) }),
      ...(await didYouMean(term, query, context)),
    );
  }
  return notes;
}

/** Why nothing was found, and what to try. */
export async function renderNothing(answer: Answer, context: NoteContext): Promise<Node[]> {
  const { meaning, query } = answer;
  const { words } = context;
  const notes: Node[] = [];
  const say = (...children: (Node | string)[]): void => {
    notes.push(make('p', {}, ...children));
  };
  for (const term of meaning.unknown) {
    say(
      ...fill(words.unknown, { words: said(words, term.text) }),
      ...(await didYouMean(term, query, context)),
    );
    const pieces = apart(term);
    if (pieces.length > 1) {
      const text = pieces.join(' ');
      const terms = query.terms.flatMap((one) => (one === term ? pieces.map(termFor) : [one]));
      say(words.apart, ' ', context.linkTo({ ...query, terms }, text));
    }
  }
  if (answer.unfiltered.length > 0 && answer.candidates.length === 0) {
    const appearances = counted(words.appearances, countAppearances(answer.unfiltered));
    say(
      ...fill(words.filtered, { appearances }),
      ' ',
      context.linkTo({ ...query, filters: {} }, words.removeAll),
    );
  } else if (meaning.unknown.length === 0 && query.terms.length > 1) {
    const shorter = query.terms.map((left) => {
      const terms = query.terms.filter((term) => term !== left);
      const text = fill(words.without, { words: quoted(words, left.text) }).join('');
      return make('li', {}, context.linkTo({ ...query, terms }, text));
    });
    notes.push(
      make('p', {}, words.together),
      make('ul', { class: 'tags', role: 'list' }, ...shorter),
    );
  }
  return notes;
}

/** Words that are spelled nearly so, as links. */
async function didYouMean(
  term: Term,
  query: Query,
  context: NoteContext,
): Promise<(Node | string)[]> {
  const near = (await Promise.all(term.words.map((word) => context.vocabulary.near(word)))).flat();
  if (near.length === 0) return [];
  const links = near.flatMap((word, index) => {
    const terms = query.terms.map((one) => (one === term ? termFor(word) : one));
    const link = context.linkTo({ ...query, terms }, word);
    return index === 0 ? [link] : [' · ', link];
  });
  return [' ', ...fill(context.words.didYouMean, { words: make('span', {}, ...links) })];
}

const termFor = (word: string): Term => ({ kind: 'word', text: word, words: [word] });
const joined = (terms: readonly Term[]): Term => ({
  kind: 'phrase',
  text: terms.map(({ text }) => text).join(' '),
  words: terms.flatMap(({ words }) => words),
});

/** The words of a run of characters, as a dictionary cuts it. */
function apart({ kind, text }: Term): string[] {
  if (
    kind !== 'phrase' ||
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
  )
    return [];
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** Words that somebody typed, kept to themselves: they may be written the other way. */
const said = (words: SearchWords, text: string): HTMLElement =>
  make('bdi', {}, quoted(words, text));
