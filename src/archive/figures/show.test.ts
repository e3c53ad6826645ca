import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import type { EpisodeEntry } from '../model.ts';
import { countFigures } from './figures.ts';

function figuresOf(...episodes: EpisodeEntry[]) {
  const { archive } = joinArchive(sources({ episodes }));
  return countFigures(archive).shows.get('harbour')!;
}

describe('the figures of a show', () => {
  it('without episodes are nothing', () => {
    expect(figuresOf()).toEqual({
      counts: { episodes: 0, quotes: 0, words: 0 },
      overTime: { unit: 'month', periods: [], undated: { episodes: 0, quotes: 0, words: 0 } },
      speakers: [],
      anonymous: { episodes: 0, quotes: 0, words: 0 },
      topics: [],
    });
  });

  it('without words have no shares', () => {
    const { speakers } = figuresOf(episode('tides', [speech('Jo Field', '…')]));
    expect(speakers).toMatchObject([{ counts: { episodes: 1, quotes: 1, words: 0 }, share: 0 }]);
  });

  it('share its words among speakers, most words first, who says nothing last', () => {
    const { counts, speakers, anonymous } = figuresOf(
      episode('a', [speech('Jo Field', 'One.', 'Two.'), speech('Audience', 'Three four.')]),
      episode('b', [speech('Ann Reed', 'One two three four.'), speech('Speaker 1', 'Five.')], {
        roles: { 'jo-field': 'chair' },
      }),
    );
    expect(counts).toEqual({ episodes: 2, quotes: 5, words: 9 });
    expect(speakers).toEqual([
      {
        voice: { id: 'ann-reed', name: 'Ann Reed' },
        counts: { episodes: 1, quotes: 1, words: 4 },
        share: 4 / 9,
      },
      {
        voice: { id: 'jo-field', name: 'Jo Field' },
        counts: { episodes: 2, quotes: 2, words: 2 },
        share: 2 / 9,
      },
    ]);
    expect(anonymous).toEqual({ episodes: 2, quotes: 2, words: 3 });
  });
});
