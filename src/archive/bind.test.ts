import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bind, isStillIn, type Fate, type NewQuote, type OldQuote } from './bind.ts';

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

/** What becomes of the middle one of three quotes, when only that one changes. */
function fateBetween(before: string, after: string, more: Partial<OldQuote> = {}): Fate {
  const quotes = [old('qa', ferry), old('qb', before, more), old('qc', aunt)];
  return bind(quotes, [fresh(ferry), fresh(after), fresh(aunt)])[1]!;
}

describe('bind, when other words have the shape of a quote', () => {
  it.each([
    [
      'every noun is another, and only like words are left in its place',
      'Lantern of fennel have that, then with? The, it gruruter.',
      'Kelp of fenster have that, weskaman with? The, it gruremer.',
    ],
    [
      'its words are scattered over a longer text',
      'なにの、を船り地も、と山。',
      'なにの、を船く心紙り地山え事も、と道き心',
    ],
    [
      'the words beside a gap are scattered over a longer text',
      '光，短家表低。 [听不清]',
      '有光录员不光短家城。面那城记地很书长量光录员表低地，人。',
    ],
    ['a short word is another by one letter', 'Yeah.', 'Ymah.'],
    ['one of two words is another', 'People clotible.', 'People cloble.'],
    ['nothing of it was understood before', '[听不清]', '不'],
  ])('leaves a notice where %s', (_, before, after) => {
    expect(fateBetween(before, after)).toMatchObject({ kind: 'notice' });
  });

  it.each([
    ['a slip of a letter in a long word', 'Absolutley.', 'Absolutely.'],
    ['a slip in a short sentence', 'The register was burnt.', 'The registers was burnt.'],
    [
      'a gap that was filled in',
      'They moored at [inaudible] below.',
      'They moored at the quay below.',
    ],
    ['two of eight characters that became others', '水え事風く線ます。', '水え事風く市ま市。'],
  ])('keeps the id through %s', (_, before, after) => {
    expect(fateBetween(before, after)).toMatchObject({ kind: 'kept', at: 1 });
  });

  it('makes no alias of a single word that a neighbour has too', () => {
    const said = 'Oh, yeah.';
    const told = 'Piloting when the storm came was how we learnt it.';
    const quotes = [old('qa', ferry), old('qb', said), old('qc', 'Yeah.'), old('qd', told)];
    const fates = bind(quotes, [fresh(ferry), fresh(`${said} ${told}`)]);
    expect(fates[2]).toMatchObject({ kind: 'notice' });
  });

  it('makes an alias of a single word that was joined to the quote before it', () => {
    const fates = bind([old('qa', ferry), old('qb', 'Exactly.')], [fresh(`${ferry} Exactly.`)]);
    expect(fates[1]).toMatchObject({ kind: 'alias', into: 'qa' });
  });

  it('does not take another speaker’s later quote for one that began with the same words', () => {
    const quotes = [old('qa', ferry, { startTime: 70 })];
    const later = { words: `${ferry} ${flood}`, speaker: 'bo', startTime: 118 };
    expect(bind(quotes, [later])[0]).toMatchObject({ kind: 'notice' });
    expect(bind(quotes, [{ ...later, startTime: 61 }])[0]).toMatchObject({ kind: 'kept' });
  });

  it('gives an id the part with the words first cited, when joined quotes fall apart again', () => {
    const joined = `${flood} Or so they told me. ${ferry} ${aunt}`;
    const [fate] = bind(
      [old('qa', joined, { firstWords: `${ferry} ${aunt}` })],
      [fresh(`${flood} Or so they told me.`), fresh(`${ferry} ${aunt}`)],
    );
    expect(fate).toMatchObject({ kind: 'kept', at: 1 });
  });
});

describe('bind, when a recording was transcribed anew, in other paragraphs', () => {
  const said = [
    ferry,
    aunt,
    flood,
    'Then she sat down on the quay and counted the lamps again.',
  ].map((words, at) => old(`q${at}`, words, { startTime: at * 5 }));
  const heard = [
    'The ferry used to leave at lantern, before anybody had lit the lamps. My aunt did, she lantern',
    'the register of every ship that came in. Nobody believed the register lantern the flood had taken the other books.',
    'Then she lantern down on the quay and counted the lamps again.',
  ];

  it('finds a quote that was cut in the middle, by the times of its words', () => {
    const times = [0.5, 7.5, 15.3];
    const fates = bind(
      said,
      heard.map((words, at) => ({ ...fresh(words), startTime: times[at]! })),
    );
    expect(fates.map(({ kind, at }) => [kind, at])).toEqual([
      ['kept', 0],
      ['alias', 1],
      ['kept', 1],
      ['kept', 2],
    ]);
  });

  it('leaves a notice where no times say whose words they are', () => {
    expect(bind(said, heard.map(fresh))[1]).toMatchObject({ kind: 'notice', rule: 'ambiguous' });
  });
});

describe('isStillIn', () => {
  it('finds the words of a quote in another, though their nouns are misspelt', () => {
    const copied = 'She kept the regster of evry shipp.';
    expect(isStillIn('She kept the register of every ships.', `${flood} ${copied}`)).toBe(true);
    expect(isStillIn('She kept the register of every ships.', flood)).toBe(false);
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
