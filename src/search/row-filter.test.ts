import { describe, expect, it } from 'vitest';
import type { Catalog, Row } from './catalog.ts';
import { isWithin, testOf, valuesOf } from './row-filter.ts';
import type { Filters } from './query.ts';

const episode = {
  key: 'tide-tables',
  title: 'The tide tables',
  date: '2019-03-31',
  show: 0,
  language: 0,
  status: 0,
  topics: [0],
  isPlayable: false,
};

const catalog: Catalog = {
  shows: [['harbour', 'Harbour']],
  speakers: [
    ['jo-field', 'Jo Field'],
    ['ann-reed', 'Ann Reed'],
  ],
  voices: ['Audience'],
  topics: [
    ['tides', 'Tides'],
    ['salt', 'Salt'],
    ['fog', 'Fog'],
  ],
  roles: ['host'],
  languages: ['en', 'de'],
  statuses: ['verified'],
  episodes: [episode, { ...episode, key: 'salt', date: undefined, status: undefined, topics: [] }],
  rows: [],
};

const row: Row = {
  number: 0,
  part: 0,
  episode: 0,
  voice: 0,
  role: 0,
  topics: [1],
  longest: 9,
};
const anonymous: Row = { ...row, number: 1, episode: 1, voice: 2, role: undefined, topics: [] };

const passes = (filters: Filters, one: Row = row): boolean => testOf(filters, catalog)(one);

describe('filters', () => {
  it('let nothing pass by an id that nobody has', () => {
    for (const name of ['speaker', 'show', 'topic', 'episode', 'role', 'language', 'status'])
      expect(passes({ [name]: ['nobody'] }), name).toBe(false);
    expect(passes({ speaker: [] })).toBe(false);
  });

  it('let pass what has one of the ids of each', () => {
    expect(passes({})).toBe(true);
    expect(passes({ speaker: ['ann-reed', 'jo-field'] })).toBe(true);
    expect(passes({ speaker: ['ann-reed'] })).toBe(false);
    expect(passes({ speaker: ['jo-field'], role: ['host'], status: ['verified'] })).toBe(true);
    expect(passes({ speaker: ['jo-field'], language: ['de'] })).toBe(false);
    expect(passes({ episode: ['tide-tables'], show: ['harbour'], language: ['en'] })).toBe(true);
  });

  it('take topics of the episode and of the words', () => {
    expect(passes({ topic: ['tides'] })).toBe(true);
    expect(passes({ topic: ['salt'] })).toBe(true);
    expect(passes({ topic: ['fog'] })).toBe(false);
    expect(passes({ topic: ['fog', 'salt'] })).toBe(true);
  });

  it('let nothing pass that lacks what they are about', () => {
    for (const filters of [
      { speaker: ['jo-field'] },
      { role: ['host'] },
      { status: ['verified'] },
      { topic: ['tides'] },
      { from: '2001' },
      { to: '2030' },
    ])
      expect(passes(filters, anonymous), JSON.stringify(filters)).toBe(false);
    expect(passes({ show: ['harbour'], language: ['en'] }, anonymous)).toBe(true);
  });

  it('leave one of them out where its values are counted', () => {
    const filters = { speaker: ['ann-reed'], from: '2030', status: ['verified'] };
    expect(testOf(filters, catalog)(row)).toBe(false);
    expect(testOf({ speaker: ['ann-reed'] }, catalog, 'speaker')(row)).toBe(true);
    expect(testOf(filters, catalog, 'speaker')(row)).toBe(false);
    expect(testOf({ from: '2030', to: '2031' }, catalog, 'time')(row)).toBe(true);
  });

  it('know the values of a row; of an anonymous voice no speaker', () => {
    expect(valuesOf(row, 'topic', catalog)).toEqual(['tides', 'salt']);
    expect(valuesOf(anonymous, 'speaker', catalog)).toEqual([]);
    expect(valuesOf({ ...row, episode: 7 }, 'show', catalog)).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    ['2019-03-31', '2019-04', undefined],
    ['2019-03-31', undefined, '2019-02'],
    ['2019-03-31', '2020', undefined],
    ['2019-03-31', undefined, '2018'],
    ['2019-03-31', '2020', '2018'],
  ])('%s is not within %s and %s', (date, from, to) =>
    expect(isWithin(date, from, to)).toBe(false),
  );

  it.each([
    ['2019-03-31', undefined, undefined],
    ['2019-03-31', '2019', '2019'],
    ['2019-03-31', '2019-03', '2019-03'],
    ['2019-03-01', '2018', '2019-03'],
    ['2019-12-31', '2019-12', '2019'],
  ])('%s is within %s and %s', (date, from, to) => expect(isWithin(date, from, to)).toBe(true));
});
