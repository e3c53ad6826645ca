import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../testing/said.ts';
import { openVocabulary, serializeVocabulary, type WordFacts } from './vocabulary.ts';

const facts = (word: string, more: Partial<WordFacts> = {}): WordFacts => ({
  word,
  records: 1,
  parts: 1,
  forms: [],
  ...more,
});

const about = { records: 10, languages: [] };

describe('a vocabulary', () => {
  it('of an archive in which nobody speaks has no words', async () => {
    const { facts: published, pages } = serializeVocabulary([], about);
    expect(pages).toEqual([]);
    const empty = openVocabulary(published, () => Promise.reject(new Error('no page')));
    expect(await empty.lookUp('tide')).toBeUndefined();
    expect(await empty.beginningWith('tide')).toEqual([]);
    expect(await empty.near('tide')).toEqual([]);
    expect(await empty.kinOf('tide')).toEqual([]);
  });

  it('asks again for a page that could not be loaded', async () => {
    const { facts: published, pages } = serializeVocabulary([facts('tide')], about);
    let asked = 0;
    const vocabulary = openVocabulary(published, async (page) => {
      if (asked++ === 0) throw new Error('offline');
      return pages[page]!;
    });
    await expect(vocabulary.lookUp('tide')).rejects.toThrow('offline');
    expect(await vocabulary.lookUp('tide')).toEqual(facts('tide'));
    await vocabulary.lookUp('salt');
    expect(asked).toBe(2);
  });

  it('knows nothing of words before its first and after its last', async () => {
    const vocabulary = vocabularyOf({ harbour: 1, tide: 1 });
    for (const word of ['', '0', 'a', 'harbours', 'i', 'zebra', '潮汐'])
      expect(await vocabulary.lookUp(word), word).toBeUndefined();
  });

  it('gives back what was published, whatever the words', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'z', '7', 'é', '潮', '汐', 'ق', '𠮷'),
      minLength: 1,
      maxLength: 4,
    });
    const known = fc.record({
      word,
      records: fc.integer({ min: 1, max: 5000 }),
      parts: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      forms: fc.array(word, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(known, { selector: ({ word }) => word, maxLength: 60 }),
        word,
        async (words, other) => {
          const { facts: published, pages } = serializeVocabulary(words, about);
          const vocabulary = openVocabulary(published, async (page) => pages[page]!);
          expect(vocabulary.records).toBe(about.records);
          for (const one of words) expect(await vocabulary.lookUp(one.word)).toEqual(one);
          expect((await vocabulary.lookUp(other))?.word).toBe(
            words.find((one) => one.word === other)?.word,
          );
        },
      ),
    );
  });
});

describe('a vocabulary of many pages', () => {
  // 5,000 words, of which 1,111 begin with `w1`.
  const words = Array.from({ length: 5000 }, (_, number) => facts(`w${number}`));
  const { facts: published, pages } = serializeVocabulary([...words, facts('x')], about);
  const loaded: number[] = [];
  const open = () => {
    loaded.length = 0;
    return openVocabulary(published, async (page) => {
      loaded.push(page);
      return pages[page]!;
    });
  };

  it('finds every word, and loads one page for it, once', async () => {
    expect(pages.length).toBeGreaterThan(5);
    const vocabulary = open();
    for (const { word } of words) expect((await vocabulary.lookUp(word))?.word).toBe(word);
    expect(new Set(loaded).size).toBe(loaded.length);
    expect(published.pages).toEqual(pages.map((page) => page.split('\n')[0]!.split('\t')[0]));
  });

  it('finds all words with a beginning, across the borders of pages', async () => {
    for (const beginning of ['w', 'w1', 'w10', 'w499', 'w4999', 'x', 'v', 'y', 'w5', '']) {
      const vocabulary = open();
      const found = await vocabulary.beginningWith(beginning);
      const expected = [...words, facts('x')]
        .map(({ word }) => word)
        .filter((word) => word.startsWith(beginning))
        .sort();
      expect(
        found.map(({ word }) => word),
        beginning,
      ).toEqual(expected);
    }
  });

  it('loads no page that has no such word, but for the one where it would stand', async () => {
    await open().beginningWith('w4999');
    expect(loaded.length).toBeLessThanOrEqual(1);
    await open().near('w2500');
    expect(loaded.length).toBeLessThanOrEqual(3);
  });
});

describe('what somebody may have meant', () => {
  const vocabulary = vocabularyOf({
    ...{ harbour: 9, harbor: 2, barbour: 1, tide: 5, tied: 1, tidal: 3, lighthouse: 4 },
    ...{ the: 90, then: 50, fog: 2, a: 99, '~en:hous': { records: 0, parts: 0 } },
  });

  it.each([
    ['', []],
    ['q', []],
    ['tq', []],
    ['zeppelin', []],
    ['tide', ['tied']],
    ['hous', []],
  ])('by %j is %j', async (typed, words) => expect(await vocabulary.near(typed)).toEqual(words));

  it.each([
    ['a letter too many', 'harbourr', ['harbour', 'harbor', 'barbour']],
    ['a letter too few', 'harbou', ['harbour', 'harbor']],
    ['another letter', 'hatbour', ['harbour']],
    ['two letters exchanged', 'ahrbour', ['harbour']],
    ['two letters exchanged', 'tdie', ['tide']],
    ['two letters too few in a long word', 'lghthose', ['lighthouse']],
    ['a slip in a long word', 'lighthose', ['lighthouse']],
    ['a short word', 'teh', ['the']],
    ['a short word', 'fgo', ['fog']],
  ])('with %s, %j, is %j', async (_slip, typed, words) =>
    expect(await vocabulary.near(typed)).toEqual(words),
  );

  it('is what is said most, where several are as near; few at most', async () => {
    expect(await vocabulary.near('tidel')).toEqual(['tide', 'tidal']);
    const many = vocabularyOf({ tida: 1, tidb: 3, tidc: 2, tidd: 4, tidf: 5 });
    expect(await many.near('tide')).toEqual(['tidf', 'tidd', 'tidb']);
  });
});

describe('the kin of a word that nobody says', () => {
  const open = (languages: readonly string[]) =>
    vocabularyOf(
      {
        copied: { forms: ['copies'] },
        copies: { forms: ['copied'] },
        '~en:copi': { records: 0, parts: 0, forms: ['copied', 'copies'] },
        harbour: 2,
        chats: 1,
      },
      { languages },
    );
  const kinOf = async (word: string, languages: readonly string[]): Promise<string[]> =>
    (await open(languages).kinOf(word)).map((kin) => kin.word);

  it('is none in a language without rules, or where no form is said', async () => {
    expect(await kinOf('copying', [])).toEqual([]);
    expect(await kinOf('copying', ['zh', 'xx'])).toEqual([]);
    expect(await kinOf('zeppelins', ['en'])).toEqual([]);
    expect(await kinOf('潮汐', ['en'])).toEqual([]);
    expect(await kinOf('co', ['en'])).toEqual([]);
  });

  it('is the words with the same stem, whether it is a word or not', async () => {
    expect(await kinOf('copying', ['de', 'en'])).toEqual(['copied', 'copies']);
    expect(await kinOf('harbours', ['en'])).toEqual(['harbour']);
  });
});
