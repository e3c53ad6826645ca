import { getCollection } from 'astro:content';
import type { Figures } from './archive/figures/model.ts';
import type { Archive } from './archive/model.ts';
import { serializeProblems } from './archive/problem.ts';
import { rememberArchive, rememberFigures } from './store/archive.ts';

/**
 * The joined archive, made once in a build (and again in `dev` when a file changed).
 *
 * What episodes are is in Astro's collections, what they say is beside them: the data store is bundled
 * into a module, too dear for half a million quotes. Both come from one reading; here is proved that they
 * hold the same, so that no file is lost between them.
 */
async function openArchive(): Promise<Archive> {
  const { archive, problems } = await rememberArchive();
  if (!archive) throw new Error(`The content has problems.\n\n${serializeProblems(problems)}`);
  const collections = [
    ['shows', archive.showById],
    ['speakers', archive.speakerById],
    ['topics', archive.topicById],
    ['collections', archive.collectionById],
    ['episodes', archive.episodeByKey],
  ] as const;
  for (const [name, joined] of collections) {
    // Astro warns of a collection that is asked for and empty.
    if (joined.size === 0) continue;
    const entries: readonly { readonly id: string }[] = await getCollection(name);
    const missing = entries.find((entry) => !joined.has(entry.id));
    if (missing || entries.length !== joined.size) {
      throw new Error(
        `Astro holds ${entries.length} ${name}, the archive ${joined.size}${missing ? `; \`${missing.id}\` is in one of them alone` : ''}. Delete the folder .astro and build again.`,
      );
    }
  }
  return archive;
}

export const archive: Archive = await openArchive();

/** What is counted of it. */
export const figures: Figures = rememberFigures(archive);
