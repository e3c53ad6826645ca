import { styleText } from 'node:util';
import { difference } from '../archive/difference.ts';
import { spellHidden } from '../formats/letters.ts';
import type { MendedFile } from '../store/mend.ts';
import { plural, serializePieces, visible } from './phrase.ts';

/** Lines of one file that are shown; more say the same. */
const shown = 10;

/**
 * What was mended, file by file, with the lines that differ: `-old-` and `+new+`. What nobody would see is
 * spelled out.
 *
 * serializeMended([{ file: 'content/a.md', rules: ['time-form'], before: '[1:2:3] Late.', after: '[01:02:03] Late.' }], true) // =>
 * Would be mended: 1 file
 *
 * content/a.md  time-form
 *   1  -[1:2:3]- +[01:02:03]+ Late.
 */
export function serializeMended(files: readonly MendedFile[], dryRun: boolean): string {
  if (files.length === 0)
    return 'Nothing to mend: whatever is told below needs a person who decides.';
  const blocks = files.map(({ file, rules, before, after }) =>
    [`${styleText('cyan', visible(file))}  ${rules.join(', ')}`, ...rowsOf(before, after)].join(
      '\n  ',
    ),
  );
  return [
    styleText('bold', `${dryRun ? 'Would be mended' : 'Mended'}: ${plural(files.length, 'file')}`),
    ...blocks,
  ].join('\n\n');
}

function rowsOf(before: string, after: string): string[] {
  const was = before.replace(/^\ufeff+/, '').split(/\r\n?|\n/);
  const is = after.split('\n');
  const rows = is.flatMap((line, index) => {
    const old = was[index] ?? '';
    return line === old ? [] : [`${index + 1}  ${serializeLine(old, line)}`];
  });
  // Marks before the first letter and line ends are on no line.
  if (rows.length <= shown) return rows;
  return [...rows.slice(0, shown), `… and ${plural(rows.length - shown, 'more line')}`];
}

const serializeLine = (before: string, after: string): string =>
  serializePieces(difference(spellHidden(before), after), {
    same: visible,
    removed: (text) => styleText('red', `-${visible(text)}-`),
    added: (text) => styleText('green', `+${visible(text)}+`),
  });
