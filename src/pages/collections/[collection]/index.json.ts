import type { APIRoute } from 'astro';
import { collectionTwin } from '../../../archive/collection-twin.ts';
import { citedIn } from '../../../archive/essay.ts';
import { archive } from '../../../content.ts';
import { standing } from '../../../essays.ts';
import { absolute } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.collections.map((collection) => ({
    params: { collection: collection.id },
    props: { collection },
  }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) => {
  const { collection } = props;
  const cited = citedIn(collection.parts).map((quote) => standing(quote, collection));
  return Response.json(collectionTwin(collection, cited, absolute));
};
