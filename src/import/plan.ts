import { isAnonymousLabel, isNoteLabel, normalizeLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { isId, slugOf } from '../archive/slug.ts';
import { serializeFrontMatter } from '../formats/front-matter.ts';
import { serializeEpisode } from '../formats/markdown-writer.ts';
import { titleOf } from '../formats/changelog.ts';
import type { ImportEpisode } from './episode.ts';
import type { Existing } from './existing.ts';
import { givePlaces } from './key.ts';
import { NameGiver } from './name-giver.ts';
import { decideNames } from './naming.ts';
import { listVoices, nameVoices, type Naming } from './people.ts';

/** A file to be written. */
export interface PlannedFile {
  /** Inside the content folder. */
  readonly path: string;
  readonly text: string;
  /** What it was made from; absent for speakers, topics and shows, which are only ever added. */
  readonly source?: string;
  /** A digest of the file it was made from. */
  readonly origin?: string;
}

/** An episode as it will be written. */
export interface PlannedEpisode {
  readonly path: string;
  readonly from: ImportEpisode;
  readonly facts: Readonly<Record<string, unknown>> & { readonly title: string };
  /** With the names that were given. */
  readonly transcript: Transcript;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly episodes: readonly PlannedEpisode[];
  readonly problems: readonly Problem[];
  readonly counts: {
    readonly episodes: number;
    readonly quotes: number;
    readonly notes: number;
    readonly speakers: { readonly found: number; readonly added: number };
    readonly topics: number;
    readonly shows: number;
  };
}

/** What somebody says of the episodes beside their files; it wins over what the files say. */
export interface Given {
  /** An id, or the title of a show. */
  readonly show?: string;
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  readonly audio?: string;
  readonly source?: string;
  readonly status?: string;
  /** Ids or names. */
  readonly topics?: readonly string[];
  /** Labels, and whom they mean: ids of speakers, or names. */
  readonly speakers?: ReadonlyMap<string, string>;
  /** Labels, names or ids, and what they are. */
  readonly roles?: ReadonlyMap<string, string>;
}

export interface PlanOptions {
  readonly given?: Given;
  /** The name of the folder that files lie in; absent where single files were named. */
  readonly folder?: string;
  readonly showTitle?: (folder: string) => string;
}

/**
 * What an import will write: a function of the episodes and of what is there, whatever their order. Problems with
 * the severity `error` say what is missing; nothing is to be written then.
 */
export function planImport(
  episodes: readonly ImportEpisode[],
  existing: Existing,
  { given = {}, folder, showTitle = titleOf }: PlanOptions = {},
): ImportPlan {
  const problems: Problem[] = [];
  const showOf = showChooser(given, folder, existing, problems);
  const { places, problems: clashes } = givePlaces(episodes, showOf, existing, given.title);
  problems.push(...clashes);
  const { naming, problems: unnamed } = decideNames(given.speakers, episodes, existing);
  problems.push(...unnamed);
  if (given.title !== undefined && episodes.length > 1)
    problems.push(titleForMany(given.title, episodes));

  const speakers = new NameGiver(existing.speakers, existing.taken.speakers, 'speaker');
  const topics = new NameGiver(existing.topics, existing.taken.topics, 'topic');
  const files: PlannedFile[] = [];
  const planned: PlannedEpisode[] = [];
  const shows = new Map<string, string>();
  let quotes = 0;
  let notes = 0;
  for (const episode of episodes) {
    const place = places.get(episode.source);
    problems.push(...episode.problems.filter(isForImport));
    if (!place) continue;
    const { show, key } = place;
    const top = episode.path.includes('/')
      ? episode.path.slice(0, episode.path.indexOf('/'))
      : (folder ?? show);
    if (!shows.has(show))
      shows.set(
        show,
        given.show === undefined
          ? (episode.show ?? showTitle(top))
          : isId(given.show)
            ? titleOf(given.show)
            : given.show,
      );
    const transcript = nameVoices(episode.transcript, naming);
    for (const part of transcript.parts) {
      if (part.type === 'speech') quotes += part.passages.length;
      if (part.type === 'note') notes++;
    }
    const labels = labelsOf(transcript);
    for (const label of labels) speakers.give(label);
    const facts = factsOf(episode, given, {
      topics: topicIds([...episode.topics, ...(given.topics ?? [])], topics, existing),
      roles: rolesOf(episode, given, naming, speakers, existing),
      translationOf:
        episode.translationOf === undefined ? undefined : places.get(episode.translationOf)?.key,
    });
    if (facts.title === '') problems.push(noTitle(episode));
    const path = `episodes/${show}/${key}.md`;
    planned.push({ path, from: episode, facts, transcript });
    files.push({
      path,
      text: serializeEpisode(facts, transcript),
      source: episode.source,
      ...(episode.origin !== undefined && { origin: episode.origin }),
    });
  }
  const add = (kind: string, id: string, data: Record<string, string>): void => {
    files.push({ path: `${kind}/${id}.md`, text: serializeFrontMatter(data) });
  };
  for (const [id, title] of shows) if (!existing.shows.has(id)) add('shows', id, { title });
  for (const [id, name] of speakers.added) add('speakers', id, { name });
  for (const [id, name] of topics.added) add('topics', id, { name });
  return {
    files,
    episodes: planned,
    problems,
    counts: {
      episodes: planned.length,
      quotes,
      notes,
      speakers: { found: speakers.found, added: speakers.added.size },
      topics: topics.found,
      shows: shows.size,
    },
  };
}

/** Labels that nobody knows are decided here: bold ones are people, and the rest is speech. */
const isForImport = ({ rule }: Problem): boolean => rule !== 'unknown-label';

/**
 * The show of an episode: the one that was named; else the one that its file says; else its folder; else the only
 * one that there is.
 */
function showChooser(
  given: Given,
  folder: string | undefined,
  existing: Existing,
  problems: Problem[],
): (episode: ImportEpisode) => string {
  const showNamed = (name: string): string => {
    const wanted = normalizeLabel(name);
    const [known] =
      [...existing.shows].find(([id, title]) => id === wanted || title === wanted) ?? [];
    return known ?? (slugOf(wanted) || 'show');
  };
  if (given.show !== undefined) {
    const show = showNamed(given.show);
    return () => show;
  }
  let isTold = false;
  return ({ path, show: said }) => {
    if (said !== undefined) return showNamed(said);
    const top = path.includes('/') ? path.slice(0, path.indexOf('/')) : folder;
    if (top !== undefined) return slugOf(top) || 'show';
    const [only, ...others] = existing.shows.keys();
    if (only !== undefined && others.length === 0) return only;
    if (!isTold) problems.push(noShow(path, [...existing.shows.keys()]));
    isTold = true;
    return only ?? 'show';
  };
}

/** The labels of people, in the order in which they first speak. */
function labelsOf({ parts }: Transcript): Set<string> {
  const labels = new Set<string>();
  for (const part of parts) {
    if (part.type !== 'speech' || part.label === null) continue;
    const label = normalizeLabel(part.label);
    if (!isAnonymousLabel(label) && !isNoteLabel(label)) labels.add(label);
  }
  return labels;
}

function topicIds(
  names: readonly string[],
  topics: NameGiver,
  existing: Existing,
): string[] | undefined {
  const ids = names.map((name) => (existing.taken.topics.has(name) ? name : topics.give(name)));
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

/** What people are in an episode, by their ids; who has no file can be nothing. */
function rolesOf(
  { roles, transcript }: ImportEpisode,
  given: Given,
  naming: Naming,
  speakers: NameGiver,
  existing: Existing,
): Record<string, string> | undefined {
  const said = new Map<string, string>();
  const labels = listVoices([transcript]).map(({ label }) => label.toLowerCase());
  for (const [who, role] of [...Object.entries(roles), ...(given.roles ?? [])]) {
    if (existing.nameOf.has(who)) {
      said.set(who, role);
      continue;
    }
    const name = naming.get(who.toLowerCase()) ?? who;
    if (isAnonymousLabel(name) || isNoteLabel(name)) continue;
    // What a file says of its people holds also for one who says nothing; an option is about who speaks here.
    const isHere =
      Object.hasOwn(roles, who) ||
      labels.includes(who.toLowerCase()) ||
      [...naming.values()].includes(name);
    if (isHere) said.set(speakers.give(name), role);
  }
  return said.size === 0 ? undefined : Object.fromEntries(said);
}

function factsOf(
  episode: ImportEpisode,
  given: Given,
  ids: Pick<Record<string, unknown>, string>,
): PlannedEpisode['facts'] {
  const { title, date, language, ...rest } = episode.facts;
  const { topics, roles, translationOf } = ids;
  return {
    title: given.title ?? title,
    date: given.date ?? date,
    language: given.language ?? language,
    ...(roles !== undefined && { roles }),
    ...rest,
    ...(given.audio !== undefined && { audio: given.audio }),
    ...(given.source !== undefined && { source: given.source }),
    ...(given.status !== undefined && { status: given.status }),
    topics: topics ?? rest['topics'],
    translationOf,
  };
}

const ask = (option: string): string =>
  `Add it to the command, after the file: \`${option}\`. Or run the command in a terminal without it: it asks.`;

const noTitle = ({ path }: ImportEpisode): Problem => ({
  rule: 'no-title',
  severity: 'error',
  file: path,
  message: 'Unexpected episode without a title, expected one in the file or in its name',
  mend: ask('--title "The tide tables"'),
});

const noShow = (file: string, shows: readonly string[]): Problem => ({
  rule: 'show-not-given',
  severity: 'error',
  file,
  message:
    shows.length === 0
      ? 'Unexpected file without a show, expected the series that it belongs to'
      : `Unexpected file without a show, expected one of ${shows.map((id) => `\`${id}\``).join(', ')}, or a new one`,
  mend: ask(shows.length === 0 ? '--show "Harbour Talk"' : `--show ${shows[0]}`),
});

const titleForMany = (title: string, episodes: readonly ImportEpisode[]): Problem => ({
  rule: 'title-for-many',
  severity: 'error',
  file: episodes[0]!.path,
  message: `Unexpected \`--title "${title}"\`, expected one episode for one title: there are ${episodes.length.toLocaleString('en')}`,
  mend: 'Leave `--title` out: the titles come from the files or their names. Or import them one by one.',
});
