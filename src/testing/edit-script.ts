import * as edits from './edits.ts';
import {
  type DraftOptions,
  inventDraft,
  inventShow,
  pace,
  quoteOf,
  type Show,
  Typist,
} from './invent.ts';
import { type Draft, type DraftQuote, wordsOf } from './lineage.ts';
import { Random } from './random.ts';
import { jitter, resegment, retranscribe } from './retranscription.ts';
import * as rewording from './rewording.ts';
import type { Edit, Editor } from './rewording.ts';
import { type Vocabulary, vocabularyNames, vocabularyOf } from './vocabulary.ts';

/** A transcript and what strangers made of it, one revision after the other. */
export interface EditScript {
  readonly kind: Kind;
  readonly seed: number;
  readonly drafts: readonly Draft[];
}

/** A transcript to be edited instead of an invented one. */
export interface Source {
  readonly vocabulary: Vocabulary;
  readonly read: (typist: Typist) => Draft;
}

interface Recipe {
  /** Of all citable ids, the share that must be kept: a figure to hold bind against. */
  readonly floor?: number;
  /** The least and the most quotes of the transcript. */
  readonly quotes?: readonly [number, number];
  /** What it must be like. */
  readonly draft?: Partial<Omit<DraftOptions, 'quotes'>>;
  /** It needs a transcript of its own making. */
  readonly invented?: true;
  revise(draft: Draft, editor: Editor): Draft[];
}

/** One revision, by an edit. */
const once = (edit: Edit) => (draft: Draft, editor: Editor) => [edit(draft, editor)];

/** Some edits after one another, as in a pull request. */
function series(first: number, last: number, choice: readonly Edit[]): Edit {
  return (draft, editor) => {
    let next = draft;
    for (let left = editor.typist.random.between(first, last); left > 0; left--)
      next = editor.typist.random.pick(choice)(next, editor);
    return next;
  };
}

const usual: readonly Edit[] = [
  rewording.misspell,
  rewording.misspell,
  rewording.copyEdit,
  edits.reattribute,
  edits.insertCopies,
  edits.split,
  edits.merge,
  edits.remove,
  edits.move,
];
const unusual: readonly Edit[] = [
  ...usual,
  edits.swap,
  rewording.negate,
  rewording.fillIn,
  edits.substitute,
];
const drifting: readonly Edit[] = [
  rewording.rewrite,
  rewording.rewrite,
  rewording.creep,
  rewording.creep,
  edits.split,
  edits.merge,
  ...usual,
];
const fidgets = series(2, 8, [
  edits.remove,
  edits.remove,
  edits.insertCopies,
  edits.move,
  edits.swap,
  edits.reattribute,
  rewording.misspell,
  rewording.copyEdit,
]);

const recipes = {
  typo: { floor: 0.9999, revise: once(rewording.misspell) },
  'copy-edit': { revise: once(rewording.copyEdit) },
  negate: { revise: once(rewording.negate) },
  'fill-in': { draft: { gaps: 0.4 }, revise: once(rewording.fillIn) },
  reattribute: { floor: 0.9999, revise: once(edits.reattribute) },
  insert: { floor: 0.9999, revise: once(edits.insert) },
  split: { floor: 0.9999, revise: once(edits.split) },
  merge: { floor: 0.9999, revise: once(edits.merge) },
  delete: { floor: 0.9999, revise: once(edits.remove) },
  move: { floor: 0.9999, revise: once(edits.move) },
  swap: { revise: once(series(1, 3, [edits.swap])) },
  mixed: { floor: 0.995, quotes: [40, 120], revise: once(series(3, 12, usual)) },
  unusual: { revise: once(series(3, 12, unusual)) },
  substitute: { revise: once(edits.substitute) },
  disguise: { revise: once(edits.disguise) },
  'equal-answers': {
    invented: true,
    quotes: [50, 50],
    draft: { answers: 0.9 },
    revise: once(fidgets),
  },
  'other-episode': { invented: true, draft: { variants: false }, revise: once(anotherEpisode) },
  revert: { draft: { variants: false }, revise: (draft, editor) => [spoil(draft, editor), draft] },
  drift: {
    quotes: [8, 20],
    draft: { answers: 0.2 },
    revise: (draft, editor) => {
      const drafts: Draft[] = [];
      for (let left = editor.typist.random.between(8, 20); left > 0; left--)
        drafts.push(series(1, 3, drifting)(drafts.at(-1) ?? draft, editor));
      return drafts;
    },
  },
  're-transcribe-5': { floor: 0.999, revise: once(retranscribe(0.05)) },
  're-transcribe-10': { revise: once(retranscribe(0.1)) },
  're-transcribe-10-timed': {
    floor: 0.99,
    draft: { times: true },
    revise: once(retranscribe(0.1)),
  },
  're-segment': { floor: 0.96, draft: { times: false }, revise: once(resegmented) },
  're-segment-timed': {
    floor: 0.99,
    draft: { times: true },
    revise: once(resegmented),
  },
} as const satisfies Record<string, Recipe>;

export type Kind = keyof typeof recipes;
export const kinds = Object.keys(recipes) as Kind[];

