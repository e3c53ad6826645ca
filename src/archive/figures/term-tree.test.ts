import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speech } from '../example.ts';
import { SpokenWords } from './spoken-words.ts';
import { TermTree } from './term-tree.ts';

/** Where terms stand in a text, each by its place in the list: `term start-end`. */
function found(terms: readonly string[], text: string): string[] {
  const { archive } = joinArchive(sources({ episodes: [episode('tides', [speech('JF', text)])] }));
  const words = SpokenWords.of(archive.episodes);
  const tree = new TermTree(words);
  for (const [owner, term] of terms.entries()) tree.add(term, owner);
  return tree
    .find(words.all(archive.episodes[0]!))
    .map(({ owner, start, end }) => `${terms[owner]} ${start}-${end}`);
}

describe('terms in spoken words', () => {
  it('are not found where there are none, or none with a letter', () => {
    expect(found([], 'The tide tables.')).toEqual([]);
    expect(found(['', '…', '—'], '… — and so on')).toEqual([]);
    expect(found(['tide'], '…')).toEqual([]);
  });

  it('are not found inside words, in part, apart, or in another order', () => {
    expect(found(['AI', 'tide'], 'The air is fair; AIR, said, Kai, A I, tidesman')).toEqual([]);
    expect(found(['tide tables'], 'tide. The tables of the tide')).toEqual([]);
    expect(found(['tide tables'], 'It was a tide')).toEqual([]);
    expect(found(['tide tables', 'tables tide'], 'tables; tide')).toEqual(['tables tide 0-2']);
  });

  it('say who added them, once for each place, though two terms be the same', () => {
    expect(found(['tide', 'TIDE', 'tide tables'], 'Tide tables, a tide')).toEqual([
      'tide 0-1',
      'TIDE 0-1',
      'tide tables 0-2',
      'tide 3-4',
      'TIDE 3-4',
    ]);
    const { archive } = joinArchive(
      sources({ episodes: [episode('tides', [speech('JF', 'Tide')])] }),
    );
    const words = SpokenWords.of(archive.episodes);
    const tree = new TermTree(words);
    expect([tree.add('tide', 5), tree.add('Tide', 5), tree.add('salt', 5)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(tree.find(words.all(archive.episodes[0]!))).toEqual([{ owner: 5, start: 0, end: 1 }]);
  });

  it('without blanks are found wherever a run is cut, also at its end', () => {
    expect(found(['潮汐', '表', '港口的表'], '他抄了港口的表。')).toEqual([
      '港口的表 3-6',
      '表 6-7',
    ]);
    expect(found(['港口的', '潮汐'], '潮，汐')).toEqual([]);
    expect(found(['使用 Bitcoin費', 'Bitcoin 費'], '使用Bitcoin費用')).toEqual([
      '使用 Bitcoin費 0-4',
      'Bitcoin 費 2-4',
    ]);
  });

  it('are the runs of words that a regular expression finds', () => {
    const word = fc.constantFrom('tide', 'TIDES', 'a', 'é', 'ai', 'air', 'a-i');
    const words = (least: number, most: number) =>
      fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(words(1, 3), { maxLength: 5 }), words(0, 12), (terms, text) => {
        const distinct = [...new Set(terms)];
        const counted = Object.groupBy(found(distinct, text), (line) => line.replace(/ \S+$/, ''));
        for (const term of distinct) {
          // Hyphens part words: the text and the term without them.
          const pattern = new RegExp(
            `(?<!\\p{L})(?=${term.replaceAll('-', ' ')}(?!\\p{L}))`,
            'giu',
          );
          const plain = text.replaceAll('-', ' ');
          expect(counted[term]?.length ?? 0, term).toBe([...plain.matchAll(pattern)].length);
        }
      }),
    );
  });
});
