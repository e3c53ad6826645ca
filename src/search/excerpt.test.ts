import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

const shown = (text: string, ...range: [number, number]) =>
  excerpt(text, [range])
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

it('shows a short quote whole', () => {
  expect(shown('Nobody wrote them down.', 7, 12)).toBe('Nobody [wrote] them down.');
});

it('shows of a long quote what is around the match, and says that more is there', () => {
  const text = `${'before '.repeat(80)}the tide tables ${'after '.repeat(80)}`.trim();
  const at = text.indexOf('tide');
  const result = shown(text, at, at + 4);
  expect(result).toMatch(/^… before .* the \[tide\] tables after .* …$/);
  expect(result.length).toBeLessThan(340);
});

it('marks the match, and shows nothing but words of the text, cutting no character', () => {
  const unit = fc.constantFrom('潮', 'a', ' ', '😀', 'é');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 900 }), fc.nat(), (text, seed) => {
      const starts = Array.from(text.matchAll(/\S+/gu), (match) => match);
      const match = starts[seed % Math.max(1, starts.length)];
      if (!match) return;
      const to = match.index + Array.from(match[0]).slice(0, 3).join('').length;
      const pieces = excerpt(text, [[match.index, to]]);
      const marked = pieces.filter((piece) => piece.marked).map((piece) => piece.text);
      expect(marked).toEqual([text.slice(match.index, to)]);
      const words = pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/^… /, '')
        .replace(/ …$/, '');
      expect(text).toContain(words);
      expect(words.isWellFormed()).toBe(true);
    }),
  );
});
