import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCommands } from '../src/commands/commands.ts';
import { jsonSchemas, type Kind } from '../src/formats/facts.ts';
import { fieldsOf } from '../src/formats/field.ts';
import { build, runScript } from '../src/testing/build.ts';
import { chromiumPath } from '../src/testing/chromium.ts';
import { front, writeContent } from '../src/testing/content.ts';
import { textOf } from '../src/testing/page-text.ts';
import { serveSites, testAccess, testPages, testWidths } from '../src/testing/page-suite.ts';
import { readPages } from '../src/testing/pages.ts';

/** An archive of one episode: once in English with a repository, once in Arabic, once without documentation. */
const archives: Readonly<Record<string, string>> = {
  en: 'language: en\nrepository: https://github.com/example/harbour',
  ar: 'language: ar',
  none: 'docs: false',
};
let folder: string;
const sites: Record<string, { out: string; pages: Map<string, string> }> = {};
const languages = ['en', 'ar'];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docs-'));
  for (const [name, facts] of Object.entries(archives)) {
    const content = path.join(folder, `${name}-content`);
    const out = path.join(folder, name);
    await writeContent(content, {
      'archive.yaml': `title: Harbour archive\nurl: https://example.org/\n${facts}\n`,
      'shows/talks.md': front('title: Talks'),
      'speakers/jo-field.md': front('name: Jo Field'),
      'episodes/talks/tides.md': front('title: Tides', '**Jo Field:** The tide came in.\n'),
    });
    await build(content, out);
    sites[name] = { out, pages: await readPages(out) };
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (name: string, language = 'en'): string =>
  sites[language]!.pages.get(`docs/${name}/index.html`)!;

const commands = listCommands().flatMap(({ command }) => (command ? [command] : []));

describe('the page of commands', () => {
  it.each(commands.map((command) => [command.script, command] as const))(
    'says of %s all that --help says',
    async (script, command) => {
      const { output } = await runScript(script, ['--help']);
      const shown = textOf(page('commands')).replace(/\s+/g, ' ');
      const help = command.createHelp();
      const said = [
        help.commandDescription(command),
        ...help.visibleOptions(command).map((one) => help.optionDescription(one)),
        ...help.visibleArguments(command).map((one) => help.argumentDescription(one)),
        ...command.notes,
        ...command.examples.map(({ typed }) => typed),
      ];
      for (const one of said) {
        expect(output.replace(/\s+/g, ' ')).toContain(one.replace(/\s+/g, ' '));
        if (one !== 'display help for command')
          expect(shown).toContain(one.replaceAll('`', '').replace(/\s+/g, ' '));
      }
    },
  );
});

describe('the list of commands', () => {
  const readme = readFileSync('README.md', 'utf8');
  const plain = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

  it.each(
    listCommands().map(({ typed, summary }) => [typed.replace(/ --$/, ''), summary] as const),
  )('has %s in the README, in the same words', (typed, summary) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${typed}`)) ?? '';
    expect(plain(row)).toContain(`| ${summary}`);
  });

  it('names every script that one can run, and no other', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const listed = listCommands().map(({ typed }) =>
      typed.replace(/^npm (?:run )?/, '').replace(/ --$/, ''),
    );
    expect(listed.toSorted()).toEqual(Object.keys(scripts).toSorted());
  });
});

it('explains every field of every file', () => {
  const html = page('settings');
  for (const kind of Object.keys(jsonSchemas()) as Kind[])
    for (const { name } of fieldsOf(kind)) expect(html).toContain(`id="${kind}-${name}"`);
});

it('is English in every frame, from left to right', () => {
  expect(page('citing', 'ar')).toMatch(/<div class="dossier docs" lang="en" dir="ltr">/);
  expect(page('citing', 'ar')).toContain('متاحة بالإنجليزية');
});

it('leads to the code where the archive says in which repository it is', () => {
  const address = 'https://github.com/example/harbour/blob/main/src/archive/figures/model.ts';
  expect(page('figures')).toContain(`href="${address}"`);
  expect(page('figures', 'ar')).not.toContain('blob');
});

it('is not there, and nowhere linked to, where the archive wants none', () => {
  const { pages } = sites['none']!;
  expect([...pages.keys()].filter((file) => file.startsWith('docs/'))).toEqual([]);
  for (const [file, html] of pages) expect(html, file).not.toContain('href="/docs/');
});

const built = { languages, siteOf: (language: string) => sites[language]! };
testPages(built, /^docs\//);

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  const served = serveSites(built);
  const templates = ['docs/', 'docs/keeping/', 'docs/commands/', 'docs/settings/'];
  testAccess(built, served, templates);
  testWidths(built, served, [
    ...templates,
    'docs/figures/',
    'docs/collections/',
    'docs/permalinks/',
  ]);
});
