import path from 'node:path';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import type { Archive } from './archive/model.ts';
import { serializeProblems } from './archive/problem.ts';
import { schemaOf } from './formats/facts.ts';
import { contentFolder, forgetArchive, rememberArchive } from './store/archive.ts';

interface LoadedEntry {
  readonly id: string;
  readonly path: string;
  readonly facts: unknown;
  readonly html?: string;
  /** Of a transcript or an essay: its words are not in the store, and yet `dev` must know when they change. */
  readonly hash?: string;
}

/** Where an editor finds the file; content that lies elsewhere is opened there. */
function placeOf(inside: string): { filePath?: string } {
  const file = path.relative('', path.join(contentFolder(), inside)).split(path.sep).join('/');
  return file.startsWith('..') || path.isAbsolute(file) ? {} : { filePath: file };
}

/** A collection of what the archive's own reading found; `dev` reads again when a file of the content changes. */
function archiveLoader(
  name: string,
  entriesOf: (archive: Archive, hashOf: (key: string) => string) => readonly LoadedEntry[],
): Loader {
  return {
    name: `archive-${name}`,
    load: async ({ store, logger, generateDigest, watcher }) => {
      const fill = async (): Promise<void> => {
        const { archive, joined, problems } = await rememberArchive();
        if (!archive) {
          // In `dev` the site stays up and every page shows the problems; a build has stopped before.
          logger.error(`The content has problems.\n${serializeProblems(problems)}`);
          store.clear();
          return;
        }
        const entries = entriesOf(
          archive,
          (key) => joined?.reconciliations.get(key)?.ledger.transcript ?? '',
        );
        const ids = new Set(entries.map((entry) => entry.id));
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
        for (const { id, path: filePath, facts, html, hash } of entries) {
          const data = { ...(facts as Record<string, unknown>) };
          const rendered = html === undefined ? {} : { rendered: { html } };
          const digest = generateDigest({ ...data, filePath, html, hash });
          store.set({ id, data, digest, ...rendered, ...placeOf(filePath) });
        }
      };
      await fill();
      const folder = contentFolder();
      let pending: NodeJS.Timeout | undefined;
      watcher?.add(folder);
      watcher?.on('all', (_event, changed) => {
        if (!path.resolve(changed).startsWith(folder + path.sep)) return;
        forgetArchive();
        clearTimeout(pending);
        pending = setTimeout(() => void fill(), 50);
      });
    },
  };
}

export const collections = {
  shows: defineCollection({
    loader: archiveLoader('shows', (archive) => archive.shows),
    schema: schemaOf('show'),
  }),
  speakers: defineCollection({
    loader: archiveLoader('speakers', (archive) => archive.speakers),
    schema: schemaOf('speaker'),
  }),
  topics: defineCollection({
    loader: archiveLoader('topics', (archive) => archive.topics),
    schema: schemaOf('topic'),
  }),
  collections: defineCollection({
    loader: archiveLoader('collections', (archive) =>
      archive.collections.map(({ id, path: filePath, facts, parts }) => ({
        id,
        path: filePath,
        facts,
        hash: JSON.stringify(
          parts.map((part) => (part.type === 'search' ? `${part.query} ${part.limit}` : part)),
        ),
      })),
    ),
    schema: schemaOf('collection'),
  }),
  episodes: defineCollection({
    loader: archiveLoader('episodes', (archive, hashOf) =>
      archive.episodes.map(({ key, path: filePath, facts }) => ({
        id: key,
        path: filePath,
        facts,
        hash: hashOf(key),
      })),
    ),
    schema: schemaOf('episode'),
  }),
};
