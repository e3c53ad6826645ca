import { closest } from 'fastest-levenshtein';
import { isId, slugOf } from '../archive/slug.ts';
import { blankFile } from './blank.ts';
import type { NewKind } from './kinds.ts';

/** What somebody wants a file for. */
export interface Wanted {
  readonly kind: Exclude<NewKind, 'archive'>;
  /** The name of a speaker or a topic, the title of anything else. */
  readonly name: string;
  /** Of an episode: the show that it belongs to. */
  readonly show?: string | undefined;
  /** The day of an episode, `2024-03-02`. */
  readonly date?: string | undefined;
  /** The file name, where it is not to be made of the name. */
  readonly id?: string | undefined;
  readonly language?: string | undefined;
  readonly description?: string | undefined;
}

export interface NewFile {
  /** Inside the content folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * The file to write, or why there is none, with what to type instead. `there` are the paths of all files of
 * the content.
 *
 * planNew({ kind: 'speaker', name: 'Jo Field' }, [])
 * // => { file: { path: 'speakers/jo-field.md', text: '---\nname: Jo Field\n…' } }
 */
export function planNew(
  wanted: Wanted,
  there: readonly string[],
): { file: NewFile } | { refusal: string } {
  const { kind, show, date, language, description } = wanted;
  const name = wanted.name.trim();
  if (name === '') return { refusal: `Unexpected empty name, expected that of the ${kind}.` };
  const id = wanted.id ?? slugOf(name);
  if (!isId(id))
    return {
      refusal:
        wanted.id === undefined
          ? `Unexpected name \`${name}\`, expected one with a letter or a digit. Choose the file name yourself: ${typed(wanted, 'a-name')}`
          : `Unexpected file name \`${id}\`, expected one of \`a–z\`, \`0–9\` and hyphens. Type: ${typed(wanted, slugOf(id) || 'a-name')}`,
    };
  if (kind === 'episode') {
    const wrong = refuseShow(wanted, there);
    if (wrong !== undefined) return { refusal: wrong };
  }
  if (date !== undefined && !isDay(date))
    return {
      refusal: `Unexpected day \`${date}\`, expected one of the calendar as year, month, day: --date 2024-03-02`,
    };
  const path = pathOf(kind, id, show);
  const clash = findClash(kind, id, there);
  if (clash !== undefined) return { refusal: tellClash(wanted, id, clash, there) };
  const isNamed = kind === 'speaker' || kind === 'topic';
  const text = blankFile(kind, {
    [isNamed ? 'name' : 'title']: name,
    description: kind === 'episode' ? undefined : description,
    ...(kind === 'episode' && { summary: description, date }),
    language: isNamed ? undefined : language,
  });
  return { file: { path, text } };
}

/** The shows of a content folder, by file name. */
export const showsIn = (there: readonly string[]): readonly string[] =>
  there.flatMap((path) => /^shows\/([^/]+)\.md$/.exec(path)?.[1] ?? []);

function refuseShow(wanted: Wanted, there: readonly string[]): string | undefined {
  const { show } = wanted;
  const shows = showsIn(there);
  if (show !== undefined && shows.includes(show)) return undefined;
  const make = `npm run new -- show "${show === undefined ? 'Tide Talks' : titleOf(show)}"`;
  if (shows.length === 0)
    return `Unexpected episode without a show, expected a show first: ${make}`;
  if (show === undefined)
    return `Unexpected episode without a show, expected one of ${list(shows)}. Type: ${typed({ ...wanted, show: shows[0] })}`;
  const near = closest(show, [...shows]);
  return `Unexpected show \`${show}\`, expected one of ${list(shows)}. Did you mean \`${near}\`? Type: ${typed({ ...wanted, show: near })}\nFor a new show: ${make}`;
}

/** A file that has the name already; of an episode also a transcript elsewhere, or one that was there once. */
function findClash(kind: Wanted['kind'], id: string, there: readonly string[]): string | undefined {
  if (kind !== 'episode') {
    const ending = kind === 'collection' ? 'mdx' : 'md';
    return there.find((path) => path === `${kind}s/${id}.${ending}`);
  }
  return there.find(
    (path) => path === `ledger/${id}.ids` || (path.startsWith('episodes/') && keyOf(path) === id),
  );
}

/** Deeper folders join the name of an episode. */
const keyOf = (path: string): string =>
  path
    .split('/')
    .slice(2)
    .join('-')
    .replace(/\.[^.]+$/, '');

function tellClash(wanted: Wanted, id: string, clash: string, there: readonly string[]): string {
  let number = 2;
  while (findClash(wanted.kind, `${id}-${number}`, there) !== undefined) number++;
  const what = clash.startsWith('ledger/')
    ? `The name \`${id}\` belongs to an episode that was published, and an address is never used twice.`
    : `There is a file \`${clash}\` already. Is it the same ${wanted.kind}? Then edit that file.`;
  return `${what} For another one, type: ${typed(wanted, `${id}-${number}`)}`;
}

function pathOf(kind: Wanted['kind'], id: string, show: string | undefined): string {
  if (kind === 'episode') return `episodes/${show}/${id}.md`;
  return `${kind}s/${id}.${kind === 'collection' ? 'mdx' : 'md'}`;
}

/** The whole command, as one would type it. */
function typed({ kind, name, show, date }: Wanted, id?: string): string {
  const words = name.replaceAll('"', '');
  return [
    `npm run new -- ${kind}`,
    ...(kind === 'episode' && show !== undefined ? [show] : []),
    `"${words}"`,
    ...(date !== undefined ? [`--date ${date}`] : []),
    ...(id !== undefined ? [`--id ${id}`] : []),
  ].join(' ');
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const titleOf = (id: string): string =>
  id.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
