import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech } from '../example.ts';
import type { Chapter, Note, Sources } from '../model.ts';
import { countFigures } from './figures.ts';

const place = { line: 1, column: 1 };
const jo = speech('Jo Field', 'Low water.');
const ann = speech('Ann Reed', 'At two.');

const figuresOf = (given: Partial<Sources>) =>
  countFigures(joinArchive(sources(given)).archive).archive;

describe('the figures of an archive', () => {
  it('without episodes are nothing, and everybody is silent', () => {
    const figures = figuresOf({});
    expect(figures).toMatchObject({
      counts: { episodes: 0, quotes: 0, words: 0 },
      coverage: [],
      statuses: [],
      languages: [],
      speakers: [],
      topics: [],
      turnover: [],
      network: { speakers: [], pairs: [] },
      leftOut: { notes: 0, chapters: 0 },
    });
    expect(figures).not.toHaveProperty('time');
    expect(figures.gaps).toEqual({
      undated: 0,
      untimed: 0,
      unreviewed: 0,
      withoutTopics: 0,
      withoutRecording: 0,
      anonymousQuotes: 0,
      untimedQuotes: 0,
      silentSpeakers: 2,
      unusedTopics: 1,
    });
  });

  it('say what is missing', () => {
    const { gaps } = figuresOf({
      episodes: [
        episode('a', [jo, speech('Audience', 'Three.', 'Four.')]),
        episode('b', [{ ...jo, passages: [{ ...jo.passages[0]!, startTime: 1 }] }], {
          date: '2024-03-02',
          status: 'machine',
          topics: ['tides'],
          video: 'https://example.org/b',
        }),
        episode('c', [], {
          date: '2024-03-02',
          status: 'verified',
          audio: 'https://example.org/c',
        }),
      ],
    });
    expect(gaps).toMatchObject({
      undated: 1,
      untimed: 2,
      unreviewed: 2,
      withoutTopics: 2,
      withoutRecording: 1,
      anonymousQuotes: 2,
      untimedQuotes: 3,
      silentSpeakers: 1,
    });
  });

  it('cover every year from the first to the last, and the undated apart', () => {
    const { coverage } = figuresOf({
      episodes: [
        episode('a', [jo]),
        episode('b', [jo], { date: '2021-03-02', status: 'reviewed', topics: ['tides'] }),
        episode('c', [{ type: 'chapter', title: 'Fog', startTime: 0, place } satisfies Chapter], {
          date: '2023-03-02',
          audio: 'https://example.org/c',
        }),
      ],
    });
    const none = {
      episodes: 0,
      quotes: 0,
      words: 0,
      timed: 0,
      reviewed: 0,
      topical: 0,
      playable: 0,
    };
    expect(coverage).toEqual([
      { ...none, year: '2021', episodes: 1, quotes: 1, words: 2, reviewed: 1, topical: 1 },
      { ...none, year: '2022' },
      { ...none, year: '2023', episodes: 1, timed: 1, playable: 1 },
      { ...none, episodes: 1, quotes: 1, words: 2 },
    ]);
  });

  it('count each status, the most trusted first, and none last', () => {
    const { statuses } = figuresOf({
      episodes: [
        episode('a', [jo]),
        episode('b', [jo], { status: 'machine' }),
        episode('c', [jo, ann], { status: 'verified' }),
        episode('d', [], { status: 'verified' }),
      ],
    });
    expect(statuses).toEqual([
      { status: 'verified', counts: { episodes: 2, quotes: 2, words: 4 } },
      { status: 'machine', counts: { episodes: 1, quotes: 1, words: 2 } },
      { status: undefined, counts: { episodes: 1, quotes: 1, words: 2 } },
    ]);
  });

  it('count each language, most words first', () => {
    const { languages } = figuresOf({
      episodes: [
        episode('a', [jo]),
        episode('b', [speech('Jo Field', '潮汐表')], { language: 'zh' }),
        episode('c', [], { language: 'ar' }),
      ],
    });
    expect(languages).toEqual([
      { language: 'zh', counts: { episodes: 1, quotes: 1, words: 3 } },
      { language: 'en', counts: { episodes: 1, quotes: 1, words: 2 } },
      { language: 'ar', counts: { episodes: 1, quotes: 0, words: 0 } },
    ]);
  });

  it('tell who speaks in a year, for the first time, and for the last', () => {
    const { turnover } = figuresOf({
      episodes: [
        episode('a', [jo, ann], { date: '2020-03-02' }),
        // Ann is named there and says nothing.
        episode('b', [jo], { date: '2022-03-02', roles: { 'ann-reed': 'chair' } }),
        episode('c', [ann]),
      ],
    });
    expect(turnover).toEqual([
      { year: '2020', speakers: 2, fresh: 2, last: 1 },
      { year: '2021', speakers: 0, fresh: 0, last: 0 },
      { year: '2022', speakers: 1, fresh: 0, last: 1 },
    ]);
  });

  it('join in a network who speaks with whom, of those who appear most', () => {
    const crowd = Array.from(
      { length: 45 },
      (_, index) => `crew-${String(index).padStart(2, '0')}`,
    );
    const { network } = figuresOf({
      speakers: [
        speaker('jo-field', 'Jo Field'),
        speaker('ann-reed', 'Ann Reed'),
        ...crowd.map((id) => speaker(id, id)),
      ],
      episodes: [
        episode('a', [jo, ann]),
        episode('b', [jo, ann, ...crowd.map((id) => speech(id, 'Aye.'))]),
        episode('c', [jo], { roles: { 'ann-reed': 'chair' } }),
      ],
    });
    expect(network.speakers).toHaveLength(40);
    expect(
      network.speakers.slice(0, 3).map(({ speaker: { id }, episodes }) => [id, episodes]),
    ).toEqual([
      ['jo-field', 3],
      ['ann-reed', 3],
      ['crew-00', 1],
    ]);
    expect(network.pairs).toHaveLength((40 * 39) / 2);
    expect(network.pairs.slice(0, 2)).toEqual([
      { one: 0, other: 1, episodes: 2 },
      { one: 0, other: 2, episodes: 1 },
    ]);
  });

  it('say what was left out', () => {
    const note: Note = { type: 'note', content: ['Laughter'], place };
    const chapter: Chapter = { type: 'chapter', title: 'Fog', place };
    const { leftOut, counts } = figuresOf({
      episodes: [episode('a', [chapter, note, jo, note]), episode('b', [chapter])],
    });
    expect(leftOut).toEqual({ notes: 2, chapters: 2 });
    expect(counts).toEqual({ episodes: 2, quotes: 1, words: 2 });
  });
});
