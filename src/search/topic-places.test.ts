import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedTexts } from '../archive/folded.ts';
import type { Topic } from '../archive/model.ts';
import { TopicTerms } from '../testing/topic-terms.ts';
import { topicPlaces } from './topic-places.ts';

const topic = (name: string, aliases: string[] = [], terms: string[] = []): Topic => ({
  id: name,
  path: '',
  name,
  facts: { name, aliases, terms, quotes: [], notAbout: [], formerly: [], featured: [] },
  html: '',
  narrower: [],
  episodes: [],
  counts: { episodes: 0, quotes: 0, words: 0 },
});

const found = (of: Topic, text: string): string[] =>
  topicPlaces(of)(text).map(([start, end]) => text.slice(start, end));

describe('topicPlaces', () => {
  it('finds nothing of a term that is no word, and none inside another word', () => {
    expect(found(topic('!', [''], ['AI']), 'Fair! The AIR is not an aide.')).toEqual([]);
  });

  it('finds the name, aliases and terms as whole words, in any case and with other accents', () => {
    const pans = topic('The salt works', ['Saline'], ['salt pan', 'café', 'tide']);
    expect(found(pans, 'THE SALT WORKS, a salt-pan; Cafe “Saline”. Tides? The tide’s.')).toEqual([
      'THE SALT WORKS',
      'salt-pan',
      'Cafe',
      'Saline',
    ]);
  });

  it('finds terms in scripts without blanks, also one character', () => {
    expect(found(topic('潮汐', [], ['燈']), '那座燈塔記下了潮汐表。')).toEqual(['燈', '潮汐']);
    expect(found(topic('المد', [], ['المنارة']), 'كان المدّ عاليًا عند المناره')).toEqual([
      'المدّ',
      'المناره',
    ]);
  });

  it('finds terms of several words whatever stands between them', () => {
    const tables = topic('tide tables', [], ['state of the art']);
    expect(found(tables, 'pre-tide — “tables”; a state-of — … — the “art”.')).toEqual([
      'tide — “tables',
      'state-of — … — the “art',
    ]);
  });

  it('marks words that overlap once', () => {
    expect(
      found(topic('tide', [], ['tide tables', 'tables of tides']), 'tide tables of tides'),
    ).toEqual(['tide tables of tides']);
  });

  it('finds a place in just the texts that are about the topic', () => {
    const word = fc.constantFrom(
      'AI',
      'air',
      'salt',
      'pans',
      'Salt-pans',
      '潮汐',
      '潮',
      'é',
      '…',
      '汐表',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (name, terms, said) => {
        const own = topic(name, [], terms);
        const isAbout = new TopicTerms([own]).topicsIn([...foldedTexts(said)]).length > 0;
        expect(topicPlaces(own)(said).length > 0).toBe(isAbout);
      }),
    );
  });
});
