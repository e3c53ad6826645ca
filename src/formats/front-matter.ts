import matter from 'gray-matter';
import { Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';

/** What stands at the head of a file, with the place of each field by dotted name: `speakers.JF`, `topics.0`. */
export interface Fields {
  readonly data: Record<string, unknown>;
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: Problem[];
}

export interface FrontMatter extends Fields {
  /** What follows the front matter. */
  readonly body: string;
  /** The line of the file on which the body starts. */
  readonly firstLine: number;
}

/** Keys that would reach into the objects themselves. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

const refuse = (): never => {
  throw new Error('front matter is YAML only');
};

/** gray-matter runs `---js` front matter unless told otherwise; both spellings are told. */
const engines = {
  yaml: { parse: (text: string): object => ({ text }), stringify: refuse },
  json: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  javascript: { parse: refuse, stringify: refuse },
};

/**
 * The front matter and the body of a Markdown file. Only YAML is read, and nothing in it runs: another
 * language, an unknown tag, a key twice, a bomb of aliases or a key such as `__proto__` is a problem.
 *
 * parseFrontMatter('---\ntitle: Tides\n---\nText', 'a.md') // =>
 * { data: { title: 'Tides' }, body: 'Text', firstLine: 4, places: Map { 'title' => … }, problems: [] }
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const none = { data: {}, places: new Map<string, Place>(), body: source, firstLine: 1 };
  const [fence = ''] = source.split('\n', 1);
  if (!fence.startsWith('---') || fence.startsWith('----')) return { ...none, problems: [] };
  const language = fence.slice(3).trim().toLowerCase();
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return {
      ...none,
      problems: [
        {
          rule: 'front-matter-language',
          severity: 'error',
          file,
          place: { line: 1, column: 4 },
          message: `Unexpected front matter in \`${fence.slice(3, 43).trim()}\`, expected YAML: other languages could run as a program`,
          mend: 'Let the first line be `---` alone, and write the fields as `name: value`.',
        },
      ],
    };
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(source.slice(fence.length))) {
    return {
      ...none,
      problems: [
        {
          rule: 'front-matter-open',
          severity: 'error',
          file,
          place: { line: 1, column: 1 },
          message:
            'Unexpected end of the file inside the front matter, expected a second line `---`',
          mend: 'Put a line `---` after the last field.',
        },
      ],
    };
  }
  const end = source.indexOf('\n---', fence.length);
  const [endFence = ''] = source.slice(end + 1).split('\n', 1);
  if (!/^---[ \t]*$/.test(endFence)) {
    return {
      ...none,
      problems: [
        {
          rule: 'front-matter-fence',
          severity: 'error',
          file,
          place: { line: 2 + countLines(source.slice(0, end)), column: 1 },
          message: `Unexpected line \`${endFence.slice(0, 40)}\` in the front matter, expected \`---\` alone`,
          mend: 'Let the line be `---` alone, or put two blanks before it if it belongs to a value.',
        },
      ],
    };
  }
  // gray-matter cuts, and is given its options each time: without them it answers from a cache.
  const cut = matter(source, { language: 'yaml', engines, delimiters: '---' });
  const yaml = cut.matter.replace(/^\n/, '');
  const fields = parseYaml(yaml, file, 2);
  const body = cut.content;
  const firstLine = 1 + countLines(source) - countLines(body);
  return { ...fields, body, firstLine };
}

/** The number of line breaks. */
function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * The fields of a YAML text that must be a map, under the same guards as front matter. Dates stay strings.
 * `firstLine` is the line of the file on which the text starts.
 */
export function parseYaml(text: string, file: string, firstLine = 1): Fields {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    merge: false,
    lineCounter: counter,
    prettyErrors: false,
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    rule: 'yaml',
    severity: 'error',
    file,
    place: placeOf(error.pos[0]),
    message: `Unexpected YAML, expected fields as \`name: value\`: ${error.message.replace(/\s+/g, ' ').replace(/\.?$/, '')}`,
    mend: yamlMend(error.code),
  }));
  if (problems.length > 0) return { data: {}, places: new Map(), problems };
  if (document.contents === null) return { data: {}, places: new Map(), problems };
  if (!isMap(document.contents)) {
    problems.push({
      rule: 'yaml',
      severity: 'error',
      file,
      place: { line: firstLine, column: 1 },
      message: 'Unexpected text, expected fields as `name: value`',
      mend: 'For example: `title: The tide tables`.',
    });
    return { data: {}, places: new Map(), problems };
  }
  const places = new Map<string, Place>();
  collectPlaces(document.contents, '', places, placeOf, (key, place) =>
    problems.push({
      rule: 'yaml-key',
      severity: 'error',
      file,
      place,
      message: `Unexpected key \`${key}\`, expected the name of a field`,
      mend: 'Delete the line.',
    }),
  );
  if (problems.length > 0) return { data: {}, places, problems };
  try {
    return { data: toData(document), places, problems };
  } catch (error) {
    const isUnknown =
      error instanceof ReferenceError && error.message.startsWith('Unresolved alias');
    problems.push(
      isUnknown ? unknownAlias(document, file, placeOf) : tooManyAliases(file, firstLine),
    );
    return { data: {}, places, problems };
  }
}

