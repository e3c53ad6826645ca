import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech, topic } from '../example.ts';
import type { Archive, Sources } from '../model.ts';
import { plainText } from '../quote.ts';
import { gatherAbout } from './about.ts';
import type { TopicFigures } from './model.ts';
import { SpokenWords } from './spoken-words.ts';
import { countTopic } from './topic.ts';

function count(id: string, given: Partial<Sources>): TopicFigures {
  const archive: Archive = joinArchive(sources(given)).archive;
  const about = gatherAbout(archive, SpokenWords.of(archive.episodes));
  return countTopic(archive.topicById.get(id)!, about, archive);
}

const topics = [
  topic('salt', 'Salt', { terms: ['brine'] }),
  topic('tides', 'Tides', { terms: ['tide'] }),
  topic('mud', 'Mud'),
  topic('moon', 'Moon'),
];

describe('a topic that nobody speaks of', () => {
  it('has counts of nothing, no first quote and nobody beside it', () => {
    const none = { episodes: 0, quotes: 0, words: 0 };
    expect(count('salt', { topics })).toEqual({
      quotes: [],
      byReason: { keeper: none, terms: none, episode: none },
      counts: none,
      overTime: { unit: 'month', periods: [], undated: none },
      speakers: [],
      related: [],
    });
  });
});

describe('a topic', () => {
  const episodes = [
    episode(
      'pans',
      [
        speech('JF', 'Salt, tide and mud.', 'Good morning to you.'),
        speech('Ann Reed', 'The brine of the tide.', 'Salt and the moon.'),
        speech('Audience', 'Salt?'),
      ],
      { topics: ['salt', 'moon'], date: '2024-03-02' },
    ),
    episode('hut', [speech('JF', 'Salt here, and mud.'), speech('Ann Reed', 'No.')]),
    episode('council', [speech('JF', 'Nothing of it.')], { topics: ['salt'], date: '2024-01-20' }),
  ];
  const salt = count('salt', { topics, episodes });

  it('is counted by why quotes are about it', () => {
    expect(salt.byReason).toEqual({
      keeper: { episodes: 0, quotes: 0, words: 0 },
      terms: { episodes: 2, quotes: 5, words: 4 + 5 + 4 + 1 + 4 },
      episode: { episodes: 2, quotes: 2, words: 4 + 3 },
    });
    expect(salt.counts).toEqual({ episodes: 3, quotes: 7, words: 25 });
  });

  it('is counted over time, undated episodes apart', () => {
    expect(salt.overTime.periods.map(({ name, quotes }) => [name, quotes])).toEqual([
      ['2024-01', 1],
      ['2024-02', 0],
      ['2024-03', 5],
    ]);
    expect(salt.overTime.undated).toEqual({ episodes: 1, quotes: 1, words: 4 });
  });

  it('has speakers with the share of their own words; anonymous voices are none', () => {
    expect(salt.speakers.map(({ speaker, counts, share }) => [speaker.id, counts, share])).toEqual([
      ['jo-field', { episodes: 3, quotes: 4, words: 15 }, 1],
      ['ann-reed', { episodes: 1, quotes: 2, words: 9 }, 9 / 10],
    ]);
  });

  it('is related to what two of its quotes are about by their own words', () => {
    expect(salt.related.map(({ topic: { id }, quotes }) => [id, quotes])).toEqual([
      ['mud', 2],
      ['tides', 2],
    ]);
  });

  it('has a first quote: the oldest with a date whose words or keeper say so', () => {
    expect(plainText(salt.first!.quote.content)).toBe('Salt, tide and mud.');
    const undated = count('salt', { topics, episodes: [episodes[1]!] });
    expect(undated.first).toBeUndefined();
  });
});
