import type { Episode, Speech, Transcript } from '../archive/model.ts';
import type { Loss } from './loss.ts';
import type { Writable } from './writer.ts';

/** Fields that say how the file is to be read, not what the episode is. */
const ofTheFile: ReadonlySet<string> = new Set(['speakers', 'key']);

/**
 * An episode of the archive as its formats write it: everybody under the name that pages show, quotes with their
 * ids, and the fields that say something.
 *
 * writableOf(episode) // => { facts: { title: 'The tide tables', … }, transcript: { parts: [{ label: 'Jo Field', … }] } }
 */
export function writableOf(episode: Episode): Writable {
  const facts = Object.entries(episode.facts).filter(
    ([name, value]: [string, unknown]) => !ofTheFile.has(name) && !isEmpty(value),
  );
  const parts = episode.parts.map((part): Transcript['parts'][number] => {
    if (part.type !== 'turn') return part;
    const place = part.quotes[0]?.place ?? { line: 1, column: 1 };
    return {
      type: 'speech',
      label: part.voice.name || null,
      passages: part.quotes,
      place,
    } satisfies Speech;
  });
  const { language } = episode;
  return { facts: { ...Object.fromEntries(facts), language }, transcript: { parts } };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/**
 * What a format could not take along, in words.
 *
 * tellLoss({ what: 'links', count: 3 }) // => '3 links: their words are there, their addresses are not'
 */
export function tellLoss({ what, count, which }: Loss): string {
  return `${count} ${what}${which ? ` (${which.join(', ')})` : ''}: ${meanings[what]}`;
}

const meanings: Readonly<Record<Loss['what'], string>> = {
  links: 'their words are there, their addresses are not',
  emphasis: 'their words are there, as plain text',
  code: 'their words are there, as plain text',
  'times inside quotes': 'the quote has its start alone',
  'line breaks': 'their words are on one line, or may be read as one',
  'lists, tables and blocks of code': 'their words are there, as a paragraph',
  notes: 'they are left out or read as comments',
  'labels of notes': 'they stand before the words of the note',
  chapters: 'they have no time, and are left out',
  'ends of quotes': 'they are left out',
  'missing starts': 'these quotes stand in the cue before',
  'missing ends': 'these quotes last until the next, or as long as their words take',
  'quotes of nobody': 'they have no voice, and may be read as somebody’s',
  'fields of the front matter': 'they are left out',
};
