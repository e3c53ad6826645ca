import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { labelCues } from './cue-label.ts';
import type { Cue } from './draft.ts';

const cue = (text: string): Cue => ({
  type: 'cue',
  content: [text],
  startTime: 1,
  endTime: 2,
  place: { line: 1, column: 1 },
});

/** Each part as `label| text`, `(note)`. */
const labelled = (...texts: string[]): string[] =>
  labelCues(texts.map(cue)).map((part) => {
    if (part.type === 'chapter') return part.title;
    const text = plainText(part.content);
    if (part.type === 'note')
      return `(${part.label === undefined ? '' : `${part.label}| `}${text})`;
    return part.label === undefined ? text : `${part.label ?? '?'}| ${text}`;
  });

describe('what is nobody’s name', () => {
  it.each([
    ['The time is 10:30 and the ratio 3:1: not a speaker'],
    ['Note: this may or may not be one'],
    ['https://example.org: not a speaker'],
    ['And then he said: nothing'],
    ['Remember: the tide turns'],
    [': nothing before it'],
    ['6:30'],
    [''],
  ])('stays speech: %j', (text) => expect(labelled(text)).toEqual([text]));

  it('is a word that stands before a colon once', () => {
    expect(labelled('Tides: they come and go.')).toEqual(['Tides: they come and go.']);
  });
});

describe('who speaks', () => {
  it.each([
    ['JO FIELD: Nobody wrote', ['JO FIELD| Nobody wrote']],
    ['Jo Field: Nobody wrote', ['Jo Field| Nobody wrote']],
    ['SPEAKER_00: Nobody wrote', ['SPEAKER_00| Nobody wrote']],
    ['Speaker 1: Nobody wrote', ['Speaker 1| Nobody wrote']],
    ['[Jo]: Nobody wrote', ['Jo| Nobody wrote']],
    ['>> JO FIELD: Nobody wrote', ['JO FIELD| Nobody wrote']],
    ['>> Jo: Nobody wrote', ['Jo| Nobody wrote']],
    ['>> Nobody wrote', ['?| Nobody wrote']],
    ['Nobody wrote\n>> Everybody copied', ['Nobody wrote', '?| Everybody copied']],
    ['- Was it on?\n- It was.', ['?| Was it on?', '?| It was.']],
    ['Jo Field:\nNobody wrote', ['Jo Field| Nobody wrote']],
  ])('is told by the text: %j', (text, expected) => expect(labelled(text)).toEqual(expected));

  it('is one name when it stands there twice', () => {
    expect(labelled('Jo: Was it on?', 'It was.', 'Jo: Twice.')).toEqual([
      'Jo| Was it on?',
      'It was.',
      'Jo| Twice.',
    ]);
    expect(labelled('李文：來了嗎', '李文：來了')).toEqual(['李文| 來了嗎', '李文| 來了']);
  });

  it('is not told where the file has said it', () => {
    const given: Cue = { ...cue('Jo Field: Nobody wrote'), label: 'Ann Reed' };
    expect(labelCues([given])).toEqual([given]);
  });

  it('has the times of the cue: the end with the last who speaks in it', () => {
    expect(labelCues([cue('- Was it on?\n- It was.')])).toMatchObject([
      { startTime: 1 },
      { startTime: 1, endTime: 2 },
    ]);
    expect(labelCues([cue('- Was it on?\n- It was.')])[0]).not.toHaveProperty('endTime');
  });
});

describe('what is no speech', () => {
  it.each([
    ['[applause]', '(applause)'],
    ['(laughter)', '(laughter)'],
    ['♪ la la ♪', '(♪ la la ♪)'],
    ['>> [applause]', '(applause)'],
    ['Music: a horn', '(Music| a horn)'],
  ])('is a note: %j', (text, expected) => expect(labelled(text)).toEqual([expected]));

  it('is speech with something in brackets', () => {
    expect(labelled('(Mary) parentheses', 'It was. [laughter]')).toEqual([
      '(Mary) parentheses',
      'It was. [laughter]',
    ]);
  });
});

it('loses no letter of what is said', () => {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const all = labelCues(texts.map(cue))
        .map((part) => {
          if (part.type === 'chapter') return part.title;
          const text = plainText(part.content);
          return `${part.label ?? ''}${text}`;
        })
        .join('');
      expect(letters(all)).toBe(letters(texts.join('')));
    }),
  );
});

it('takes time that grows with the text', () => {
  for (const hostile of [
    '>'.repeat(60_000),
    '[a'.repeat(30_000),
    'A '.repeat(30_000),
    '- \n'.repeat(20_000),
  ])
    expect(labelCues([cue(hostile)]).length).toBeGreaterThan(0);
});
