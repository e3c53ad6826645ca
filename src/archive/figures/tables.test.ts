import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import { countFigures } from './figures.ts';
import { listGaps } from './gap-list.ts';
import type { Gaps } from './model.ts';
import { accumulate, tablesOf } from './tables.ts';

const { archive } = joinArchive(
  sources({
    episodes: [
      episode('old', [speech('JF', 'Nobody wrote them down.')], { date: '2001-05-01' }),
      episode('new', [speech('JF', 'Everybody copied.'), speech('Audience', 'Which?')], {
        date: '2004-05-01',
        status: 'verified',
        topics: ['tides'],
        audio: 'https://example.org/12.mp3',
      }),
      episode('some-day', [speech('Audience', 'A cow.', 'A gull.')]),
    ],
  }),
);
const figures = countFigures(archive);
const tables = tablesOf(archive, figures);

describe('the tables of an archive', () => {
  it('of an empty one have no rows', () => {
    const empty = joinArchive(sources({ speakers: [], topics: [] })).archive;
    const all = Object.values(tablesOf(empty, countFigures(empty)));
    expect(all.flatMap(({ rows }) => rows)).toEqual([]);
  });

  it('have a cell for each column in every row', () => {
    for (const [name, { columns, rows }] of Object.entries(tables))
      for (const row of rows) expect(row, name).toHaveLength(columns.length);
  });

  it('have what has no date in a row without a period', () => {
    expect(tables['over-time'].rows).toEqual([
      ['2001', '2001-01', '2001-12', 1, 1, 4],
      ['2002', '2002-01', '2002-12', 0, 0, 0],
      ['2003', '2003-01', '2003-12', 0, 0, 0],
      ['2004', '2004-01', '2004-12', 1, 2, 3],
      [undefined, undefined, undefined, 1, 2, 4],
    ]);
  });

  it('add up what there was until then, from the first period on', () => {
    const { periods } = accumulate(figures.archive.overTime);
    expect(periods.map(({ episodes, words }) => [episodes, words])).toEqual([
      [1, 4],
      [1, 4],
      [1, 4],
      [2, 7],
    ]);
    expect(new Set(periods.map(({ from }) => from))).toEqual(new Set(['2001-01']));
  });

  it('name where something is missing', () => {
    const rows = tables.gaps.rows.filter(([gap]) => gap === 'anonymousQuotes');
    expect(rows).toEqual([
      ['anonymousQuotes', 'episode', 'some-day', 'some-day', 2, 'episodes/harbour/some-day.md'],
      ['anonymousQuotes', 'episode', 'new', 'new', 1, 'episodes/harbour/new.md'],
    ]);
  });
});

it('the lists of gaps add up to the figures', () => {
  const lists = listGaps(archive, figures);
  for (const name of Object.keys(figures.archive.gaps) as (keyof Gaps)[]) {
    const sum = lists[name].reduce((total, { count }) => total + count, 0);
    expect(sum, name).toBe(figures.archive.gaps[name]);
  }
});
