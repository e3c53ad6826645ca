import { describe, expect, it } from 'vitest';
import { findLeftovers } from './leftover.ts';

const words = 'Nobody ever wrote the tide tables down before the old harbour did.';
const file = (path: string, text: string) => ({ path, file: `content/${path}`, text });
const found = (path: string, text: string, now?: string): string[] =>
  findLeftovers([file(path, text)], [words], now).map(
    ({ line, isWhole }) => `${line} ${isWhole ? 'whole' : 'part'}`,
  );

describe('what still holds words', () => {
  it.each([
    ['other words', 'Nobody ever wrote the tide tables.', []],
    ['the same letters in other words', words.replace('tide', 'tides'), []],
    ['the words', `x\n\n${words}\n`, ['3 whole']],
    ['them in another case, without signs', words.toUpperCase().replace('.', '!'), ['1 whole']],
    ['them across lines', words.replace('tide ', 'tide\n'), ['1 whole']],
    ['them between marks', words.replace('wrote', '**wr**ote'), ['1 whole']],
    ['them in a link', words.replace('tide', '[tide](https://example.org/a)'), ['1 whole']],
    ['them around a time', words.replace('tide', '[00:04:33] tide'), ['1 whole']],
    ['them escaped', words.replace('wrote', 'wr&#111;te').replace('did.', 'did\\.'), ['1 whole']],
    [
      'them in captions',
      `WEBVTT\n\n1\n00:01.000 --> 00:02.000\n${words.replace('tide ', 'tide\n\n2\n00:02.000 --> 00:03.000\n')}`,
      ['5 whole'],
    ],
    ['them in an address', `https://example.org/${words.replaceAll(' ', '-')}`, ['1 whole']],
    ['them twice', `${words}\n${words}\n`, ['1 whole', '2 whole']],
  ])('finds in %s: %j', (_, text, expected) => {
    expect(found('a.md', text)).toEqual(expected);
  });

  it('finds words in JSON through its escapes', () => {
    const text = JSON.stringify({ a: words })
      .replace('wrote', '\\u0077rote')
      .replace(' tide', '\\ntide');
    expect(found('a.json', text)).toEqual(['1 whole']);
  });

  it('finds a part of the last wording, eight words or more in a row', () => {
    const part = 'He said that nobody ever wrote the tide tables down before, I think.';
    expect(found('a.md', part)).toEqual([]);
    expect(found('a.md', part, words)).toEqual(['1 part']);
    expect(found('a.md', 'The tide tables down before the.', words)).toEqual([]);
  });

  it('finds short wordings whole beside long ones', () => {
    const both = findLeftovers([file('a.md', 'So.\nLow water.\n')], [words, 'Low water!'], words);
    expect(both).toEqual([{ path: 'a.md', file: 'content/a.md', line: 2, isWhole: true }]);
  });
});
