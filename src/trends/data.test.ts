import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { countFigures } from '../archive/figures/figures.ts';
import { countTrends, type Trends } from '../archive/figures/trends.ts';
import type { Sources } from '../archive/model.ts';
import { TrendData } from './data.ts';
import { parseItems } from './query.ts';
import { serializeTrends } from './shards.ts';

/** The data of trends, and which shards were fetched. */
function publish(trends: Trends) {
  const { files, words, phrases } = serializeTrends(trends);
  const fetched: string[] = [];
  const facts = { folder: '/trends/1/', words, phrases, periods: trends.over.periods };
  const data = new TrendData(facts, (file) => {
    fetched.push(file);
    const text = files.get(file.replace(/^\/trends\/1\/(.*)\.txt$/, '$1'));
    return text === undefined ? Promise.reject(new Error(file)) : Promise.resolve(text);
  });
  const find = async (typed: string) =>
    (await data.findAll(parseItems(typed))).map((one) =>
      'counts' in one ? [one.name, [...one.counts]] : one.reason,
    );
  return { find, fetched, files, facts };
}

const trendsOf = (episodes: Sources['episodes']): Trends => {
  const { archive } = joinArchive(sources({ episodes }));
  return countTrends(archive, countFigures(archive));
};

const small = trendsOf([
  episode('old', [speech('JF', 'Low water, low water at two.', 'The low-water mark')], {
    date: '2019-03-02',
  }),
  episode('new', [speech('Ann Reed', '港口以，港口。以港', 'Copied: copies, copy')], {
    date: '2023-03-02',
  }),
]);

describe('what is found of the trends', () => {
  it('are words, whatever their case and accents', async () => {
    const { find, fetched } = publish(small);
    expect(await find('LÓW, two')).toEqual([
      ['LÓW', [3, 0, 0, 0, 0]],
      ['two', [1, 0, 0, 0, 0]],
    ]);
    expect(fetched).toEqual(['/trends/1/words-0.txt']);
  });

  it('are no other forms of a word', async () => {
    expect(await publish(small).find('copy, copied')).toEqual([
      ['copy', [0, 0, 0, 0, 1]],
      ['copied', [0, 0, 0, 0, 1]],
    ]);
  });

  it('are phrases that are said twice; of others that they are said too seldom or never', async () => {
    const { find } = publish(small);
    expect(await find('low water, "low water at", water low, the low water mark')).toEqual([
      ['low water', [3, 0, 0, 0, 0]],
      'seldom',
      'seldom',
      'long',
    ]);
  });

  it('are all words with a beginning', async () => {
    expect(await publish(small).find('cop*, x*')).toEqual([['cop*', [0, 0, 0, 0, 3]], 'nobody']);
  });

  it('are characters of scripts without blanks, alone and in a row', async () => {
    const { find } = publish(small);
    expect(await find('港, 港口, 以, 港口以, "low 港"')).toEqual([
      ['港', [0, 0, 0, 0, 3]],
      ['港口', [0, 0, 0, 0, 2]],
      ['以', [0, 0, 0, 0, 2]],
      'seldom',
      'open',
    ]);
  });

  it('are speakers by id, by name and by part of a name, once', async () => {
    const { find } = publish(small);
    const jo = ['Jo Field', [9, 0, 0, 0, 0]];
    expect(await find('speaker:jo-field, speaker:"jo FIELD", speaker:fie')).toEqual([jo]);
    expect(await find('speaker:nobody, topic:jo-field')).toEqual(['unknown', 'unknown']);
  });

  it('are none of what is no word, and nothing of a search that is not counted', async () => {
    expect(await publish(small).find('lighthouse, tide -salt, show:harbour')).toEqual([
      'nobody',
      'other',
      'other',
    ]);
  });

  it('are none where nothing has a date', async () => {
    const { find } = publish(trendsOf([episode('a', [speech('JF', 'Low water.')])]));
    expect(await find('low, "low water", lo*, speaker:jo')).toEqual([
      'nobody',
      'seldom',
      'nobody',
      'unknown',
    ]);
  });

  it('is asked for again when it could not be fetched', async () => {
    const { facts, files } = publish(small);
    let isBroken = true;
    const data = new TrendData(facts, () =>
      isBroken ? Promise.reject(new Error('offline')) : Promise.resolve(files.get('words-0')!),
    );
    await expect(data.findAll(parseItems('low'))).rejects.toThrow('offline');
    isBroken = false;
    expect(await data.findAll(parseItems('low'))).toMatchObject([{ counts: [3, 0, 0, 0, 0] }]);
  });
});

/** Words and phrases that nobody said, in numbers; phrases are said as often as their number tells. */
function invent(words: number, phrases: number, said: number): Trends {
  const word = (number: number): string => `w${String(number).padStart(6, '0')}`;
  return {
    ...small,
    said,
    eachWord: (take) => {
      for (let number = 0; number < words; number++) take([word(number)], [number, 0, 0, 0, 1]);
    },
    eachPhrase: (least, take) => {
      for (let number = 0; number < phrases; number++) {
        const total = (number % 9) + 1;
        if (total < least) continue;
        const first = word(Math.floor(number / 9));
        take([first, word(number)], [9 + total, 0, 0, 0, 0]);
        take([first, word(number), word(1)], [total, 0, 0, 0, 0]);
      }
    },
  };
}

describe('the shards of a large archive', () => {
  const { files, facts, find } = publish(invent(300_000, 900_000, 7_000_000));

  it('are at most 256, of about one size, and have room for all words', async () => {
    expect(files.size).toBeLessThanOrEqual(256);
    const sizes = [...files].map(([name, text]) => [name.replace(/-.*/, ''), text.length] as const);
    for (const kind of ['words', 'phrases']) {
      const own = sizes.flatMap(([name, size]) => (name === kind ? [size] : []));
      expect(Math.max(...own.slice(0, -1)) / Math.min(...own.slice(0, -1))).toBeLessThan(1.1);
    }
    expect(await find('w000000, w123456, w299999, w300000')).toEqual([
      ['w000000', [0, 0, 0, 0, 1]],
      ['w123456', [123456, 0, 0, 0, 1]],
      ['w299999', [299999, 0, 0, 0, 1]],
      'nobody',
    ]);
  });

  it('leave out the phrases that are said least often, and say which', async () => {
    const { least } = facts.phrases;
    expect(least).toBeGreaterThan(3);
    const phrases = [...files].filter(([name]) => name.startsWith('phrases'));
    const size = phrases.reduce((sum, [, text]) => sum + text.length, 0);
    expect(size).toBeLessThan(12_000_000);
    const often = 9 * 500 + least - 1;
    const pad = (number: number): string => `w${String(number).padStart(6, '0')}`;
    expect(
      await find(`${pad(500)} ${pad(often)} w000001, ${pad(500)} ${pad(often - 1)} w000001`),
    ).toEqual([[`${pad(500)} ${pad(often)} w000001`, [least, 0, 0, 0, 0]], 'seldom']);
  });

  it('are read for a beginning of a few, and not of all', async () => {
    const sum = (10_000 * 9_999) / 2 + 120_000 * 10_000;
    expect(await find('w12*, w*')).toEqual([['w12*', [sum, 0, 0, 0, 10_000]], 'broad']);
  });
});
