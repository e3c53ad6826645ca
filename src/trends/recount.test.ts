import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFigures } from '../archive/figures/figures.ts';
import type { Figures, OverTime } from '../archive/figures/model.ts';
import { quotesIn } from '../archive/figures/spoken-words.ts';
import { countTrends, type Trends } from '../archive/figures/trends.ts';
import type { Archive } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { inventDates } from '../bench/changelog.ts';
import { loadArchive } from '../store/archive.ts';
import { corpusFolder } from '../store/corpora.ts';
import { importCorpus } from '../testing/corpus-content.ts';
import { asPhrase, plainWords } from '../testing/plain-search.ts';
import { Random } from '../testing/random.ts';
import { TrendData } from './data.ts';
import { shardFile } from './facts.ts';
import { type Item, parseItems } from './query.ts';
import { serializeTrends } from './shards.ts';
import { exampleFolder } from '../testing/example.ts';

/** Many more where somebody asks for them. */
const samples = Number(process.env['TREND_SAMPLES'] ?? 300);

/** What is said in a quote, as `plainWords` writes it, and when. */
interface Said {
  readonly month: string;
  readonly text: string;
  readonly words: number;
}

describe.each(['example', 'changelog', 'audreyt-transcript'])(
  'the trends of %s, counted again',
  (name) => {
    const isThere = name === 'example' || corpusFolder(name) !== undefined;
    let folder: string;
    let archive: Archive;
    let figures: Figures;
    let trends: Trends;
    let said: readonly Said[];
    let data: TrendData;
    let least: number;

    beforeAll(async () => {
      if (!isThere) return;
      folder = await mkdtemp(path.join(tmpdir(), 'trends-'));
      const content = name === 'example' ? exampleFolder : await importCorpus(name, folder);
      if (name !== 'example') await inventDates(content);
      const loaded = await loadArchive(path.resolve(content));
      if (!loaded.archive) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
      archive = loaded.archive;
      figures = countFigures(archive);
      trends = countTrends(archive, figures);
      said = archive.episodes.flatMap((episode) =>
        Array.from(quotesIn(episode), ([quote]) => ({
          month: episode.date?.slice(0, 7) ?? '',
          text: plainWords(plainText(quote.content)),
          words: quote.words,
        })),
      );
      const { files, ...lists } = serializeTrends(trends);
      least = lists.phrases.least;
      data = new TrendData({ ...lists, folder: '', periods: trends.over.periods }, (file) =>
        Promise.resolve(
          [...files].find(([shard]) => shardFile(shard) === file)?.[1] ?? Promise.reject(file),
        ),
      );
    }, 300_000);

    afterAll(async () => {
      if (folder) await rm(folder, { recursive: true, force: true });
    });

    const byPeriod = (countIn: (one: Said) => number): number[] =>
      trends.over.periods.map(({ from, to }) =>
        said
          .filter(({ month }) => from <= month && month <= to)
          .reduce((sum, one) => sum + countIn(one), 0),
      );

    /** How often words stand in a row, with those that overlap. */
    function recount(text: string, isBeginning: boolean): number[] {
      const whole = asPhrase(text);
      const sought = isBeginning ? whole.trimEnd() : whole;
      return byPeriod((one) => {
        let count = 0;
        for (let at = one.text.indexOf(sought); at !== -1; at = one.text.indexOf(sought, at + 1))
          count++;
        return count;
      });
    }

    /** Words that somebody says, or may have said. */
    function sample(random: Random): string {
      const words = random.pick(said).text.trim().split(' ');
      const start = random.below(words.length);
      const some = words.slice(start, start + random.between(1, 4)).join(' ');
      const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(some);
      const letters = [...some];
      const from = random.below(letters.length);
      if (unspaced) return letters.slice(from, from + random.between(1, 6)).join('');
      if (random.chance(0.1)) return letters.reverse().join('').trim();
      return some;
    }

    async function check(item: Item, isBeginning = false): Promise<string> {
      const text = 'text' in item ? item.text : '';
      const counts = recount(text, isBeginning);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const [found] = await data.find(item);
      if (found && 'counts' in found) {
        expect([text, found.counts]).toEqual([text, counts]);
        return 'counted';
      }
      const reason = found?.reason;
      if (reason === 'nobody') expect([text, total]).toEqual([text, 0]);
      if (reason === 'seldom') expect([text, total < least]).toEqual([text, true]);
      return reason ?? '';
    }

    it.skipIf(!isThere)(
      'find words and phrases as often as a plain pass does',
      async () => {
        const random = new Random(1);
        const outcomes = new Map<string, number>();
        for (let run = 0; run < samples; run++) {
          const [item] = parseItems(`"${sample(random)}"`);
          if (!item) continue;
          const outcome = await check(item, item.kind === 'beginning');
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        expect(outcomes.get('counted')).toBeGreaterThan(samples / 4);
        expect(outcomes.get('seldom')).toBeGreaterThan(0);
        expect(outcomes.get('long')).toBeGreaterThan(0);
      },
      300_000,
    );

    it.skipIf(!isThere)(
      'find beginnings as often as a plain pass does',
      async () => {
        const random = new Random(2);
        let counted = 0;
        for (let run = 0; run < samples / 4; run++) {
          const [word = ''] = sample(random).split(' ');
          const begin = [...word].slice(0, random.between(2, 5)).join('');
          const [item] = parseItems(`${begin}*`);
          if (item?.kind !== 'beginning') continue;
          if ((await check(item, true)) === 'counted') counted++;
        }
        expect(counted).toBeGreaterThan(samples / 20);
      },
      300_000,
    );

    it.skipIf(!isThere)('have every word of each period, and these in all', () => {
      expect(trends.over.periods.map(({ words }) => words)).toEqual(byPeriod(({ words }) => words));
      let all = 0;
      trends.eachWord((_, counts) => {
        all += Array.from(counts).reduce((sum, count) => sum + count, 0);
      });
      expect(all).toBe(trends.said);
    });

    /** Words over time in the periods of the archive: those of one speaker may be shorter. */
    const inPeriods = (own: OverTime): number[] =>
      trends.over.periods.map(({ from, to }) =>
        own.periods
          .filter((period) => from <= period.from && period.to <= to)
          .reduce((sum, { words }) => sum + words, 0),
      );

    it.skipIf(!isThere)('say of speakers and topics what their own figures say', () => {
      for (const kind of ['speakers', 'topics'] as const) {
        const expected = [...figures[kind]]
          .map(([id, { overTime }]) => [id, inPeriods(overTime)] as const)
          .filter(([, words]) => words.some((count) => count > 0))
          .sort(([a], [b]) => (a < b ? -1 : 1));
        expect(expected.length).toBeGreaterThan(0);
        expect(trends[kind].map(({ of, words }) => [of.id, words])).toEqual(expected);
      }
    });
  },
);
