import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bind, type Fate, type NewQuote, type OldQuote } from './bind.ts';

const ferry = 'The ferry used to leave at six, before anybody had lit the lamps.';
const aunt = 'My aunt did, she kept the register of every ship that came in.';
const flood = 'Nobody believed the register until the flood had taken the other books.';
const old = (id: string, words: string, more: Partial<OldQuote> = {}): OldQuote => ({
  id,
  words,
  speaker: 'ada',
  ...more,
});
const fresh = (words: string): NewQuote => ({ words, speaker: 'ada' });

describe('bind, with little to bind', () => {
  it('says nothing of an empty transcript', () => {
    expect(bind([], [])).toEqual([]);
  });

  it('says nothing of quotes that are all new: their ids are minted elsewhere', () => {
    expect(bind([], [fresh(ferry), fresh(aunt)])).toEqual([]);
  });

  it('leaves a notice for each quote when all are deleted', () => {
    expect(bind([old('qa', ferry), old('qb', aunt)], [])).toEqual([
      { id: 'qa', kind: 'notice', rule: 'removed', at: 0 },
      { id: 'qb', kind: 'notice', rule: 'removed', at: 0 },
    ]);
  });

  it('leaves notices when another transcript stands there', () => {
    const fates = bind([old('qa', ferry), old('qb', aunt)], [fresh(flood)]);
    expect(fates.map(({ kind }) => kind)).toEqual(['notice', 'notice']);
  });

  it('leaves notices as they are when nothing returns', () => {
    expect(bind([old('qa', ferry, { gone: true })], [])).toEqual([
      { id: 'qa', kind: 'notice', rule: 'still-gone', at: 0 },
    ]);
  });

  it('does not bring back an id with words that are only nearly those of its notice', () => {
    const [fate] = bind([old('qa', ferry, { gone: true })], [fresh(ferry.replace('six', 'ten'))]);
    expect(fate).toMatchObject({ kind: 'notice', rule: 'still-gone' });
  });

  it('takes quotes without words, and times that run backwards', () => {
    const quotes = ['', '…', ferry].map((words, index) =>
      old(`q${index}`, words, { startTime: -index }),
    );
    const fates = bind(
      quotes,
      [...quotes].reverse().map(({ words, speaker }) => ({ words, speaker, startTime: 7 })),
    );
    expect(fates.map(({ id }) => id)).toEqual(['q0', 'q1', 'q2']);
  });
});

/** A fate as a case asks for it. Where the rules leave it open there are several answers. */
interface Expected {
  readonly id: string;
  readonly kind: Fate['kind'];
  readonly rule: string | readonly string[];
  readonly at: number | readonly number[];
  readonly into?: string;
  readonly parts?: readonly number[];
}

interface Case {
  readonly story: string;
  readonly before: readonly OldQuote[];
  readonly after: readonly NewQuote[];
  /** One for each old quote, in order. */
  readonly fates?: readonly Expected[];
  /** Instead: the fates that are certain. */
  readonly some?: readonly Expected[];
  /** How many of some equal quotes lose their place. */
  readonly notices?: readonly { readonly among: readonly string[]; readonly count: number }[];
}

const folder = path.join(import.meta.dirname, 'fixtures/bind');
const cases = globSync('*.json', { cwd: folder }).sort();

/** What a fate must equal; any of the answers will do. */
const settle = (expected: Expected): unknown => ({
  ...expected,
  ...(Array.isArray(expected.rule) && { rule: expect.toBeOneOf([...expected.rule]) }),
  ...(Array.isArray(expected.at) && { at: expect.toBeOneOf([...expected.at]) }),
});

describe('bind, in cases that were judged by people', () => {
  it.each(cases)('%s', (file) => {
    const {
      story,
      before,
      after,
      fates,
      some = [],
      notices = [],
    }: Case = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const given = bind(before, after);
    expect(given.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const byId = new Map(given.map((fate) => [fate.id, fate]));
    for (const expected of fates ?? some)
      expect(byId.get(expected.id), story).toEqual(settle(expected));
    if (fates) expect(fates.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const { among, count } of notices)
      expect(
        among.filter((id) => byId.get(id)!.kind === 'notice'),
        story,
      ).toHaveLength(count);
  });
});
