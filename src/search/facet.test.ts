import { describe, expect, it } from 'vitest';
import type { Catalog } from './catalog.ts';
import type { Candidate } from './candidate.ts';
import { countAppearances, facetOf, overTime } from './facet.ts';

const episodeOn = (date: string | undefined, key: string, topics: readonly number[] = []) => ({
  key,
  title: key,
  date,
  show: 0,
  language: 0,
  status: undefined,
  topics,
  isPlayable: false,
});

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
  ],
  roles: [],
  languages: ['en'],
  statuses: [],
  episodes: [
    episodeOn('2001-05-01', 'first', [0]),
    episodeOn('2003-11-30', 'second'),
    episodeOn('2003-12-01', 'third'),
    episodeOn(undefined, 'undated'),
  ],
  rows: [],
};

/** Rows as `episode voice`: a record of a voice in an episode. */
const candidates = (...rows: [episode: number, voice: number, topics?: number[]][]): Candidate[] =>
  rows.map(([episode, voice, topics = []], number) => ({
    row: { number, part: 0, episode, voice, role: undefined, topics, longest: 9 },
    score: 1,
    span: 0,
    places: [],
  }));

// Jo speaks in two records of the first episode.
const all = candidates([0, 0], [0, 0, [1]], [0, 1], [1, 0], [2, 0, [1]], [2, 2], [3, 1]);

describe('appearances', () => {
  it('are counted once, in however many records they lie', () => {
    expect(countAppearances([])).toBe(0);
    expect(countAppearances(all)).toBe(6);
  });
});

describe('the values of a filter', () => {
  it('are none where nothing is found, but those that are chosen', () => {
    expect(facetOf('speaker', [], {}, catalog)).toEqual([]);
    expect(facetOf('speaker', [], { speaker: ['nobody'] }, catalog)).toEqual([
      { id: 'nobody', count: 0 },
    ]);
  });

  it('have the appearances that would be found with them, most first', () => {
    expect(facetOf('speaker', all, {}, catalog)).toEqual([
      { id: 'jo-field', count: 3 },
      { id: 'ann-reed', count: 2 },
    ]);
    expect(facetOf('topic', all, {}, catalog)).toEqual([
      { id: 'salt', count: 2 },
      { id: 'tides', count: 2 },
    ]);
  });

  it('are counted as if nothing of this filter were chosen, and with all others', () => {
    const filters = { speaker: ['ann-reed'], to: '2002' };
    expect(facetOf('speaker', all, filters, catalog)).toEqual([
      { id: 'ann-reed', count: 1 },
      { id: 'jo-field', count: 1 },
    ]);
    expect(facetOf('episode', all, filters, catalog)).toEqual([{ id: 'first', count: 1 }]);
  });
});

describe('appearances over time', () => {
  it('are none where nothing found has a date', () => {
    expect(overTime([], {}, catalog)).toEqual([]);
    expect(overTime(candidates([3, 1]), {}, catalog)).toEqual([]);
    expect(overTime(all, { speaker: ['nobody'] }, catalog)).toEqual([]);
  });

  it('have every year between the first and the last', () => {
    expect(overTime(all, {}, catalog)).toEqual([
      { period: '2001', count: 2 },
      { period: '2002', count: 0 },
      { period: '2003', count: 3 },
    ]);
  });

  it('show what lies beside the time that is chosen', () => {
    expect(overTime(all, { from: '2003' }, catalog).map(({ period }) => period)).toEqual([
      '2001',
      '2002',
      '2003',
    ]);
  });

  it('are by month within two years, every month of them', () => {
    const bars = overTime(all, { from: '2003-11', to: '2003-11' }, catalog);
    expect(bars.map(({ period }) => period)).toEqual(
      Array.from({ length: 12 }, (_, month) => `2003-${String(month + 1).padStart(2, '0')}`),
    );
    expect(bars.filter(({ count }) => count > 0)).toEqual([
      { period: '2003-11', count: 1 },
      { period: '2003-12', count: 2 },
    ]);
    expect(overTime(all, { from: '2002', to: '2003' }, catalog)).toHaveLength(24);
    expect(overTime(all, { from: '2001', to: '2003' }, catalog)).toHaveLength(3);
  });

  it('are of no use where the end is before the beginning, and do no harm', () => {
    expect(overTime(all, { from: '2003', to: '2001' }, catalog)).toHaveLength(3);
  });
});
