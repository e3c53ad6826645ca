import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech } from '../example.ts';
import type { EpisodeEntry, Passage, Sources, Speech } from '../model.ts';
import { countFigures } from './figures.ts';
import type { SpeakerFigures } from './model.ts';

const place = { line: 1, column: 1 };
const speakers = [
  speaker('jo-field', 'Jo Field'),
  speaker('ann-reed', 'Ann Reed'),
  speaker('mara-quill', 'Mara Quill'),
];

function figuresOf(id: string, episodes: readonly EpisodeEntry[], more: Partial<Sources> = {}) {
  const { archive } = joinArchive(sources({ speakers, episodes, ...more }));
  return countFigures(archive).speakers.get(id)!;
}

const jo = speech('Jo Field', 'Low water at two.');
const ann = speech('Ann Reed', 'And at three.', 'At four.');
const mara = speech('Mara Quill', 'Never.');

/** The company of somebody, as `[id, episodes, quotes]`. */
const companyOf = ({ company }: SpeakerFigures) =>
  company.map(({ speaker: { id }, counts }) => [id, counts.episodes, counts.quotes]);

describe('the figures of a speaker', () => {
  it('who appears nowhere are all there, and nothing', () => {
    expect(figuresOf('mara-quill', [episode('tides', [jo, ann])])).toEqual({
      counts: { episodes: 0, quotes: 0, words: 0 },
      roles: [],
      overTime: {
        unit: 'month',
        periods: [],
        undated: { episodes: 0, quotes: 0, words: 0 },
      },
      shows: [],
      company: [],
      topics: [],
      marks: [],
      mentions: [],
    });
  });

  it('who is only named in the roles of an episode count it, and nobody keeps them company', () => {
    const silent = figuresOf('mara-quill', [
      episode('tides', [jo, ann], { date: '2024-03-02', roles: { 'mara-quill': 'chair' } }),
    ]);
    expect(silent.counts).toEqual({ episodes: 1, quotes: 0, words: 0 });
    expect(silent.roles).toEqual([{ role: 'chair', episodes: 1 }]);
    expect(silent.overTime.periods).toMatchObject([{ name: '2024-03', episodes: 1, quotes: 0 }]);
    expect(silent.shows).toMatchObject([{ show: { id: 'harbour' }, counts: { episodes: 1 } }]);
    expect(silent.first).toBe(silent.latest);
    expect(silent.first?.episode.key).toBe('tides');
    expect(silent.company).toEqual([]);
    expect(silent).not.toHaveProperty('longest');
    expect(silent).not.toHaveProperty('time');
  });

  it('have no first and latest appearance without a date, and the dated ones with', () => {
    const undated = figuresOf('jo-field', [episode('a', [jo]), episode('b', [jo])]);
    expect([undated.first, undated.latest]).toEqual([undefined, undefined]);
    const { first, latest } = figuresOf('jo-field', [
      episode('a', [jo]),
      episode('b', [jo], { date: '2024-03-02' }),
      episode('c', [jo], { date: '2021-03-02' }),
      episode('d', [ann], { date: '2020-03-02' }),
    ]);
    expect([first?.episode.key, latest?.episode.key]).toEqual(['c', 'b']);
  });

  it('count roles, most episodes first', () => {
    const as = (id: string, role: string) => episode(id, [jo], { roles: { 'jo-field': role } });
    const { roles } = figuresOf('jo-field', [
      as('a', 'guest'),
      as('b', 'host'),
      as('c', 'host'),
      as('d', 'chair'),
      episode('e', [jo]),
    ]);
    expect(roles).toEqual([
      { role: 'host', episodes: 2 },
      { role: 'chair', episodes: 1 },
      { role: 'guest', episodes: 1 },
    ]);
  });

  it('count shows, most episodes first', () => {
    const { shows: known } = sources();
    const other = { ...known[0]!, id: 'estuary' };
    const { shows } = figuresOf(
      'jo-field',
      [
        episode('a', [jo, jo]),
        { ...episode('b', [jo]), show: 'estuary' },
        { ...episode('c', [jo]), show: 'estuary' },
      ],
      { shows: [...known, other] },
    );
    expect(shows.map(({ show, counts }) => [show.id, counts])).toEqual([
      ['estuary', { episodes: 2, quotes: 2, words: 8 }],
      ['harbour', { episodes: 1, quotes: 2, words: 8 }],
    ]);
  });

  it('name as company who speaks in the same episodes: most episodes, then most quotes', () => {
    const episodes = [
      episode('a', [jo, ann, mara, speech('Audience', 'Never!')]),
      episode('b', [jo, mara]),
      episode('c', [ann, ann]),
      episode('d', [jo, ann]),
    ];
    expect(companyOf(figuresOf('jo-field', episodes))).toEqual([
      ['ann-reed', 2, 4],
      ['mara-quill', 2, 2],
    ]);
    expect(companyOf(figuresOf('mara-quill', episodes))).toEqual([
      ['jo-field', 2, 2],
      ['ann-reed', 1, 2],
    ]);
  });

  it('find the longest turn across a note, and of equal ones the newest', () => {
    const note = { type: 'note', content: ['Laughter'], place } as const;
    const { longest } = figuresOf('jo-field', [
      episode('a', [speech('Jo Field', 'One two three four five.')], { date: '2024-01-01' }),
      episode('b', [jo, note, speech('Jo Field', 'Five.'), ann, jo], { date: '2024-02-01' }),
      episode('c', [speech('Jo Field', 'One two three.')], { date: '2024-03-01' }),
    ]);
    expect(longest).toMatchObject({
      episode: { key: 'b' },
      first: { content: ['Low water at two.'] },
      last: { content: ['Five.'] },
      words: 5,
    });
    expect(longest).not.toHaveProperty('seconds');
  });

  it('sum speaking time over episodes, and tell that of the longest turn where all of it is known', () => {
    const timed = (label: string, ...starts: number[]): Speech => ({
      type: 'speech',
      label,
      place,
      passages: starts.map((startTime): Passage => ({ content: ['Fog.'], startTime, place })),
    });
    const { time, longest } = figuresOf('jo-field', [
      episode('a', [timed('Jo Field', 0, 2), timed('Ann Reed', 5), timed('Jo Field', 9)]),
      episode('b', [timed('Jo Field', 0)], { duration: 1.5 }),
      episode('c', [jo]),
    ]);
    expect(time).toEqual({ seconds: 6.5, quotes: 3 });
    // The longest has four words and no times.
    expect(longest).toMatchObject({ episode: { key: 'c' }, words: 4 });
    expect(
      figuresOf('jo-field', [
        episode('a', [timed('Jo Field', 0, 2), timed('Ann Reed', 5), timed('Jo Field', 9)]),
      ]).longest,
    ).toMatchObject({ words: 2, seconds: 5 });
  });
});
