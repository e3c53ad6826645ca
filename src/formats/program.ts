/**
 * MDX is text in which programs may stand: `{…}`, `import`, `export`. Here they are hidden from its parser, which
 * reads them as JavaScript and falls over when they are nested deeply enough, and found again in what it gives.
 */

/** Stands for a brace that opens a program. */
export const hiddenBrace = '\uE000';
/** Stands for the first letter of `import` and `export` where they begin a line. */
export const hiddenLetter = '\uE001';

/** Characters that nobody can read, and that mean something else here: they may not be in a text before. */
export const reserved = /[\uE000\uE001]/u;

/** A number or a truth value of an attribute: the one thing between braces that is no program. */
const plainValue = /=\{\s{0,9}(?:\d{1,9}|true|false)\s{0,9}\}/y;

/**
 * A text of the same length without a program in it. What is escaped (`\{`) is none.
 *
 * hidePrograms('{run()} \\{as such\\} limit={5}') // => '\uE000run()} \\{as such\\} limit={5}'
 */
export const hidePrograms = (text: string): string =>
  text
    .replace(/\\*\{/g, (brace, at: number) => {
      const isEscaped = brace.length % 2 === 0;
      return isEscaped || isPlainValue(text, at) ? brace : brace.replace('{', hiddenBrace);
    })
    .replace(/^(?:import|export)(?=[ \t])/gm, (word) => hiddenLetter + word.slice(1));

function isPlainValue(text: string, at: number): boolean {
  plainValue.lastIndex = at - 1;
  return at > 0 && plainValue.test(text);
}

/** A piece of such a text as it was typed. */
export const showPrograms = (text: string): string =>
  text
    .replaceAll(hiddenBrace, '{')
    .replaceAll(`${hiddenLetter}m`, 'im')
    .replaceAll(`${hiddenLetter}x`, 'ex');