const recipeOf = (kind: Kind): Recipe => recipes[kind];

/** Kinds that also edit a transcript from elsewhere. */
export const kindsForSources = kinds.filter((kind) => recipeOf(kind).invented !== true);

/** The share of citable ids that bind should keep in scripts of a kind; undefined where none is asked. */
export const floorOf = (kind: Kind): number | undefined => recipeOf(kind).floor;

/** Recognised again with one word in ten wrong, and other paragraphs. */
function resegmented(draft: Draft, editor: Editor): Draft {
  return resegment(retranscribe(0.1)(draft, editor), editor);
}

/** Half of the quotes are overwritten by others, or all of them by another episode. */
function spoil(draft: Draft, editor: Editor): Draft {
  if (editor.typist.random.chance(0.3)) return anotherEpisode(draft, editor);
  return series(2, 8, [edits.substitute, edits.disguise, edits.remove])(draft, editor);
}

/**
 * A file is copied and overwritten with another episode of the show: what the show always says is in both, and
 * descends where it was changed; two or three quotes of the old episode are left in it.
 */
function anotherEpisode(draft: Draft, editor: Editor): Draft {
  const { typist, show } = editor;
  const { random } = typist;
  const options = { quotes: draft.length, times: draft[0]?.startTime !== undefined };
  const [, ...other] = inventDraft(typist, show, options);
  const slots = new Set(show.greeting.split(' ').flatMap((word, at) => (word === '…' ? [at] : [])));
  const greeting = draft[0]!.tokens.flatMap((token, at) =>
    slots.has(at) && !typist.vocabulary.unspaced ? typist.copy(typist.words(1)[0]!) : [token],
  );
  let next: Draft = [{ ...draft[0]!, tokens: greeting }, ...other];
  for (const at of random.distinct(random.below(4), draft.length - 1))
    next = next.toSpliced(random.between(1, next.length), 0, draft[at + 1]!);
  return next;
}

/**
 * The edit script of a kind with a seed: always the same one.
 *
 * makeScript('merge', 7).drafts // => a transcript before and after
 */
export function makeScript(kind: Kind, seed: number, source?: Source): EditScript {
  const random = new Random(
    Math.imul(seed + 1, 2654435761) ^ Math.imul(kinds.indexOf(kind), 40503),
  );
  const vocabulary = source?.vocabulary ?? pickVocabulary(random);
  const typist = new Typist(random, vocabulary);
  const show = inventShow(typist);
  const { quotes = [3, 40], draft: wanted, revise } = recipeOf(kind);
  const options = {
    quotes: random.between(...quotes),
    times: random.chance(0.5),
    variants: true,
    ...wanted,
  };
  const before = source
    ? withTimes(source.read(typist), options.times)
    : inventDraft(typist, show, options);
  const drafts = revise(before, { typist, show: source ? showOf(show, before) : show });
  const jittered = random.chance(0.1) ? drafts.map((draft) => jitter(draft, random)) : drafts;
  return { kind, seed, drafts: [before, ...jittered] };
}

/**
 * An episode of so many quotes, some fifty words each, before and after: `mixed` edits, one for every eight
 * quotes, or a transcription anew. To be timed with.
 */
export function makeEpisode(kind: Kind, quotes: number): [before: Draft, after: Draft] {
  const typist = new Typist(new Random(quotes), vocabularyOf('english'));
  const show = inventShow(typist);
  const before = inventDraft(typist, show, { quotes, answers: 0.2, usual: 60 });
  const edits = quotes / 8;
  const after =
    kind === 'mixed'
      ? series(edits, edits, usual)(before, { typist, show })
      : recipeOf(kind).revise(before, { typist, show }).at(-1)!;
  return [before, after];
}

const pickVocabulary = (random: Random): Vocabulary =>
  vocabularyOf(random.chance(0.4) ? 'english' : random.pick(vocabularyNames));

const showOf = (show: Show, draft: Draft): Show => ({
  ...show,
  speakers: [...new Set(draft.map(({ speaker }) => speaker))],
});

/** A draft with times, invented where it has none, or without any. */
function withTimes(draft: Draft, times: boolean): Draft {
  let time = 0;
  return draft.map(({ speaker, tokens, startTime = Math.round(time) }) => {
    time = startTime + tokens.length * pace;
    return quoteOf(speaker, tokens, times ? startTime : undefined);
  });
}

/** A script for people: each draft with a line for every quote. */
export const serializeScript = ({ kind, seed, drafts }: EditScript): string =>
  [
    `${kind}, seed ${seed}`,
    ...drafts.map((draft, revision) => `— revision ${revision + 1}\n${serializeDraft(draft)}`),
  ].join('\n');

export const serializeDraft = (draft: Draft): string =>
  draft.map((quote, at) => `${String(at).padStart(4)}  ${serializeQuote(quote)}`).join('\n');

export const serializeQuote = (quote: DraftQuote): string => {
  const time = quote.startTime === undefined ? '' : ` [${quote.startTime.toFixed(1)}]`;
  return `${quote.speaker}${time}: ${wordsOf(quote)}`;
};
