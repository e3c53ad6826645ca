import type { Archive } from '../model.ts';
import { countArchive } from './archive.ts';
import { countEpisode } from './episode.ts';
import type { Figures } from './model.ts';
import { countShow } from './show.ts';
import { countSpeaker } from './speaker.ts';
import { SpokenWords } from './spoken-words.ts';
import { tallyAll } from './tally.ts';

/**
 * All figures of an archive, counted once.
 *
 * const figures = countFigures(archive);
 * figures.speakers.get('jo-field')?.counts // => { episodes: 12, quotes: 340, words: 20417 }
 */
export function countFigures(
  archive: Archive,
  words: SpokenWords = SpokenWords.of(archive.episodes),
): Figures {
  const tallies = tallyAll(archive.episodes);
  const counted = new Map(
    archive.speakers.map((speaker) => [
      speaker.id,
      countSpeaker(speaker, tallies, archive.speakerById),
    ]),
  );
  const topicsOf: Figures['topicsOf'] = () => [];
  return {
    archive: countArchive(archive, tallies, counted, []),
    speakers: new Map(
      [...counted].map(([id, own]) => [id, { ...own, topics: [], marks: [], mentions: [] }]),
    ),
    topics: new Map(),
    shows: new Map(
      archive.shows.map((show) => [show.id, { ...countShow(show, tallies), topics: [] }]),
    ),
    episode: (episode) => countEpisode(episode, topicsOf),
    topicsOf,
    words,
  };
}
