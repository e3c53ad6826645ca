import type { APIRoute } from 'astro';
import { collectionTwin } from '../../../archive/twin.ts';
import { archive } from '../../../content.ts';
import { absolute } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.collections.map((collection) => ({
    params: { collection: collection.id },
    props: { collection },
  }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  Response.json(collectionTwin(props.collection, absolute));
