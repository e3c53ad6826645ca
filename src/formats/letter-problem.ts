import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { findGarbled, findHidden, findMixed, numberOf, type Hidden } from './letters.ts';
import { findTimeMarks } from './time-mark.ts';

/** Names of what is met most often; others are told by their number alone. */
const names: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
  '\ufeff': 'byte order mark',
};

const fix = 'type `npm run check -- --fix`';

/**
 * What is wrong with the letters of a file, whatever it holds: how it is saved, what hides in it, which letters
 * are not those that they seem. One problem a kind, at the first place.
 *
 * findLetterProblems('The har\u200bbour', 'content/a.md')[0]?.rule // => 'hidden-character'
 */
export function findLetterProblems(text: string, file: string): Problem[] {
  const problems: Problem[] = [];
  const add = (offset: number, rest: Omit<Problem, 'file' | 'place' | 'severity'>): void => {
    problems.push({ severity: 'warning', file, place: placeAt(text, offset), ...rest });
  };
  if (text.startsWith('\ufeff'))
    add(0, {
      rule: 'byte-order-mark',
      message: 'Unexpected invisible mark before the first letter, expected none',
      mend: `Save the file as “UTF-8 without BOM”, or ${fix}.`,
    });
  const crossed = text.indexOf('\r');
  if (crossed !== -1)
    add(crossed, {
      rule: 'line-ends',
      message: 'Unexpected line ends of Windows (CRLF), expected those of the archive (LF)',
      mend: `Choose LF in your editor’s status bar and save, or ${fix}.`,
    });
  const hidden = findHidden(text);
  for (const isDirection of [false, true]) {
    const some = hidden.filter((one) => one.isDirection === isDirection);
    if (some.length > 0) add(some[0]!.offset, hiddenCharacters(text, some, isDirection));
  }
  const mixed = findMixed(text);
  for (const [word, same] of Map.groupBy(mixed, (one) => one.word)) {
    const [{ offset, twins }] = same as [(typeof same)[0]];
    const listed = twins.map((twin) => `\`${twin}\` (${numberOf(twin)})`).join(', ');
    add(offset, {
      rule: 'mixed-script',
      message: `Unexpected letter ${listed} in \`${word}\`${times(same.length)}, expected one alphabet in a word: it only looks like the others`,
      mend: 'Delete the word and type it again on your keyboard.',
    });
  }
  const garbled = findGarbled(text);
  if (garbled)
    add(garbled.offset, {
      rule: 'garbled-letters',
      message:
        garbled.sample === '\ufffd'
          ? `Unexpected sign \`\ufffd\`${times(garbled.count)}, expected a letter: the one that was there is lost`
          : `Unexpected letters \`${spelled(garbled.sample)}\`${times(garbled.count)}, expected those that were meant: the text was once read in the wrong encoding`,
      mend: 'Listen once more and type the letters, or bring the text in again from where it came from.',
    });
  return problems;
}

/** Times at the start of paragraphs that no reader takes for times. */
export function findTimeForms(text: string, file: string): Problem[] {
  return findTimeMarks(text).map(({ offset, typed, written }): Problem => ({
    rule: 'time-form',
    severity: 'warning',
    file,
    place: placeAt(text, offset),
    message: `Unexpected \`${typed}\`, expected a time as \`${written}\`: so it is read as words that somebody said`,
    mend: `Type \`${written}\`, or ${fix}.`,
  }));
}

function hiddenCharacters(
  text: string,
  some: readonly Hidden[],
  isDirection: boolean,
): Pick<Problem, 'rule' | 'message' | 'mend'> {
  const [first] = some as [Hidden];
  const kinds = [...new Set(some.map(({ character }) => character))].map((character) =>
    names[character] === undefined
      ? numberOf(character)
      : `${numberOf(character)}, ${names[character]}`,
  );
  const where = `\`${around(text, first)}\``;
  return isDirection
    ? {
        rule: 'direction-control',
        message: `Unexpected character that turns the direction of the text (${kinds.join('; ')}) in ${where}${times(some.length)}, expected none`,
        mend: `Delete the word and type it again, or ${fix}.`,
      }
    : {
        rule: 'hidden-character',
        message: `Unexpected character that nobody can see (${kinds.join('; ')}) in ${where}${times(some.length)}, expected only what can be read`,
        mend: `Delete the word and type it again, or ${fix}.`,
      };
}

const times = (count: number): string =>
  count === 1 ? '' : `, ${count.toLocaleString('en')} times in this file`;

const spelled = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (character) => `[${numberOf(character)}]`);

/** The word around a hidden character, with the character spelled out. */
function around(text: string, { offset, character }: Hidden): string {
  const before = /\S*$/u.exec(text.slice(Math.max(0, offset - 20), offset))?.[0] ?? '';
  const after = /^\S*/u.exec(text.slice(offset + character.length, offset + 20))?.[0] ?? '';
  return `${before}[${numberOf(character)}]${after}`.replaceAll('`', '');
}

function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