function unknownAlias(
  document: Document,
  file: string,
  placeOf: (offset: number) => Place,
): Problem {
  let found: { name: string; offset: number } | undefined;
  visit(document, {
    Alias: (_key, node) => {
      if (node.resolve(document) !== undefined) return undefined;
      found = { name: node.source, offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return {
    rule: 'yaml',
    severity: 'error',
    file,
    ...(found && { place: placeOf(found.offset) }),
    message: `Unexpected \`*${found?.name ?? ''}\`, expected the name of a value before it: a star at the start refers to one`,
    mend: `For a text that starts with a star, type \`"*${found?.name ?? ''}"\`.`,
  };
}

const tooManyAliases = (file: string, line: number): Problem => ({
  rule: 'yaml-aliases',
  severity: 'error',
  file,
  place: { line, column: 1 },
  message:
    'Unexpected number of YAML aliases (`*name`), expected at most a hundred values from them',
  mend: 'Write the values out.',
});

const toData = (document: Document): Record<string, unknown> =>
  document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;

function yamlMend(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two lines.';
  if (code === 'TAG_RESOLVE_FAILED') return 'Take out the word that starts with `!`.';
  if (code === 'TAB_AS_INDENT') return 'Indent with blanks, not with tabs.';
  return 'Put a value that holds `: `, `#` or starts with a sign such as `[`, `*`, `&`, `@`, `"` between quotes: `title: "Tides: a history"`.';
}

/** Walks a YAML tree as it is written: aliases are not followed. */
function collectPlaces(
  node: unknown,
  name: string,
  places: Map<string, Place>,
  placeOf: (offset: number) => Place,
  forbid: (key: string, place: Place) => void,
): void {
  const join = (key: string | number): string => (name === '' ? String(key) : `${name}.${key}`);
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const text = isScalar(key) ? String(key.value) : String(key);
      const at = isScalar(key) && key.range ? placeOf(key.range[0]) : { line: 1, column: 1 };
      if (forbiddenKeys.has(text)) forbid(text, at);
      places.set(join(text), at);
      collectPlaces(value, join(text), places, placeOf, forbid);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const range = (isScalar(item) || isMap(item) || isSeq(item) || isAlias(item)) && item.range;
      if (range) places.set(join(index), placeOf(range[0]));
      collectPlaces(item, join(index), places, placeOf, forbid);
    });
  }
}

/** Booleans and numbers for older readers of YAML, though not for ours. */
const older = /^(?:y|n|yes|no|on|off|[-+]?\d[\d_]*)$/i;

/**
 * Fields as the YAML of a front matter, in the order given, between its fences. Fields that are undefined
 * are left out; words that any YAML reader would take for a number or a boolean stand between quotes.
 *
 * serializeFrontMatter({ title: 'Tides', date: '2024-03-02' }) // => '---\ntitle: Tides\ndate: 2024-03-02\n---\n'
 */
export function serializeFrontMatter(data: Readonly<Record<string, unknown>>): string {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return '---\n---\n';
  const document = new Document(given, {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && older.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return `---\n${document.toString({ lineWidth: 0 })}---\n`;
}
