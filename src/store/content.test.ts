import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { loadArchive } from './archive.ts';
import { firstInvalidByte } from './folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  await write('archive.yaml', 'title: Harbour\nurl: https://example.org/\n');
  await write('shows/talk.md', '---\ntitle: Talk\n---\n');
  await write('speakers/jo-field.md', '---\nname: Jo Field\n---\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(file: string, text: string | Uint8Array): Promise<void> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}

const episode = (front: string, body = '**Jo Field:** Yes.'): string =>
  `---\n${front}\n---\n\n${body}\n`;

/** What is wrong with the folder, each as `file:line severity rule: message`. */
async function problems(): Promise<string[]> {
  const loaded = await loadArchive(folder);
  return loaded.problems.map(
    ({ file, place, severity, rule, message }) =>
      `${file.slice(file.indexOf('content-') + 15)}:${place?.line ?? 1} ${severity} ${rule}: ${message}`,
  );
}

/** The words of all quotes, as a page would show them. */
async function quotes(): Promise<string[]> {
  const { archive } = await loadArchive(folder);
  return (archive?.episodes ?? []).flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.type === 'turn' ? part.quotes.map(({ content }) => plainText(content)) : [],
    ),
  );
}

describe('strangers’ files', () => {
  it('keep raw HTML as text', async () => {
    await write(
      'episodes/talk/a.md',
      episode('title: A', '**Jo Field:** <script>alert(1)</script> <img src=x onerror=alert(1)>'),
    );
    expect(await problems()).toEqual([]);
    expect(await quotes()).toEqual(['<script>alert(1)</script> <img src=x onerror=alert(1)>']);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'JaVaScRiPt:alert(1)',
  ])('lose a link to %s and keep its words', async (address) => {
    await write(
      'episodes/talk/a.md',
      episode('title: A', `**Jo Field:** See [the table](${address}) there.`),
    );
    expect((await problems()).map((problem) => problem.split(': ')[0])).toEqual([
      'episodes/talk/a.md:5 warning link-not-allowed',
    ]);
    expect(await quotes()).toEqual(['See the table there.']);
  });

  it.each(['js', 'javascript', 'coffee', 'toml'])(
    'are refused with front matter in %s, which never runs',
    async (language) => {
      await write(
        'episodes/talk/a.md',
        `---${language}\nglobalThis.ran = true\n---\n\n**Jo Field:** Yes.\n`,
      );
      expect(await problems()).toEqual([
        `episodes/talk/a.md:1 error front-matter-language: Unexpected front matter in \`${language}\`, expected YAML: other languages could run as a program`,
      ]);
      expect('ran' in globalThis).toBe(false);
    },
  );

  it('are refused the second time as the first', async () => {
    await write('episodes/talk/a.md', '---js\n{}\n---\n');
    expect(await problems()).toEqual(await problems());
    expect(await problems()).toHaveLength(1);
  });

  it('are refused as MDX', async () => {
    await write('episodes/talk/a.mdx', 'export const x = 1\n');
    expect(await problems()).toEqual([
      'episodes/talk/a.mdx:1 error mdx-refused: Unexpected `.mdx` file, expected `.md`: MDX runs as a program',
    ]);
  });

  it('are refused as symbolic links', async () => {
    await mkdir(path.join(folder, 'episodes/talk'), { recursive: true });
    await symlink('/etc/hostname', path.join(folder, 'episodes/talk/a.md'));
    expect(await problems()).toEqual([
      'episodes/talk/a.md:1 error symbolic-link: Unexpected symbolic link, expected a file: what it points at could lie anywhere',
    ]);
  });

  it.each([
    ['Episode #12.md', 'episode-12.md'],
    ['what?.md', 'what.md'],
    ['Zoé.md', 'zoe.md'],
  ])('named %s are errors that name a name to type', async (name, better) => {
    await write(`episodes/talk/${name}`, episode('title: A'));
    const loaded = await loadArchive(folder);
    expect(loaded.problems.map(({ rule, mend }) => [rule, mend])).toEqual([
      ['file-name', `Rename it to \`${better}\`.`],
    ]);
  });

  it.each([
    ['episodes/talk/a.MD', 'file-name'],
    ['episodes/talk/a.txt', 'unknown-file'],
    ['episodes/a.md', 'no-show'],
    ['notes.md', 'unknown-file'],
    ['speakers/more/ann.md', 'unknown-file'],
    ['collections/more/fog.mdx', 'unknown-file'],
    ['collections/fog.MDX', 'file-name'],
  ])('at %s are never dropped in silence', async (file, rule) => {
    await write(file, episode('title: A'));
    expect((await loadArchive(folder)).problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  it('with one key are both named', async () => {
    await write('shows/other.md', '---\ntitle: Other\n---\n');
    await write('episodes/talk/a.md', episode('title: A'));
    await write('episodes/other/a.md', episode('title: A'));
    const [only, ...others] = (await loadArchive(folder)).problems;
    expect(others).toEqual([]);
    expect(only?.rule).toBe('key-taken');
    expect(only?.message).toMatch(/other\/a\.md` has it too$/);
    expect(only?.mend).toBe('Rename this file, for example to `talk-a.md`.');
  });

  it('in another encoding are errors with the byte and its offset', async () => {
    await write(
      'episodes/talk/a.md',
      new Uint8Array([...Buffer.from('---\ntitle: A\n---\n\n**Jo Field:** Caf'), 0xe9, 0x2e]),
    );
    expect(await problems()).toEqual([
      'episodes/talk/a.md:5 error not-utf-8: Unexpected byte E9 at offset 35, expected UTF-8',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'with the key %s are errors that name it',
    async (key) => {
      await write('episodes/talk/a.md', episode(`title: A\n${key}: { x: 1 }`));
      expect(await problems()).toEqual([
        `episodes/talk/a.md:3 error yaml-key: Unexpected key \`${key}\`, expected the name of a field`,
      ]);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    },
  );

  it.each(['2024-13-45', '2024-02-30', '2023-02-29', '24-01-01', 'yesterday'])(
    'with the date %s are errors',
    async (date) => {
      await write('episodes/talk/a.md', episode(`title: A\ndate: ${date}`));
      expect(await problems()).toEqual([
        `episodes/talk/a.md:3 error wrong-field: Unexpected \`${date}\` for \`date\`, expected a day of the calendar as \`2024-03-02\`, year, month, day`,
      ]);
    },
  );

  it('with a key twice, an open bracket, an unknown tag are errors at their lines', async () => {
    await write('episodes/talk/a.md', episode('title: A\ntitle: B'));
    await write('episodes/talk/b.md', episode('title: [A'));
    await write('episodes/talk/c.md', episode('title: !!js/function x'));
    expect((await problems()).map((problem) => problem.split(':').slice(0, 2).join(':'))).toEqual([
      'episodes/talk/a.md:3 error yaml',
      'episodes/talk/b.md:2 error yaml',
      'episodes/talk/c.md:2 error yaml',
    ]);
  });

  it('have their problems told all at once', async () => {
    await write('episodes/talk/a.md', episode('title: A\ndate: 2024-13-45', '**Ann Reed:** Yes.'));
    await write('episodes/talk/b.md', episode('date: 2024-01-01'));
    await write('speakers/Bad Name.md', '---\nname: X\n---\n');
    expect((await loadArchive(folder)).problems.map((problem) => problem.rule)).toEqual([
      'wrong-field',
      'unknown-label',
      'missing-field',
      'file-name',
    ]);
  });
});

describe('a content folder', () => {
  it('that is missing, or has no archive.yaml, says what to make', async () => {
    const { problems: none } = await loadArchive(path.join(folder, 'nowhere'));
    expect(none.map(({ rule }) => rule)).toEqual(['no-archive']);
    await rm(path.join(folder, 'archive.yaml'));
    const loaded = await loadArchive(folder);
    expect(loaded.archive).toBeUndefined();
    expect(loaded.problems.map(({ mend }) => mend)).toEqual([
      'Add it, with these two lines:\ntitle: Our archive\nurl: https://example.org/',
    ]);
  });

  it('of three files is an archive', async () => {
    await write('episodes/talk/a.md', episode('title: A'));
    const { archive, problems: found } = await loadArchive(folder);
    expect(found).toEqual([]);
    expect(archive?.counts).toEqual({ episodes: 1, quotes: 1, words: 1 });
  });

  it('may hold files whose names start with a dot', async () => {
    await write('.imported/talk/a.json', '{');
    await write('episodes/talk/.DS_Store', new Uint8Array([0, 1, 255]));
    expect(await problems()).toEqual([]);
  });

  it('joins deeper folders to the key', async () => {
    await write('episodes/talk/2020/spring/a.md', episode('title: A'));
    expect((await loadArchive(folder)).archive?.episodes.map(({ key }) => key)).toEqual([
      '2020-spring-a',
    ]);
  });

  it('has at least as many pages as files', async () => {
    for (const key of ['a', 'b', 'c'])
      await write(`episodes/talk/${key}.md`, episode(`title: ${key}`));
    await write('topics/tides.md', '---\nname: Tides\n---\n');
    const { archive } = await loadArchive(folder);
    const things = [archive?.shows, archive?.speakers, archive?.topics, archive?.episodes];
    expect(things.map((list) => list?.length)).toEqual([1, 1, 1, 3]);
  });
});

describe('collections', () => {
  const collection = (front: string, body = 'On fog.'): string =>
    `---\ntitle: Fog\n${front}\n---\n\n${body}\n`;

  it('named `.md` are errors that name the name to type', async () => {
    await write('collections/fog.md', collection(''));
    const [only, ...others] = (await loadArchive(folder)).problems;
    expect(others).toEqual([]);
    expect([only?.rule, only?.message, only?.mend]).toEqual([
      'mdx-expected',
      'Unexpected `.md` file, expected `.mdx`: collections alone are MDX',
      'Rename it to `fog.mdx`.',
    ]);
  });

  it('run nothing, and have everything that is wrong with them told at once, at its line', async () => {
    await write(
      'collections/fog.mdx',
      collection(
        'date: 2024-13-01',
        '<Quote id="q7k2m9xqp" />\n\n{run()}\n\n<Chart speaker="jo-feild" />\n\n<QuoteList query="speaker:jo-feild" />',
      ),
    );
    await write('collections/mist.mdx', collection('', '<Qoute id="q7k2m9xqp" />'));
    await write(
      'collections/sun.mdx',
      collection('', '<Quote id="q7k2m9xqp" />\n\n{run()}\n\n<Chart speaker="jo-feild" />'),
    );
    await write('collections/tide.mdx', collection('', '<QuoteList query="speaker:jo-feild" />'));
    expect(await problems()).toEqual([
      'collections/fog.mdx:3 error wrong-field: Unexpected `2024-13-01` for `date`, expected a day of the calendar as `2024-03-02`, year, month, day',
      'collections/fog.mdx:6 error unknown-quote: Unexpected quote `q7k2m9xqp`, expected the id of a quote of this archive',
      'collections/fog.mdx:8 error no-program: Unexpected `{`, expected text in Markdown: nothing in a collection runs',
      'collections/fog.mdx:10 error unknown-speaker: Unexpected speaker `jo-feild`, expected the name of a file in `content/speakers`',
      'collections/fog.mdx:12 error unknown-filter: Unexpected speaker `jo-feild` in `query`, expected a name, or the name of a file in `content/speakers`',
      'collections/mist.mdx:6 error unknown-component: Unexpected `<Qoute>`, expected text in Markdown, or `<Quote>`, `<QuoteList>` or `<Chart>`',
      'collections/sun.mdx:6 error unknown-quote: Unexpected quote `q7k2m9xqp`, expected the id of a quote of this archive',
      'collections/sun.mdx:8 error no-program: Unexpected `{`, expected text in Markdown: nothing in a collection runs',
      'collections/sun.mdx:10 error unknown-speaker: Unexpected speaker `jo-feild`, expected the name of a file in `content/speakers`',
      'collections/tide.mdx:6 error unknown-filter: Unexpected speaker `jo-feild` in `query`, expected a name, or the name of a file in `content/speakers`',
    ]);
  });

  it('have the faults of their query told at its line', async () => {
    await write('collections/fog.mdx', collection('query: fog speaker:jo-feild'));
    await write('collections/mud.mdx', collection('query: ""'));
    await write('collections/sun.mdx', collection('querry: sun'));
    expect(await problems()).toEqual([
      'collections/fog.mdx:3 error unknown-filter: Unexpected speaker `jo-feild` in `query`, expected a name, or the name of a file in `content/speakers`',
      'collections/mud.mdx:3 error wrong-field: Unexpected `` for `query`, expected words to look for, such as `fog speaker:jo-field after:2019`',
      'collections/sun.mdx:3 warning unknown-field: Unexpected field `querry`, expected one of title, description, kind, language, author, date, query, formerly',
    ]);
  });

  it('whose query begins with a quotation mark are told how YAML has it', async () => {
    await write('collections/fog.mdx', collection('query: "old fog" speaker:jo-field'));
    expect(
      (await loadArchive(folder)).problems.map(({ place, mend }) => [place?.line, mend]),
    ).toEqual([
      [3, `Put the query between single quotes: \`query: '"old fog" speaker:jo-field'\`.`],
    ]);
  });

  it('stand in the archive by title, with what their query finds', async () => {
    await write('episodes/talk/a.md', episode('title: A', '**Jo Field:** Old fog.\n\nNew fog.'));
    await write('collections/b.mdx', collection(`query: '"old fog" speaker:jo-field'`));
    await write('collections/a.mdx', '---\ntitle: Zebras\n---\n\n*None* of them.\n');
    const { archive, problems: found } = await loadArchive(folder);
    expect(found).toEqual([]);
    expect(
      archive?.collections.map(({ id, parts, found }) => [id, parts, found?.quotes.length]),
    ).toEqual([
      ['b', [{ type: 'prose', html: '<p>On fog.</p>' }], 1],
      ['a', [{ type: 'prose', html: '<p><em>None</em> of them.</p>' }], undefined],
    ]);
  });
});

it.each([
  [[0x41, 0xff], 1],
  [[0xc3, 0xa9, 0xe9, 0x20], 2],
  [[0xe2, 0x82], 0],
  [[0xed, 0xa0, 0x80], 0],
])('finds the first byte of %j that cannot stand there', (bytes, offset) =>
  expect(firstInvalidByte(new Uint8Array(bytes))).toBe(offset),
);

describe('problems come all at once', () => {
  it('from a file whose name, fields and words are wrong', async () => {
    await write(
      'episodes/talk/The-Bell.md',
      episode('title: The bell\ndate: 2.3.2024\ntopics: [bells]', '```\nopen'),
    );
    expect(await problems()).toEqual([
      'episodes/talk/The-Bell.md:1 error file-name: Unexpected file name `The-Bell.md`, expected only a–z, 0–9 and hyphens: it becomes an address',
      'episodes/talk/The-Bell.md:3 error wrong-field: Unexpected `2.3.2024` for `date`, expected a day of the calendar as `2024-03-02`, year, month, day',
      'episodes/talk/The-Bell.md:4 error unknown-topic: Unexpected topic `bells`, expected the name of a file in `content/topics`',
      expect.stringMatching(/:7 error code-open: /),
    ]);
  });

  it('from the words below front matter that nobody can read, without guesses about its labels', async () => {
    await write('episodes/talk/a.md', episode('title: a: b', '**JF:** Yes.\n\n```\nopen'));
    expect(await problems()).toEqual([
      expect.stringMatching(/a\.md:2 error yaml: /),
      expect.stringMatching(/a\.md:7 error code-open: /),
    ]);
  });

  it('from episodes, too, where a speaker or the archive has a wrong field, which is told once', async () => {
    await write('archive.yaml', 'title: Harbour\nurl: harbour\n');
    await write('speakers/jo-field.md', '---\nname: Jo Field\nlinks: no\n---\n');
    await write('episodes/talk/a.md', episode('title: A\ntopics: [bells]'));
    expect(await problems()).toEqual([
      expect.stringMatching(/archive\.yaml:2 error wrong-field: /),
      expect.stringMatching(/a\.md:3 error unknown-topic: /),
      expect.stringMatching(/jo-field\.md:3 error wrong-field: /),
    ]);
  });

  it('and there is no archive to be shown then', async () => {
    await write('episodes/talk/a.md', episode('date: 2024-03-02'));
    expect(await loadArchive(folder)).not.toHaveProperty('archive');
  });
});
