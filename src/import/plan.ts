import { isAnonymousLabel, isNoteLabel, normalizeLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import { compareText } from '../archive/order.ts';
import type { Problem } from '../archive/problem.ts';
import { isId, slugOf } from '../archive/slug.ts';
import { serializeFrontMatter } from '../formats/front-matter.ts';
import { serializeEpisode } from '../formats/markdown-writer.ts';
import { titleOf } from '../formats/changelog.ts';
import type { Family, SourceEpisode, SourceFile } from '../formats/source.ts';

/** What the content folder has already: import adds to it and changes none of it. */
export interface Existing {
  /** Ids of speakers and topics by each of their names and aliases, normalized. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly shows: ReadonlySet<string>;
  /** Ids that are taken, by kind. */
  readonly taken: {
    readonly speakers: ReadonlySet<string>;
    readonly topics: ReadonlySet<string>;
    readonly episodes: ReadonlySet<string>;
  };
  /** What was imported before: the path in the content folder by the path of its source. */
  readonly imported: ReadonlyMap<string, string>;
}

/** A file to be written. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** The file it was made from; absent for speakers, topics and shows, which are only ever added. */
  readonly source?: string;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly Problem[];
  /** Files that are no episodes, and why. */
  readonly leftOut: ReadonlyMap<string, string>;
  readonly counts: {
    readonly episodes: number;
    readonly quotes: number;
    readonly notes: number;
    readonly speakers: { readonly found: number; readonly added: number };
    readonly topics: number;
    readonly shows: number;
  };
}

/**
 * What an import will write: a function of the files and of what is there, whatever their order.
 * `show` stands for the folder's name where files lie in none; `id` and name alike decide nothing else.
 */
export function planImport(
  sources: readonly SourceFile[],
  family: Family,
  existing: Existing,
  options: {
    readonly show?: string;
    readonly folder: string;
    onEpisode?: (done: number, all: number) => void;
  },
): ImportPlan {
  const files = [...sources].sort((a, b) => compareText(a.path, b.path));
  const all = new Map(files.map((file) => [file.path, file]));
  const leftOut = new Map<string, string>();
  const problems: Problem[] = [];
  const episodes: SourceEpisode[] = [];
  for (const file of files) {
    const reason = family.reject(file);
    if (reason !== undefined) leftOut.set(file.path, reason);
  }
  const accepted = files.filter((file) => !leftOut.has(file.path));
  accepted.forEach((file, index) => {
    episodes.push(family.read(file, all));
    options.onEpisode?.(index + 1, accepted.length);
  });

  const showOf = (path: string): string => {
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : options.folder;
    return options.show ?? (slugOf(folder) || 'show');
  };
  const keys = giveKeys(episodes, showOf, existing);
  const speakers = new NameGiver(existing.speakers, existing.taken.speakers, 'speaker');
  const topics = new NameGiver(existing.topics, existing.taken.topics, 'topic');
  const planned: PlannedFile[] = [];
  const shows = new Map<string, string>();
  let quotes = 0;
  let notes = 0;
  for (const episode of episodes) {
    const { show, key } = keys.get(episode.path)!;
    if (!shows.has(show)) {
      const folder = episode.path.includes('/')
        ? episode.path.slice(0, episode.path.indexOf('/'))
        : options.folder;
      const own = files.filter((file) => file.path.startsWith(`${folder}/`));
      shows.set(
        show,
        (options.show === undefined ? family.showTitle(folder, own) : undefined) ?? titleOf(folder),
      );
    }
    for (const part of episode.transcript.parts) {
      if (part.type === 'speech') quotes += part.passages.length;
      if (part.type === 'note') notes++;
    }
    // Labels that nobody knows are decided here: bold ones are people, and the rest is speech.
    problems.push(...episode.problems.filter(({ rule }) => rule !== 'unknown-label'));
    const original =
      episode.translationOf === undefined ? undefined : keys.get(episode.translationOf)?.key;
    const facts = {
      ...episode.facts,
      topics: topicIds(episode.topics, topics),
      translationOf: original,
    };
    for (const label of labelsOf(episode.transcript)) speakers.give(label);
    planned.push({
      path: `episodes/${show}/${key}.md`,
      text: serializeEpisode(facts, episode.transcript),
      source: episode.path,
    });
  }
  for (const [show, title] of shows) {
    if (!existing.shows.has(show))
      planned.push({ path: `shows/${show}.md`, text: serializeFrontMatter({ title }) });
  }
  for (const [id, name] of speakers.added) {
    planned.push({ path: `speakers/${id}.md`, text: serializeFrontMatter({ name }) });
  }
  for (const [id, name] of topics.added) {
    planned.push({ path: `topics/${id}.md`, text: serializeFrontMatter({ name }) });
  }
  return {
    files: planned,
    problems,
    leftOut,
    counts: {
      episodes: episodes.length,
      quotes,
      notes,
      speakers: { found: speakers.found, added: speakers.added.size },
      topics: topics.found,
      shows: shows.size,
    },
  };
}

const topicIds = (names: readonly string[], topics: NameGiver): string[] | undefined =>
  names.length === 0 ? undefined : [...new Set(names.map((name) => topics.give(name)))];

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

/** Ids for names: the one that has it already, else a new one from its letters. */
class NameGiver {
  readonly added = new Map<string, string>();
  readonly #known: Map<string, string>;
  readonly #taken: Set<string>;
  readonly #noun: string;
  readonly #seen = new Set<string>();

  constructor(known: ReadonlyMap<string, string>, taken: ReadonlySet<string>, noun: string) {
    this.#known = new Map(known);
    this.#taken = new Set(taken);
    this.#noun = noun;
  }

  get found(): number {
    return this.#seen.size;
  }

  give(name: string): string {
    const plain = normalizeLabel(name);
    const known = this.#known.get(plain);
    const id = known ?? free(slugOf(plain) || this.#noun, this.#taken);
    if (known === undefined) {
      this.#known.set(plain, id);
      this.#taken.add(id);
      this.added.set(id, plain);
    }
    this.#seen.add(id);
    return id;
  }
}

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}

/** The key of each episode: what it was imported as before, else its file name, with its show where two clash. */
function giveKeys(
  episodes: readonly SourceEpisode[],
  showOf: (path: string) => string,
  existing: Existing,
): Map<string, { show: string; key: string }> {
  const keys = new Map<string, { show: string; key: string }>();
  const taken = new Set(existing.taken.episodes);
  const fresh: { path: string; show: string; key: string }[] = [];
  for (const { path } of episodes) {
    const before = /^episodes\/([^/]+)\/(?:.*\/)?([^/]+)\.md$/.exec(
      existing.imported.get(path) ?? '',
    );
    if (before?.[1] && before[2] && isId(before[2])) {
      keys.set(path, { show: before[1], key: before[2] });
      taken.add(before[2]);
      continue;
    }
    const below = path.split('/').slice(path.includes('/') ? 1 : 0);
    const key = slugOf(below.join(' ').replace(/\.md$/, '')) || 'episode';
    fresh.push({ path, show: showOf(path), key });
  }
  const wanted = Map.groupBy(fresh, ({ key }) => key);
  for (const { path, show, key } of fresh) {
    const clashes = taken.has(key) || wanted.get(key)!.length > 1;
    const given = free(clashes ? `${show}-${key}` : key, taken);
    taken.add(given);
    keys.set(path, { show, key: given });
  }
  return keys;
}
