import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import type { Sources } from '../model.ts';
import { countFigures } from './figures.ts';
import { countTrends } from './trends.ts';

function trendsOf(episodes: Sources['episodes']) {
  const { archive } = joinArchive(sources({ episodes }));
  const trends = countTrends(archive, countFigures(archive));
  const gather = (
    each: (take: (said: readonly string[], counts: ArrayLike<number>) => void) => void,
  ) => {
    const found: Record<string, number[]> = {};
    each((said, counts) => (found[said.join(' ')] = Array.from(counts)));
    return found;
  };
  return {
    trends,
    words: gather(trends.eachWord),
    phrases: gather((take) => trends.eachPhrase(1, take)),
  };
}

describe('the trends of an archive', () => {
  it('without a date are none', () => {
    const { trends, words, phrases } = trendsOf([episode('a', [speech('JF', 'Low water.')])]);
    expect(trends.over.periods).toEqual([]);
    expect([words, phrases, trends.speakers, trends.topics]).toEqual([{}, {}, [], []]);
    expect(trends.said).toBe(0);
  });

  const { trends, words, phrases } = trendsOf([
    episode('old', [speech('JF', 'Low water, LOW Water!'), speech('Audience', 'Tides?')], {
      date: '2019-12-31',
    }),
    episode('new', [speech('Ann Reed', 'Höhe', 'water', '港口以'), speech('JF', '…')], {
      date: '2023-01-01',
      topics: ['tides'],
    }),
    episode('undated', [speech('JF', 'Low water.')]),
  ]);

  it('are those of the words that are said, folded, in the periods of the archive', () => {
    expect(trends.over.periods.map(({ name, words: all }) => [name, all])).toEqual([
      ['2019', 5],
      ['2020', 0],
      ['2021', 0],
      ['2022', 0],
      ['2023', 5],
    ]);
    expect(words).toEqual({
      hohe: [0, 0, 0, 0, 1],
      low: [2, 0, 0, 0, 0],
      tides: [1, 0, 0, 0, 0],
      water: [2, 0, 0, 0, 1],
      以: [0, 0, 0, 0, 1],
      口以: [0, 0, 0, 0, 1],
      港口: [0, 0, 0, 0, 1],
    });
    expect(trends.said).toBe(10);
  });

  it('are those of phrases within a quote', () => {
    expect(phrases).toEqual({
      'low water': [2, 0, 0, 0, 0],
      'low water low': [1, 0, 0, 0, 0],
      'water low': [1, 0, 0, 0, 0],
      'water low water': [1, 0, 0, 0, 0],
      '口以 以': [0, 0, 0, 0, 1],
      '港口 口以': [0, 0, 0, 0, 1],
      '港口 口以 以': [0, 0, 0, 0, 1],
    });
  });

  it('are those of who says something and what it is about', () => {
    expect(trends.speakers.map(({ of, words: own }) => [of.id, own])).toEqual([
      ['ann-reed', [0, 0, 0, 0, 5]],
      ['jo-field', [4, 0, 0, 0, 0]],
    ]);
  });
});
