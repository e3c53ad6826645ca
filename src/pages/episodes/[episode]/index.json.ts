import type { APIRoute } from 'astro';
import { episodeData } from '../../../archive/figures/twin.ts';
import { episodeTwin, withdrawnTwin } from '../../../archive/twin.ts';
import { archive, figures } from '../../../content.ts';
import { absolute } from '../../../interface.ts';

/** At former keys too: a program that kept an address finds the episode, and its address now in `url`. */
export const getStaticPaths = () =>
  [...archive.episodes, ...archive.withdrawn].flatMap((thing) =>
    [thing.key, ...thing.formerly].map((key) => ({ params: { episode: key }, props: { thing } })),
  );

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({
  props: { thing },
}) =>
  Response.json(
    'gone' in thing
      ? withdrawnTwin(thing, absolute)
      : { ...episodeTwin(thing, absolute), figures: episodeData(figures.episode(thing)) },
  );
