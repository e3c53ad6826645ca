import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech } from '../example.ts';
import type { Archive, Chapter, Counts, EpisodeFacts, Note, Passage, Speech } from '../model.ts';
import { countFigures } from './figures.ts';
import type { SpeakingTime } from './model.ts';

const place = { line: 1, column: 1 };
const ids = ['jo-field', 'ann-reed', 'mara-quill', 'ned-sallow'];
const text = fc
  .array(fc.constantFrom('tides', 'Tides', 'gauge', 'low', 'water', '…', '潮汐'), { maxLength: 6 })
  .map((words) => words.join(' '));
const passage: fc.Arbitrary<Passage> = fc
  .tuple(text, fc.option(fc.nat(100), { nil: undefined }))
  .map(([words, startTime]) => ({
    content: [words],
    place,
    ...(startTime !== undefined && { startTime }),
  }));
const anySpeech: fc.Arbitrary<Speech> = fc
  .tuple(
    fc.constantFrom(...ids, 'Audience', 'Speaker 1'),
    fc.array(passage, { minLength: 1, maxLength: 3 }),
  )
  .map(([label, passages]) => ({ type: 'speech', label, passages, place }));
const other = fc.constantFrom<Note | Chapter>(
  { type: 'note', content: ['Laughter'], place },
  { type: 'chapter', title: 'Tides', place },
);
const day = fc
  .tuple(fc.integer({ min: 2018, max: 2023 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-05`);
const facts: fc.Arbitrary<Partial<EpisodeFacts>> = fc.record(
  {
    date: day,
    topics: fc.constantFrom([], ['tides']),
    roles: fc.constantFrom({}, { 'ned-sallow': 'chair' }),
    status: fc.constantFrom('machine', 'verified'),
    language: fc.constantFrom('en', 'zh'),
    duration: fc.nat(200),
  },
  { requiredKeys: [] },
);
const anyArchive: fc.Arbitrary<Archive> = fc
  .array(fc.tuple(fc.array(fc.oneof({ weight: 4, arbitrary: anySpeech }, other)), facts), {
    maxLength: 5,
  })
  .map(
    (episodes) =>
      joinArchive(
        sources({
          speakers: ids.map((id) => speaker(id, id)),
          episodes: episodes.map(([parts, own], index) => episode(`e${index}`, parts, own)),
        }),
      ).archive,
  );

const holds = (check: (archive: Archive, figures: ReturnType<typeof countFigures>) => void): void =>
  fc.assert(fc.property(anyArchive, (archive) => check(archive, countFigures(archive))));

const none: Counts = { episodes: 0, quotes: 0, words: 0 };
const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      episodes: a.episodes + b.episodes,
      quotes: a.quotes + b.quotes,
      words: a.words + b.words,
    }),
    none,
  );
const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const seconds = (times: readonly { readonly time?: SpeakingTime }[]): number =>
  sumOf(times.map(({ time }) => time?.seconds ?? 0));

describe('the figures of any archive', () => {
  it('have all in their periods and without a date', () =>
    holds((archive, figures) => {
      const all = [
        figures.archive,
        ...figures.speakers.values(),
        ...figures.shows.values(),
        ...figures.topics.values(),
      ];
      for (const { counts, overTime } of all)
        expect(sum([...overTime.periods, overTime.undated])).toEqual(counts);
      expect(figures.archive.counts).toEqual(archive.counts);
    }));

  it('have all in the years, the statuses, the languages, the shows', () =>
    holds((archive, { archive: { coverage, statuses, languages }, shows, speakers }) => {
      expect(sum(coverage)).toEqual(archive.counts);
      expect(sum(statuses.map(({ counts }) => counts))).toEqual(archive.counts);
      expect(sum(languages.map(({ counts }) => counts))).toEqual(archive.counts);
      expect(sum([...shows.values()].map(({ counts }) => counts))).toEqual(archive.counts);
      for (const own of speakers.values())
        expect(sum(own.shows.map(({ counts }) => counts))).toEqual(own.counts);
    }));

  it('share every word and every second of an episode among its voices', () =>
    holds((archive, figures) => {
      for (const one of archive.episodes) {
        const { parts, turns, time } = figures.episode(one);
        expect(sumOf(parts.map(({ counts }) => counts.quotes))).toBe(one.quotes);
        expect(sumOf(parts.map(({ counts }) => counts.words))).toBe(one.words);
        expect(seconds(parts)).toBeCloseTo(time?.seconds ?? 0, 6);
        const whole = one.words === 0 ? 0 : 1;
        expect(sumOf(parts.map(({ share }) => share))).toBeCloseTo(whole, 9);
        expect(sumOf(turns.map(({ size }) => size))).toBeCloseTo(whole, 9);
        for (const [index, { at, size }] of turns.slice(0, -1).entries())
          expect(at + size).toBeCloseTo(turns[index + 1]!.at, 9);
      }
    }));

  it('share every word and every second of a show among its speakers and those without a page', () =>
    holds((_, { shows }) => {
      for (const { counts, speakers, anonymous, time } of shows.values()) {
        const named = sumOf(speakers.map((part) => part.counts.words));
        expect(named + anonymous.words).toBe(counts.words);
        expect(seconds(speakers)).toBeLessThanOrEqual((time?.seconds ?? 0) + 1e-6);
      }
    }));

  it('have company that is mutual', () =>
    holds((_, { speakers }) => {
      for (const [id, { company }] of speakers) {
        for (const { speaker: friend, counts } of company) {
          const back = speakers.get(friend.id)!.company.find((one) => one.speaker.id === id);
          expect(back?.counts.episodes).toBe(counts.episodes);
        }
      }
    }));

  it('tell the same of a speaker’s topics and a topic’s speakers', () =>
    holds((_, { speakers, topics }) => {
      for (const [id, { byReason, counts, quotes, speakers: theirs }] of topics) {
        expect(sumOf(Object.values(byReason).map((own) => own.quotes))).toBe(counts.quotes);
        expect(quotes).toHaveLength(counts.quotes);
        for (const [who, own] of speakers) {
          const { quotes: count = 0, spoken = 0 } =
            own.topics.find(({ topic }) => topic.id === id) ?? {};
          expect(theirs.find((one) => one.speaker.id === who)?.counts.quotes ?? 0).toBe(count);
          expect(spoken).toBe(
            quotes.filter(({ voice, reason }) => voice.id === who && reason !== 'episode').length,
          );
        }
      }
    }));

  it('greet each speaker once and part from each once', () =>
    holds((archive, { archive: { turnover } }) => {
      const dated = archive.speakers.filter(({ appearances }) =>
        appearances.some(({ episode: { date }, participant }) => date && participant.quotes > 0),
      );
      expect(sumOf(turnover.map(({ fresh }) => fresh))).toBe(dated.length);
      expect(sumOf(turnover.map(({ last }) => last))).toBe(dated.length);
    }));
});

describe('topics in figures', () => {
  const { archive } = joinArchive(
    sources({
      episodes: [
        episode('a', [speech('Jo Field', 'Tides, tides.', 'Fog.'), speech('Ann Reed', 'Tides.')]),
        episode('b', [speech('Jo Field', 'Low water.'), speech('Audience', 'Which?')], {
          topics: ['tides'],
        }),
      ],
    }),
  );
  const figures = countFigures(archive);

  it('tell how many of a speaker’s quotes say so themselves', () => {
    const topicsOf = (id: string) =>
      figures.speakers.get(id)!.topics.map(({ topic, ...counted }) => [topic.id, counted]);
    expect(topicsOf('jo-field')).toEqual([['tides', { quotes: 2, words: 4, spoken: 1 }]]);
    expect(topicsOf('ann-reed')).toEqual([['tides', { quotes: 1, words: 1, spoken: 1 }]]);
  });

  it('count for shows and the archive what the topic counts', () => {
    const counts = { episodes: 2, quotes: 4, words: 6 };
    expect(figures.topics.get('tides')!.counts).toEqual(counts);
    for (const { topics } of [figures.archive, figures.shows.get('harbour')!])
      expect(topics.map((one) => [one.topic.id, one.counts])).toEqual([['tides', counts]]);
    expect(figures.archive.gaps.unusedTopics).toBe(0);
  });

  it('fall in an episode where its words say so, not where its front matter does', () => {
    const placed = (key: string) =>
      figures
        .episode(archive.episodeByKey.get(key)!)
        .topics.map(({ topic, quotes }) => [
          topic.id,
          quotes.map(({ quote, at }) => [quote.content[0], at]),
        ]);
    expect(placed('a')).toEqual([
      [
        'tides',
        [
          ['Tides, tides.', 0],
          ['Tides.', 3 / 4],
        ],
      ],
    ]);
    expect(placed('b')).toEqual([]);
  });
});
