import { citableWords } from './binding.ts';
import type { Cast } from './cast.ts';
import type { Comparison, EpisodeComparison } from './comparison.ts';
import { difference, type Piece } from './difference.ts';
import { emphasisOf, type Emphasis } from './emphasis.ts';
import type { EpisodeKey, NoticeRule, QuoteId } from './model.ts';
import { compareText } from './order.ts';
import type { ReconciledFate } from './reconciliation.ts';
import { countWords } from './word.ts';

/** What a change does to a quote. `unclear`: nobody can say which words its words became. */
export const effectKinds = [
  'removed',
  'unclear',
  'reworded',
  'reattributed',
  'split',
  'merged',
  'returned',
  'moved',
  'new',
] as const;
export type EffectKind = (typeof effectKinds)[number];

/** How much an effect asks for a reader's eye, the most serious first. */
export const grades = [
  'removed',
  'unclear',
  'negation',
  'number',
  'name',
  'reattributed',
  'removed-short',
  'split',
  'merged',
  'returned',
  'moved',
  'words',
  'punctuation',
  'new',
] as const;
export type Grade = (typeof grades)[number];

/** A wording and whose it is, as people read it. */
export interface Said {
  readonly speaker: string;
  readonly words?: string;
}

/** Where in a recording something is said. */
export interface Moment {
  /** Address of the sound or the picture. */
  readonly recording: string;
  /** Seconds from its start. */
  readonly time: number;
}

/** What a change does to one quote. */
export interface Effect {
  readonly kind: EffectKind;
  readonly grade: Grade;
  readonly id: QuoteId;
  readonly episode: EpisodeKey;
  /** As shown to people. */
  readonly file: string;
  /** Where it stands now; where its notice will, when it is gone. */
  readonly line: number;
  readonly before?: Said;
  readonly after?: Said;
  /** Old and new words laid over each other; of a split or a merger, all the words together. */
  readonly pieces?: readonly Piece[];
  readonly emphasis?: Emphasis;
  /** Why its words are not found again. */
  readonly reason?: Exclude<NoticeRule, 'removed'>;
  /** Where it can be heard, as the transcript is now; where it was said before, when it is gone. */
  readonly moment?: Moment;
  /** The lines of the parts of a split, of the quote that it went into. */
  readonly lines?: readonly number[];
}

/** What a change does to the quotes of one episode, in the order in which it was found. */
export function effectsOf(
  { before, key, entry, spoken, reconciled }: EpisodeComparison,
  { castBefore, castAfter }: Pick<Comparison, 'castBefore' | 'castAfter'>,
): Effect[] {
  if (!before || !entry) return [];
  const { fates, identities, ledger } = reconciled;
  const places = new Map(identities.map(({ id }, at) => [id, at]));
  const lineOf = (at: number): number => spoken[at]?.passage.place.line ?? 1;
  const noticeLines = linesOfNotices(ledger.lines, lineOf);
  const partsOf = new Map(
    fates.flatMap(({ id, rule, into }) => (rule === 'split' && into ? [[id, into]] : [])),
  );
  const laterParts = new Set([...partsOf.values()].flat());
  const mergers = findMergers(fates);
  const names = namesIn([castBefore, castAfter], [...before.ledger.lines, ...ledger.lines]);

  return fates.flatMap((fate): Effect[] => {
    const { id, rule, at } = fate;
    if (rule === 'new' && laterParts.has(id)) return [];
    if (rule === 'reworded' && mergers.has(id)) return [];
    const now = at === undefined ? undefined : spoken[at];
    const kind = kindOf(rule);
    const parts = [at, ...(partsOf.get(id) ?? []).map((part) => places.get(part))];
    const partsAt = parts.filter((part) => part !== undefined);
    const then = fate.before && saidBy(castBefore, fate.before);
    const after = now && saidBy(castAfter, now);
    const laid = layOver(
      kind === 'merged'
        ? wordsBefore(mergers.get(fate.into![0]!) ?? [], before, then?.words)
        : then?.words,
      kind === 'reworded' || kind === 'split' || kind === 'merged'
        ? partsAt.map((part) => spoken[part]!.words)
        : [],
      names,
    );
    const recording = entry.facts.audio ?? entry.facts.video;
    const time = now ? now.passage.startTime : before.words.get(id)?.startTime;
    const effect = {
      kind,
      id,
      episode: key,
      file: entry.file,
      line: at === undefined ? (noticeLines.get(id) ?? 1) : lineOf(at),
      ...(then && { before: then }),
      ...(after && { after }),
      ...laid,
      ...(recording !== undefined && time !== undefined && { moment: { recording, time } }),
      ...(kind === 'unclear' && { reason: rule as Exclude<NoticeRule, 'removed'> }),
      ...(kind === 'split' && { lines: partsAt.map(lineOf) }),
    };
    return [{ ...effect, grade: gradeOf(effect) }];
  });
}

