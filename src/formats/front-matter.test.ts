import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusFolder } from '../store/corpora.ts';
import { parseFrontMatter, parseYaml, serializeFrontMatter } from './front-matter.ts';

const file = 'content/episodes/harbour/tides.md';
const problemsOf = (text: string): string[] =>
  parseFrontMatter(text, file).problems.map(
    ({ rule, severity, place }) => `${place?.line}:${place?.column} ${severity} ${rule}`,
  );

describe('front matter that could run', () => {
  it.each([
    'js',
    'javascript',
    'JavaScript',
    ' js',
    'coffee',
    'coffeescript',
    'cson',
    'json',
    'toml',
    'ts',
    '__proto__',
  ])('is refused in %s, however often it is read', (language) => {
    const text = `---${language}\n{ title: globalThis.ran = true }\n---\nText`;
    for (let time = 0; time < 2; time++) {
      const { data, problems } = parseFrontMatter(text, file);
      expect(data).toEqual({});
      expect(problems).toEqual([
        {
          rule: 'front-matter-language',
          severity: 'error',
          file,
          place: { line: 1, column: 4 },
          message: `Unexpected front matter in \`${language.trim()}\`, expected YAML: other languages could run as a program`,
          mend: 'Let the first line be `---` alone, and write the fields as `name: value`.',
        },
      ]);
    }
    expect('ran' in globalThis).toBe(false);
  });

  it.each(['!!js/function "function(){}"', '!!python/object:os.system x', '!foo 1'])(
    'is refused behind the tag %s',
    (value) =>
      expect(problemsOf(`---\ntitle: Tides\nextra: ${value}\n---\n`)).toEqual(['3:8 error yaml']),
  );
});

describe('front matter that is broken', () => {
  it.each([
    ['__proto__: { a: 1 }', '2:1 error yaml-key'],
    ['a: { constructor: 1 }', '2:6 error yaml-key'],
    ['a: [{ prototype: 1 }]', '2:7 error yaml-key'],
    ['"__proto__": 1', '2:1 error yaml-key'],
    ['a: 1\na: 2', '3:1 error yaml'],
    ['a: [1', '2:6 error yaml'],
    ['a: b: c', '2:4 error yaml'],
    ['a: *b', '2:4 error yaml'],
    ['\ta: 1', '2:1 error yaml'],
    ['just words', '2:1 error yaml'],
    ['- a', '2:1 error yaml'],
    ['a: 1\n...\nb: 2', '4:1 error yaml'],
  ])('%j is an error at its place', (yaml, problem) => {
    const parsed = parseFrontMatter(`---\n${yaml}\n---\nText`, file);
    expect(problemsOf(`---\n${yaml}\n---\nText`)[0]).toBe(problem);
    expect(parsed.data).toEqual({});
    // A second reading is the same: nothing comes from a cache.
    expect(parseFrontMatter(`---\n${yaml}\n---\nText`, file)).toEqual(parsed);
  });

  it('names the key that it refuses', () => {
    expect(parseFrontMatter('---\n__proto__: 1\n---\n', file).problems).toEqual([
      {
        rule: 'yaml-key',
        severity: 'error',
        file,
        place: { line: 2, column: 1 },
        message: 'Unexpected key `__proto__`, expected the name of a field',
        mend: 'Delete the line.',
      },
    ]);
  });

  it.each(['---\ntitle: Tides\n', '---', '---\n', '---\ntitle: Tides\n----\nText\n'])(
    '%j has no end',
    (text) =>
      expect(parseFrontMatter(text, file).problems).toEqual([
        {
          rule: 'front-matter-open',
          severity: 'error',
          file,
          place: { line: 1, column: 1 },
          message:
            'Unexpected end of the file inside the front matter, expected a second line `---`',
          mend: 'Put a line `---` after the last field.',
        },
      ]),
  );

  it('says which line closes it almost', () => {
    expect(parseFrontMatter('---\ntitle: Tides\n---x\nText\n---\n', file).problems).toEqual([
      {
        rule: 'front-matter-fence',
        severity: 'error',
        file,
        place: { line: 3, column: 1 },
        message: 'Unexpected line `---x` in the front matter, expected `---` alone',
        mend: 'Let the line be `---` alone, or put two blanks before it if it belongs to a value.',
      },
    ]);
  });

  it('does not follow a bomb of aliases', () => {
    const lines = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]'];
    for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'].map((pair) => [
      ...pair,
    ])) {
      lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    expect(problemsOf(`---\n${lines.join('\n')}\n---\n`)).toEqual(['2:1 error yaml-aliases']);
  });

  it('does not merge keys', () => {
    expect(parseFrontMatter('---\na: &a { b: 1 }\nc: { <<: *a }\n---\n', file).data).toEqual({
      a: { b: 1 },
      c: { '<<': { b: 1 } },
    });
  });
});

