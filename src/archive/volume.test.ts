import { describe, expect, it } from 'vitest';
import { volumesOf } from './volume.ts';

const episode = (date?: string, season?: number) => ({
  ...(date !== undefined && { date }),
  facts: {
    title: '',
    speakers: {},
    roles: {},
    topics: [],
    ...(season !== undefined && { season }),
  },
});

describe('volumesOf', () => {
  it('gives nothing for a show without episodes', () => {
    expect(volumesOf([])).toEqual([]);
  });

  it('goes by year when one episode has no season, those without a date apart', () => {
    const [late, early, undated] = [episode('2024-03-02', 2), episode('2023-05-01'), episode()];
    expect(volumesOf([late, early, undated])).toEqual([
      { year: '2024', episodes: [late] },
      { year: '2023', episodes: [early] },
      { episodes: [undated] },
    ]);
  });

  it('goes by season when all have one, though a season spans two years', () => {
    const episodes = [episode('2024-01-02', 2), episode('2023-11-01', 2), episode(undefined, 1)];
    expect(volumesOf(episodes)).toEqual([
      { season: 2, episodes: episodes.slice(0, 2) },
      { season: 1, episodes: episodes.slice(2) },
    ]);
  });
});
