import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadArchive } from '../../store/archive.ts';
import { corpusFolder } from '../../store/corpora.ts';
import { importCorpus } from '../../testing/corpus-content.ts';
import { type PlainArchive, readPlainArchive } from '../../testing/plain-archive.ts';
import { plainWords } from '../../testing/plain-search.ts';
import { recountOverTime } from '../../testing/recount.ts';
import {
  linesAbout,
  namedIn,
  type PlacedLine,
  placedLines,
  plainNames,
  plainTopics,
} from '../../testing/recount-about.ts';
import { recountTelling } from '../../testing/recount-telling.ts';
import type { Archive, Counts, QuoteId } from '../model.ts';
import { type About, gatherAbout } from './about.ts';
import { quotesIn, SpokenWords } from './spoken-words.ts';
import { findTelling } from './telling-words.ts';
import { countTopic } from './topic.ts';

const corpora = ['changelog', 'bitcointranscripts', 'audreyt-transcript'];
const missing = corpora.filter((name) => corpusFolder(name) === undefined);
if (missing.length > 0)
  console.warn(
    `What quotes of ${missing.join(', ')} are about is not counted again: the transcripts are not here (ARCHIVE_CORPORA).`,
  );

/** Topics for archives that have none. */
const invented = [
  ['ai', 'Artificial intelligence', ['AI', '人工智慧', 'machine learning', 'neural', '模型']],
  ['law', 'Law', ['法', 'court', '法律', 'license', 'Licence']],
  ['money', 'Money', ['fee', 'fees', 'pay', 'Bitcoin', '價格', '錢', 'bit']],
  ['net', 'Internet', ['web', 'the web', '網路', 'Node.js', 'JavaScript', 'it’s']],
  ['open-source', 'Open source', ['open-source', '開源', '開放', 'naïve']],
  ['time', 'Time', ['years ago', '今天', 'year', 'the time', 'at the time']],
  ['zymurgy', 'Zymurgy', ['xyzzy', '…']],
] as const;

