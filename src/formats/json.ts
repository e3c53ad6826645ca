import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { forbiddenKeys } from './front-matter.ts';

/** Places are kept this deep: `meta.speakers.JF`, `segments.12`. */
const deepest = 3;

export interface JsonText {
  /** Undefined when there are problems. */
  readonly data?: unknown;
  /** Where each key and item stands, by dotted name, three levels deep: `meta.title`, `segments.12`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: Problem[];
}

/**
 * The value of a JSON text. A text that is no JSON, a key twice and a key such as `__proto__` are problems.
 *
 * parseJson('{ "a": 1 }', 'a.json') // => { data: { a: 1 }, places: Map { 'a' => { line: 1, column: 3 } }, problems: [] }
 */
export function parseJson(given: string, file: string): JsonText {
  const text = given.replace(/^\ufeff/, '');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { places: new Map(), problems: [notJson(text, file, (error as Error).message)] };
  }
  const problems: Problem[] = [];
  const places = findPlaces(text, (key, place, isTwice) =>
    problems.push({
      rule: isTwice ? 'json-key-twice' : 'json-key',
      severity: 'error',
      file,
      place,
      message: isTwice
        ? `Unexpected second \`${key}\` in one object, expected each key once`
        : `Unexpected key \`${key}\`, expected the name of a field`,
      mend: isTwice ? 'Keep one of the two: the first would be lost.' : 'Delete it.',
    }),
  );
  return problems.length > 0 ? { places, problems } : { data, places, problems };
}

interface Container {
  readonly name: string;
  readonly keys?: Set<string>;
  isBeforeKey: boolean;
  index: number;
  key: string;
}

/** Walks through a text that is known to be JSON, without recursion: files may be deep. */
function findPlaces(
  text: string,
  complain: (key: string, place: Place, isTwice: boolean) => void,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const stack: Container[] = [];
  let line = 1;
  let lineStart = 0;
  const nameOf = (top: Container, part: string | number): string =>
    stack.length > deepest ? '' : top.name === '' ? String(part) : `${top.name}.${part}`;
  const keep = (name: string, at: number): void => {
    if (name !== '') places.set(name, { line, column: at - lineStart + 1 });
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const top = stack.at(-1);
    if (sign === '\n') {
      line++;
      lineStart = at + 1;
    } else if (sign === ',') {
      if (top?.keys) top.isBeforeKey = true;
      else if (top) top.index++;
    } else if (sign === '}' || sign === ']') stack.pop();
    else if (sign !== ':' && sign !== ' ' && sign !== '\t' && sign !== '\r') {
      if (top?.isBeforeKey) {
        const end = endOfString(text, at);
        const key = JSON.parse(text.slice(at, end)) as string;
        const place = { line, column: at - lineStart + 1 };
        if (forbiddenKeys.has(key)) complain(key, place, false);
        if (top.keys!.has(key)) complain(key, place, true);
        top.keys!.add(key);
        top.key = key;
        top.isBeforeKey = false;
        keep(nameOf(top, key), at);
        at = end - 1;
        continue;
      }
      const name = top ? nameOf(top, top.keys ? top.key : top.index) : '';
      if (top && !top.keys) keep(name, at);
      if (sign === '{') stack.push({ name, keys: new Set(), isBeforeKey: true, index: 0, key: '' });
      else if (sign === '[') stack.push({ name, isBeforeKey: false, index: 0, key: '' });
      else if (sign === '"') at = endOfString(text, at) - 1;
      else while (/[-+.\w]/.test(text[at + 1] ?? '')) at++;
    }
  }
  return places;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"' || sign === undefined) return at + 1;
  }
}

function notJson(text: string, file: string, reason: string): Problem {
  const position = /position (\d+)/.exec(reason)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return {
    rule: 'json',
    severity: 'error',
    file,
    place: { line: before.length, column: before.at(-1)!.length + 1 },
    message: 'Unexpected sign, expected JSON: an object with `meta` and `segments`',
    mend: 'Check the commas, the brackets and the quotes around this place; the last item of a list has no comma after it.',
  };
}
