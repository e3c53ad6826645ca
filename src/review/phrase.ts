import type { ChangeReport, EpisodeEffect, NewSpeaker } from '../archive/change-report.ts';
import type { Piece } from '../archive/difference.ts';
import type { Effect, EffectKind, Grade, Said } from '../archive/effect.ts';
import { beginningOf } from '../archive/excerpt.ts';

/** What a serializer is told beside the report. */
export interface Setting {
  /** The content folder as shown to people: `content`. */
  readonly content: string;
  /** Every single change, however many they are. */
  readonly all?: boolean;
}

export const headings: Readonly<Record<Grade, string>> = {
  removed: 'Removed',
  unclear: 'Not found again: the permalink will show a notice',
  negation: 'A negation changed',
  number: 'A number changed',
  name: 'A name changed',
  reattributed: 'Given to another speaker',
  'removed-short': 'Removed, fewer than 8 words',
  split: 'Split',
  merged: 'Merged',
  returned: 'Back again',
  moved: 'Moved',
  words: 'Other words',
  punctuation: 'Only punctuation, case or accents',
  new: 'New',
};

const kinds: Readonly<Record<EffectKind, string>> = {
  removed: 'removed',
  unclear: 'not found again',
  reworded: 'reworded',
  reattributed: 'given to another speaker',
  split: 'split',
  merged: 'merged',
  returned: 'back again',
  moved: 'moved',
  new: 'new',
};

/** Why an id gets a notice, in a reader's words. */
export const reasons: Readonly<Record<NonNullable<Effect['reason']>, string>> = {
  rewritten: 'too little of it is left to know it by',
  ambiguous: 'its words may have become either of two quotes',
  drifted: 'with this change it is too far from what it said first',
  'too-short': 'it has too few words to be sure',
};

/** Unless all are asked for, so many episodes are named. */
const mostEpisodes = 30;

/** Rows about episodes, not more than anybody reads. */
export function cut(rows: readonly string[], { all }: Setting): string[] {
  if (all || rows.length <= mostEpisodes) return [...rows];
  const more = rows.length - mostEpisodes;
  return [...rows.slice(0, mostEpisodes), `… and ${more.toLocaleString('en')} more`];
}

/**
 * How many there are of something.
 *
 * plural(1, 'quote') // => '1 quote'
 */
