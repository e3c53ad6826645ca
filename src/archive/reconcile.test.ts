import { describe, expect, it } from 'vitest';
import { digestOf, mintId } from './id.ts';
import type { QuoteId } from './model.ts';
import { reconcile } from './reconcile.ts';
import type { OldWords, ReconcileInput, Reconciliation } from './reconciliation.ts';

/** A transcript as `speaker: words` lines. */
const freshOf = (...lines: string[]): ReconcileInput['fresh'] =>
  lines.map((line) => {
    const [speaker = '', words = ''] = line.split(/: (.*)/s);
    return { speaker, words, digest: digestOf(words) };
  });

/** Brings a ledger up to date with the next version, as `npm run ids` would on a day. */
class Keeper {
  state: Reconciliation | undefined;
  #words = new Map<QuoteId, OldWords>();
  readonly taken = new Set<QuoteId>();
  #hash = 0;

  next(day: string, lines: string[], more: Partial<ReconcileInput> = {}): Reconciliation {
    const fresh = freshOf(...lines);
    const state = reconcile({
      key: 'tides',
      path: 'episodes/talk/tides.md',
      hash: String(++this.#hash).padStart(40, '0'),
      ...(this.state && { ledger: this.state.ledger }),
      history: this.state?.history ?? [],
      formerly: [],
      fresh,
      oldWords: this.#words,
      taken: this.taken,
      date: day,
      speakerNow: (speaker) => speaker,
      ...more,
    });
    this.state = state;
    this.#words = new Map(state.identities.map(({ id }, at) => [id, { words: fresh[at]!.words }]));
    return state;
  }

  idOf(at: number): QuoteId {
    return this.state!.identities[at]!.id;
  }

  /** The lines of the ledger without the ids and digests: what each is. */
  get kinds(): string[] {
    return this.state!.ledger.lines.map((line) =>
      line.type === 'notice' ? `${line.rule} ${line.date}` : line.type,
    );
  }
}

const first = 'jo: Nobody wrote them down before the harbour did, and that was late.';
const second = 'ann: The mud was here before anybody who could write about it came along.';
const third = 'jo: Every clock in this town was set by a man who owned no clock.';

describe('what is unsure', () => {
  it('is not decided without the old words, and says which ids wait for them', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second]);
    const before = keeper.state!;
    const id = keeper.idOf(0);
    const { missing, ledger, identities } = keeper.next(
      '2026-02-01',
      [first.replace('late', 'early'), second],
      { oldWords: new Map() },
    );
    expect(missing).toEqual([id]);
    expect(ledger).toBe(before.ledger);
    expect(identities).toEqual([]);
  });

  it('becomes a notice when a person says that the old words are lost', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second]);
    keeper.next('2026-02-01', [first.replace('late', 'early'), second], {
      oldWords: new Map(),
      withoutWords: true,
    });
    expect(keeper.kinds).toEqual(['removed 2026-02-01', 'live', 'live']);
  });

  it('needs no old words where every quote still has its own', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second, third]);
    const ids = [0, 1, 2].map((at) => keeper.idOf(at));
    const { missing } = keeper.next('2026-02-01', [third, first, second], { oldWords: new Map() });
    expect(missing).toEqual([]);
    expect([0, 1, 2].map((at) => keeper.idOf(at))).toEqual([ids[2], ids[0], ids[1]]);
  });

  it('of words that were taken down stops: their id has a tombstone', () => {
    const keeper = new Keeper();
    const words = first.slice(4);
    const id = mintId('tides', words, 0, () => false);
    keeper.next('2026-01-01', [second]);
    const ledger = keeper.state!.ledger;
    keeper.taken.add(id);
    const { takenDown } = keeper.next('2026-02-01', [second, first], {
      ledger: {
        ...ledger,
        lines: [...ledger.lines, { type: 'tombstone', id, date: '2026-01-15', reason: 'Privacy.' }],
      },
    });
    expect(takenDown).toEqual([1]);
  });
});

