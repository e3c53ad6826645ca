import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import { foldedTexts } from '../folded.ts';
import { quotesIn, SpokenWords } from './spoken-words.ts';

const read = (...texts: string[]) => {
  const { archive } = joinArchive(
    sources({ episodes: [episode('tide-tables', [speech('JF', ...texts)])] }),
  );
  const [only] = archive.episodes;
  return { words: SpokenWords.of(archive.episodes), episode: only! };
};

describe('the words of an archive', () => {
  it('are the folded words of each quote, of quotes without any, too', () => {
    const { words, episode: only } = read('Nobody wrote them down.', '…', 'Nobody. 港口以');
    const texts = [0, 1, 2].map((place) =>
      [...words.in(only, place)].map((number) => words.texts[number]),
    );
    expect(texts).toEqual([
      ['nobody', 'wrote', 'them', 'down'],
      [],
      ['nobody', '港口', '口以', '以'],
    ]);
    expect(words.numberOf('wrote')).toBe(1);
    expect(words.numberOf('tide')).toBeUndefined();
    expect(words.all(only)).toHaveLength(8);
  });

  it('are many more than are gathered at first', () => {
    const long = 'salt '.repeat(70_000);
    const { words, episode: only } = read('Tide.', long);
    expect(words.in(only, 1)).toHaveLength(70_000);
    expect(words.texts).toEqual(['tide', 'salt']);
  });

  it('are what the search folds, whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const { words, episode: only } = read(...texts);
        const said = [...quotesIn(only)].map((_, place) =>
          [...words.in(only, place)].map((number) => words.texts[number]),
        );
        expect(said).toEqual(texts.map((text) => [...foldedTexts(text)]));
      }),
    );
  });
});
