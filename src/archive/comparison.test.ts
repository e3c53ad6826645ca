import { describe, expect, it } from 'vitest';
import { findRenamedSpeakers, reportChange } from './change-report.ts';
import { joinArchive } from './archive.ts';
import { compareEditions, type After, type Before } from './comparison.ts';
import { collection, episode, sources, speaker, speech } from './example.ts';
import type { EpisodeEntry, EssayPart } from './model.ts';

const speakers = [speaker('jo-field', 'Jo Field'), speaker('ann-reed', 'Ann Reed')];
const first = 'Nobody wrote them down before the harbour office opened its doors.';
const second = 'And then everybody in the town copied what the harbour had printed.';
const third = 'My aunt kept a notebook with every spring tide since the war.';
const tides = (...parts: EpisodeEntry['transcript']['parts']): EpisodeEntry => ({
  ...episode('tides', parts),
  hash: '1'.repeat(40),
});

const before = (...episodes: EpisodeEntry[]): Before => ({
  speakers,
  episodes,
  paths: new Set(episodes.map(({ path }) => path)),
  differing: new Set(episodes.map(({ path }) => path)),
  ledgers: [],
  histories: new Map(),
  oldWords: new Map(),
});
const after = (episodes: EpisodeEntry[], given: Partial<After> = {}): After => ({
  speakers,
  episodes,
  unread: new Set(),
  date: '2026-05-01',
  ...given,
});

const original = tides(speech('Jo Field', first, second), speech('Ann Reed', third));

describe('two editions of an archive', () => {
  it('are the same when nothing is said otherwise', () => {
    const { effects, episodes } = reportChange(
      compareEditions(before(original), after([original])),
    );
    expect(effects).toEqual([]);
    expect(episodes).toEqual([]);
  });

  it('name the collections that quote what changes', () => {
    const { archive } = joinArchive(sources({ speakers, episodes: [original] }));
    const [one, other, last] = archive.episodes[0]!.parts.flatMap((part) =>
      part.type === 'turn' ? part.quotes.map(({ id }) => id) : [],
    );
    const place = { line: 7, column: 1 };
    const quoted = (id: string, to?: string): EssayPart => ({
      type: 'quote',
      quote: { id, ...(to !== undefined && { to }), place },
    });
    const collections = [
      collection('z', {}, [quoted(one!), quoted(other!), quoted(other!, last!)]),
      collection('b', {}, [quoted(last!)]),
      collection('a', {}, [quoted(other!)]),
    ].map((entry) => ({ ...entry, title: entry.id }));
    const changed = tides(speech('Jo Field', first, `${second} Twice.`), speech('Ann Reed', third));
    const report = (edition: EpisodeEntry[]) =>
      reportChange(compareEditions(before(original), after(edition)), undefined, collections);
    expect(report([changed]).essays).toEqual([
      { path: 'collections/a.mdx', ids: [other] },
      { path: 'collections/z.mdx', ids: [other] },
    ]);
    expect(report([original]).essays).toEqual([]);
    expect(report([]).essays.map(({ path, ids }) => [path, ids.length])).toEqual([
      ['collections/a.mdx', 1],
      ['collections/b.mdx', 1],
      ['collections/z.mdx', 3],
    ]);
  });

  it('show a merger with all the words that went into it, and nothing twice', () => {
    const merged = tides(
      speech('Jo Field', `${first} ${second.replace('everybody', 'nobody')}`),
      speech('Ann Reed', third),
    );
    const { effects } = reportChange(compareEditions(before(original), after([merged])));
    expect(effects).toHaveLength(1);
    expect(effects[0]).toMatchObject({ kind: 'merged', grade: 'negation', emphasis: 'negation' });
    expect(effects[0]!.pieces!.filter(({ type }) => type !== 'same')).toEqual([
      { type: 'removed', text: '¶ ' },
      { type: 'removed', text: 'everybody' },
      { type: 'added', text: 'nobody' },
    ]);
  });

  it('show a split once, not its later part as new', () => {
    const [start, end] = [first, second];
    const joined = tides(speech('Jo Field', `${start} ${end}`), speech('Ann Reed', third));
    const { effects, counts } = reportChange(compareEditions(before(joined), after([original])));
    expect([...counts]).toEqual([['split', 1]]);
    expect(effects[0]!.pieces!.filter(({ type }) => type !== 'same')).toEqual([
      { type: 'added', text: '¶ ' },
    ]);
    expect(effects[0]!.lines).toHaveLength(2);
  });

  it('put another speaker of other words among the speakers, or higher', () => {
    const changed = tides(
      speech('Ann Reed', first.replace('office', 'master')),
      speech('Jo Field', second),
      speech('Ann Reed', third),
    );
    const { effects } = reportChange(compareEditions(before(original), after([changed])));
    expect(effects).toMatchObject([
      {
        kind: 'reworded',
        grade: 'reattributed',
        before: { speaker: 'Jo Field' },
        after: { speaker: 'Ann Reed' },
      },
    ]);
  });

  it('say nothing of an episode that cannot be read now', () => {
    const unread = new Set([original.path]);
    expect(compareEditions(before(original), after([], { unread })).episodes).toEqual([]);
    expect(compareEditions(before(original), after([])).episodes).toHaveLength(1);
  });

  it('count new and withdrawn episodes by their quotes', () => {
    const other = { ...episode('lamps', [speech('Jo Field', 'The lamp was lit by hand.')]) };
    const { episodes, effects } = reportChange(compareEditions(before(original), after([other])));
    expect(effects).toEqual([]);
    expect(episodes).toMatchObject([
      { kind: 'new', key: 'lamps', quotes: 1 },
      { kind: 'withdrawn', key: 'tides', quotes: 3 },
    ]);
  });

  it('leave a key to the episode that has it', () => {
    const [ledger] = compareEditions(before(original), after([original])).episodes.map(
      ({ reconciled }) => reconciled.ledger,
    );
    const known: Before = { ...before(), ledgers: [ledger!], paths: new Set([ledger!.path]) };
    const thief = {
      ...episode('tides', [speech('Jo Field', 'The lamp was lit by hand.')]),
      path: 'episodes/harbour/other/tides.md',
    };
    expect(compareEditions(known, after([thief])).episodes).toEqual([]);
  });
});

it('A speaker has another name, under the same file or one that says what it was called', () => {
  const now = [
    speaker('jo-fielding', 'Jo Fielding', { aliases: ['Jo Field'], formerly: ['jo-field'] }),
    speaker('ann-reed', 'Ann Reed'),
  ];
  const { archive } = joinArchive(sources({ speakers: now, episodes: [original] }));
  expect(findRenamedSpeakers(speakers, archive.speakers)).toEqual([
    { id: 'jo-fielding', before: 'Jo Field', after: 'Jo Fielding', quotes: 2 },
  ]);
});
