import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseState, queryOf, serializeState, settle } from './state.ts';

const stateOf = (address: string) => parseState(new URLSearchParams(address));

describe('the state of the search page', () => {
  it('is empty where the address says nothing', () => {
    expect(stateOf('')).toEqual({
      typed: '',
      filters: {},
      sort: 'relevance',
      grouping: 'none',
      shown: 10,
    });
    expect(serializeState(stateOf(''))).toBe('');
  });

  it('ignores what an address says wrongly', () => {
    const state = stateOf('sort=best&group=all&n=-3&from=yesterday&to=2019-13&speaker=&show=+');
    expect(state).toEqual(stateOf(''));
    expect(stateOf('n=1e9').shown).toBe(500);
    expect(stateOf('n=12.5').shown).toBe(10);
  });

  it('keeps ids that nobody has: they find nothing, and that is said', () => {
    expect(stateOf('speaker=nobody').filters).toEqual({ speaker: ['nobody'] });
  });

  it('reads what it writes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.trim());
    const ids = fc.uniqueArray(text.filter(Boolean), { minLength: 1, maxLength: 3 });
    const state = fc.record({
      typed: text,
      filters: fc.record(
        {
          speaker: ids,
          topic: ids,
          episode: ids,
          from: fc.constantFrom('2019', '2019-03'),
          to: fc.constantFrom('2020', '2020-12'),
        },
        { requiredKeys: [] },
      ),
      sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
      grouping: fc.constantFrom('none' as const, 'episode' as const, 'speaker' as const),
      shown: fc.integer({ min: 10, max: 500 }),
    });
    fc.assert(
      fc.property(state, (one) => {
        expect(stateOf(serializeState(one))).toEqual(one);
      }),
    );
  });

  it('takes typed operators and controls together', () => {
    const state = stateOf('q=tide+speaker:jo-field+year:2019&speaker=ann-reed');
    expect(queryOf(state).filters).toEqual({
      speaker: ['ann-reed', 'jo-field'],
      from: '2019',
      to: '2019',
    });
  });

  it('settles with the words in the field and the filters in the controls', () => {
    const state = stateOf('q=tide+-salt+speaker:jo-field+"the+harbour"');
    const settled = settle(state, queryOf(state));
    expect(settled.typed).toBe('tide "the harbour" -salt');
    expect(settled.filters).toEqual({ speaker: ['jo-field'] });
    expect(queryOf(settled)).toEqual(queryOf(state));
  });
});
