import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fragment, matchQuote, quotesOf, type RecordedQuote } from './fragment.ts';
import { foldWord } from './query.ts';

/** A fragment of these quotes, as Pagefind's script gives it. */
function fragmentOf(...texts: string[]): Fragment {
  const content = texts.join(' ');
  let location = 0;
  const anchors = texts.map((text, index) => {
    const anchor = { id: `q${index}`, location };
    location += text.split(' ').length;
    return anchor;
  });
  const raw = content.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { meta: {}, content, raw_content: raw, anchors };
}

const quote = (text: string): RecordedQuote => quotesOf(fragmentOf(text))[0]!;
const phrase = (text: string) => [{ text, isPhrase: true, locations: new Set<number>() }];
const shown = (of: RecordedQuote, ranges: ReturnType<typeof matchQuote>) =>
  ranges?.map((range) => of.text.slice(...range));

describe('quotesOf', () => {
  it('gives back the words of every quote, whatever they are', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'é', '<', '>', '&', 'lt;', 'gt;', '😀', '_'),
      minLength: 1,
    });
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
        expect(quotesOf(fragmentOf(...texts)).map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  it('takes Chinese apart where Pagefind did', () => {
    const fragment: Fragment = {
      meta: {},
      content: '港口以前 然後 Jo 抄了',
      raw_content: '港口\u200b以前 \u200b然後 \u200bJo \u200b抄\u200b了',
      anchors: [
        { id: 'q0', location: 0 },
        { id: 'q1', location: 2, title: '33' },
      ],
    };
    const [first, second] = quotesOf(fragment);
    expect([first!.text, first!.time, second!.text, second!.time]).toEqual([
      '港口以前',
      undefined,
      '然後 Jo 抄了',
      33,
    ]);
    expect(second!.words.map((range) => second!.text.slice(...range))).toEqual([
      '然後',
      'Jo',
      '抄',
      '了',
    ]);
  });
});

describe('matchQuote', () => {
  it('refuses a quote when one of the words is in the quote beside', () => {
    const [first, second] = quotesOf(fragmentOf('Nobody wrote them', 'the harbour wrote them'));
    const terms = [
      { text: 'harbour', isPhrase: false, locations: new Set([4]) },
      { text: 'wrote', isPhrase: false, locations: new Set([1, 5]) },
    ];
    expect(matchQuote(first!, terms, 'en')).toBeUndefined();
    expect(shown(second!, matchQuote(second!, terms, 'en'))).toEqual(['harbour', 'wrote']);
  });

  it.each([
    ['Nobody wrote them down.', 'wrote down'],
    ['Nobody wrote them down.', 'rote them'],
    ['Nobody wrote them down.', 'wrote the'],
  ])('does not find in %j the phrase %j', (text, looked) =>
    expect(matchQuote(quote(text), phrase(looked), 'en')).toBeUndefined(),
  );

  it.each([
    ['“Nobody — wrote them,” she said', 'nobody WROTE them', ['“Nobody — wrote them,”']],
    ['Le Café, là', 'cafe la', ['Café, là']],
    ['tide tide tide', 'tide tide', ['tide tide tide']],
  ])('finds in %j the phrase %j', (text, looked, found) => {
    const ranges = matchQuote(quote(text), phrase(looked), 'en');
    expect(shown(quote(text), ranges)).toEqual(found);
  });

  it('finds a Chinese phrase that begins inside a word of Pagefind’s', () => {
    const content = '寫下潮汐表格';
    const [only] = quotesOf({
      meta: {},
      content,
      raw_content: '寫下\u200b潮汐\u200b表格',
      anchors: [{ id: 'q0', location: 0 }],
    });
    expect(shown(only!, matchQuote(only!, phrase('下潮汐表'), 'zh'))).toEqual([content]);
    expect(matchQuote(only!, phrase('潮表'), 'zh')).toBeUndefined();
  });

  it('finds every run of a quote’s own words as a phrase', () => {
    const words = fc.array(fc.constantFrom('tide', 'Café', 'a', 'it’s', '—', 'salt.'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.nat(7), fc.nat(7), (list, a, b) => {
        const run = list.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        fc.pre(foldWord(run) !== '');
        expect(matchQuote(quote(list.join(' ')), phrase(run), 'en')).toBeDefined();
      }),
    );
  });
});
