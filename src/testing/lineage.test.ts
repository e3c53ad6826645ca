import { describe, expect, it } from 'vitest';
import type { Fate } from '../archive/bind.ts';
import { kinds, makeScript, serializeScript } from './edit-script.ts';
import { findFaults } from './fate.ts';
import { quoteOf, Typist } from './invent.ts';
import { type Bind, type DraftQuote, type Holder, judge } from './lineage.ts';
import { Random } from './random.ts';
import { newTally, replay, type Tally } from './replay.ts';
import { vocabularyOf } from './vocabulary.ts';

const typist = new Typist(new Random(1), vocabularyOf('english'));
const say = (words: string): DraftQuote => quoteOf('ada', typist.copy(words), undefined);
const hold = (quote: DraftQuote, id = 'q0'): Holder => ({ id, first: quote, last: quote });
const keep = (id: string, at: number): Fate => ({ id, kind: 'kept', rule: 'reworded', at });
const wordOn = (holder: Holder, shown: DraftQuote): string =>
  judge([holder], [shown], [keep(holder.id, 0)])[0]!.word;
const typoOf = (quote: DraftQuote): DraftQuote => ({
  ...quote,
  tokens: quote.tokens.map((token) => ({ ...token, text: `${token.text}x` })),
});

describe('judge', () => {
  const ferry = say('The ferry left before the lamps were lit.');
  const rope = say('Nobody had untied the rope, she said.');

  it('calls it a lie when other words are shown, however similar', () => {
    expect(wordOn(hold(ferry), rope)).toBe('lie');
    expect(wordOn(hold(ferry), say('The ferry left before the lamps were out.'))).toBe('lie');
  });

  it('calls it the truth when the words are equal, whoever typed them', () => {
    expect(wordOn(hold(ferry), say('The ferry left before the lamps were lit.'))).toBe('truth');
  });

  it('calls it the truth when only a comma went from words without blanks', () => {
    expect(wordOn(hold(say('不，是？')), say('不是。'))).toBe('truth');
  });

  it('calls it the truth when a quote held a phrase twice and shows the other one now', () => {
    const phrase = 'Weather at sea, and the mail as it comes, every night at nine.';
    const [first, twin] = [say(phrase), say(phrase)];
    const last = { ...first, tokens: [...twin.tokens, ...rope.tokens, ...first.tokens] };
    const shown = { ...twin, tokens: [...twin.tokens, ...rope.tokens.slice(0, 2)] };
    expect(wordOn({ id: 'q0', first, last }, shown)).toBe('truth');
    // Not where the phrase came from elsewhere, or the words shown are the others that it held.
    expect(wordOn(hold(first), shown)).toBe('lie');
    expect(wordOn({ id: 'q0', first, last }, rope)).toBe('lie');
  });

  it('calls it the truth when every word is misspelt', () => {
    expect(wordOn(hold(ferry), typoOf(ferry))).toBe('truth');
  });

  it('calls it the truth from half of the cited words on', () => {
    const rest = { ...ferry, tokens: [...ferry.tokens.slice(4), ...rope.tokens] };
    expect(wordOn(hold(ferry), rest)).toBe('truth');
    const less = { ...ferry, tokens: [...ferry.tokens.slice(5), ...rope.tokens] };
    expect(wordOn(hold(ferry), less)).toBe('lie');
  });

  it('calls it the truth when half of what is shown was cited', () => {
    const part = { ...ferry, tokens: [ferry.tokens[0]!, rope.tokens[0]!] };
    expect(wordOn(hold(ferry), part)).toBe('truth');
  });

  it('counts a word once, however often it was copied', () => {
    const [the] = ferry.tokens;
    const stutter = { ...ferry, tokens: [the!, the!, the!, ...rope.tokens.slice(0, 3)] };
    expect(wordOn(hold(ferry), stutter)).toBe('lie');
  });

  it('measures drift from the first words as well as from the last', () => {
    const later = { ...ferry, tokens: [...ferry.tokens.slice(0, 4), ...rope.tokens] };
    const latest = { ...ferry, tokens: later.tokens.slice(3) };
    expect(wordOn({ id: 'q0', first: ferry, last: later }, latest)).toBe('lie');
    expect(wordOn(hold(later), latest)).toBe('truth');
  });

  it('does not count gaps as words, and lets them be filled in', () => {
    const gap = typist.gap();
    const holey = { ...ferry, tokens: [...ferry.tokens.slice(0, 2), gap] };
    const filled = {
      ...ferry,
      tokens: [...ferry.tokens.slice(0, 2), ...rope.tokens, ...say('a b c').tokens],
    };
    expect(wordOn(hold(holey), filled)).toBe('truth');
    const nothing = { ...ferry, tokens: [gap] };
    const heard = { ...ferry, tokens: [{ text: 'Lamps', serial: gap.serial }, ...rope.tokens] };
    expect(wordOn(hold(nothing), heard)).toBe('truth');
    expect(wordOn(hold(nothing), rope)).toBe('lie');
    const among = { ...ferry, tokens: [gap, ...rope.tokens] };
    expect(wordOn(hold(nothing), among)).toBe('truth');
  });

  it('asks to keep a quote only while its words stand somewhere', () => {
    const [gone] = judge([hold(ferry)], [rope], []);
    expect(gone).toMatchObject({ word: 'none', citable: true, possible: false });
    const [there] = judge([hold(ferry)], [rope, typoOf(ferry)], []);
    expect(there).toMatchObject({ possible: true, changed: true });
  });
});

