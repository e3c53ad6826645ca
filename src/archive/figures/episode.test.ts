import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import type { Chapter, EpisodeFacts, Note, Speech } from '../model.ts';
import { countFigures } from './figures.ts';

const place = { line: 1, column: 1 };
const note: Note = { type: 'note', content: ['Laughter'], place };
const chapter = (title: string): Chapter => ({ type: 'chapter', title, place });

function figuresOf(parts: readonly (Chapter | Note | Speech)[], facts: Partial<EpisodeFacts> = {}) {
  const { archive } = joinArchive(sources({ episodes: [episode('tides', parts, facts)] }));
  return countFigures(archive).episode(archive.episodes[0]!);
}

describe('the figures of an episode', () => {
  it('without quotes are nothing', () => {
    expect(figuresOf([])).toEqual({ parts: [], turns: [], chapters: [], topics: [] });
    expect(figuresOf([note, chapter('Tides')])).toMatchObject({
      turns: [],
      chapters: [{ title: 'Tides', at: 0 }],
    });
  });

  it('without words put everything at the start', () => {
    const { parts, turns, longest } = figuresOf([speech('JF', '…'), speech('Ann Reed', '?')]);
    expect(parts.map(({ share }) => share)).toEqual([0, 0]);
    expect(turns.map(({ at, size }) => [at, size])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(longest).toMatchObject({ words: 0, voice: { id: 'jo-field' } });
  });

  it('share its words among all voices, who says nothing last', () => {
    const { parts } = figuresOf([speech('Audience', 'One.'), speech('JF', 'One two three.')], {
      roles: { 'ann-reed': 'chair' },
    });
    expect(parts).toEqual([
      {
        voice: { id: 'jo-field', name: 'Jo Field' },
        counts: { episodes: 1, quotes: 1, words: 3 },
        share: 3 / 4,
      },
      { voice: { name: 'Audience' }, counts: { episodes: 1, quotes: 1, words: 1 }, share: 1 / 4 },
      {
        voice: { id: 'ann-reed', name: 'Ann Reed' },
        counts: { episodes: 1, quotes: 0, words: 0 },
        share: 0,
      },
    ]);
  });

  it('number the voice of each turn as it stands among the parts', () => {
    const { parts, turns } = figuresOf([speech('Jo Field', 'One.'), speech('Audience', 'Two.')]);
    expect(parts.map(({ voice }) => voice.name)).toEqual(['Audience', 'Jo Field']);
    expect(turns.map(({ part }) => part)).toEqual([1, 0]);
  });

  it('place each turn and chapter by the words before it; a note does not end a turn', () => {
    const { turns, chapters } = figuresOf([
      chapter('First'),
      speech('JF', 'One two.'),
      note,
      speech('JF', 'Three.', 'Four.'),
      chapter('Second'),
      speech('Ann Reed', 'Five six.'),
      speech('JF', 'Seven eight.'),
      chapter('End'),
    ]);
    expect(turns.map(({ part, at, size, first }) => [part, at, size, first.content[0]])).toEqual([
      [0, 0, 1 / 2, 'One two.'],
      [1, 1 / 2, 1 / 4, 'Five six.'],
      [0, 3 / 4, 1 / 4, 'Seven eight.'],
    ]);
    expect(chapters).toEqual([
      { title: 'First', at: 0 },
      { title: 'Second', at: 1 / 2 },
      { title: 'End', at: 1 },
    ]);
  });
});
