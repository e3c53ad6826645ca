import type { APIRoute } from 'astro';
import { archive } from '../../../content.ts';
import { serializeSavedFeed } from '../../../feeds/saved.ts';
import { absolute, language } from '../../../interface.ts';

/** Under the former names of a collection, too: who follows it goes on hearing from it. */
export const getStaticPaths = () =>
  archive.collections.flatMap((collection) => {
    const { found, id, facts } = collection;
    if (!found) return [];
    const former = facts.formerly.filter((name) => !archive.collectionById.has(name));
    return [id, ...former].map((name) => ({
      params: { collection: name },
      props: { collection, found },
    }));
  });

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  new Response(
    serializeSavedFeed(props.collection, props.found, {
      archive: archive.facts,
      language,
      absolute,
    }),
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
