import { citableWords } from '../archive/binding.ts';
import { compareText } from '../archive/order.ts';
import { tokensOf } from '../archive/token.ts';
import type { TextFile } from '../store/folder.ts';

/** A place in a file that holds the words, or a part of them. */
export interface Leftover {
  readonly file: string;
  /** Inside its folder. */
  readonly path: string;
  readonly line: number;
  /** All of one wording; else as many tokens in a row as say enough to be known by. */
  readonly isWhole: boolean;
}

const gap = '\u0001';

/** Some tokens in a row of a wording. */
interface Stretch {
  readonly run: readonly string[];
  readonly isStart: boolean;
  /** Of the wording of which parts are looked for, too. */
  readonly isLast: boolean;
}

/**
 * Where files hold some words: case, punctuation and accents aside, across lines, through the marks of Markdown,
 * time stamps, the times of captions and the escapes of JSON. Of `now`, the wording that was taken down last, a
 * part is found, too.
 *
 * findLeftovers([{ path: 'a.md', file: 'content/a.md', text: 'He *said* so.' }], ['He said so!']) // =>
 * [{ file: 'content/a.md', path: 'a.md', line: 1, isWhole: true }]
 */
export function findLeftovers(
  files: readonly TextFile[],
  wordings: readonly string[],
  now?: string,
): Leftover[] {
  const runs = wordings.map(tokensOf).filter((run) => run.length > 0);
  const last = now === undefined ? '' : tokensOf(now).join(gap);
  /** Runs by their first tokens, and by every other stretch of the last; stretches of one width together. */
  const widths = new Map<number, Map<string, Stretch[]>>();
  for (const run of runs) {
    const width = Math.min(citableWords, run.length);
    const starts = widths.get(width) ?? new Map<string, Stretch[]>();
    widths.set(width, starts);
    const stretches = run.join(gap) === last ? run.length - width : 0;
    for (let at = 0; at <= stretches; at++) {
      const key = run.slice(at, at + width).join(gap);
      starts.set(key, [
        ...(starts.get(key) ?? []),
        { run, isStart: at === 0, isLast: stretches > 0 },
      ]);
    }
  }

  const found = new Map<string, Leftover>();
  const look = ({ file, path }: TextFile, text: string): void => {
    const { tokens, lines } = numbered(text);
    for (const [width, starts] of widths) {
      let before = -2;
      for (let at = 0; at + width <= tokens.length; at++) {
        const known = starts.get(tokens.slice(at, at + width).join(gap));
        if (!known) continue;
        const isWhole = known.some(
          ({ run, isStart }) =>
            isStart && run.every((token, index) => tokens[at + index] === token),
        );
        const isNext = at === before + 1;
        before = at;
        if (!isWhole && (isNext || known.every(({ isLast }) => !isLast))) continue;
        const line = lines[at]!;
        const place = `${path}\0${line}`;
        if (!found.get(place)?.isWhole) found.set(place, { file, path, line, isWhole });
      }
    }
  };
  for (const one of files) {
    const { path, text } = one;
    look(one, text);
    const plain = /\.jsonl?$/.test(path) ? unescapeJson(text) : text;
    look(one, withoutMarks(plain));
  }
  return [...found.values()].sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
}

/** The tokens of a text with the line that each stands on. */
function numbered(text: string): { tokens: string[]; lines: number[] } {
  const tokens: string[] = [];
  const lines: number[] = [];
  text.split(/\r\n|\r|\n/).forEach((row, index) => {
    for (const token of tokensOf(row)) {
      tokens.push(token);
      lines.push(index + 1);
    }
  });
  return { tokens, lines };
}

const unescapeJson = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ');

/** A text without what stands between its words in Markdown, HTML and captions; every line stays. */
const withoutMarks = (text: string): string =>
  text
    .replace(/^(?:[ \t]*\d+[ \t]*|.*-->.*)$/gm, '')
    .replace(/\\?\[[\d:.,\\]{4,20}\\?\]/g, ' ')
    .replace(/\]\([^)\s]*(?:\s+"[^"\n]*")?\)/g, ']')
    .replace(/<[^>\n]{1,400}>/g, '')
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (_, code: string) => characterOf(code))
    .replace(/&[a-z]+;/gi, ' ')
    .replace(/[*_~`]|\\(?=[^\w\s])/g, '');

function characterOf(code: string): string {
  const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
  return point > 0 && point <= 0x10ffff && point !== 10 && point !== 13
    ? String.fromCodePoint(point)
    : ' ';
}
