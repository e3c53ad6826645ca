import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isEmpty,
  joinFilters,
  longestQuery,
  parseMonth,
  parseQuery,
  serializeQuery,
  serializeTerm,
  type Term,
} from './query.ts';

/** Terms in one sign language: words bare, phrases in quotation marks, beginnings with a star. */
const shown = ({ kind, words }: Term): string => {
  const text = words.join(' ');
  if (kind === 'phrase') return `“${text}”`;
  return kind === 'beginning' ? `${text}*` : text;
};

const parsed = (typed: string): string[] => {
  const { terms, without } = parseQuery(typed);
  return [...terms.map(shown), ...without.map((term) => `-${shown(term)}`)];
};

const filtersOf = (typed: string) => parseQuery(typed).filters;

describe('a query', () => {
  it.each([
    '',
    '  ',
    '— … !',
    '""',
    '"',
    '“ ”',
    '-',
    '- -',
    '*',
    '-*',
    '「」',
    ':',
    '：',
    '\u0000',
  ])('that says nothing, such as %j, asks for nothing', (typed) =>
    expect(isEmpty(parseQuery(typed))).toBe(true),
  );

  it.each([
    ['"tide', ['“tide”']],
    ['tide"', ['tide']],
    ['tide"salt', ['tide', '“salt”']],
    ['“tide"', ['“tide”']],
    ['tide tide TIDE', ['tide']],
    ['tide "tide"', ['tide', '“tide”']],
    ['tide - salt', ['tide', 'salt']],
    ['--tide', ['-tide']],
    ['-"', []],
    ['tide -', ['tide']],
    ['*tide', ['tide']],
    ['tide*salt', ['“tide salt”']],
    ['"tide*"', ['“tide”']],
    ['<b>tide</b>', ['“b tide b”']],
  ])('that is half typed, such as %j, is understood as %j', (typed, terms) =>
    expect(parsed(typed)).toEqual(terms),
  );

  it.each([
    ['tide tables', ['tide', 'tables']],
    ['tide "wrote them down"', ['tide', '“wrote them down”']],
    ['„wrote them“ «the harbour» ”so on”', ['“wrote them”', '“the harbour”', '“so on”']],
    ['"she said “no” then"', ['“she said no then”']],
    ['don’t well-known C++', ['dont', '“well known”', 'cpp']],
    ['tide -salt -"so on" −mud –fog', ['tide', '-salt', '-“so on”', '-mud', '-fog']],
    ['tid* sal**', ['tid*', 'sal*']],
    ['10:30', ['“10 30”']],
    ['note: tide', ['note', 'tide']],
    ['note:tide', ['“note tide”']],
    ['-speaker:jo', ['-“speaker jo”']],
  ])('has the words of %j: %j', (typed, terms) => expect(parsed(typed)).toEqual(terms));

  it.each([
    ['港口', ['“港口”']],
    ['港口的表', ['“港口 口的 的表”']],
    ['「港口的表」', ['“港口 口的 的表”']],
    ['港', ['港*']],
    ['「港」', ['港*']],
    ['港口，表', ['“港口 口 表”']],
    ['使用Bitcoin支付', ['“使用 用 bitcoin 支付”']],
    ['港口 -潮汐', ['“港口”', '-“潮汐”']],
    ['ทำ', ['“ทำ”']],
  ])('has the characters of %j, each with the next: %j', (typed, terms) => {
    expect(parsed(typed)).toEqual(terms);
  });

  it.each([
    ['speaker:jo-field', { speaker: ['jo-field'] }],
    ['SPEAKER:jo speaker:ann speaker:jo', { speaker: ['jo', 'ann'] }],
    ['speaker:"Jo Field" show：harbour', { speaker: ['Jo Field'], show: ['harbour'] }],
    [
      'topic:tides episode:salt role:host language:en-GB status:verified',
      {
        topic: ['tides'],
        episode: ['salt'],
        role: ['host'],
        language: ['en-GB'],
        status: ['verified'],
      },
    ],
    ['year:2019', { from: '2019', to: '2019' }],
    ['year:2019-3', { from: '2019-03', to: '2019-03' }],
    ['after:2018', { from: '2019' }],
    ['before:2020', { to: '2019' }],
    ['after:2018-12 before:2020/01', { from: '2019-01', to: '2019-12' }],
    ['year:2001 year:2019', { from: '2019', to: '2019' }],
  ])('has the filters of %j', (typed, filters) => {
    expect(filtersOf(typed)).toEqual(filters);
    expect(parsed(typed)).toEqual([]);
  });

  it.each([
    ['speaker:', ['speaker']],
    ['speaker: jo', ['speaker', 'jo']],
    ['speaker:"" jo', ['speaker', 'jo']],
    ['year:soon', ['“year soon”']],
    ['year:2019-13', ['“year 2019 13”']],
    ['after:9999', ['“after 9999”']],
    ['before:0000', ['“before 0000”']],
    ['nobody:jo', ['“nobody jo”']],
  ])('takes %j, which is no filter, as words: %j', (typed, terms) => {
    expect(filtersOf(typed)).toEqual({});
    expect(parsed(typed)).toEqual(terms);
  });
});

