import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadArchive } from '../../store/archive.ts';
import { corpusFolder } from '../../store/corpora.ts';
import { importCorpus } from '../../testing/corpus-content.ts';
import { type PlainArchive, readPlainArchive } from '../../testing/plain-archive.ts';
import { plainWords } from '../../testing/plain-search.ts';
import { type CountedEpisode, recountAll } from '../../testing/recount.ts';
import {
  linesIn,
  type PartLine,
  recountArchive,
  recountGaps,
  recountLongest,
  recountNetwork,
  recountShow,
  recountSpeaker,
  recountStrip,
} from '../../testing/recount-figures.ts';
import { namedIn, plainNames } from '../../testing/recount-mentions.ts';
import { recountTelling } from '../../testing/recount-telling.ts';
import {
  findAbout,
  type FoundAbout,
  recountTopic,
  recountTopicsOfAll,
  recountTopicsOfEpisode,
  recountTopicsOfShow,
  recountTopicsOfSpeaker,
  withIds,
} from '../../testing/recount-topics.ts';
import type { Archive, Counts, Voice } from '../model.ts';
import { countFigures } from './figures.ts';
import { quotesIn } from './spoken-words.ts';
import type { Figures, LongTurn, OverTime, Part, SpeakingTime } from './model.ts';
import { exampleFolder } from '../../testing/example.ts';

const corpora = ['changelog', 'bitcointranscripts', 'audreyt-transcript'];
const missing = corpora.filter((name) => corpusFolder(name) === undefined);
if (missing.length > 0)
  console.warn(
    `Figures of ${missing.join(', ')} are not counted again: the transcripts are not here (ARCHIVE_CORPORA).`,
  );

// Figures as plain lists.
const tuple = ({ episodes, quotes, words }: Counts) => [episodes, quotes, words];
const whoIs = ({ id, name }: Voice): string => id ?? `?${name}`;
const timeTuple = (time: SpeakingTime | undefined) => time && [time.seconds, time.quotes];
const longTuple = (turn: LongTurn | undefined) => turn && [turn.words, turn.seconds];
const overTimeTuples = ({ unit, periods, undated }: OverTime) => ({
  unit,
  periods: periods.map((period) => [period.name, period.from, period.to, tuple(period)]),
  undated: tuple(undated),
});
const partTuple = ({ voice, counts, share, time }: Part) => [
  whoIs(voice),
  tuple(counts),
  share,
  timeTuple(time),
];

