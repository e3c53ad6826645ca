import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import type { Passage, Speech } from '../model.ts';
import { showTwin, speakerTwin, topicTwin } from '../twin.ts';
import { countFigures } from './figures.ts';
import { episodeData } from './twin.ts';

const place = { line: 1, column: 1 };
const timed = (label: string, startTime: number, text: string): Speech => ({
  type: 'speech',
  label,
  place,
  passages: [{ content: [text], startTime, place } satisfies Passage],
});

const { archive } = joinArchive(
  sources({
    episodes: [
      episode(
        'tables',
        [
          timed('Jo Field', 0, 'Ann Reed wrote the tides down.'),
          timed('Ann Reed', 4, 'Tides.'),
          speech('Jo Field', 'All?'),
          speech('Audience', 'None.'),
        ],
        { date: '2024-03-02', roles: { 'jo-field': 'host' }, duration: 9 },
      ),
      episode('fog', [speech('Jo Field', 'The horn is late.')], {
        date: '2024-04-06',
        topics: ['tides'],
      }),
      episode('empty', []),
    ],
  }),
);
const figures = countFigures(archive);
const [one, two] = archive.episodeByKey
  .get('tables')!
  .parts.flatMap((part) => (part.type === 'turn' ? part.quotes.map(({ id }) => id) : []));
const [horn] = archive.episodeByKey
  .get('fog')!
  .parts.flatMap((part) => (part.type === 'turn' ? part.quotes.map(({ id }) => id) : []));

/** What a program reads. */
const read = (twin: object): unknown => JSON.parse(JSON.stringify(twin));
const period = (name: string, quotes: number, words: number) => ({
  name,
  from: name,
  to: name,
  episodes: 1,
  quotes,
  words,
});
const undated = { episodes: 0, quotes: 0, words: 0 };

describe('the figures in the twin of', () => {
  it('an episode without words are empty lists', () => {
    expect(read(episodeData(figures.episode(archive.episodeByKey.get('empty')!)))).toEqual({
      voices: [],
      topics: [],
    });
  });

  it('a speaker are those of the page, with ids', () => {
    const twin = speakerTwin(
      archive.speakerById.get('jo-field')!,
      figures.speakers.get('jo-field')!,
      String,
    );
    expect(read(twin)).toMatchObject({
      id: 'jo-field',
      counts: { episodes: 2, quotes: 3, words: 11 },
      figures: {
        time: { seconds: 4, quotes: 1 },
        roles: [{ role: 'host', episodes: 1 }],
        first: { episode: 'tables', date: '2024-03-02' },
        latest: { episode: 'fog', date: '2024-04-06' },
        overTime: {
          unit: 'month',
          periods: [period('2024-03', 2, 7), period('2024-04', 1, 4)],
          undated,
        },
        shows: [{ id: 'harbour', counts: { episodes: 2, quotes: 3, words: 11 } }],
        company: [{ id: 'ann-reed', counts: { episodes: 1, quotes: 1, words: 1 } }],
        topics: [{ id: 'tides', quotes: 2, words: 10, spoken: 1 }],
        tellingWords: [],
        longestTurn: {
          episode: 'tables',
          speaker: 'jo-field',
          name: 'Jo Field',
          first: one,
          last: one,
          words: 6,
          seconds: 4,
        },
        mentionedBy: [],
      },
    });
    const mentioned = speakerTwin(
      archive.speakerById.get('ann-reed')!,
      figures.speakers.get('ann-reed')!,
      String,
    );
    expect(read(mentioned)).toMatchObject({
      figures: { mentionedBy: [{ episode: 'tables', quotes: [one] }] },
    });
  });

  it('a topic name each quote and why it counts, not its words', () => {
    const twin = read(
      topicTwin(archive.topicById.get('tides')!, figures.topics.get('tides')!, String),
    );
    expect(twin).toMatchObject({
      id: 'tides',
      counts: { episodes: 2, quotes: 3, words: 11 },
      figures: {
        byReason: {
          keeper: { episodes: 0, quotes: 0, words: 0 },
          terms: { episodes: 1, quotes: 2, words: 7 },
          episode: { episodes: 1, quotes: 1, words: 4 },
        },
        speakers: [
          { id: 'jo-field', counts: { episodes: 2, quotes: 2, words: 10 }, share: 0.9091 },
          { id: 'ann-reed', counts: { episodes: 1, quotes: 1, words: 1 }, share: 1 },
        ],
        related: [],
        first: { episode: 'tables', date: '2024-03-02', quote: one },
        about: [
          { episode: 'tables', terms: [one, two] },
          { episode: 'fog', others: 1 },
        ],
      },
    });
    expect(JSON.stringify(twin)).not.toContain('wrote');
    expect(JSON.stringify(twin)).not.toContain(horn);
  });

  it('a show share its words', () => {
    expect(
      read(showTwin(archive.showById.get('harbour')!, figures.shows.get('harbour')!, String)),
    ).toMatchObject({
      counts: { episodes: 3, quotes: 5, words: 13 },
      figures: {
        time: { seconds: 4, quotes: 1 },
        speakers: [
          {
            speaker: 'jo-field',
            name: 'Jo Field',
            counts: { episodes: 2, words: 11 },
            share: 0.8462,
          },
          {
            speaker: 'ann-reed',
            name: 'Ann Reed',
            counts: { episodes: 1, words: 1 },
            share: 0.0769,
          },
        ],
        anonymous: { episodes: 1, quotes: 1, words: 1 },
        topics: [{ id: 'tides', counts: { episodes: 2, quotes: 3, words: 11 } }],
      },
    });
  });

  it('an episode name its voices, and the quotes where topics fall', () => {
    expect(read(episodeData(figures.episode(archive.episodeByKey.get('tables')!)))).toMatchObject({
      voices: [
        { speaker: 'jo-field', counts: { quotes: 2, words: 7 }, time: { seconds: 4, quotes: 1 } },
        { name: 'Audience', counts: { quotes: 1, words: 1 } },
        { speaker: 'ann-reed', counts: { quotes: 1, words: 1 } },
      ],
      topics: [{ id: 'tides', quotes: [one, two] }],
      longestTurn: { words: 6 },
    });
  });
});
