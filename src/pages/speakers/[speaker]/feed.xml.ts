import type { APIRoute } from 'astro';
import { hasFeed } from '../../../archive/feed.ts';
import { archive } from '../../../content.ts';
import { serializeSpeakerFeed } from '../../../feeds/episodes.ts';
import { answerAtom, feedSetting, feedNames } from '../../../feeds/route.ts';

export const getStaticPaths = () =>
  archive.speakers.filter(hasFeed).flatMap((speaker) =>
    feedNames(speaker, archive.speakerById).map((name) => ({
      params: { speaker: name },
      props: { speaker },
    })),
  );

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  answerAtom(serializeSpeakerFeed(props.speaker, feedSetting));
