import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speaker, speech } from '../archive/example.ts';
import { countFigures } from '../archive/figures/figures.ts';
import type { EpisodeFigures } from '../archive/figures/model.ts';
import { bandsOf, lanesOf } from './strip.ts';

const chapter = (title: string) => ({
  type: 'chapter' as const,
  title,
  place: { line: 1, column: 1 },
});

const figuresOf = (parts: Parameters<typeof episode>[1]): EpisodeFigures => {
  const labels = [...new Set(parts.flatMap((part) => (part.type === 'speech' ? part.label! : [])))];
  const { archive } = joinArchive(
    sources({
      speakers: labels.map((name) => speaker(name.toLowerCase().replace(' ', '-'), name)),
      episodes: [episode('tides', parts)],
    }),
  );
  return countFigures(archive).episode(archive.episodes[0]!);
};

describe('the strip of an episode', () => {
  it('of nobody has no lane', () => {
    expect(lanesOf(figuresOf([]), 'ltr')).toEqual([]);
  });

  it('has a lane for each voice, and in it their turns, as long as their words are many', () => {
    const figures = figuresOf([
      speech('Ann Reed', 'One two three four five six.'),
      speech('Bo Lind', 'Seven eight.'),
      speech('Ann Reed', 'Nine ten.'),
    ]);
    const lanes = lanesOf(figures, 'ltr').map(({ marks }) => marks.map(({ d }) => d));
    expect(lanes).toEqual([['M0 0h600', 'M800 0h200'], ['M600 0h200']]);
    const mirrored = lanesOf(figures, 'rtl').map(({ marks }) => marks.map(({ d }) => d));
    expect(mirrored).toEqual([['M400 0h600', 'M0 0h200'], ['M200 0h200']]);
  });

  it('puts those who say least into one lane', () => {
    const figures = figuresOf(
      Array.from({ length: 12 }, (_, index) =>
        speech(`Voice ${'abcdefghijkl'[index]}`, 'word '.repeat(40 - index)),
      ),
    );
    const lanes = lanesOf(figures, 'ltr');
    expect(lanes.map(({ parts }) => parts.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 5]);
    expect(lanes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(lanes.at(-1)!.marks).toHaveLength(5);
  });

  it('draws every turn of a very long episode, and links the longest that can be pointed at', () => {
    const figures = figuresOf(
      Array.from({ length: 900 }, (_, index) =>
        speech(index % 2 === 0 ? 'Ann Reed' : 'Bo Lind', index < 10 ? 'two words' : 'one'),
      ),
    );
    const lanes = lanesOf(figures, 'ltr');
    expect(lanes.flatMap(({ marks }) => marks)).toHaveLength(400);
    expect(lanes.map(({ rest }) => rest.split('M').length - 1)).toEqual([250, 250]);
    const linked = new Set(lanes.flatMap(({ marks }) => marks.map(({ id }) => id)));
    for (const { first } of figures.turns.slice(0, 10)) expect(linked).toContain(first.id);
  });

  it('links no turn that is too short to be pointed at', () => {
    const figures = figuresOf([
      speech('Ann Reed', 'word '.repeat(5000)),
      speech('Bo Lind', 'Yes.'),
      speech('Ann Reed', 'word '.repeat(5000)),
    ]);
    const [, short] = lanesOf(figures, 'ltr');
    expect(short).toMatchObject({ marks: [], rest: 'M500 0h1' });
  });

  it('has chapters from where they begin to the next', () => {
    const figures = figuresOf([
      chapter('Ebb'),
      speech('Ann Reed', 'One two three.'),
      chapter('Flood'),
      speech('Bo Lind', 'Four.'),
    ]);
    expect(bandsOf(figures, 'rtl').map(({ title, x, width }) => [title, x, width])).toEqual([
      ['Ebb', 25, 75],
      ['Flood', 0, 25],
    ]);
  });
});
