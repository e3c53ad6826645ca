import { describe, expect, it } from 'vitest';
import type { HistoryLine } from './history.ts';
import { digestOf } from './id.ts';
import { parseLedger, serializeLedger, type Ledger, type LedgerLine } from './ledger.ts';
import type { EpisodeKey, QuoteId } from './model.ts';
import { takeDown, type Takedown, type TakedownInput } from './takedown.ts';

const secret = 'The keeper of the old gauge wrote the wrong hour down twice.';
const older = 'The keeper of an old gauge wrote the wrong hour down twice.';
const other = 'Nobody wrote the tide tables down before the harbour did.';
const reason = 'On request.';
const date = '2026-05-01';

const live = (id: QuoteId, words: string, revision = 1): LedgerLine => ({
  type: 'live',
  id,
  revision,
  digest: digestOf(words),
  speaker: 'jo-field',
});
const alias = (id: QuoteId, words: string, into: QuoteId): LedgerLine => ({
  type: 'alias',
  id,
  revision: 1,
  digest: digestOf(words),
  speaker: 'jo-field',
  date,
  into,
});
const notice = (id: QuoteId, words: string, rule: 'removed' | 'rewritten'): LedgerLine => ({
  type: 'notice',
  id,
  revision: 1,
  digest: digestOf(words),
  speaker: 'jo-field',
  date,
  rule,
});
const was = (id: QuoteId, revision: number, more: Partial<HistoryLine>): HistoryLine => ({
  id,
  revision,
  until: '2026-04-01',
  rule: 'reworded',
  speaker: 'jo-field',
  ...more,
});
const ledger = (key: EpisodeKey, ...lines: LedgerLine[]): Ledger => ({
  key,
  path: `episodes/talk/${key}.md`,
  transcript: '8ab686eafeb1f44702738c8b0f24f2567c36da6d',
  formerly: [],
  lines,
});

const a = 'q0000000a';
const b = 'q0000000b';
const c = 'q0000000c';

function takeOne(
  lines: readonly LedgerLine[],
  history: readonly HistoryLine[],
  current: Record<QuoteId, string>,
  more: Partial<TakedownInput> = {},
): Takedown {
  return takeDown({
    id: a,
    reason,
    date,
    ledgers: [ledger('tides', ...lines)],
    histories: new Map([['tides', history]]),
    current: new Map(Object.entries(current)),
    ...more,
  });
}

function done(result: Takedown): Extract<Takedown, { type: 'done' }> {
  if (result.type !== 'done') throw new Error(`It was refused: ${result.why}`);
  return result;
}

/** Whether anything that is written holds a wording or its digest. */
function holds(result: Takedown, ...wordings: readonly string[]): boolean {
  const { ledgers, histories } = done(result);
  const written = ledgers.map(serializeLedger).join('') + JSON.stringify([...histories]);
  return wordings.some((words) => written.includes(words) || written.includes(digestOf(words)));
}