describe.each(['example', ...corpora])('the figures of %s, counted again', (name) => {
  const isThere = name === 'example' || corpusFolder(name) !== undefined;
  let folder: string;
  let archive: Archive;
  let figures: Figures;
  let plain: PlainArchive;
  let counted: readonly CountedEpisode[];
  let lines: readonly PartLine[];
  let topics: ReadonlyMap<string, readonly FoundAbout[]>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'recount-'));
    if (!isThere) return;
    const content = name === 'example' ? exampleFolder : await importCorpus(name, folder);
    const loaded = await loadArchive(content);
    archive = loaded.archive!;
    figures = countFigures(archive);
    plain = readPlainArchive(content);
    counted = recountAll(plain);
    lines = linesIn(counted);
    const episodeAt = new Map(archive.episodes.map((episode) => [episode.path, episode]));
    const known = withIds(plain, (file) =>
      Array.from(quotesIn(episodeAt.get(file)!), ([{ id, aliases }]) => [
        id,
        ...(aliases ?? []).map((alias) => alias.id),
      ]),
    );
    topics = new Map(plain.topics.map((topic) => [topic.id, findAbout(topic, known)]));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(!isThere)('are right for every speaker', () => {
    expect([...figures.speakers.keys()].sort()).toEqual(plain.speakers.map(({ id }) => id));
    for (const [id, own] of figures.speakers) {
      expect(
        {
          counts: tuple(own.counts),
          time: timeTuple(own.time),
          roles: own.roles.map(({ role, episodes }) => [role, episodes]),
          first: own.first?.episode.date,
          latest: own.latest?.episode.date,
          overTime: overTimeTuples(own.overTime),
          shows: own.shows.map(({ show, counts }) => [show.id, tuple(counts)]),
          company: own.company.map(({ speaker, counts }) => [speaker.id, tuple(counts)]),
        },
        id,
      ).toEqual(recountSpeaker(id, lines));
      const longest = recountLongest(counted, id);
      if (longest.length > 0) expect(longest).toContainEqual(longTuple(own.longest));
      else expect(own.longest).toBeUndefined();
    }
  });

  it.skipIf(!isThere)('are right for every show', () => {
    expect([...figures.shows.keys()].sort()).toEqual(plain.shows);
    for (const [id, own] of figures.shows) {
      expect(
        {
          counts: tuple(own.counts),
          time: timeTuple(own.time),
          overTime: overTimeTuples(own.overTime),
          speakers: own.speakers.map(partTuple),
          anonymous: tuple(own.anonymous),
        },
        id,
      ).toEqual(recountShow(id, counted));
    }
  });

  it.skipIf(!isThere)('are right for every episode', () => {
    const pathsOf = (all: readonly { readonly path: string }[]) =>
      all.map((one) => one.path).sort();
    expect(pathsOf(archive.episodes)).toEqual(pathsOf(plain.episodes));
    for (const episode of archive.episodes) {
      const own = figures.episode(episode);
      const again = counted.find((one) => one.episode.path === episode.path)!;
      expect(
        {
          time: timeTuple(own.time),
          parts: own.parts.map(partTuple),
          turns: own.turns.map(({ voice, at, size }) => [whoIs(voice), at, size]),
          chapters: own.chapters.map(({ title, at }) => [title, at]),
        },
        episode.key,
      ).toEqual(recountStrip(again));
      for (const { voice, part } of own.turns) expect(own.parts[part]!.voice).toEqual(voice);
      const longest = recountLongest([again]);
      if (longest.length > 0) expect(longest).toContainEqual(longTuple(own.longest));
      else expect(own.longest).toBeUndefined();
    }
  });

  it.skipIf(!isThere)('are right for the archive', () => {
    const own = figures.archive;
    expect({
      counts: tuple(own.counts),
      time: timeTuple(own.time),
      overTime: overTimeTuples(own.overTime),
      coverage: own.coverage.map((row) => [
        row.year,
        tuple(row),
        row.timed,
        row.reviewed,
        row.topical,
        row.playable,
      ]),
      statuses: own.statuses.map(({ status, counts }) => [status, tuple(counts)]),
      languages: own.languages.map(({ language, counts }) => [language, tuple(counts)]),
      speakers: own.speakers.map(({ speaker, counts }) => [speaker.id, tuple(counts)]),
      turnover: own.turnover.map(({ year, speakers, fresh, last }) => [
        year,
        speakers,
        fresh,
        last,
      ]),
      leftOut: own.leftOut,
    }).toEqual(recountArchive(plain, counted));
    const { unusedTopics: _unusedTopics, ...gaps } = own.gaps;
    expect(gaps).toEqual(recountGaps(plain, counted));
  });

  it.skipIf(!isThere)('are right for who appears with whom', () => {
    const { speakers, pairs } = figures.archive.network;
    const again = recountNetwork(lines, 40);
    expect(speakers.map(({ speaker, episodes }) => [speaker.id, episodes])).toEqual(again.speakers);
    const named = pairs.map(({ one, other, episodes }) => [
      speakers[one]!.speaker.id,
      speakers[other]!.speaker.id,
      episodes,
    ]);
    expect(named.toSorted()).toEqual(again.pairs.toSorted());
    const weights = pairs.map(({ episodes }) => episodes);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it.skipIf(!isThere)('are right for every topic', () => {
    expect([...figures.topics.keys()].sort()).toEqual([...topics.keys()].sort());
    for (const [id, own] of figures.topics) {
      const others = new Map([...topics].filter(([other]) => other !== id));
      const wordsOf = (who: string): number => tuple(figures.speakers.get(who)!.counts)[2]!;
      expect(
        {
          ids: own.quotes.map(({ quote, reason }) => `${quote.id} ${reason}`).sort(),
          byReason: {
            keeper: tuple(own.byReason.keeper),
            terms: tuple(own.byReason.terms),
            episode: tuple(own.byReason.episode),
          },
          counts: tuple(own.counts),
          overTime: overTimeTuples(own.overTime),
          speakers: own.speakers.map(({ speaker, counts, share }) => [
            speaker.id,
            tuple(counts),
            share,
          ]),
          related: own.related.map(({ topic, quotes }) => [topic.id, quotes]).sort(),
          first: own.first?.episode.date,
        },
        id,
      ).toEqual(recountTopic(topics.get(id)!, others, wordsOf));
      const dates = own.quotes.map(({ episode: { date } }) => date ?? '');
      expect(dates).toEqual(dates.toSorted());
    }
  });

  it.skipIf(!isThere)('are right for who is named', () => {
    const names = plainNames(plain);
    const again = plain.episodes.flatMap(({ path: file, quotes }) =>
      quotes.flatMap((quote, number) =>
        [...namedIn(names, quote)].map((id) => `${id} ${file} ${number}`),
      ),
    );
    const places = new Map(
      archive.episodes.flatMap((episode) =>
        Array.from(quotesIn(episode), ([quote], number) => [quote, `${episode.path} ${number}`]),
      ),
    );
    const own = [...figures.speakers].flatMap(([id, { mentions }]) =>
      mentions.map(({ quote }) => `${id} ${places.get(quote)}`),
    );
    expect(own.sort()).toEqual(again.sort());
    expect(own.length).toBeGreaterThan(0);
  });

  it.skipIf(!isThere)('are right for the words that tell a speaker', () => {
    const again = recountTelling(plain);
    const close = (number: number) => expect.closeTo(number, 6) as number;
    for (const [id, { marks }] of figures.speakers) {
      expect(
        marks.map((mark) => [mark.word, mark.count, mark.own, mark.others, mark.z]),
        id,
      ).toEqual(
        again.get(id)!.map(([word, count, ...numbers]) => [word, count, ...numbers.map(close)]),
      );
      for (const { text, word } of marks) expect(plainWords(text).trim()).toBe(word);
    }
  });

  it.skipIf(!isThere)('are right for the topics of everything', () => {
    for (const [id, own] of figures.speakers) {
      expect(
        own.topics.map(({ topic, quotes, words, spoken }) => [topic.id, quotes, words, spoken]),
        id,
      ).toEqual(recountTopicsOfSpeaker(id, topics));
    }
    for (const [id, own] of figures.shows)
      expect(own.topics.map(({ topic, counts }) => [topic.id, tuple(counts)])).toEqual(
        recountTopicsOfShow(id, topics),
      );
    for (const episode of archive.episodes) {
      const own = figures.episode(episode).topics;
      expect(
        own.map(({ topic, quotes }) => [topic.id, quotes.map(({ quote }) => quote.id)]),
      ).toEqual(recountTopicsOfEpisode(episode.path, topics));
    }
    expect(figures.archive.topics.map(({ topic, counts }) => [topic.id, tuple(counts)])).toEqual(
      recountTopicsOfAll(topics),
    );
    expect(figures.archive.gaps.unusedTopics).toBe(
      [...topics.values()].filter((about) => about.length === 0).length,
    );
  });
});