describe('front matter', () => {
  it('gives each field its place, and the body its line', () => {
    const { data, body, firstLine, places, problems } = parseFrontMatter(
      '---\ntitle: Tides\nspeakers: { JF: jo-field }\ntopics:\n  - tides\n  - harbour\n---\n\nText\n',
      file,
    );
    expect(data).toEqual({
      title: 'Tides',
      speakers: { JF: 'jo-field' },
      topics: ['tides', 'harbour'],
    });
    expect([body.trim(), problems]).toEqual(['Text', []]);
    expect(
      '---\ntitle: Tides\nspeakers: { JF: jo-field }\ntopics:\n  - tides\n  - harbour\n---\n\nText\n'
        .split('\n')
        .slice(firstLine - 1)
        .join('\n'),
    ).toBe(body);
    expect(Object.fromEntries(places)).toEqual({
      title: { line: 2, column: 1 },
      speakers: { line: 3, column: 1 },
      'speakers.JF': { line: 3, column: 13 },
      topics: { line: 4, column: 1 },
      'topics.0': { line: 5, column: 5 },
      'topics.1': { line: 6, column: 5 },
    });
  });

  it.each([
    ['\ufeff---\r\ntitle: Tides\r\n---\r\nText\r\n', { title: 'Tides' }, 'Text\n'],
    ['---yaml\ntitle: Tides\n---\nText', { title: 'Tides' }, 'Text'],
    ['---\n---\nText', {}, 'Text'],
    ['---\n# a remark\n---\nText', {}, 'Text'],
    ['Text', {}, 'Text'],
    ['----\nText', {}, '----\nText'],
    ['', {}, ''],
    ['---\ntitle: Tides\n---', { title: 'Tides' }, ''],
    [
      '---\ntitle: |\n  a\n  ---\n  b\n---\nText\n---\nMore',
      { title: 'a\n---\nb\n' },
      'Text\n---\nMore',
    ],
  ])('%j is read', (text, data, body) => {
    const parsed = parseFrontMatter(text, file);
    expect([parsed.data, parsed.body, parsed.problems]).toEqual([data, body, []]);
  });

  it.each([
    ['2024-03-02', '2024-03-02'],
    ['yes', 'yes'],
    ['1:02:03', '1:02:03'],
    ['010', 10],
    ['0o10', 8],
    ['null', null],
    ['', null],
    ['true', true],
    ['1e3', 1000],
    ['"1"', '1'],
  ])('a value %s is %j', (yaml, value) =>
    expect(parseYaml(`a: ${yaml}\n`, file).data).toEqual({ a: value }),
  );

  it.skipIf(corpusFolder('nasty-handmade') === undefined)(
    'names the traps of a hostile file',
    () => {
      const folder = corpusFolder('nasty-handmade')!;
      expect(problemsOf(readFileSync(`${folder}/markdown/front-matter-traps.md`, 'utf8'))).toEqual([
        '11:8 error yaml',
      ]);
    },
  );

  it('is read as it was written', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'yes',
        'true',
        'null',
        '~',
        '2024-03-02',
        '010',
        '1:02:03',
        '0x1f',
        '1e3',
        '.5',
        '---',
        'a: b',
        '# c',
        '- d',
        '',
        ' e ',
        'f\ng',
        '<<',
        '潮汐',
      ),
      fc.integer(),
      fc.boolean(),
    );
    const key = fc
      .stringMatching(/^[a-z][A-Za-z]{0,8}$/)
      .filter((name) => name !== 'constructor' && name !== 'prototype');
    const data = fc.dictionary(
      key,
      fc.oneof(
        scalar,
        fc.array(scalar, { maxLength: 3 }),
        fc.dictionary(
          fc
            .string({ minLength: 1 })
            .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
          scalar,
          { maxKeys: 3 },
        ),
      ),
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(data, (given) => {
        const text = serializeFrontMatter(given);
        const parsed = parseFrontMatter(`${text}\nBody`, file);
        expect(parsed.problems).toEqual([]);
        expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(given));
        expect(parsed.body.trim()).toBe('Body');
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('is written plainly, in the order given', () => {
    expect(
      serializeFrontMatter({
        title: 'yes',
        date: '2024-03-02',
        number: 12,
        code: '010',
        summary: `${'long '.repeat(40)}line`,
        gone: undefined,
        topics: ['tides'],
      }),
    ).toBe(
      `---\ntitle: "yes"\ndate: 2024-03-02\nnumber: 12\ncode: "010"\nsummary: ${'long '.repeat(40)}line\ntopics:\n  - tides\n---\n`,
    );
  });
});
