import type { Archive } from '../model.ts';
import { gatherAbout } from './about.ts';
import { countArchive } from './archive.ts';
import { countEpisode } from './episode.ts';
import type { Figures } from './model.ts';
import { countShow } from './show.ts';
import { countSpeaker } from './speaker.ts';
import { SpokenWords } from './spoken-words.ts';
import { tallyAll } from './tally.ts';
import { findTelling } from './telling-words.ts';
import { countTopic } from './topic.ts';
import { topicsOfArchive, topicsOfShows, topicsOfSpeakers } from './topic-list.ts';

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
  const about = gatherAbout(archive, words);
  const topics = archive.topics.map((topic) => [topic, countTopic(topic, about, archive)] as const);
  const telling = findTelling(archive, words);
  const ofSpeakers = topicsOfSpeakers(topics);
  const ofShows = topicsOfShows(topics);
  const speakers = new Map(
    archive.speakers.map((speaker) => [
      speaker.id,
      {
        ...countSpeaker(speaker, tallies, archive.speakerById),
        topics: ofSpeakers.get(speaker.id) ?? [],
        marks: telling.get(speaker.id) ?? [],
        mentions: about.mentions.get(speaker.id) ?? [],
      },
    ]),
  );
  const { topicsOf, reasonOf } = about;
  return {
    archive: countArchive(archive, tallies, speakers, topicsOfArchive(topics)),
    speakers,
    topics: new Map(topics.map(([{ id }, figures]) => [id, figures])),
    shows: new Map(
      archive.shows.map((show) => [
        show.id,
        { ...countShow(show, tallies), topics: ofShows.get(show.id) ?? [] },
      ]),
    ),
    episode: (episode) => countEpisode(episode, topicsOf),
    topicsOf,
    reasonOf,
    words,
  };
}
