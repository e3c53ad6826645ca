import { addEpisode, mostQuotes, noCounts } from '../counts.ts';
import type { Counts, Episode, ShowId, SpeakerId, Topic } from '../model.ts';
import { compareText } from '../order.ts';
import type { AboutQuote, SpeakerTopic, TopicFigures } from './model.ts';

/** A topic with what counts as being about it: of the archive, a show, a speaker. */
interface CountedTopic {
  readonly topic: Topic;
  readonly counts: Counts;
}

const byQuotes = (a: CountedTopic, b: CountedTopic): number =>
  mostQuotes(a, b) || compareText(a.topic.id, b.topic.id);

/** The topics that quotes are about, most quotes first. */
export const topicsOfArchive = (
  topics: readonly (readonly [Topic, TopicFigures])[],
): CountedTopic[] =>
  topics
    .map(([topic, { counts }]) => ({ topic, counts }))
    .filter(({ counts }) => counts.quotes > 0)
    .sort(byQuotes);

/** The topics that each speaker speaks about, most quotes first. */
export function topicsOfSpeakers(
  topics: readonly (readonly [Topic, TopicFigures])[],
): ReadonlyMap<SpeakerId, readonly SpeakerTopic[]> {
  const all = topics.flatMap(([topic, { speakers, quotes }]) => {
    const spoken = countSpoken(quotes);
    return speakers.map(({ speaker: { id }, counts }) => ({
      id,
      topic,
      counts,
      spoken: spoken.get(id) ?? 0,
    }));
  });
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].map(([id, own]) => [
      id,
      own.sort(byQuotes).map(({ topic, counts: { quotes, words }, spoken }) => ({
        topic,
        quotes,
        words,
        spoken,
      })),
    ]),
  );
}

/** Quotes of each speaker that are about a topic by keeper or terms. */
function countSpoken(quotes: readonly AboutQuote[]): ReadonlyMap<SpeakerId, number> {
  const spoken = new Map<SpeakerId, number>();
  for (const { reason, voice } of quotes) {
    if (reason !== 'episode' && voice.id !== undefined)
      spoken.set(voice.id, (spoken.get(voice.id) ?? 0) + 1);
  }
  return spoken;
}

/** The topics that each show speaks about, most quotes first. */
export function topicsOfShows(
  topics: readonly (readonly [Topic, TopicFigures])[],
): ReadonlyMap<ShowId, readonly CountedTopic[]> {
  const spoken = topics.flatMap(([topic, { quotes }]) =>
    [...countByShow(quotes)].map(([id, counts]) => ({ id, topic, counts })),
  );
  return new Map(
    [...Map.groupBy(spoken, ({ id }) => id)].map(([id, own]) => [
      id,
      own.sort(byQuotes).map(({ topic, counts }) => ({ topic, counts })),
    ]),
  );
}

/** Counts of quotes by show; the quotes of one episode stand together. */
function countByShow(quotes: readonly AboutQuote[]): Map<ShowId, Counts> {
  const shows = new Map<ShowId, Counts>();
  let before: Episode | undefined;
  for (const { quote, episode } of quotes) {
    const counts = shows.get(episode.show.id) ?? noCounts;
    const more = addEpisode(counts, { quotes: 1, words: quote.words });
    shows.set(episode.show.id, episode === before ? { ...more, episodes: counts.episodes } : more);
    before = episode;
  }
  return shows;
}