describe('a ledger brought up to date', () => {
  it('gives the same ids to the same words, whatever stands around them', () => {
    const [one, other] = [new Keeper(), new Keeper()];
    one.next('2026-01-01', [first, second]);
    other.next('2026-01-01', [first]);
    other.next('2026-02-01', [first, second]);
    expect(other.state!.identities).toEqual(one.state!.identities);
  });

  it('changes nothing when nothing changed, but for the transcript it names', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second]);
    const { lines } = keeper.state!.ledger;
    const { isChanged, ledger, fates } = keeper.next('2026-02-01', [first, second]);
    expect(isChanged).toBe(true);
    expect(ledger.lines).toBe(lines);
    expect(fates).toEqual([]);
    const same = keeper.next('2026-02-01', [first, second], { hash: ledger.transcript });
    expect(same.isChanged).toBe(false);
  });

  it('keeps the words of a wording that was corrected, and the day', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first]);
    const id = keeper.idOf(0);
    const { history, identities } = keeper.next('2026-02-01', [first.replace('late', 'early')]);
    expect(identities).toEqual([{ id, revision: 2 }]);
    expect(history).toEqual([
      {
        id,
        revision: 1,
        until: '2026-02-01',
        rule: 'reworded',
        speaker: 'jo',
        words: first.slice(4),
      },
    ]);
  });

  it('writes no words twice when only the speaker changed', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second]);
    const id = keeper.idOf(0);
    const { history } = keeper.next('2026-02-01', [first.replace('jo:', 'ann:'), second]);
    expect(history).toEqual([
      { id, revision: 1, until: '2026-02-01', rule: 'reattributed', speaker: 'jo' },
    ]);
  });

  it('does not take a renamed file of a speaker for another speaker', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first]);
    const { history, identities, ledger } = keeper.next(
      '2026-02-01',
      [first.replace('jo:', 'jo-field:')],
      { speakerNow: (speaker) => (speaker === 'jo' ? 'jo-field' : speaker) },
    );
    expect(history).toEqual([]);
    expect(identities[0]!.revision).toBe(1);
    expect(ledger.lines).toMatchObject([{ speaker: 'jo-field' }]);
  });

  it('keeps only the digest of deleted words, at their place', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second, third]);
    const id = keeper.idOf(1);
    const { history, ledger } = keeper.next('2026-02-01', [first, third]);
    expect(keeper.kinds).toEqual(['live', 'removed 2026-02-01', 'live']);
    expect(ledger.lines[1]).toMatchObject({ id, digest: digestOf(second.slice(5)) });
    expect(history).toEqual([]);
  });

  it('names the other parts of a split, and ends each alias at a quote that is there', () => {
    const keeper = new Keeper();
    const joined = `${first} ${second.slice(5)}`;
    keeper.next('2026-01-01', [joined]);
    const id = keeper.idOf(0);
    keeper.next('2026-02-01', [first, `jo: ${second.slice(5)}`]);
    const part = keeper.idOf(1);
    expect(keeper.idOf(0)).toBe(id);
    expect(keeper.state!.history).toMatchObject([{ id, rule: 'split', into: [part] }]);
    keeper.next('2026-03-01', [joined]);
    expect(keeper.kinds).toEqual(['live', 'alias']);
    const alias = keeper.state!.ledger.lines[1]!;
    const kept = keeper.idOf(0);
    expect(alias).toMatchObject({ into: kept });
    expect([id, part]).toEqual(expect.arrayContaining([kept, alias.id]));
  });

  it('takes an alias along while its words are there, and makes it a notice when they go', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, `jo: ${second.slice(5)}`]);
    keeper.next('2026-02-01', [`${first} ${second.slice(5)}`]);
    expect(keeper.kinds).toEqual(['live', 'alias']);
    keeper.next('2026-03-01', [`${first.replace('late', 'early')} ${second.slice(5)}`]);
    expect(keeper.kinds).toEqual(['live', 'alias']);
    const alias = keeper.state!.ledger.lines[1]!;
    const shorter =
      alias.id === mintId('tides', first.slice(4), 0, () => false)
        ? second.slice(5)
        : first.slice(4);
    keeper.next('2026-04-01', [`jo: ${shorter}`]);
    expect(keeper.kinds.filter((kind) => kind === 'live')).toHaveLength(1);
    const target = keeper.state!.ledger.lines.find((line) => line.type === 'alias');
    expect(target).toBeUndefined();
  });

  it('brings an id back with its words, as a new revision', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second, third]);
    const id = keeper.idOf(1);
    keeper.next('2026-02-01', [first, third]);
    const { identities, history } = keeper.next('2026-03-01', [first, second, third]);
    expect(identities[1]).toEqual({ id, revision: 2 });
    expect(history).toEqual([
      { id, revision: 1, until: '2026-02-01', rule: 'returned', speaker: 'ann' },
    ]);
  });

  it('does not write a line of history twice when a run was stopped before the ledger', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first]);
    const { ledger } = keeper.state!;
    const words = new Map([[keeper.idOf(0), { words: first.slice(4) }]]);
    const changed = [first.replace('late', 'early')];
    const stopped = keeper.next('2026-02-01', changed);
    const again = keeper.next('2026-02-01', changed, {
      ledger,
      history: stopped.history,
      oldWords: words,
    });
    expect(again.history).toEqual(stopped.history);
    expect(again.ledger.lines).toEqual(stopped.ledger.lines);
  });

  it('leaves every id a notice when the transcript is removed, and takes them back with it', () => {
    const keeper = new Keeper();
    keeper.next('2026-01-01', [first, second]);
    const before = keeper.state!.identities.map(({ id }) => id);
    const { ledger } = keeper.next('2026-02-01', [], { isWithdrawn: true });
    expect(ledger.gone).toBe('2026-02-01');
    expect(keeper.kinds).toEqual(['removed 2026-02-01', 'removed 2026-02-01']);
    const back = keeper.next('2026-03-01', [first, second]);
    expect(back.ledger.gone).toBeUndefined();
    expect(back.identities.map(({ id }) => id)).toEqual(before);
  });
});
