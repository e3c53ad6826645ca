import type { APIRoute } from 'astro';
import { archive, figures } from '../../../content.ts';
import { serializeTopicFeed } from '../../../feeds/episodes.ts';
import { answerAtom, feedNames, feedSetting } from '../../../feeds/route.ts';

export const getStaticPaths = () =>
  archive.topics.flatMap((topic) =>
    feedNames(topic, archive.topicById).map((name) => ({
      params: { topic: name },
      props: { topic },
    })),
  );

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) => {
  const quotes = figures.topics.get(props.topic.id)?.quotes ?? [];
  return answerAtom(serializeTopicFeed(props.topic, quotes, feedSetting));
};