describe('a takedown', () => {
  it.each([
    ['unknown', [live(b, other)], {}],
    ['alias', [live(b, `${other} ${secret}`), alias(a, secret, b)], {}],
    ['current', [live(a, secret, 2)], { revision: 2 }],
    ['no-revision', [live(a, secret, 2)], { revision: 1 }],
    ['no-words', [notice(a, secret, 'removed')], { revision: 1 }],
    ['tombstone', [{ type: 'tombstone', id: a, date, reason } as const], { revision: 1 }],
  ])('is refused: %s', (why, lines, more) => {
    expect(takeOne(lines, [], { [a]: secret }, more)).toMatchObject({ type: 'refused', why });
  });

  it('leaves an id, a day and a reason', () => {
    const result = done(
      takeOne([live(b, other), live(a, secret, 2)], [was(a, 1, { words: older })], {
        [a]: secret,
        [b]: other,
      }),
    );
    expect(result.ledgers[0]!.lines).toEqual([
      live(b, other),
      { type: 'tombstone', id: a, date, reason },
    ]);
    expect(result.histories.get('tides')).toEqual([]);
    expect(result).toMatchObject({ dropped: 1, wordings: [secret, older], isLive: true });
  });

  it('takes what was merged into the quote along', () => {
    const now = `${other} ${secret}`;
    const result = done(
      takeOne(
        [live(a, now, 2), alias(b, secret, a)],
        [was(a, 1, { words: other }), was(b, 1, { words: secret, rule: 'merged', into: [a] })],
        { [a]: now },
      ),
    );
    expect(result.tombstones).toEqual([a, b]);
    expect(holds(result, now, secret, other)).toBe(false);
  });

  it('takes along what had been merged into it and was removed with it', () => {
    const now = `${other} ${secret}`;
    const lines = [
      notice(a, now, 'removed'),
      notice(b, secret, 'removed'),
      notice(c, other, 'removed'),
    ];
    const history = [
      was(b, 1, { words: secret, rule: 'merged', into: [a] }),
      was(c, 1, { words: 'Something else that was here.', rule: 'merged', into: [a] }),
    ];
    const result = done(takeOne(lines, history, {}, { removedWords: now }));
    expect(result.tombstones).toEqual([a, b]);
    expect(result.histories.get('tides')).toEqual([history[1]]);
  });

  it('withholds what another quote was before it was split, in the words of then', () => {
    const before = `${other} ${older}`;
    const oldest = `${other.replace('the harbour', 'a harbour')} ${older.replace('twice', 'once')}`;
    const history = [
      was(b, 1, { words: oldest }),
      was(b, 2, { words: before, rule: 'split', into: [a] }),
      was(b, 3, { words: `${other} Really.` }),
    ];
    const result = done(
      takeOne([live(b, other, 4), live(a, secret)], history, { [a]: secret, [b]: other }),
    );
    expect(result.histories.get('tides')).toEqual([
      was(b, 1, { withheld: reason }),
      was(b, 2, { rule: 'split', into: [a], withheld: reason }),
      history[2],
    ]);
  });

  it('withholds wordings of other episodes, with their digests', () => {
    const ledgers = [
      ledger('tides', live(a, secret)),
      ledger('marsh', notice(b, `So. ${secret}`, 'rewritten'), notice(c, secret, 'removed')),
    ];
    const line = was(b, 1, { words: `So. ${secret}`, rule: 'rewritten' });
    const result = done(
      takeOne([], [], { [a]: secret }, { ledgers, histories: new Map([['marsh', [line]]]) }),
    );
    expect(result.ledgers.map(({ key }) => key)).toEqual(['marsh', 'tides']);
    expect(result.undigested).toEqual([b, c]);
    expect(holds(result, secret, `So. ${secret}`)).toBe(false);
    const text = serializeLedger(result.ledgers[0]!);
    expect(text).toContain(`${b} 1 - rewritten 2026-05-01 jo-field`);
    expect(parseLedger(text, 'marsh', 'marsh.ids').ledger).toEqual(result.ledgers[0]);
  });

  it('withholds a wording that has its words from the next', () => {
    const history = [was(b, 1, { rule: 'reattributed' }), was(b, 2, { words: `So. ${secret}` })];
    const result = done(
      takeOne([live(a, secret), live(b, other, 3)], history, { [a]: secret, [b]: other }),
    );
    expect(result.histories.get('tides')!.map(({ withheld }) => withheld)).toEqual([
      reason,
      reason,
    ]);
  });

  it('leaves wordings whose words are those of a quote that is there', () => {
    const history = [was(b, 1, { rule: 'reattributed' })];
    const result = done(
      takeOne([live(a, secret), live(b, secret, 2)], history, { [a]: secret, [b]: secret }),
    );
    expect(result.histories.size).toBe(0);
    expect(result.undigested).toEqual([]);
  });

  it('leaves short words to others who say them, but not to what they were split from', () => {
    const history = [was(b, 1, { words: `${other} Yes.`, rule: 'split', into: [a] })];
    const more = {
      histories: new Map([
        ['tides', history],
        ['marsh', [was(c, 1, { words: 'Yes!' })]],
      ]),
    };
    const said = { [a]: 'Yes.', [b]: other, [c]: 'Yes, I do.' };
    const result = done(takeOne([live(b, other, 2), live(a, 'Yes.')], [], said, more));
    expect([...result.histories.keys()]).toEqual(['tides']);
    expect(result.withheld).toEqual([{ key: 'tides', id: b, revision: 1 }]);
  });

  it('of words that were removed before needs only their digest', () => {
    const lines = [notice(a, secret, 'removed'), notice(b, secret, 'removed')];
    const result = done(takeOne(lines, [], {}));
    expect(result).toMatchObject({ tombstones: [a], undigested: [b], wordings: [], isLive: false });
    expect(holds(result, secret)).toBe(false);
  });

  it('changes nothing the second time, or the reason alone', () => {
    const lines: LedgerLine[] = [{ type: 'tombstone', id: a, date: '2026-04-01', reason }];
    expect(done(takeOne(lines, [], {})).ledgers).toEqual([]);
    expect(done(takeOne(lines, [], {}, { reason: 'Another.' })).ledgers[0]!.lines).toEqual([
      { type: 'tombstone', id: a, date: '2026-04-01', reason: 'Another.' },
    ]);
  });
});

describe('a takedown of one revision', () => {
  it('leaves the line without words, and the quote', () => {
    const history = [was(a, 1, { words: secret }), was(a, 2, { words: `${other} Yes.` })];
    const result = done(takeOne([live(a, other, 3)], history, { [a]: other }, { revision: 1 }));
    expect(result.histories.get('tides')).toEqual([was(a, 1, { withheld: reason }), history[1]]);
    expect(result).toMatchObject({ ledgers: [], tombstones: [], isLive: false });
  });

  it('takes every revision with the same words along', () => {
    const history = [
      was(a, 1, { rule: 'reattributed' }),
      was(a, 2, { words: secret }),
      was(a, 3, { words: other }),
      was(a, 4, { words: secret }),
    ];
    const result = done(takeOne([live(a, other, 5)], history, { [a]: other }, { revision: 1 }));
    expect(result.withheld.map(({ revision }) => revision)).toEqual([1, 2, 4]);
    expect(holds(result, secret)).toBe(false);
  });

  it('is refused where the words are those of now', () => {
    const history = [was(a, 1, { rule: 'reattributed' })];
    expect(takeOne([live(a, secret, 2)], history, { [a]: secret }, { revision: 1 })).toMatchObject({
      why: 'current',
    });
  });

  it('works on what was merged into another, whose digest goes', () => {
    const now = `${other} And so on.`;
    const lines = [live(b, now), alias(a, secret, b)];
    const history = [was(a, 1, { words: secret, rule: 'merged', into: [b] })];
    const result = done(takeOne(lines, history, { [b]: now }, { revision: 1 }));
    expect(result.undigested).toEqual([a]);
    expect(holds(result, secret)).toBe(false);
  });

  it('changes nothing the second time, or the reason alone', () => {
    const history = [was(a, 1, { withheld: reason })];
    const lines = [live(a, other, 2)];
    const now = { [a]: other };
    expect(done(takeOne(lines, history, now, { revision: 1 })).histories.size).toBe(0);
    const again = done(takeOne(lines, history, now, { revision: 1, reason: 'Another.' }));
    expect(again.histories.get('tides')).toEqual([was(a, 1, { withheld: 'Another.' })]);
  });
});
