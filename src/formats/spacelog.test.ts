import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { parseSpacelog, spacelog } from './spacelog.ts';

const said = (text: string): string[] => {
  const { body } = parseSpacelog(text, 'TEC');
  return ('cues' in body ? body.cues : []).map((part) => {
    if (part.type === 'chapter') return part.title;
    const words = plainText(part.content);
    const time = part.startTime === undefined ? '' : ` @${part.startTime}`;
    return part.type === 'note' ? `(${words})${time}` : `${part.label ?? '–'}: ${words}${time}`;
  });
};

describe('a mission log', () => {
  it('says which lines are nobody’s', () => {
    const text = '[00:00:00:01]\nstray words\n  going on\nCDR: Clock.\n[00:00:00:02]\n  lost';
    expect(said(text)).toEqual(['CDR: Clock. @1']);
    expect(
      parseSpacelog(text, 'TEC').problems.map(({ place, message }) => [place?.line, message]),
    ).toEqual([
      [2, 'Unexpected line `stray words`, expected `CDR: words`'],
      [3, 'Unexpected line `going on`, expected `CDR: words`'],
      [6, 'Unexpected line `lost`, expected `CDR: words`'],
    ]);
  });

  it('has times of many days, lines that go on, glossary marks, and what is no speech', () => {
    const text = [
      '# a comment',
      '_page : 3',
      '[08:03:18:18.5]',
      '_tape : Tape 1/1',
      '_note : "A pause."',
      'CC: Okay. [glossary:P11], [glossary:JIM|Jim],',
      '    [time:22|later].',
      'CDR: Roger.',
      '...: Who?',
      '(Music: a horn)',
      '[08:03:18:20] 06: On one line.',
    ].join('\r\n');
    expect(said(text)).toEqual([
      '(A pause.) @703098.5',
      'CC: Okay. P11, Jim, later. @703098.5',
      'CDR: Roger. @703098.5',
      '–: Who? @703098.5',
      '(Music: a horn) @703098.5',
      '06: On one line. @703100',
    ]);
    expect(parseSpacelog(text, 'TEC').problems).toEqual([]);
  });

  it('is moved so that it starts at 0, and it is said', () => {
    const text = '[-00:00:00:10]\nCDR: Ten.\n[00:00:00:02]\nCDR: Clock.';
    expect(said(text)).toEqual(['CDR: Ten. @0', 'CDR: Clock. @12']);
    expect(parseSpacelog(text, 'TEC').problems).toMatchObject([
      {
        rule: 'times-moved',
        message:
          'Unexpected times before the start, expected times from 0: all are 10 s later here',
      },
    ]);
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(spacelog.read({ path: 'a', text })).toHaveLength(1);
      }),
    );
  });
});

describe('the speakers of a mission', () => {
  const log = '[-00:00:00:10]\nCC: Ten.\n[00:00:01:00]\nCC: Clock.\nCDR: Roger.\nX: Who?';
  const speakers = JSON.stringify({
    CC: {
      name: 'Capsule Communicator',
      held_by: [
        { speaker: 'JO', from: '00:00:00:30' },
        { speaker: 'GONE', from: '00:00:02:00' },
        { speaker: 'MIRA', from: '-00:00:01:00' },
        { speaker: 'MIRA', from: 'noon' },
        'nobody',
      ],
    },
    CDR: { name: 'Edmund Pell', position: 'Commander' },
    JO: { name: 'Jo Field', position: 'CAPCOM' },
    MIRA: { name: 'Mira Okafor', position: 7 },
  });
  const labelsOf = (files: Readonly<Record<string, string>>, path: string, text = log): unknown[] =>
    spacelog
      .read(
        { path, text },
        Object.entries(files).map(([other, inside]) => ({ path: other, text: inside })),
      )
      .map(({ body, facts, used }) => [
        ('cues' in body ? body.cues : []).map((part) => part.type === 'cue' && part.label),
        facts.roles,
        used,
      ]);
  const codes = [['CC', 'CC', 'CDR', 'X'], undefined, undefined];

  it('are left alone where their file is something else', () => {
    for (const text of ['', '[]', '{', '{ "CC": "Jo Field" }', '{ "CC": { "name": "" } }'])
      expect(labelsOf({ 'speakers.json': text }, 'TEC')).toEqual([codes]);
    expect(labelsOf({ 'other/speakers.json': speakers }, 'a/TEC')).toEqual([codes]);
  });

  it('give each code the name of whoever sat there then, and their position', () => {
    const named = [
      ['Mira Okafor', 'Jo Field', 'Edmund Pell', 'X'],
      { 'Edmund Pell': 'Commander', 'Jo Field': 'CAPCOM' },
    ];
    expect(labelsOf({ 'a/speakers.json': speakers }, 'a/transcripts/TEC')).toEqual([
      [...named, ['a/speakers.json']],
    ]);
    expect(labelsOf({ 'speakers.json': speakers, 'TEC.json': '{}' }, 'TEC')).toEqual([
      [...named, ['speakers.json']],
    ]);
  });

  it('leave a desk its own name where nobody who is known sat there', () => {
    const text = '[00:00:03:00]\nCC: Clock.\n[-00:00:09:00]\nCC: Early.';
    expect(labelsOf({ 'speakers.json': speakers }, 'TEC', text)).toEqual([
      [['Capsule Communicator', 'Capsule Communicator'], undefined, ['speakers.json']],
    ]);
  });
});

const corpus = corpusFolder('spacelog');

describe.skipIf(!corpus)('the missions', () => {
  const { files } = corpus
    ? (JSON.parse(readFileSync(path.join(corpus, 'EXPECTED-COUNTS.json'), 'utf8')) as {
        readonly files: Readonly<Record<string, { loglines: number; codes: number }>>;
      })
    : { files: {} };

  it.each(Object.entries(files))('%s has every line and every code', (name, expected) => {
    expect(existsSync(path.join(corpus!, name))).toBe(true);
    const text = readFileSync(path.join(corpus!, name), 'utf8');
    expect(spacelog.detect({ path: name, text })).toBe(0.9);
    const { body, problems } = parseSpacelog(text, name);
    const parts = 'cues' in body ? body.cues : [];
    const cues = parts.filter((part) => part.type === 'cue');
    // Music in brackets, which was counted as somebody's, is a note here.
    const music = parts.filter(
      (part) => part.type === 'note' && plainText(part.content).startsWith('Music:'),
    );
    const codes = new Set(cues.map(({ label }) => label)).size;
    expect({ loglines: cues.length + music.length, codes: codes + music.length }).toEqual({
      loglines: expected.loglines,
      codes: expected.codes,
    });
    expect(problems.filter(({ rule }) => rule === 'spacelog-line')).toEqual([]);
  });
});
