import type { APIRoute } from 'astro';
import { episodeTwin } from '../../../archive/twin.ts';
import { archive } from '../../../content.ts';
import { link } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.episodes.map((episode) => ({ params: { episode: episode.key }, props: { episode } }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({
  props,
  site,
}) => Response.json(episodeTwin(props.episode, (path) => new URL(link(path), site).href));
