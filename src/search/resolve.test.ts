import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speaker, speech } from '../archive/example.ts';
import { parseQuery } from './query.ts';
import { isBegun, type Names, namesOfArchive, resolveQuery } from './resolve.ts';

const names: Names = {
  speaker: [
    ['jo-field', 'Jo Field'],
    ['jo', 'Joanna Marsh'],
    ['ann-reed', 'Ann Reed'],
    ['anna-reed', 'Anna Reed'],
    ['zoe', 'Zoë Ångström'],
    ['tang-feng', '唐鳳'],
  ],
  show: [['harbour', 'The Harbour Hour']],
  topic: [['tides', 'Tides']],
  episode: [['12', 'Twelve: the “first” tables']],
  role: [['the "chair"', 'the "chair"']],
  language: [
    ['en', 'en'],
    ['en-GB', 'en-GB'],
  ],
  status: [['verified', 'verified']],
};

const resolved = (typed: string) => {
  const { query, unresolved } = resolveQuery(parseQuery(typed), names);
  return { ...query.filters, ...(unresolved.length > 0 && { unresolved }) };
};

describe('a filter', () => {
  it('that is called like nothing stays, and is named', () => {
    expect(resolved('speaker:nobody speaker:jo speaker:…')).toEqual({
      speaker: ['nobody', 'jo', '…'],
      unresolved: [
        { filter: 'speaker', value: 'nobody' },
        { filter: 'speaker', value: '…' },
      ],
    });
    expect(resolved('show:tides')).toMatchObject({ unresolved: [{ filter: 'show' }] });
  });

  it('is nothing where none was typed', () => {
    expect(resolved('tide')).toEqual({});
    expect(resolved('year:2019')).toEqual({ from: '2019', to: '2019' });
  });

  it('that is an id is that id alone, though names begin so', () => {
    expect(resolved('speaker:jo')).toEqual({ speaker: ['jo'] });
    expect(resolved('language:en')).toEqual({ language: ['en'] });
  });

  it.each([
    ['speaker:"Ann Reed"', ['ann-reed']],
    ['speaker:ann', ['ann-reed', 'anna-reed']],
    ['speaker:field', ['jo-field']],
    ['speaker:"fie jo"', ['jo-field']],
    ['speaker:JO-FIELD', ['jo-field']],
    ['speaker:angstrom', ['zoe']],
    ['speaker:ZOË', ['zoe']],
    ['speaker:唐鳳', ['tang-feng']],
    ['speaker:ann speaker:anna', ['ann-reed', 'anna-reed']],
  ])('may be a name, or the beginnings of its words: %j', (typed, ids) =>
    expect(resolved(typed)).toEqual({ speaker: ids }),
  );

  it('of a name with signs is found without them', () => {
    expect(resolved('episode:"twelve the first tables" role:chair')).toEqual({
      episode: ['12'],
      role: ['the "chair"'],
    });
  });
});

describe('a name', () => {
  it('is not begun by nothing', () => {
    expect(isBegun('Jo Field', [])).toBe(false);
    expect(isBegun('Jo Field', ['jo', 'marsh'])).toBe(false);
    expect(isBegun('Jo Field', ['ield'])).toBe(false);
  });

  it('is begun by the beginnings of its words, in any order', () => {
    expect(isBegun('Jo Field', ['fie', 'j'])).toBe(true);
  });
});

describe('the names of an archive', () => {
  it('are those of who speaks in it', () => {
    const { archive } = joinArchive(
      sources({
        speakers: [
          speaker('jo-field', 'Jo Field', { aliases: ['JF'] }),
          speaker('silent', 'Si Lent'),
        ],
        episodes: [
          episode('tables', [speech('JF', 'Nobody.')], {
            title: 'The tables',
            roles: { 'jo-field': 'host' },
            status: 'machine',
            language: 'en-GB',
          }),
        ],
      }),
    );
    expect(namesOfArchive(archive)).toEqual({
      speaker: [['jo-field', 'Jo Field']],
      show: [['harbour', 'Harbour']],
      topic: [['tides', 'Tides']],
      episode: [['tables', 'The tables']],
      role: [['host', 'host']],
      language: [['en-GB', 'en-GB']],
      status: [['machine', 'machine']],
    });
  });
});
