import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQuery } from '../search/query.ts';
import {
  parseItems,
  parseTrendQuery,
  serializeItems,
  serializeTrendQuery,
  type Item,
} from './query.ts';

const said = (text: string, ...words: string[]): Item => ({ kind: 'said', text, words });

describe('what is to be compared', () => {
  it.each<[string, Item[]]>([
    ['', []],
    [' , ;、', []],
    ['…, !', []],
    ['tide', [said('tide', 'tide')]],
    ['Tide,TIDE,tide', [said('Tide', 'tide')]],
    ['tide, salt', [said('tide', 'tide'), said('salt', 'salt')]],
    ['潮汐、港口', [said('潮汐', '潮汐'), said('港口', '港口')]],
    ['الميناء، الفنار', [said('الميناء', 'الميناء'), said('الفنار', 'الفنار')]],
    ['"fog signal"', [said('fog signal', 'fog', 'signal')]],
    ['fog signal', [said('fog signal', 'fog', 'signal')]],
    ['very very good', [said('very very good', 'very', 'very', 'good')]],
    ['fog “signal', [said('fog signal', 'fog', 'signal')]],
    ['well-known', [said('well-known', 'well', 'known')]],
    ['"tide, salt"', [said('tide, salt', 'tide', 'salt')]],
    ['港口以', [said('港口以', '港口', '口以')]],
    ['港', [{ kind: 'beginning', text: '港', words: ['港'] }]],
    ['tid*', [{ kind: 'beginning', text: 'tid', words: ['tid'] }]],
    ['topic:tides', [{ kind: 'topic', value: 'tides' }]],
    ['speaker:"Jo Field"', [{ kind: 'speaker', value: 'Jo Field' }]],
    [
      'speaker:jo topic:tides',
      [
        { kind: 'speaker', value: 'jo' },
        { kind: 'topic', value: 'tides' },
      ],
    ],
    ['tide speaker:jo', [{ kind: 'other', text: 'tide speaker:jo' }]],
    ['show:harbour', [{ kind: 'other', text: 'show:harbour' }]],
    ['tide -salt', [{ kind: 'other', text: 'tide -salt' }]],
    ['the tid*', [{ kind: 'other', text: 'the tid*' }]],
  ])('%j', (typed, items) => {
    expect(parseItems(typed)).toEqual(items);
  });

  it('ends before what is too long', () => {
    expect(parseItems(`tide, ${'a'.repeat(longestQuery)}, salt`)).toEqual([said('tide', 'tide')]);
    expect(parseItems('"'.repeat(9000))).toEqual([]);
    expect(
      serializeItems(parseItems(Array.from({ length: 500 }, (_, i) => `w${i}`).join())).length,
    ).toBeLessThanOrEqual(longestQuery);
  });
});

describe('the text of what is compared', () => {
  it.each([
    ['fog signal ,topic:tides', '"fog signal", topic:tides'],
    ['"tide"', 'tide'],
    ['"10,000"', '"10,000"'],
    ['speaker:“Field, Jo”', 'speaker:"Field, Jo"'],
    ['“topic:tides”', '"topic:tides"'],
  ])('of %j is %j', (typed, text) => {
    expect(serializeItems(parseItems(typed))).toBe(text);
  });

  const word = fc.constantFrom(
    'tide',
    'Salz',
    '港口',
    '港',
    'tid*',
    'é',
    '10,000',
    'C++',
    '-x',
    '…',
  );
  const sign = fc.constantFrom(',', ' ', '"', '“', '”', '「', '」', '、', ':', '*', '-', '\n', '«');
  const filter = fc.constantFrom('topic:', 'speaker:', 'show:', 'year:2019', 'speaker:"Jo, F"');
  const typed = fc.oneof(
    fc.array(fc.oneof(word, sign, filter), { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
  );

  it('means the same again, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const items = parseItems(text);
        expect(parseItems(serializeItems(items))).toEqual(items);
      }),
      { numRuns: 3000 },
    );
  });

  it('means the same again as an address', () => {
    const month = fc.constantFrom(undefined, '2019', '2019-03', '0001-12');
    fc.assert(
      fc.property(typed, month, month, (text, from, to) => {
        const query = parseTrendQuery(
          new URLSearchParams({ q: text, from: from ?? 'x', to: to ?? '' }),
        );
        const address = serializeTrendQuery(query);
        expect(parseTrendQuery(new URLSearchParams(address))).toEqual(query);
      }),
    );
  });
});

describe('an address', () => {
  it('is readable', () => {
    const given = new URLSearchParams('q=tide, "fog signal",topic:tides&from=2019-3&to=2021');
    expect(serializeTrendQuery(parseTrendQuery(given))).toBe(
      '?q=tide,%22fog+signal%22,topic:tides&from=2019-03&to=2021',
    );
  });

  it('that says nothing, or nothing right, asks for nothing', () => {
    expect(parseTrendQuery(new URLSearchParams('from=soon&to=99999'))).toEqual({ items: [] });
    expect(serializeTrendQuery({ items: [] })).toBe('');
  });
});
