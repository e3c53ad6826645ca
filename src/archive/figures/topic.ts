import { countEpisodes, mostQuotes, noCounts } from '../counts.ts';
import type { Archive, Counts, Episode, SpeakerId, Topic } from '../model.ts';
import { compareText } from '../order.ts';
import type { About } from './about.ts';
import type { AboutQuote, Reason, TopicFigures, TopicSpeaker } from './model.ts';
import { countOverTime } from './over-time.ts';
import { shareOf } from './share.ts';

/** The figures of a topic, from what quotes are about. */
export function countTopic(topic: Topic, about: About, archive: Archive): TopicFigures {
  const quotes = about.topics.get(topic.id) ?? [];
  const ofEpisodes = countByEpisode(quotes);
  const first = quotes.find(
    ({ reason, episode }) => reason !== 'episode' && episode.date !== undefined,
  );
  return {
    quotes,
    byReason: countByReason(quotes),
    counts: countEpisodes(ofEpisodes.values()),
    overTime: countOverTime(
      [...ofEpisodes].map(([{ date }, own]) => ({
        ...own,
        ...(date !== undefined && { date }),
      })),
    ),
    speakers: countSpeakers(quotes, archive),
    related: countRelated(topic, quotes, about, archive),
    ...(first && { first }),
  };
}

/** Counts of some quotes in each of their episodes; those of one episode stand together. */
function countByEpisode(quotes: readonly AboutQuote[]): Map<Episode, Counts> {
  const counts = new Map<Episode, Counts>();
  for (const { episode, quote } of quotes) {
    const known = counts.get(episode) ?? { ...noCounts, episodes: 1 };
    counts.set(episode, {
      episodes: 1,
      quotes: known.quotes + 1,
      words: known.words + quote.words,
    });
  }
  return counts;
}

function countByReason(quotes: readonly AboutQuote[]): Record<Reason, Counts> {
  const of = (reason: Reason): Counts =>
    countEpisodes(countByEpisode(quotes.filter((quote) => quote.reason === reason)).values());
  return { keeper: of('keeper'), terms: of('terms'), episode: of('episode') };
}

function countSpeakers(quotes: readonly AboutQuote[], archive: Archive): TopicSpeaker[] {
  const bySpeaker = new Map<SpeakerId, AboutQuote[]>();
  for (const quote of quotes) {
    const { id } = quote.voice;
    if (id === undefined) continue;
    const known = bySpeaker.get(id);
    if (known) known.push(quote);
    else bySpeaker.set(id, [quote]);
  }
  return [...bySpeaker]
    .flatMap(([id, own]): TopicSpeaker[] => {
      const speaker = archive.speakerById.get(id);
      if (!speaker) return [];
      const counts = countEpisodes(countByEpisode(own).values());
      return [{ speaker, counts, share: shareOf(counts.words, speaker.counts.words) }];
    })
    .sort((a, b) => mostQuotes(a, b) || compareText(a.speaker.id, b.speaker.id));
}

/** Quotes that have two topics by their own words are rarely so by chance; one alone may be. */
const fewestShared = 2;

function countRelated(
  topic: Topic,
  quotes: readonly AboutQuote[],
  about: About,
  archive: Archive,
): { topic: Topic; quotes: number }[] {
  const shared = new Map<Topic, number>();
  for (const { reason, episode, quote } of quotes) {
    if (reason === 'episode') continue;
    for (const other of about.topicsOf(episode, quote))
      if (other !== topic) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return archive.topics
    .map((other) => ({ topic: other, quotes: shared.get(other) ?? 0 }))
    .filter((related) => related.quotes >= fewestShared)
    .sort((a, b) => b.quotes - a.quotes);
}