const idsByPlace = (archive: Archive): Map<string, QuoteId> =>
  new Map(
    archive.episodes
      .flatMap((episode) =>
        [...quotesIn(episode)].map(([{ id }], number): [string, QuoteId] => [
          `${episode.path} ${number}`,
          id,
        ]),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Writes invented topics into a content folder, some of whose episodes and quotes they claim or deny. */
async function writeTopics(content: string): Promise<void> {
  const { archive } = await loadArchive(content);
  const ids = [...idsByPlace(archive!).values()];
  const every = (step: number, first: number): QuoteId[] =>
    ids.filter((_, index) => index % step === first);
  mkdirSync(path.join(content, 'topics'), { recursive: true });
  for (const [index, [id, name, terms]] of invented.entries()) {
    const quotes = every(53, index);
    const featured = every(211, index + 10);
    const notAbout = every(31, index).filter((one) => ![...quotes, ...featured].includes(one));
    const facts = { name, aliases: terms.slice(0, 1), terms: terms.slice(1) };
    const lines = Object.entries({ ...facts, quotes, featured, notAbout });
    writeFileSync(
      path.join(content, 'topics', `${id}.md`),
      `---\n${lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n`,
    );
  }
  for (const [index, episode] of archive!.episodes.entries()) {
    if (index % 3 !== 0) continue;
    const file = path.join(content, episode.path);
    const text = readFileSync(file, 'utf8');
    if (/^topics:/mu.test(text)) continue;
    const topics = index % 2 === 0 ? '[law, time]' : '[zymurgy]';
    writeFileSync(file, text.replace(/^---\n/u, `---\ntopics: ${topics}\n`));
  }
}

type AboutLine = ReturnType<typeof linesAbout>[number];

const countLines = (some: readonly PlacedLine[]) =>
  [
    new Set(some.map(({ episode }) => episode)).size,
    some.length,
    some.reduce((sum, { quote }) => sum + quote.words, 0),
  ] as const;
const tuple = ({ episodes, quotes, words }: Counts) => [episodes, quotes, words];

describe.each(['example', ...corpora])('what quotes of %s are about, found again', (name) => {
  const isThere = name === 'example' || corpusFolder(name) !== undefined;
  let folder: string;
  let archive: Archive;
  let words: SpokenWords;
  let about: About;
  let plain: PlainArchive;
  let lines: readonly PlacedLine[];
  let again: ReadonlyMap<string, readonly AboutLine[]>;
  let placeOf: (id: QuoteId) => string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'about-'));
    if (!isThere) return;
    const content = name === 'example' ? path.resolve('content') : await importCorpus(name, folder);
    if (name !== 'example') await writeTopics(content);
    const { archive: loaded, problems } = await loadArchive(content);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    archive = loaded!;
    words = SpokenWords.of(archive.episodes);
    about = gatherAbout(archive, words);
    plain = readPlainArchive(content);
    lines = placedLines(plain);
    const places = new Map([...idsByPlace(archive)].map(([place, id]) => [id, place]));
    placeOf = (id) => places.get(id)!;
    again = new Map(
      plainTopics(plain, placeOf).map((topic) => [topic.id, linesAbout(topic, lines)]),
    );
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(!isThere)('are the same quotes, for the same reasons', () => {
    expect([...about.topics.keys()].sort()).toEqual([...again.keys()].sort());
    for (const [id, own] of about.topics) {
      expect(own.map(({ quote, reason }) => `${placeOf(quote.id)} ${reason}`).sort(), id).toEqual(
        again
          .get(id)!
          .map(({ place, reason }) => `${place} ${reason}`)
          .sort(),
      );
      const dates = own.map(({ episode: { date } }) => date ?? '');
      expect(dates).toEqual(dates.toSorted());
    }
  });

  it.skipIf(!isThere)('are counted right', () => {
    const wordsBy = new Map<string, number>();
    for (const { quote } of lines)
      wordsBy.set(quote.who, (wordsBy.get(quote.who) ?? 0) + quote.words);
    const spokenOf = ({ reason }: AboutLine) => reason !== 'episode';
    for (const topic of archive.topics) {
      const of = again.get(topic.id)!;
      const own = countTopic(topic, about, archive);
      const byEpisode = [...Map.groupBy(of, ({ episode }) => episode)].map(([episode, some]) => {
        const [, quotes, words] = countLines(some);
        return { episode, quotes, words };
      });
      expect(tuple(own.counts)).toEqual(countLines(of));
      expect(Object.entries(own.byReason).map(([one, counts]) => [one, tuple(counts)])).toEqual(
        ['keeper', 'terms', 'episode'].map((one) => [
          one,
          countLines(of.filter(({ reason }) => reason === one)),
        ]),
      );
      const { unit, periods, undated } = own.overTime;
      expect({
        unit,
        periods: periods.map((period) => [period.name, period.from, period.to, tuple(period)]),
        undated: tuple(undated),
      }).toEqual(recountOverTime(byEpisode));
      const speakers = [...Map.groupBy(of, ({ quote }) => quote.who)]
        .filter(([who]) => !who.startsWith('?'))
        .map(([who, some]) => [who, countLines(some)] as const)
        .sort(([a, one], [b, two]) => two[1] - one[1] || two[2] - one[2] || (a < b ? -1 : 1))
        .map(([who, counts]) => [who, counts, counts[2] && counts[2] / wordsBy.get(who)!]);
      expect(own.speakers.map((one) => [one.speaker.id, tuple(one.counts), one.share])).toEqual(
        speakers,
      );
      const spoken = new Set(of.filter(spokenOf).map(({ place }) => place));
      const related = [...again]
        .filter(([other]) => other !== topic.id)
        .map(([other, some]): [string, number] => [
          other,
          some.filter((line) => spokenOf(line) && spoken.has(line.place)).length,
        ])
        .filter(([, quotes]) => quotes > 1);
      expect(own.related.map((one): [string, number] => [one.topic.id, one.quotes]).sort()).toEqual(
        related.sort(),
      );
      const dates = of.filter(spokenOf).flatMap(({ episode: { date } }) => date ?? []);
      expect(own.first?.episode.date).toBe(dates.sort()[0]);
    }
  });

  it.skipIf(!isThere)('and whom they name', () => {
    const names = plainNames(plain);
    const named = lines.flatMap(({ quote, place }) =>
      [...namedIn(names, quote)].map((id) => `${place} ${id}`),
    );
    const own = [...about.mentions].flatMap(([id, quotes]) =>
      quotes.map(({ quote }) => `${placeOf(quote.id)} ${id}`),
    );
    expect(own.sort()).toEqual(named.sort());
    expect(own.length).toBeGreaterThan(0);
  });

  it.skipIf(!isThere)('and which words tell their speakers', () => {
    const telling = findTelling(archive, words);
    const recounted = recountTelling(plain);
    expect([...telling.keys()].sort()).toEqual([...recounted.keys()].sort());
    for (const [id, own] of telling) {
      const close = (number: number) => expect.closeTo(number, 6) as number;
      expect(
        own.map((mark) => [mark.word, mark.count, mark.own, mark.others, mark.z]),
        id,
      ).toEqual(
        recounted
          .get(id)!
          .map(([word, count, mine, others, z]) => [
            word,
            count,
            close(mine),
            close(others),
            close(z),
          ]),
      );
      for (const { text, word } of own) expect(plainWords(text).trim()).toBe(word);
    }
  });
});
