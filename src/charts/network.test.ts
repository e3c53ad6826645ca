import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech, speaker } from '../archive/example.ts';
import { countFigures } from '../archive/figures/figures.ts';
import { matrixOf, shortName } from './network.ts';

const people = ['Ann Reed', 'Bo Lind', 'Cy Marsh', 'Di Pool', 'Ed Stone'];
const { archive } = joinArchive(
  sources({
    speakers: people.map((name) => speaker(name.toLowerCase().replace(' ', '-'), name)),
    episodes: [
      ['Ann Reed', 'Bo Lind'],
      ['Ann Reed', 'Bo Lind'],
      ['Cy Marsh', 'Di Pool'],
      ['Cy Marsh', 'Di Pool', 'Ann Reed'],
      ['Ed Stone'],
    ].map((names, index) =>
      episode(
        `e${index}`,
        names.map((name) => speech(name, `I am ${name}.`)),
      ),
    ),
  }),
);
const { network } = countFigures(archive).archive;

describe('the matrix of who appears with whom', () => {
  it('of nobody has nobody', () => {
    expect(matrixOf({ speakers: [], pairs: [] }, 'ltr')).toEqual({
      speakers: [],
      grades: [],
      guides: '',
    });
  });

  it('leaves out who appears with nobody, and keeps together who belongs together', () => {
    const names = matrixOf(network, 'ltr').speakers.map(({ name }) => name);
    expect(names).toEqual(['Ann Reed', 'Bo Lind', 'Cy Marsh', 'Di Pool']);
  });

  it('has a mark for each pair, of a size that says how often', () => {
    const { grades } = matrixOf(network, 'ltr');
    const marks = grades.map(({ from, to, path }) => [from, to, path.split('M').length - 1]);
    expect(marks).toEqual([
      [1, 1, 2],
      [2, 2, 2],
    ]);
    expect(grades[1]!.path).toMatch(/^M0\.27 1\.27h0\.46v0\.46h-0\.46z/);
  });

  it('is the other way round where one reads from the right', () => {
    expect(matrixOf(network, 'rtl').grades[1]!.path).toMatch(/^M3\.27 1\.27h/);
  });
});

it.each([
  ['Ann Reed', 'Ann Reed'],
  ['Representative of the Harbour Office', 'Representative of the…'],
])('the name %j stands beside it as %j', (name, short) => expect(shortName(name)).toBe(short));
