import type { SpeakerId } from '../model.ts';
import type { Company, Network, SpeakerFigures } from './model.ts';

const mostShown = 40;

/** The speakers who appear most, the first ones of `speakers`, and who of them speaks with whom. */
export function countNetwork(
  speakers: readonly Company[],
  figures: ReadonlyMap<SpeakerId, Pick<SpeakerFigures, 'company'>>,
): Network {
  const shown = speakers.slice(0, mostShown);
  const numbers = new Map(shown.map(({ speaker }, number) => [speaker.id, number]));
  const pairs = shown.flatMap(({ speaker }, one) =>
    (figures.get(speaker.id)?.company ?? []).flatMap(({ speaker: { id }, counts }) => {
      const other = numbers.get(id);
      return other !== undefined && other > one ? [{ one, other, episodes: counts.episodes }] : [];
    }),
  );
  return {
    speakers: shown.map(({ speaker, counts: { episodes } }) => ({ speaker, episodes })),
    pairs: pairs.sort((a, b) => b.episodes - a.episodes || a.one - b.one || a.other - b.other),
  };
}
