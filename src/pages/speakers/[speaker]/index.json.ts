import type { APIRoute } from 'astro';
import { speakerTwin } from '../../../archive/twin.ts';
import { archive, figures } from '../../../content.ts';
import { link } from '../../../interface.ts';

export const getStaticPaths = () =>
  archive.speakers.map((speaker) => ({ params: { speaker: speaker.id }, props: { speaker } }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({
  props,
  site,
}) =>
  Response.json(
    speakerTwin(
      props.speaker,
      figures.speakers.get(props.speaker.id)!,
      (path) => new URL(link(path), site).href,
    ),
  );
