import { describe, expect, it } from 'vitest';
import { episode, speech } from './example.ts';
import { digestOf } from './id.ts';
import { assignKeys } from './key.ts';
import type { Ledger } from './ledger.ts';
import type { EpisodeEntry } from './model.ts';

const texts = (topic: string): string[] => [
  `Nobody wrote down when the ${topic} came, before the harbour office did it.`,
  `I grew up under that ${topic}, and my mother stopped talking whenever it began.`,
  `There are two letters about the ${topic}, one from a doctor and one about a pony.`,
  `If you ask me about the ${topic} again I will read you the whole of the log.`,
];

const hashOf = (name: string): string => digestOf(name).repeat(3).slice(0, 40);

const fileOf = (
  path: string,
  words: readonly string[],
  facts: Partial<EpisodeEntry['facts']> = {},
): EpisodeEntry => {
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return {
    ...episode(id, [speech('Jo Field', ...words)], facts),
    path,
    file: `content/${path}`,
    hash: hashOf(words.join('\n')),
  };
};

const ledgerOf = (
  entry: EpisodeEntry,
  words: readonly string[],
  more: Partial<Ledger> = {},
): Ledger => ({
  key: entry.id,
  path: entry.path,
  transcript: entry.hash,
  formerly: [],
  lines: words.map((text, at) => ({
    type: 'live',
    id: `q${digestOf(entry.id + at).slice(0, 8)}`,
    revision: 1,
    digest: digestOf(text),
    speaker: 'jo-field',
  })),
  ...more,
});

const tides = fileOf('episodes/talk/tides.md', texts('tide'));
const horn = fileOf('episodes/talk/horn.md', texts('horn'));
const ledgers = [ledgerOf(tides, texts('tide')), ledgerOf(horn, texts('horn'))];
const moved = (entry: EpisodeEntry, path: string): EpisodeEntry => ({
  ...entry,
  ...fileOf(path, []),
  transcript: entry.transcript,
  hash: entry.hash,
});
const keysOf = (entries: readonly EpisodeEntry[], given = ledgers, oldWords = new Map()) => {
  const { entries: keyed, withdrawn, problems } = assignKeys(entries, given, oldWords);
  return {
    keys: Object.fromEntries(keyed.map((entry) => [entry.path.slice(9), entry.id])),
    withdrawn: withdrawn.map(({ key }) => key),
    problems: problems.map(({ rule }) => rule),
  };
};

describe('a key', () => {
  it('is never used for another recording, also when the first one is gone', () => {
    const other = fileOf('episodes/news/tides.md', texts('lamp'));
    const { problems } = assignKeys([other, horn], ledgers, new Map());
    expect(problems).toEqual([
      {
        rule: 'key-retired',
        severity: 'error',
        file: 'content/episodes/news/tides.md',
        message:
          'Unexpected key `tides`, expected one that was never used: it is the address of `episodes/talk/tides.md`',
        mend: 'Rename this file, for example to `harbour-tides.md`. Is it that recording again? Then its words must be in this file: an address never shows another recording.',
      },
    ]);
  });

  it('is never that of an episode that was renamed away from it', () => {
    const renamed = moved(tides, 'episodes/talk/waves.md');
    const other = fileOf('episodes/talk/tides.md', texts('lamp'));
    const known = [{ ...ledgers[0]!, path: 'episodes/talk/waves.md' }, ledgers[1]!];
    expect(keysOf([renamed, horn, other], known)).toMatchObject({
      keys: { 'talk/waves.md': 'tides', 'talk/horn.md': 'horn' },
      problems: ['key-retired'],
    });
  });

  it('stays when the file is renamed', () =>
    expect(keysOf([moved(tides, 'episodes/talk/high-water.md'), horn])).toEqual({
      keys: { 'talk/high-water.md': 'tides', 'talk/horn.md': 'horn' },
      withdrawn: [],
      problems: [],
    }));

  it('stays when all files of a show are moved to another folder', () =>
    expect(
      keysOf([moved(horn, 'episodes/harbour/b.md'), moved(tides, 'episodes/harbour/a.md')]).keys,
    ).toEqual({ 'harbour/a.md': 'tides', 'harbour/b.md': 'horn' }));

  it('stays when the file is renamed and edited at once', () => {
    const [a, b, ...rest] = texts('tide');
    const edited = fileOf('episodes/talk/waves.md', [a!, `${b!} Always.`, 'New.', ...rest]);
    expect(keysOf([edited, horn]).keys).toEqual({
      'talk/waves.md': 'tides',
      'talk/horn.md': 'horn',
    });
  });

  it('stays when every quote was reworded too, by the words of the transcript of before', () => {
    const reworded = texts('tide').map((text) => `${text} So it was.`);
    const edited = fileOf('episodes/talk/waves.md', reworded);
    const words = new Map(
      ledgers[0]!.lines.map((line, at) => [line.id, { words: texts('tide')[at]! }]),
    );
    expect(keysOf([edited, horn], ledgers, new Map([['tides', words]])).keys['talk/waves.md']).toBe(
      'tides',
    );
  });

  it('is a new one for new words, and the vanished episode is withdrawn', () =>
    expect(keysOf([fileOf('episodes/talk/lamp.md', texts('lamp')), horn])).toEqual({
      keys: { 'talk/lamp.md': 'lamp', 'talk/horn.md': 'horn' },
      withdrawn: ['tides'],
      problems: [],
    }));

  it('comes back with the words of an episode that was withdrawn', () => {
    const gone = [{ ...ledgers[0]!, gone: '2026-01-01' }, ledgers[1]!];
    expect(keysOf([moved(tides, 'episodes/news/again.md'), horn], gone)).toMatchObject({
      keys: { 'news/again.md': 'tides' },
      withdrawn: [],
    });
  });

  it('is another where the front matter says so, and the one before is remembered', () => {
    const { entries, formerlyOf, problems } = assignKeys(
      [{ ...tides, facts: { ...tides.facts, key: 'spring-tides' } }, horn],
      ledgers,
      new Map(),
    );
    expect(entries.map(({ id }) => id)).toEqual(['spring-tides', 'horn']);
    expect(formerlyOf.get('spring-tides')).toEqual(['tides']);
    expect(problems).toEqual([]);
  });
});

describe('a copied file', () => {
  it('is named with the one it was copied from', () => {
    const copy = fileOf('episodes/talk/tides-2.md', [...texts('tide'), 'And one more.']);
    const { copies } = assignKeys([tides, horn, copy], ledgers, new Map());
    expect(copies.map(({ entry, of }) => [entry.path, of.path])).toEqual([
      ['episodes/talk/tides-2.md', 'episodes/talk/tides.md'],
    ]);
  });

  it('is none when the front matter says that the recording was published twice', () => {
    const copy = fileOf('episodes/talk/tides-2.md', texts('tide'), { repeats: 'tides' });
    expect(assignKeys([tides, horn, copy], ledgers, new Map()).copies).toEqual([]);
  });

  it('is none when only a greeting is shared', () => {
    const [greeting] = texts('tide');
    const other = fileOf('episodes/talk/lamp.md', [greeting!, ...texts('lamp')]);
    expect(assignKeys([tides, horn, other], ledgers, new Map()).copies).toEqual([]);
  });
});