describe('findFaults', () => {
  const a = say('The ferry left.');
  const b = say('Nobody waited.');
  const holders = [hold(a, 'q0'), hold(b, 'q1')];
  const alias: Fate = { id: 'q1', kind: 'alias', rule: 'merged', at: 0, into: 'q0' };
  const exact = (id: string, at: number): Fate => ({ id, kind: 'kept', rule: 'exact', at });

  it.each<[string, Fate[], string[]]>([
    ['nothing', [exact('q0', 0), exact('q1', 1)], []],
    ['an alias', [keep('q0', 0), alias], []],
    ['a missing fate', [exact('q0', 0)], ['q1 has no fate']],
    [
      'fates out of order',
      [exact('q1', 1), exact('q0', 0)],
      ['fate 0 is of q1, not of q0', 'fate 1 is of q0, not of q1'],
    ],
    [
      'a fate too many',
      [exact('q0', 0), exact('q1', 1), { ...alias, id: 'q2' }],
      ['q2 has a fate too many'],
    ],
    ['two ids at one quote', [keep('q0', 0), keep('q1', 0)], ['q1 and q0 are both kept at 0']],
    ['a place that is none', [keep('q0', 2), exact('q1', 1)], ['q0 is at 2 of 2']],
    [
      'an alias of an id that is elsewhere',
      [keep('q0', 1), alias],
      ['q1 is an alias of q0, which is not kept at 0'],
    ],
    [
      'other words called exact',
      [exact('q0', 1), exact('q1', 0)],
      ['q0 is `exact` with other words', 'q1 is `exact` with other words'],
    ],
    [
      'a return without a notice',
      [{ id: 'q0', kind: 'kept', rule: 'returned', at: 0 }, exact('q1', 1)],
      ['q0 is `returned` and was not gone'],
    ],
    [
      'parts that begin elsewhere',
      [{ id: 'q0', kind: 'kept', rule: 'split', at: 0, parts: [1, 0] }, exact('q1', 1)],
      ['q0 has the parts 1, 0 at 0'],
    ],
  ])('finds %s', (_, fates, faults) => {
    expect(findFaults(holders, [a, b], fates)).toEqual(faults);
  });

  it('lets an id with a notice come back with equal words only', () => {
    const gone = [{ ...hold(a), gone: true as const }];
    const back: Fate = { id: 'q0', kind: 'kept', rule: 'returned', at: 0 };
    expect(findFaults(gone, [a], [back])).toEqual([]);
    expect(findFaults(gone, [b], [back])).toEqual(['q0 is `returned` with other words']);
    expect(findFaults(gone, [a], [keep('q0', 0)])).toEqual(['q0 is `reworded` and was gone']);
  });
});

