import { expect, it } from 'vitest';
import { groupByLetter, letterOf } from './letter.ts';

it.each([
  ['', ''],
  ['— …', ''],
  ['42', ''],
  ['Émile', 'E'],
  ['$STDOUT', 'S'],
  ['Ørsted', 'O'],
  ['陳若雲', 'C'],
  ['أمينة', 'ا'],
  ['إدريس', 'ا'],
  ['ליאה', 'ל'],
  ['Жанна', 'Ж'],
  ['Йонас', 'Й'],
  ['Ёлка', 'Е'],
  ['Άννα', 'Α'],
  ['ひばり', 'は'],
  ['ガガーリン', 'か'],
  ['ｶﾞｶﾞｰﾘﾝ', 'か'],
  ['ゃこ', 'や'],
  ['ヴァン', 'あ'],
  ['ん', 'わ'],
  ['김하늘', 'ㄱ'],
  ['까치', 'ㄱ'],
  ['한별', 'ㅎ'],
])('looks %j up under %j', (name, letter) => expect(letterOf(name)).toBe(letter));

const lettersOf = (language: string, ...names: string[]): string[] =>
  groupByLetter(
    names.map((name) => ({ name })),
    language,
  ).map(({ letter }) => letter);

it('orders letters, whatever sign a name begins with, and puts what has none last', () => {
  expect(lettersOf('en', '$STDOUT', '!', 'Ann', 'Sam', 'Émile')).toEqual(['A', 'E', 'S', '']);
});

it('begins with the letters of the language', () => {
  const names = ['Ann', 'Борис', 'أمينة', 'ليلى', 'ליאה', '한별', 'ひばり', '7'];
  expect(lettersOf('en', ...names)[0]).toBe('A');
  expect(lettersOf('ar', ...names).slice(0, 2)).toEqual(['ا', 'ل']);
  expect(lettersOf('he', ...names)[0]).toBe('ל');
  expect(lettersOf('ko', ...names)[0]).toBe('ㅎ');
  expect(lettersOf('ja', ...names)).toContain('は');
  for (const language of ['en', 'ar', 'he', 'ko', 'ja'])
    expect(lettersOf(language, ...names).at(-1)).toBe('');
});
