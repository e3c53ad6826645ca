import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentences, endsSentence } from './sentence.ts';

describe('sentences', () => {
  it.each([
    ['', ['']],
    ['…', ['…']],
    ['Nobody', ['Nobody']],
    ['It was on. He heard it! Did Dr. Amory?', ['It was on. ', 'He heard it! ', 'Did Dr. Amory?']],
    ['At 10.30 it rose 3.5 m. Then', ['At 10.30 it rose 3.5 m. ', 'Then']],
    ['“It was on.” “No.”', ['“It was on.” ', '“No.”']],
    ['J. Field and M. Quill came. Both', ['J. Field and M. Quill came. ', 'Both']],
    ['etc. and so on', ['etc. and so on']],
    ['wait... what', ['wait... what']],
    ['潮來了。沒有人寫下！「好。」走吧', ['潮來了。', '沒有人寫下！', '「好。」', '走吧']],
    ['هل جاء المد؟ نعم. جاء', ['هل جاء المد؟ ', 'نعم. ', 'جاء']],
    ['Kam die Flut? Ja. z. B. um drei', ['Kam die Flut? ', 'Ja. z. B. um drei']],
  ])('of %j are %j', (text, sentences) => {
    expect(cutSentences(text)).toEqual(sentences);
  });

  it.each([
    ['Ask Dr.', false],
    ['He said so.', true],
    ['He said “so.”', true],
    ['「好。」', true],
    ['and', false],
    ['10:30', false],
  ])('ends with %j: %j', (text, ends) => expect(endsSentence(text)).toBe(ends));

  it('lose nothing, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cutSentences(text).join('')).toBe(text);
      }),
    );
  });

  it('are cut in time that grows with the text', () => {
    for (const hostile of [
      '. '.repeat(50_000),
      '.'.repeat(100_000),
      '”'.repeat(100_000),
      'A.'.repeat(50_000),
    ])
      expect(cutSentences(hostile).join('')).toBe(hostile);
  });
});
