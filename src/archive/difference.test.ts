import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abridge, difference, type Piece } from './difference.ts';

/** `[-late-]{+early+}`, as `git diff --word-diff` writes it. */
const write = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ type, text }) =>
      type === 'same' ? text : type === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

const before = (pieces: readonly Piece[]): string =>
  pieces.map(({ type, text }) => (type === 'added' ? '' : text)).join('');
const after = (pieces: readonly Piece[]): string =>
  pieces.map(({ type, text }) => (type === 'removed' ? '' : text)).join('');

describe('difference', () => {
  it.each([
    ['', '', ''],
    ['', 'New words.', '{+New words.+}'],
    ['Old words.', '', '[-Old words.-]'],
    ['The same.', 'The same.', 'The same.'],
    ['\u0000\ud800', '\ud800', '[-\u0000-]\ud800'],
    ['The tide is late.', 'The tide is early.', 'The tide is [-late-]{+early+}.'],
    ['The tide is late.', 'The tide is not late.', 'The tide is {+not +}late.'],
    ['The  tide', 'The tide', 'The[-  -]{+ +}tide'],
    ['we wrote 1,200 lines', 'we wrote 12,000 lines', 'we wrote [-1,200-]{+12,000+} lines'],
    ['It isn’t late', 'It is late', 'It [-isn’t-]{+is+} late'],
    ['Der Hafen war leer.', 'Der Hafen war nie leer.', 'Der Hafen war {+nie +}leer.'],
    ['Fünf Boote lagen da', 'Fünf Schiffe lagen da', 'Fünf [-Boote-]{+Schiffe+} lagen da'],
    ['لم يكتبها أحد', 'كتبها أحد', '[-لم يكتبها-]{+كتبها+} أحد'],
    ['没有人记下来。', '有人记下来了。', '[-没-]有人记下来{+了+}。'],
    ['潮は早い', '潮は遅い', '潮は[-早-]{+遅+}い'],
  ])('%j → %j reads %j', (old, now, reads) => {
    expect(write(difference(old, now))).toBe(reads);
  });

  it('keeps two spellings apart that have a short word between them', () => {
    expect(write(difference('the harbor, the color', 'the harbour, the colour'))).toBe(
      'the [-harbor-]{+harbour+}, the [-color-]{+colour+}',
    );
  });

  it('makes one change of two that have only a blank, or a chance word, between them', () => {
    expect(write(difference('a big red boat', 'a small blue boat'))).toBe(
      'a [-big red-]{+small blue+} boat',
    );
    expect(
      write(difference('they counted every rope of that ship', 'we lost all sight of our crew')),
    ).toBe('[-they counted every rope of that ship-]{+we lost all sight of our crew+}');
  });

  const words = fc
    .array(
      fc.constantFrom(
        'the',
        'tide',
        'Tide',
        'of',
        'not',
        ' ',
        '  ',
        '\n',
        ',',
        '.',
        '潮',
        '汐',
        'É',
      ),
      { maxLength: 40 },
    )
    .map((tokens) => tokens.join(''));

  it('gives both texts back, in pieces that alternate, whatever the texts are', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(words, words), fc.tuple(fc.string({ unit: 'binary' }), words)),
        ([old, now]) => {
          const pieces = difference(old, now);
          expect(before(pieces)).toBe(old);
          expect(after(pieces)).toBe(now);
          pieces.forEach(({ type, text }, index) => {
            expect(text).not.toBe('');
            const next = pieces[index + 1]?.type;
            expect(next).not.toBe(type);
            if (type === 'added' && next) expect(next).toBe('same');
          });
        },
      ),
    );
  });

  it('says that equal texts are the same', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(difference(text, text).every(({ type }) => type === 'same')).toBe(true);
      }),
    );
  });
});

describe('abridge', () => {
  const long = 'one two three four five six seven eight nine ten';
  it('keeps what is short, and a text without changes', () => {
    expect(abridge(difference(long, long), 10)).toEqual(difference(long, long));
    expect(abridge(difference('a b c', 'a x c'), 10)).toEqual(difference('a b c', 'a x c'));
  });

  it('keeps whole words around the changes, and every change', () => {
    const pieces = abridge(
      difference(`${long} old ${long} old ${long}`, `${long} new ${long} new ${long}`),
      12,
    );
    expect(write(pieces)).toBe(
      '… nine ten [-old-]{+new+} one two … nine ten [-old-]{+new+} one two …',
    );
  });

  it('cuts scripts without blanks between characters', () => {
    const text = '潮汐表是港口写的后来大家都抄港口的表';
    expect(write(abridge(difference(`${text}。`, `${text}！`), 4))).toBe('… 港口的表[-。-]{+！+}');
  });
});