export const plural = (value: number, noun: string): string =>
  `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;

/**
 * Counts of kinds, the most serious first.
 *
 * listCounts(new Map([['removed', 1], ['reworded', 2]])) // => '1 removed, 2 reworded'
 */
export const listCounts = (counts: ReadonlyMap<EffectKind, number>): string =>
  [...counts].map(([kind, count]) => `${count.toLocaleString('en')} ${kinds[kind]}`).join(', ');

/**
 * What a change does, in a few sentences.
 *
 * summarize(report) // => 'No published quote changes. 12 new quotes in 1 new episode.'
 */
export function summarize({
  counts,
  episodes,
  speakers,
  newSpeakers,
  unread,
}: ChangeReport): string {
  const published = new Map(counts);
  published.delete('new');
  const of = (kind: EpisodeEffect['kind']): readonly EpisodeEffect[] =>
    episodes.filter((episode) => episode.kind === kind);
  const sentences: string[] = [];
  if (published.size > 0) sentences.push(`Published quotes: ${listCounts(published)}.`);
  const withdrawn = of('withdrawn');
  if (withdrawn.length > 0)
    sentences.push(
      `${plural(withdrawn.length, 'episode')} withdrawn, with ${plural(quotesOf(withdrawn), 'quote')}.`,
    );
  const returned = of('returned');
  if (returned.length > 0) sentences.push(`${plural(returned.length, 'episode')} back again.`);
  const named = speakers.reduce((sum, { quotes }) => sum + quotes, 0);
  if (named > 0)
    sentences.push(
      `${plural(named, 'quote')} of ${plural(speakers.length, 'speaker')} shown under another name.`,
    );
  if (sentences.length === 0) sentences.push('No published quote changes.');
  const renamed = episodes.filter(({ formerPath }) => formerPath !== undefined).length;
  if (renamed > 0)
    sentences.push(
      `${plural(renamed, 'file')} renamed; ${renamed === 1 ? 'its' : 'their'} permalinks stay.`,
    );
  const fresh = of('new');
  const inNew = quotesOf(fresh);
  const inOld = counts.get('new') ?? 0;
  if (inOld > 0 && fresh.length > 0)
    sentences.push(
      `${plural(inOld + inNew, 'new quote')}, ${inNew.toLocaleString('en')} of them in ${plural(fresh.length, 'new episode')}.`,
    );
  else if (fresh.length > 0)
    sentences.push(`${plural(inNew, 'new quote')} in ${plural(fresh.length, 'new episode')}.`);
  else if (inOld > 0) sentences.push(`${plural(inOld, 'new quote')}.`);
  if (newSpeakers.length > 0) sentences.push(`${plural(newSpeakers.length, 'new speaker')}.`);
  if (unread.length > 0)
    sentences.push(
      `${plural(unread.length, 'file')} not compared: the errors in ${unread.length === 1 ? 'it' : 'them'} come first.`,
    );
  return sentences.join(' ');
}

const quotesOf = (episodes: readonly EpisodeEffect[]): number =>
  episodes.reduce((sum, { quotes }) => sum + quotes, 0);

/** A speaker, or that there is none. */
export const nameSpeaker = (said: Pick<Said, 'speaker'> | undefined): string =>
  said?.speaker || 'no speaker';

/** Who is new, and how much is theirs. */
export const describeNewSpeaker = (
  { name, path, quotes }: NewSpeaker,
  { content }: Setting,
): { readonly name: string; readonly where: string } => ({
  name,
  where: `${content}/${path}, ${plural(quotes, 'quote')}`,
});

/** What an episode is now, in a few words; undefined when only its quotes changed. */
export function describeEpisode(
  { kind, path, formerPath, quotes }: EpisodeEffect,
  { content }: Setting,
): { readonly what: string; readonly where: string } | undefined {
  if (formerPath !== undefined)
    return { what: 'Renamed', where: `${content}/${formerPath} → ${content}/${path}` };
  if (kind === 'changed') return undefined;
  const what = { new: 'New', withdrawn: 'Withdrawn', returned: 'Back again' }[kind];
  return { what, where: `${content}/${path}, ${plural(quotes, 'quote')}` };
}

/**
 * A text that cannot move a cursor, turn a line around or hide in it: what controls a screen is spelled out.
 *
 * visible('a\u001b[2Jb') // => 'a[U+001B][2Jb'
 */
export const visible = (text: string): string =>
  text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(
      /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
      (character) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/** Around a change so many characters of what stayed the same are shown. */
const around = 70;
/** So many of what came or went. */
const inside = 600;

/** The pieces of a difference with only as much of what is the same as one needs to find it. */
export function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ type, text }, index) => {
    if (type !== 'same') return { type, text: beginningOf(text, inside) };
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    if (isFirst && isLast) return { type, text: beginningOf(text, inside) };
    if (isFirst) return { type, text: endingOf(text, around) };
    if (isLast) return { type, text: beginningOf(text, around) };
    if (text.length <= around * 2) return { type, text };
    const start = beginningOf(text, around);
    return { type, text: `${start.slice(0, -1)}${endingOf(text, around)}` };
  });
}

/** The end of a text, cut between words, with an ellipsis where something is left out. */
function endingOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(-length);
  const blank = end.indexOf(' ');
  const cut =
    blank >= 0 && blank < length / 2 ? end.slice(blank + 1) : end.replace(/^[\udc00-\udfff]/, '');
  return `… ${cut}`;
}

/** How a serializer writes what stayed, what went and what came. */
export interface Marks {
  readonly same: (text: string) => string;
  /** `isApart`: blanks or nothing stand on both sides of it. */
  readonly removed: (text: string, isApart: boolean) => string;
  readonly added: (text: string, isApart: boolean) => string;
}

/**
 * The pieces of a difference as one line: marks stand close to the words, blanks outside of them, and one
 * between what went and what came.
 *
 * serializePieces(difference('It is late.', 'It is early.'), marks) // => 'It is -late- +early+.'
 */
export function serializePieces(pieces: readonly Piece[], marks: Marks): string {
  const short = shorten(pieces);
  const isBlank = (character: string | undefined): boolean =>
    character === undefined || /\s/.test(character);
  return short
    .map(({ type, text }, index) => {
      if (type === 'same') return marks.same(text);
      const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      const before = short[index - 1];
      const after = short[index + 1];
      const isAfterChange = before !== undefined && before.type !== 'same';
      const isApart =
        (start !== '' || isAfterChange || isBlank(before?.text.at(-1))) &&
        (end !== '' || (after !== undefined && after.type !== 'same') || isBlank(after?.text[0]));
      const gap = isAfterChange && start === '' && !isBlank(before.text.at(-1)) ? ' ' : '';
      return words === '' ? text : gap + start + marks[type](words, isApart) + end;
    })
    .join('');
}
