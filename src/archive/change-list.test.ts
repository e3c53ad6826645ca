import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { changesPerPage, groupChanges, listChange, pageChanges } from './change-list.ts';
import { sources } from './example.ts';
import type { Change } from './model.ts';

const { archive } = joinArchive(sources());
const voice = { name: 'Jo Field' };

const change = (id: string, date: string, more: Partial<Change> = {}): Change => ({
  id,
  date,
  rule: 'reworded',
  episode: 'tides',
  before: { voice, words: 'The tide was low.' },
  after: { voice, words: 'The tide was high.' },
  ...more,
});

describe('pageChanges', () => {
  it('has no pages when nothing changed', () => {
    expect(pageChanges([])).toEqual({ newest: [], pages: [], total: 0 });
  });

  it('gives numbers to full pages alone, from the oldest, and takes what has no day yet for the newest', () => {
    const dated = Array.from({ length: changesPerPage + 1 }, (_, index) =>
      change(`q${index}`, `2025-01-${String(28 - Math.floor(index / 5)).padStart(2, '0')}`),
    );
    const list = pageChanges([...dated, change('qnew', '')]);
    expect(list.newest.map(({ id }) => id)).toEqual(['qnew', 'q0']);
    expect(list.pages.map(({ number, items }) => [number, items.length])).toEqual([
      [1, changesPerPage],
    ]);
    expect(list.pages[0]!.items.at(-1)!.id).toBe(dated.at(-1)!.id);
  });
});

describe('listChange', () => {
  it('shows no difference where words may not be shown, or did not change', () => {
    expect(listChange(change('q1', '', { before: { voice } })).pieces).toEqual([]);
    expect(
      listChange(
        change('q1', '', { rule: 'reattributed', after: { voice, words: 'The tide was low.' } }),
      ),
    ).not.toHaveProperty('emphasis');
  });
});

describe('a quote that another was merged into', () => {
  const alias = change('q2', '2025-02-01', {
    rule: 'merged',
    into: ['q1'],
    before: { voice, words: 'Nobody had asked two of us.' },
  });
  delete (alias as { after?: unknown }).after;

  it('is joined, and not corrected', () => {
    const target = change('q1', '2025-02-01', {
      after: { voice, words: 'Nobody had asked two of us. The tide was low.' },
    });
    const [day] = groupChanges(archive, [target, alias]);
    const joined = day!.episodes[0]!.first.find((listed) => listed.change.id === 'q1');
    expect(joined).toMatchObject({ isJoined: true });
    expect(joined).not.toHaveProperty('emphasis');
  });

  it('says what else changed', () => {
    const target = change('q1', '2025-02-01', {
      after: { voice, words: 'The tide was not low. Nobody had asked two of us.' },
    });
    const [day] = groupChanges(archive, [target, alias]);
    expect(day!.episodes[0]!.first[0]).toMatchObject({ isJoined: true, emphasis: 'negation' });
  });
});

describe('groupChanges', () => {
  it('puts the most serious first, and folds a day of many', () => {
    const changes = [
      ...Array.from({ length: 11 }, (_, index) => change(`qa${index + 10}`, '2025-02-01')),
      change('qz1', '2025-02-01', { after: { voice, words: 'The tide was not low.' } }),
      change('qz2', '2025-02-01', { rule: 'removed', before: { voice } }),
      change('qb', '2025-01-01', { episode: 'salt' }),
    ];
    const [day, before] = groupChanges(archive, changes);
    expect(day!.date).toBe('2025-02-01');
    expect(day!.episodes).toHaveLength(1);
    const { first, rest } = day!.episodes[0]!;
    expect(first.slice(0, 2).map((listed) => listed.change.id)).toEqual(['qz2', 'qz1']);
    expect([first.length, rest.length]).toEqual([10, 3]);
    expect(before!.episodes[0]).toMatchObject({ episode: 'salt', rest: [] });
  });

  it('does not fold twelve', () => {
    const changes = Array.from({ length: 12 }, (_, index) => change(`qa${index}`, '2025-02-01'));
    expect(groupChanges(archive, changes)[0]!.episodes[0]!.first).toHaveLength(12);
  });
});