describe('a long query', () => {
  const sentence = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');

  it('ends at the end of a word, in quotation marks too', () => {
    const { terms } = parseQuery(sentence);
    expect(terms.map(({ text }) => text)).toEqual(sentence.split(' ').slice(0, terms.length));
    const [phrase] = parseQuery(`"${sentence}"`).terms;
    expect(phrase!.words).toEqual(sentence.split(' ').slice(0, phrase!.words.length));
    expect(phrase!.words.length).toBeGreaterThan(30);
  });

  it('is bounded, whatever it is made of', () => {
    for (const part of [
      'a',
      'tide ',
      '"a b"',
      '潮汐表',
      '-"',
      'year:2019 ',
      '😀',
      'x:',
      '「」«“',
    ]) {
      const query = parseQuery(part.repeat(100_000));
      expect(serializeQuery(query).length, part).toBeLessThanOrEqual(longestQuery);
    }
  });
});

describe('the text of a query', () => {
  it.each([
    ['', ''],
    ['  TIDE   tide ', 'TIDE'],
    ['year:2019 “the tide”', '"the tide" year:2019'],
    ['well-known 「港口」 tid*', 'well-known 港口 tid*'],
    ['"-salt-water"', '"-salt-water"'],
    ['"year:2019"', '"year:2019"'],
    ['"tide*"', '"tide"'],
    ['speaker:"Jo Field" -salt tide', 'tide -salt speaker:"Jo Field"'],
    ['after:2018 before:2020', 'year:2019'],
    ['after:2018', 'after:2018'],
    ['before:2020-01', 'before:2020-01'],
    ['港*', '港'],
  ])('of %j is %j', (typed, text) => expect(serializeQuery(parseQuery(typed))).toBe(text));

  it('keeps quotation marks that a phrase or an id holds', () => {
    const role = 'the "chair"';
    const query = { terms: [], without: [], filters: { role: [role, 'a«b»"'] } };
    expect(parseQuery(serializeQuery(query))).toEqual(query);
    const phrase: Term = { kind: 'phrase', text: 'so "so"', words: ['so', 'so'] };
    expect(parseQuery(serializeTerm(phrase)).terms).toEqual([phrase]);
  });

  it('gives up marks of a text that holds them all', () => {
    const phrase: Term = { kind: 'phrase', text: '"“«「『tide so', words: ['tide', 'so'] };
    expect(serializeTerm(phrase)).toBe('"tide so"');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...['tide', 'Café', 'don’t', 'a-b', 'C++', '10:30', '2019', 'x', '…', '—', 'note:'],
      ...['港', '港口', '使用Bitcoin支付', 'น้ำ', 'データ', 'مدّ', '한국', '😀', '\u0301', '\ud83d'],
      ...['"', '"', '“', '”', '„', '«', '»', '「', '」', '『', "'", '’'],
      ...['-', '−', '–', '*', '**', ':', '：', ' ', ' ', ' ', '\t', '\u3000', '\u00a0'],
      ...['speaker:', 'show:', 'topic:', 'role:', 'year:', 'before:', 'after:', 'YEAR:', '-year:'],
      ...['2019-3', '0000', '9999', '9998', '0001', '2020-12', '2020/01', '2020-13'],
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const typed = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

  it('means the same query again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        expect(parseQuery(serializeQuery(query))).toEqual(query);
      }),
      { numRuns: 3000 },
    );
  });

  it('means each of its terms alone', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { terms } = parseQuery(text);
        for (const term of terms) expect(parseQuery(serializeTerm(term)).terms).toEqual([term]);
      }),
    );
  });

  it('means the ids again that somebody chose, and the time', () => {
    const id = fc
      .string({ unit: fc.constantFrom('a', '港', ' ', '"', '-', '*', ':', '“', '7'), minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const date = fc
      .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 0, max: 12 }))
      .map(([year, month]) => `${year}${month === 0 ? '' : `-${String(month).padStart(2, '0')}`}`);
    const filters = fc.record(
      { speaker: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), from: date, to: date },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (chosen) => {
        const query = { terms: [], without: [], filters: chosen };
        expect(parseQuery(serializeQuery(query))).toEqual(query);
      }),
    );
  });
});

describe('filters', () => {
  it('that are joined have the ids of both, and the time named last', () => {
    expect(
      joinFilters({ speaker: ['a'], from: '2001' }, { speaker: ['b', 'a'], from: '2002', to: '3' }),
    ).toEqual({ speaker: ['a', 'b'], from: '2002', to: '3' });
    expect(joinFilters({}, {})).toEqual({});
  });

  it.each(['', '19', '2019-00', '2019-13', '2019-03-01', '20190', 'soon', '0000', '9999', '٢٠١٩'])(
    'have no time that is %j',
    (text) => expect(parseMonth(text)).toBeUndefined(),
  );

  it.each([
    ['2019', '2019'],
    [' 2019-3 ', '2019-03'],
    ['2019/12', '2019-12'],
    ['2019.01', '2019-01'],
  ])('take %j as %j', (text, month) => expect(parseMonth(text)).toBe(month));
});
