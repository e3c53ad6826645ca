import type { APIRoute } from 'astro';
import { archive } from '../../../content.ts';
import { answerAtom, feedSetting, feedNames } from '../../../feeds/route.ts';
import { serializeSavedFeed } from '../../../feeds/saved.ts';

export const getStaticPaths = () =>
  archive.collections.flatMap((collection) => {
    const { found } = collection;
    if (!found) return [];
    return feedNames(collection, archive.collectionById).map((name) => ({
      params: { collection: name },
      props: { collection, found },
    }));
  });

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  answerAtom(serializeSavedFeed(props.collection, props.found, feedSetting));
