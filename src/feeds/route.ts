import { archive } from '../content.ts';
import { absolute, language, words } from '../interface.ts';
import type { EpisodeFeedSetting } from './episodes.ts';

/** The setting of every feed of this site. */
export const feedSetting: EpisodeFeedSetting = {
  archive: archive.facts,
  language,
  absolute,
  words,
};

/** A feed as an answer of a route. */
export const answerAtom = (xml: string): Response =>
  new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });

/**
 * The names under which a thing has a feed: its own, and those it had before, so that who follows it goes on
 * hearing from it.
 */
export const feedNames = (
  { id, facts }: { id: string; facts: { formerly: readonly string[] } },
  taken: ReadonlyMap<string, unknown>,
): string[] => [id, ...facts.formerly.filter((name) => !taken.has(name))];