/** Most serious first; then in the order of files and lines. */
export const sortEffects = (effects: readonly Effect[]): Effect[] =>
  [...effects].sort(
    (a, b) =>
      grades.indexOf(a.grade) - grades.indexOf(b.grade) ||
      compareText(a.file, b.file) ||
      a.line - b.line ||
      compareText(a.id, b.id),
  );

/** Where one quote ended and another began. */
const seam = ' ¶ ';

/** Whether words are enough to be cited, and known by. */
export const isCitable = (words: string | undefined): boolean =>
  words === undefined || countWords(words) >= citableWords;

const unclear: readonly string[] = ['rewritten', 'ambiguous', 'drifted', 'too-short'];

const kindOf = (rule: ReconciledFate['rule']): EffectKind =>
  unclear.includes(rule) ? 'unclear' : (rule as EffectKind);

function gradeOf(effect: Omit<Effect, 'grade'>): Grade {
  const { kind, emphasis, before, after } = effect;
  if (kind === 'removed') return isCitable(before?.words) ? 'removed' : 'removed-short';
  if (kind === 'unclear' || kind === 'new') return kind;
  if (emphasis === 'negation' || emphasis === 'number' || emphasis === 'name') return emphasis;
  // The speaker of a quote that went into another is no news: it has the other's.
  if (kind !== 'merged' && before && after && before.speaker !== after.speaker)
    return 'reattributed';
  return kind === 'reworded' ? (emphasis ?? 'words') : kind;
}

function saidBy(cast: Cast, said: { speaker: string; words?: string }): Said {
  const { speaker, words } = said;
  return { speaker: cast.nameOf(speaker), ...(words !== undefined && { words }) };
}

function layOver(
  before: string | undefined,
  after: readonly string[],
  names: readonly string[],
): Pick<Effect, 'pieces' | 'emphasis'> {
  if (before === undefined || after.length === 0) return {};
  const pieces = difference(before, after.join(seam));
  return { pieces, emphasis: emphasisOf(pieces, names) };
}

/** For each quote that others went into, itself and them. */
function findMergers(fates: readonly ReconciledFate[]): Map<QuoteId, QuoteId[]> {
  const mergers = new Map<QuoteId, QuoteId[]>();
  for (const { id, rule, into, before } of fates) {
    const target = into?.[0];
    if (rule !== 'merged' || target === undefined || before?.words === undefined) continue;
    mergers.set(target, [...(mergers.get(target) ?? [target]), id]);
  }
  return mergers;
}

/** What was said by several quotes that are one now, in their order. */
function wordsBefore(
  ids: readonly QuoteId[],
  { ledger, words }: NonNullable<EpisodeComparison['before']>,
  alone: string | undefined,
): string | undefined {
  const said = ledger.lines.flatMap(({ id }) => (ids.includes(id) ? (words.get(id) ?? []) : []));
  return said.length > 1 ? said.map((each) => each.words).join(seam) : alone;
}

/** A notice stands before the next quote; at the end it stands after the last. */
function linesOfNotices(
  lines: EpisodeComparison['reconciled']['ledger']['lines'],
  lineOf: (at: number) => number,
): Map<QuoteId, number> {
  const found = new Map<QuoteId, number>();
  const last = lines.reduce((count, { type }) => count + Number(type === 'live'), 0) - 1;
  let at = 0;
  for (const line of lines) {
    if (line.type === 'live') at++;
    else found.set(line.id, lineOf(Math.min(at, last)));
  }
  return found;
}

/** Names and aliases of those who speak in an episode. */
function namesIn(
  casts: readonly Cast[],
  lines: EpisodeComparison['reconciled']['ledger']['lines'],
): string[] {
  const speakers = new Set(lines.flatMap((line) => ('speaker' in line ? [line.speaker] : [])));
  return [...speakers].flatMap((speaker) => casts.flatMap((cast) => cast.namesOf(speaker)));
}
