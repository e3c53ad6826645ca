import type { APIRoute } from 'astro';
import { archive } from '../../content.ts';
import { serializeEpisodesFeed } from '../../feeds/episodes.ts';
import { answerAtom, feedSetting } from '../../feeds/route.ts';

export const GET: APIRoute = () => answerAtom(serializeEpisodesFeed(archive, feedSetting));
