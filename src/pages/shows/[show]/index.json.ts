import type { APIRoute } from 'astro';
import { showTwin } from '../../../archive/twin.ts';
import { archive, figures } from '../../../content.ts';
import { link } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.shows.map((show) => ({ params: { show: show.id }, props: { show } }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({
  props,
  site,
}) =>
  Response.json(
    showTwin(
      props.show,
      figures.shows.get(props.show.id)!,
      (path) => new URL(link(path), site).href,
    ),
  );