// ——— Binders that are wrong in known ways ————————————————————————————————————

const removed = (id: string, at: number): Fate => ({ id, kind: 'notice', rule: 'removed', at });

/** The third paragraph stays the third. */
const byPosition: Bind = (old, fresh) =>
  old.map(({ id }, at) => (at < fresh.length ? keep(id, at) : removed(id, fresh.length)));

/** Equal words or nothing. */
const byEqualWords: Bind = (old, fresh) => {
  const free = new Map(
    [...Map.groupBy(fresh.keys(), (at) => fresh[at]!.words)].map(([words, at]) => [words, [...at]]),
  );
  return old.map(({ id, words, gone }) => {
    const at = free.get(words)?.shift();
    if (at !== undefined) return { id, kind: 'kept', rule: gone ? 'returned' : 'exact', at };
    return { id, kind: 'notice', rule: gone ? 'still-gone' : 'removed', at: 0 };
  });
};

/** Whatever has the most words in common, if it is three in ten. */
const bySimilarity: Bind = (old, fresh) => {
  const taken = new Set<number>();
  return old.map(({ id, words }) => {
    const wanted = new Set(words.split(' '));
    let best = -1;
    let most = 0.3;
    fresh.forEach((quote, at) => {
      const own = quote.words.split(' ');
      const common = own.filter((word) => wanted.has(word)).length / own.length;
      if (!taken.has(at) && common >= most) [best, most] = [at, common];
    });
    taken.add(best);
    return best >= 0 ? keep(id, best) : removed(id, 0);
  });
};

/** Says nothing of the last id. */
const forgetful: Bind = (old, fresh) => byEqualWords(old, fresh).slice(0, -1);

function tallyOf(bind: Bind, seeds = 4): Tally {
  const tally = newTally();
  for (const kind of kinds)
    for (let seed = 0; seed < seeds; seed++) replay(makeScript(kind, seed), bind, tally);
  return tally;
}

describe('the judge of whole scripts', () => {
  it('finds no lie where only equal words are kept, through all kinds of edits', () => {
    const tally = tallyOf(byEqualWords, 20);
    expect(tally).toMatchObject({ lieReports: [], faultReports: [], accounted: tally.edits });
  });

  it('finds the lies of a binding by position', () => {
    const { lies, citableLies, edits } = tallyOf(byPosition);
    expect(lies).toBeGreaterThan(edits / 5);
    expect(citableLies).toBeGreaterThan(0);
  });

  it('finds the lies of a binding by similar words alone', () => {
    expect(tallyOf(bySimilarity).citableLies).toBeGreaterThan(20);
  });

  it('finds that an id was forgotten', () => {
    const tally = tallyOf(forgetful, 1);
    expect(tally.accounted).toBeLessThan(tally.edits);
    expect(tally.faultReports[0]).toMatch(/q\d+ has no fate/);
  });

  it('counts the share that was kept of the quotes that could be', () => {
    const tally = newTally();
    for (let seed = 0; seed < 20; seed++) replay(makeScript('typo', seed), byEqualWords, tally);
    expect(tally.citable).toBeGreaterThan(tally.changed);
    expect(tally.changed).toBeGreaterThan(0);
    expect(tally.changedKept).toBe(0);
    expect(tally.citableKept).toBe(tally.citable - tally.changed);
  });
});

describe('makeScript', () => {
  it.each(kinds)('%s: gives the same script for the same seed, and quotes with words', (kind) => {
    for (let seed = 0; seed < 20; seed++) {
      const script = makeScript(kind, seed);
      expect(serializeScript(makeScript(kind, seed))).toBe(serializeScript(script));
      expect(script.drafts.flat().filter(({ tokens }) => tokens.length === 0)).toEqual([]);
    }
  });
});
