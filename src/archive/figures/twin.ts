import type { QuoteId } from '../model.ts';
import type {
  AboutQuote,
  EpisodeFigures,
  LongTurn,
  OverTime,
  Part,
  PlacedQuote,
  ShowFigures,
  SpeakerFigures,
  TopicFigures,
} from './model.ts';

/**
 * Figures for programs, as `figures` in the twins of pages: the very numbers of the pages, with ids in the place of
 * things. What is unknown is left out. `time` is `{ seconds, quotes }`: how long is spoken in so many quotes, the time
 * of others being unknown. Shares are 0 to 1. How each is counted says model.ts.
 */

const toDigits = (value: number, digits: number): number => Number(value.toFixed(digits));
const shareDigits = 4;
const rateDigits = 2;

/** `{ unit: 'year' | 'quarter' | 'month', periods: [{ name, from, to, episodes, quotes, words }], undated: { … } }` */
const overTimeData = ({ unit, periods, undated }: OverTime) => ({ unit, periods, undated });

/** `{ episode, speaker?, name, first, last, words, seconds? }`; `first` and `last` are quotes. */
const longData = ({ episode, voice, first, last, words, seconds }: LongTurn) => ({
  episode: episode.key,
  speaker: voice.id,
  name: voice.name,
  first: first.id,
  last: last.id,
  words,
  seconds,
});

/** `{ speaker?, name, counts, share, time? }`; `speaker` is absent for a voice without a page. */
const partData = ({ voice, counts, share, time }: Part) => ({
  speaker: voice.id,
  name: voice.name,
  counts,
  share: toDigits(share, shareDigits),
  time,
});

/** Ids of quotes, those of one episode together: `[{ episode, quotes: ['q…'] }]` */
function byEpisode(quotes: readonly PlacedQuote[]) {
  const episodes = Map.groupBy(quotes, ({ episode }) => episode.key);
  return [...episodes].map(([episode, own]) => ({ episode, quotes: idsOf(own) }));
}

const idsOf = (quotes: readonly PlacedQuote[]): QuoteId[] => quotes.map(({ quote }) => quote.id);

export const speakerData = (figures: SpeakerFigures): object => ({
  time: figures.time,
  roles: figures.roles,
  first: figures.first && { episode: figures.first.episode.key, date: figures.first.episode.date },
  latest: figures.latest && {
    episode: figures.latest.episode.key,
    date: figures.latest.episode.date,
  },
  overTime: overTimeData(figures.overTime),
  shows: figures.shows.map(({ show, counts }) => ({ id: show.id, counts })),
  company: figures.company.map(({ speaker, counts }) => ({ id: speaker.id, counts })),
  topics: figures.topics.map(({ topic, ...counted }) => ({ id: topic.id, ...counted })),
  tellingWords: figures.marks.map(({ text, word, count, own, others, z }) => ({
    text,
    word,
    count,
    own: toDigits(own, rateDigits),
    others: toDigits(others, rateDigits),
    z: toDigits(z, rateDigits),
  })),
  longestTurn: figures.longest && longData(figures.longest),
  mentionedBy: byEpisode(figures.mentions),
});

export const topicData = (figures: TopicFigures): object => ({
  byReason: figures.byReason,
  overTime: overTimeData(figures.overTime),
  speakers: figures.speakers.map(({ speaker, counts, share }) => ({
    id: speaker.id,
    counts,
    share: toDigits(share, shareDigits),
  })),
  related: figures.related.map(({ topic, quotes }) => ({ id: topic.id, quotes })),
  first: figures.first && {
    episode: figures.first.episode.key,
    date: figures.first.episode.date,
    quote: figures.first.quote.id,
  },
  about: aboutData(figures.quotes),
});

/**
 * Which quotes, oldest episode first: `[{ episode, keeper?: ['q…'], terms?: ['q…'], others? }]`. `others` is how many
 * quotes beside those count because their episode names the topic: they are all the others of it that `notAbout` in
 * the topic’s file does not name.
 */
function aboutData(quotes: readonly AboutQuote[]) {
  const episodes = Map.groupBy(quotes, ({ episode }) => episode.key);
  return [...episodes].map(([episode, own]) => {
    const { keeper, terms, episode: named } = Object.groupBy(own, ({ reason }) => reason);
    return {
      episode,
      keeper: keeper && idsOf(keeper),
      terms: terms && idsOf(terms),
      others: named?.length,
    };
  });
}

export const showData = (figures: ShowFigures): object => ({
  time: figures.time,
  overTime: overTimeData(figures.overTime),
  speakers: figures.speakers.map(partData),
  anonymous: figures.anonymous,
  topics: figures.topics.map(({ topic, counts }) => ({ id: topic.id, counts })),
});

export const episodeData = (figures: EpisodeFigures): object => ({
  time: figures.time,
  voices: figures.parts.map(partData),
  topics: figures.topics.map(({ topic, quotes }) => ({
    id: topic.id,
    quotes: quotes.map(({ quote }) => quote.id),
  })),
  longestTurn: figures.longest && longData(figures.longest),
});
