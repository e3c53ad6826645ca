import { closest } from 'fastest-levenshtein';
import type { Ledger } from './ledger.ts';
import type { Entry, EpisodeEntry, Place, Sources } from './model.ts';
import type { Problem } from './problem.ts';

/** Errors about two files that claim one address. */
export function findKeyProblems(sources: Sources, unread: readonly Ledger[] = []): Problem[] {
  const problems: Problem[] = [];
  const elsewhere = new Map(unread.map((ledger) => [ledger.key, ledger]));
  const owners = new Map<string, EpisodeEntry>();
  for (const entry of [...sources.episodes].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const taken = elsewhere.get(entry.id);
    const owner = taken
      ? { file: entry.file.replace(entry.path, taken.path) }
      : owners.get(entry.id);
    if (!owner) {
      owners.set(entry.id, entry);
      continue;
    }
    problems.push({
      rule: 'key-taken',
      severity: 'error',
      file: entry.file,
      message: `Unexpected key \`${entry.id}\`, expected one that no other episode has: \`${owner.file}\` has it too`,
      mend: `Rename this file, for example to \`${entry.show}-${entry.id}${entry.file.slice(entry.file.lastIndexOf('.'))}\`.`,
    });
  }
  return problems;
}

/** Errors about names in front matter, and of charts, that no file has: shows, speakers, topics, episodes. */
export function checkReferences(sources: Sources, unread: readonly Ledger[] = []): Problem[] {
  const problems: Problem[] = [];
  const ids = {
    shows: sources.shows.map((entry) => entry.id),
    speakers: sources.speakers.map((entry) => entry.id),
    topics: sources.topics.map((entry) => entry.id),
    episodes: [...sources.episodes.map((entry) => entry.id), ...unread.map(({ key }) => key)],
    collections: sources.collections.map((entry) => entry.id),
  };
  const known = {
    shows: new Set(ids.shows),
    speakers: new Set(ids.speakers),
    topics: new Set(ids.topics),
    episodes: new Set(ids.episodes),
    collections: new Set(ids.collections),
  };
  const check = (
    entry: Entry<unknown>,
    kind: keyof typeof ids,
    noun: 'show' | 'speaker' | 'topic' | 'episode' | 'collection',
    id: string,
    field: string | Place,
  ): void => {
    if (known[kind].has(id)) return;
    const near = ids[kind].length > 0 ? closest(id, ids[kind]) : undefined;
    const place = typeof field === 'string' ? entry.places.get(field) : field;
    problems.push({
      rule: `unknown-${noun}`,
      severity: 'error',
      file: entry.file,
      ...(place && { place }),
      message: `Unexpected ${noun} \`${id}\`, expected the name of a file in \`content/${kind}\``,
      mend: `${near === undefined ? '' : `Did you mean \`${near}\`? `}${invitation(kind, id)}`,
    });
  };

  for (const entry of sources.episodes) {
    check(entry, 'shows', 'show', entry.show, 'show');
    for (const [label, id] of Object.entries(entry.facts.speakers)) {
      check(entry, 'speakers', 'speaker', id, `speakers.${label}`);
    }
    for (const id of Object.keys(entry.facts.roles))
      check(entry, 'speakers', 'speaker', id, `roles.${id}`);
    entry.facts.topics.forEach((id, index) =>
      check(entry, 'topics', 'topic', id, `topics.${index}`),
    );
    if (entry.facts.translationOf !== undefined) {
      check(entry, 'episodes', 'episode', entry.facts.translationOf, 'translationOf');
    }
  }
  for (const entry of sources.topics) {
    if (entry.facts.broader !== undefined)
      check(entry, 'topics', 'topic', entry.facts.broader, 'broader');
  }
  const { start } = sources.archive.facts;
  if (start !== undefined) check(sources.archive, 'collections', 'collection', start, 'start');
  for (const entry of sources.collections) {
    for (const part of entry.parts) {
      if (part.type !== 'chart' || part.of.kind === 'archive') continue;
      const { kind, id } = part.of;
      check(entry, `${kind}s`, kind, id, part.place);
    }
  }
  return problems;
}

function invitation(
  kind: 'shows' | 'speakers' | 'topics' | 'episodes' | 'collections',
  id: string,
): string {
  if (kind === 'episodes') return 'It is the file name of the other episode, without its ending.';
  const field = kind === 'shows' || kind === 'collections' ? 'title' : 'name';
  const ending = kind === 'collections' ? 'mdx' : 'md';
  return `For a new one, add \`content/${kind}/${id}.${ending}\` with \`${field}: …\` between two lines of \`---\`.`;
}
