import type { APIRoute } from 'astro';
import { topicTwin } from '../../../archive/twin.ts';
import { archive, figures } from '../../../content.ts';
import { link } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.topics.map((topic) => ({ params: { topic: topic.id }, props: { topic } }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({
  props,
  site,
}) =>
  Response.json(
    topicTwin(
      props.topic,
      figures.topics.get(props.topic.id)!,
      (path) => new URL(link(path), site).href,
    ),
  );
