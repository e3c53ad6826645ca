import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech } from '../example.ts';
import type { EpisodeEntry, Sources } from '../model.ts';
import type { TellingWord } from './model.ts';
import { SpokenWords } from './spoken-words.ts';
import { findTelling } from './telling-words.ts';
import { wholeWords } from './whole-words.ts';

function telling(
  episodes: readonly EpisodeEntry[],
  speakers: Sources['speakers'] = sources().speakers,
): (id: string) => readonly TellingWord[] {
  const { archive } = joinArchive(sources({ episodes, speakers }));
  const all = findTelling(archive, SpokenWords.of(archive.episodes));
  return (id) => all.get(id)!;
}
const texts = (words: readonly TellingWord[]): string[] => words.map(({ text }) => text);

const times = (length: number, ...lines: string[]): string[] =>
  Array.from({ length }, () => lines).flat();

/** So much of the same that few words make a difference; Ann Reed has most of it. */
const common = (label: 'JF' | 'Ann Reed' | 'Ada Stone') =>
  speech(
    label,
    ...times(label === 'Ann Reed' ? 400 : 40, 'It was in the harbour, and it was as it is.'),
  );

describe('whole words', () => {
  it('are none in brackets, without a letter, or of one character', () => {
    expect(wholeWords('[laughs] 1911 … [港口] 港 ', 'en')).toEqual([]);
  });

  it('are what blanks and marks part, or what a dictionary knows', () => {
    const words = (text: string, language: string) =>
      wholeWords(text, language).map(({ word, spelling }) => `${word} ${spelling}`);
    expect(words('[sic] The Tide’s état-major', 'en')).toEqual([
      'the The',
      'tides Tide’s',
      'etat état',
      'major major',
    ]);
    expect(words('港口的潮汐 tables', 'zh-Hant')).toEqual([
      'tables tables',
      '港口 港口',
      '潮汐 潮汐',
    ]);
    expect(words('ตารางน้ำขึ้น', 'th')).toEqual(['ตาราง ตาราง', 'น้ำ น้ำ', 'ขึ้น ขึ้น']);
  });
});

describe('telling words', () => {
  it('are none of those who say nothing, speak alone, or say one word for ever', () => {
    expect(telling([])('jo-field')).toEqual([]);
    const alone = [episode('hut', [speech('JF', ...times(9, 'A tide!'))])];
    expect(telling(alone)('jo-field')).toEqual([]);
    const echo = [speech('JF', 'Tide.', 'Tide.', 'Tide.'), speech('Ann Reed', 'Tide.')];
    expect(telling([episode('hut', echo)])('jo-field')).toEqual([]);
  });

  it('are said in three quotes, in two episodes where there are two', () => {
    const one = episode('one', [
      common('JF'),
      common('Ann Reed'),
      speech('JF', ...times(3, 'Slurry, slurry.')),
    ]);
    expect(texts(telling([one])('jo-field'))).toEqual(['slurry']);
    const fewer = episode('one', [
      common('JF'),
      common('Ann Reed'),
      speech('JF', ...times(2, 'Slurry, slurry.')),
    ]);
    expect(telling([fewer])('jo-field')).toEqual([]);
    const other = (...more: string[]) => episode('two', [common('JF'), speech('JF', ...more)]);
    expect(telling([one, other('Yes.')])('jo-field')).toEqual([]);
    expect(texts(telling([one, other('Slurry.')])('jo-field'))).toEqual(['Slurry']);
  });

  it('tell how often they are said, in ten thousand words, and are spelled as most often', () => {
    const [word, ...others] = telling([
      episode('hut', [
        common('JF'),
        common('Ann Reed'),
        speech('JF', 'Sleck is mud.', 'The SLECK.', 'A sleck.', 'Our sleck.'),
        speech('Ann Reed', 'What?'),
      ]),
    ])('jo-field');
    expect(others).toEqual([]);
    expect(word).toEqual({
      text: 'sleck',
      word: 'sleck',
      count: 4,
      own: (4 / 449) * 10_000,
      others: 0,
      z: expect.closeTo(2.674, 3) as number,
    });
  });

  it('are not what stands in brackets, nor parts of the names of those who speak there', () => {
    const lines = [
      '[laughs] Ann Reed’s slurry, Ann.',
      '[laughs] Reed, the slurry, Ann’s.',
      '[laughs] Ann, a slurry. Field!',
      '[laughs] Reed’s. Stone!',
      'Stone! Stone!',
    ];
    const speakers = [...sources().speakers, speaker('ada-stone', 'Ada Stone')];
    const found = telling(
      [
        episode('hut', [common('JF'), common('Ann Reed'), speech('JF', ...lines, ...lines)]),
        episode('pans', [common('Ann Reed'), common('Ada Stone')]),
      ],
      speakers,
    );
    expect(texts(found('jo-field'))).toEqual(['slurry', 'Stone']);
  });

  it('are compared with the words of the same language alone', () => {
    const german = speech('JF', 'Das Watt.', 'Ein Watt.', 'Im Watt.', 'Am Watt.', 'Watt!');
    const english = [common('JF'), common('Ann Reed')];
    const apart = [episode('en', english), episode('de', [german], { language: 'de-AT' })];
    expect(telling(apart)('jo-field')).toEqual([]);
    const beside = episode('de2', [common('Ann Reed')], { language: 'de' });
    expect(texts(telling([...apart, beside])('jo-field'))).toEqual(['Watt']);
  });

  it('in a script without blanks are words of it, and no names', () => {
    const han = (label: string, length: number, ...more: string[]) =>
      speech(label, ...more, ...times(length, '我們在那裡看到他們的時候。'));
    const speakers = [speaker('jo-field', '潮汐'), speaker('ann-reed', 'Ann Reed')];
    const parts = [han('潮汐', 40, ...times(6, '港口有燈塔和潮汐。')), han('Ann Reed', 400)];
    const found = telling([episode('hut', parts, { language: 'zh' })], speakers);
    expect(texts(found('jo-field')).sort()).toEqual(['港口', '燈塔']);
  });
});
