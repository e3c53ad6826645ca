import { describe, expect, it } from 'vitest';
import { drawTrends } from './picture.ts';
import { parseItems } from './query.ts';

const year = (name: string, words: number) => ({
  name,
  from: `${name}-01`,
  to: `${name}-12`,
  words,
});
const years = [year('2019', 100), year('2020', 0), year('2021', 50)];
const found = (typed: string, ...counts: number[]) =>
  parseItems(typed).map((item) => ({ item, name: typed, counts }));

describe('what is drawn of trends', () => {
  it('is a share of the words of each period, unknown where there are none', () => {
    const { lines, periods } = drawTrends(found('tide', 3, 0, 1), years, {});
    expect(periods).toEqual(years);
    expect(lines).toMatchObject([
      { scale: 'times', counts: [3, 0, 1], shares: [0.03, undefined, 0.02], total: 4, look: 0 },
    ]);
  });

  it('holds words and phrases against each other, and apart from them topics and speakers', () => {
    const all = [...found('tide', 1), ...found('topic:tides', 1), ...found('speaker:jo', 1)];
    expect(drawTrends(all, years, {}).lines.map(({ scale }) => scale)).toEqual([
      'times',
      'share',
      'share',
    ]);
  });

  it.each([
    [{ from: '2020' }, ['2020', '2021']],
    [{ from: '2019-12', to: '2020-01' }, ['2019', '2020']],
    [{ to: '2019' }, ['2019']],
    [{ from: '2021', to: '2019' }, []],
    [{ from: '2030' }, []],
  ])('lies between the times of %j', (query, names) => {
    const { periods, lines } = drawTrends(found('tide', 3, 0, 1), years, query);
    expect(periods.map(({ name }) => name)).toEqual(names);
    expect(lines[0]!.counts).toHaveLength(names.length);
  });

  it('is six lines at most; others are named', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((word) => found(word, 1, 1, 1));
    const { lines, leftOut } = drawTrends(many, years, {});
    expect(lines.map(({ look }) => look)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(leftOut).toEqual(['g', 'h']);
  });
});
