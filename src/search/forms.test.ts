import { describe, expect, it } from 'vitest';
import { formsOf, stemKey, stemmerOf, stemOf, stemsOf } from './forms.ts';

const said = (words: Readonly<Record<string, string>>) =>
  new Map(Object.entries(words).map(([language, own]) => [language, new Set(own.split(' '))]));

describe('the forms of words', () => {
  it('are none where nothing is said, or in a language without rules', async () => {
    expect(await formsOf(new Map())).toEqual(new Map());
    expect(await formsOf(said({ xx: 'tide tides', zh: '潮汐 潮汐表' }))).toEqual(new Map());
    // Not a language, whatever an object has of that name.
    expect(await formsOf(said({ constructor: 'tide tides' }))).toEqual(new Map());
    expect(await stemmerOf('toString')).toBeUndefined();
  });

  it('bring together no short words, no numbers and no characters', async () => {
    expect(await formsOf(said({ en: 'as a 1st 1sts 潮 潮汐' }))).toEqual(new Map());
  });

  it('are all words of one stem, each without itself', async () => {
    const forms = await formsOf(said({ en: 'copy copies copied tide harbour' }));
    expect(forms).toEqual(
      new Map([
        ['copied', ['copies', 'copy']],
        ['copies', ['copied', 'copy']],
        ['copy', ['copied', 'copies']],
      ]),
    );
  });

  it('are those of one language alone', async () => {
    const forms = await formsOf(said({ en: 'tide', de: 'tides' }));
    expect(forms).toEqual(new Map());
  });

  it('of a word that two languages have are those of both', async () => {
    const forms = await formsOf(said({ en: 'kind kinds', de: 'kind kinder' }));
    expect(forms.get('kind')).toEqual(['kinder', 'kinds']);
    expect(forms.get('kinds')).toEqual(['kind']);
  });

  it.each([
    ['German', 'de', 'haus hauser'],
    ['French', 'fr', 'maree marees'],
    ['Arabic', 'ar', 'ميناء الميناء'],
    ['Russian', 'ru', 'гавань гавани'],
  ])('of %s are known', async (_name, language, words) => {
    const [one = '', other = ''] = words.split(' ');
    expect((await formsOf(said({ [language]: words }))).get(one)).toEqual([other]);
  });

  it('are given up where a stem has too many', async () => {
    const starts = ['', 'ال', 'وال', 'بال', 'لل', 'و'];
    const ends = ['', 'ه', 'ها', 'هم', 'ات', 'ان', 'ين', 'ون', 'نا'];
    const words = starts.flatMap((start) => ends.map((end) => `${start}مكتب${end}`));
    const stem = (await stemmerOf('ar'))!;
    const alike = words.filter((word) => stem(word) === 'مكتب');
    expect(alike.length).toBeGreaterThan(24);
    expect((await formsOf(said({ ar: alike.slice(0, 24).join(' ') }))).size).toBe(24);
    expect((await formsOf(said({ ar: alike.slice(0, 25).join(' ') }))).size).toBe(0);
  });
});

describe('the stems of words', () => {
  it('lead to the words where nobody says the stem itself', async () => {
    expect(await stemsOf(said({ en: 'copied copies harbour' }))).toEqual(
      new Map([[stemKey('en', 'copi'), ['copied', 'copies']]]),
    );
  });

  it('are words of no text', async () => {
    expect(stemKey('en', 'copi')).toBe('~en:copi');
  });

  it('are none of what has no endings', async () => {
    for (const word of ['', 'a', 'of', '2019', '10km', '潮汐'])
      expect(await stemOf(word, 'en'), word).toBeUndefined();
    expect(await stemOf('copied', 'zh')).toBeUndefined();
    expect(await stemOf('copied', 'en')).toBe('copi');
  });
});
