import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopicTerms } from './topic-terms.ts';
import { foldedTexts } from '../archive/folded.ts';
import type { Topic } from '../archive/model.ts';

const topic = (id: string, name: string, ...terms: readonly string[]): Topic => {
  const facts = {
    name,
    aliases: terms.slice(0, 1),
    terms: terms.slice(1),
    quotes: [],
    notAbout: [],
    formerly: [],
    featured: [],
  };
  const counts = { episodes: 0, quotes: 0, words: 0 };
  return { id, path: '', name, facts, html: '', narrower: [], episodes: [], counts };
};

const about = (topics: readonly Topic[], text: string): string[] =>
  new TopicTerms(topics).topicsIn([...foldedTexts(text)]).map(({ id }) => id);

const ai = topic('ai', 'AI', 'artificial intelligence', 'neural nets');
const tides = topic('tides', 'Tides', 'tide tables', 'tide');
const cafe = topic('cafe', 'Café', 'state-of-the-art');

describe('the topics of words', () => {
  it('are none where there are no topics, no words, or topics without a letter', () => {
    expect(about([], 'The tide tables.')).toEqual([]);
    expect(about([tides], '')).toEqual([]);
    expect(about([topic('dots', '…', '—', '')], '… — and so on')).toEqual([]);
  });

  it('are not those whose name stands inside another word', () => {
    expect(about([ai, tides], 'The air is fair; AIR, said, Kai, A I, tidesman, betides')).toEqual(
      [],
    );
    expect(about([ai, tides], 'airtable tidetables untide')).toEqual([]);
  });

  it('are not those of which only some words stand there, or apart', () => {
    expect(about([ai], 'artificial light, and intelligence')).toEqual([]);
    expect(about([ai], 'intelligence artificial')).toEqual([]);
    expect(about([ai], 'It is artificial')).toEqual([]);
    expect(about([ai], 'neural')).toEqual([]);
  });

  it.each([
    ['AI', ['ai']],
    ['“ai”, he said', ['ai']],
    ['AI’s limits', []],
    ['Artificial Intelligence.', ['ai']],
    ['artificial-intelligence', ['ai']],
    ['neural nets', ['ai']],
    ['cafe', ['cafe']],
    ['CAFÉ', ['cafe']],
    ['cafe\u0301', ['cafe']],
    ['the state of the art', ['cafe']],
    ['A tide', ['tides']],
  ])('of %j are %j', (text, ids) => expect(about([ai, tides, cafe], text)).toEqual(ids));

  it('are each there once, in the order of the archive', () => {
    expect(about([tides, ai, cafe], 'AI in a café: tide, tides, tide tables, AI')).toEqual([
      'tides',
      'ai',
      'cafe',
    ]);
  });

  it('are all whose terms overlap, or are the same', () => {
    const tables = topic('tables', 'Tables', 'tide tables of');
    const other = topic('other', 'Tide Tables');
    expect(about([tides, tables, other], 'the tide tables of Penn')).toEqual([
      'tides',
      'tables',
      'other',
    ]);
    expect(about([topic('a', 'one two'), topic('b', 'two three')], 'one two three')).toEqual([
      'a',
      'b',
    ]);
  });

  it('in Chinese are found in a longer run, wherever it is cut', () => {
    const topics = [topic('chaoxi', '潮汐'), topic('biao', '表'), topic('gang', '港口的表')];
    expect(about(topics, '沒有人寫下潮汐')).toEqual(['chaoxi']);
    expect(about(topics, '潮汐表格')).toEqual(['chaoxi', 'biao']);
    expect(about(topics, '後來大家都抄了港口的表。')).toEqual(['biao', 'gang']);
    expect(about(topics, '表')).toEqual(['biao']);
    expect(about(topics, '潮，汐')).toEqual([]);
    expect(about(topics, '港口的')).toEqual([]);
  });

  it('of mixed scripts are found whatever follows', () => {
    const topics = [topic('pay', '使用Bitcoin'), topic('fee', 'Bitcoin 費')];
    expect(about(topics, '我們使用Bitcoin支付')).toEqual(['pay']);
    expect(about(topics, '使用 bitcoin費用')).toEqual(['pay', 'fee']);
    expect(about(topics, '使 Bitcoin')).toEqual([]);
  });

  it('in Thai are found with the vowels of their characters', () => {
    const topics = [topic('water', 'น้ำ'), topic('do', 'ทำ'), topic('come', 'ที่')];
    expect(about(topics, 'น้ำขึ้น')).toEqual(['water']);
    expect(about(topics, 'คนทำงานที่นี่')).toEqual(['do', 'come']);
  });

  it('are those whose name is a run of the words, and no others', () => {
    const word = fc.constantFrom('tide', 'TIDES', 'a', 'é', 'ai', 'air');
    const words = (least: number, most: number) =>
      fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words(0, 8), words(1, 3), (text, name) => {
        const isThere = ` ${text} `.includes(` ${name} `);
        expect(about([topic('it', name)], text)).toEqual(isThere ? ['it'] : []);
      }),
    );
  });
});
