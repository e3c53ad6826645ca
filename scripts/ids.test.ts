import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proveSite } from '../src/build/proof.ts';
import { loadArchive } from '../src/store/archive.ts';
import { build, runScript } from '../src/testing/build.ts';
import { TestRepository } from '../src/testing/repository.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ids-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const tide = [
  'Nobody wrote them down before the harbour did, and that was late.',
  'I read the gauge every morning, and then I read it once more.',
  'There are two letters about it, one of them from a doctor.',
  'Every clock in this town was set by a man who owned no clock.',
];
const transcript = (title: string, paragraphs: readonly string[], facts = ''): string =>
  `---\ntitle: ${title}\n${facts}---\n\n${paragraphs.map((text) => `**Jo Field:** ${text}`).join('\n\n')}\n`;
const files = {
  'content/archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
  'content/shows/talk.md': '---\ntitle: Talk\n---\n',
  'content/speakers/jo-field.md': '---\nname: Jo Field\n---\n',
  'content/speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
  'content/episodes/talk/tides.md': transcript('Tides', tide),
  'content/episodes/talk/horn.md': transcript(
    'The horn',
    tide.map((text) => `${text} So said the horn.`),
  ),
};
const tides = 'content/episodes/talk/tides.md';

let repository: TestRepository;
let count = 0;

/** Runs `npm run ids`; colours off. */
const ids = (...args: string[]) => runScript('ids', args, { ARCHIVE_CONTENT: repository.content });
const ledger = (key = 'tides'): string => repository.read(`content/ledger/${key}.ids`);
const linesOf = (text: string): string[] => text.split('\n').filter((row) => /^q\w{8} /.test(row));

async function refusal(...args: string[]): Promise<string> {
  const { code, output } = await ids(...args);
  expect(code, output).toBe(1);
  return output.trim();
}

/** A repository in which everything is published. */
beforeEach(async () => {
  repository = new TestRepository(path.join(folder, `repository-${++count}`));
  for (const [file, text] of Object.entries(files)) repository.write(file, text);
  repository.commit('Transcripts', '2026-01-01');
  const { code, output } = await ids();
  expect(code, output).toBe(0);
  repository.commit('Ids', '2026-01-01');
});

describe('ids stops and writes nothing', () => {
  it.each([
    [
      'a day that is none',
      ['--date', 'yesterday'],
      'Unexpected day `yesterday`, expected one as 2026-05-01.',
    ],
  ])('at %s', async (_, args, message) => {
    const { code, output } = await ids(...args);
    expect(code).toBe(2);
    expect(output.trim()).toBe(message);
  });

  it('at changes that are not committed', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    expect(await refusal()).toBe(
      'Unexpected changes that are not committed (episodes/talk/tides.md), expected the ledger to follow commits. Nothing was written. Commit them first: git add -A && git commit. Or say the day: npm run ids -- --date 2026-05-01',
    );
  });

  it('at a copied transcript', async () => {
    repository.write('content/episodes/talk/tides-2.md', transcript('Tides, again', tide));
    repository.commit('A copy', '2026-02-01');
    const message = await refusal();
    expect(message).toContain(
      'Unexpected copied transcript, expected each recording once. Nothing was written.',
    );
    expect(message).toContain('tides-2.md has the words of');
    expect(message).toContain('type `repeats: tides` into its front matter.');
    repository.edit('content/episodes/talk/tides-2.md', (text) =>
      text.replace('---\n', '---\nrepeats: tides\n'),
    );
    repository.commit('It was published twice', '2026-02-02');
    expect((await ids()).code).toBe(0);
  });

  it('at a collection that shrank, until somebody says that it did', async () => {
    rmSync(path.join(repository.content, 'episodes'), { recursive: true });
    mkdirSync(path.join(repository.content, 'episodes/talk'), { recursive: true });
    repository.write(
      'content/episodes/talk/lamp.md',
      transcript('The lamp', ['A lamp of today takes as much as a kettle.']),
    );
    repository.commit('A wrong folder', '2026-02-01');
    expect(await refusal()).toBe(
      'Unexpected collection that shrank: 2 of 2 transcripts are gone, horn, tides. Nothing was written. Is this the whole content folder? If they really were removed, type: npm run ids -- --removed 2',
    );
    expect((await ids('--removed', '1')).code).toBe(1);
    expect((await ids('--removed', '2')).code).toBe(0);
    expect(ledger()).toMatch(/^gone 2026-02-01$/m);
  });

  it('at a key that another recording had', async () => {
    repository.git('mv', tides, 'content/episodes/talk/waves.md');
    repository.commit('Renamed', '2026-02-01');
    await ids();
    repository.commit('Ids', '2026-02-01');
    repository.write(
      tides,
      transcript('Other tides', ['A lamp of today takes as much as a kettle, they say.']),
    );
    repository.commit('A new episode under an old name', '2026-02-02');
    expect(await refusal()).toContain(
      'Unexpected key `tides`, expected one that was never used: it is the address of `episodes/talk/waves.md`',
    );
  });

  it('where the words of before cannot be read, and names the commands to type', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    repository.commit('Corrected', '2026-02-01');
    const shallow = path.join(folder, `shallow-${count}`);
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.folder}`, shallow);
    const { code, output } = await runScript('ids', [], {
      ARCHIVE_CONTENT: path.join(shallow, 'content'),
    });
    expect(code).toBe(1);
    expect(output).toContain('old-words-missing');
    expect(output).toContain('git fetch --unshallow');
    expect(output).toContain('npm run ids -- --without-words tides');
    const build = await runScript('build', [], {
      ARCHIVE_CONTENT: path.join(shallow, 'content'),
      ARCHIVE_OUT: path.join(folder, 'never'),
    });
    expect(build.code).toBe(1);
    const forced = await runScript('ids', ['--without-words', 'tides'], {
      ARCHIVE_CONTENT: path.join(shallow, 'content'),
    });
    expect(forced.code, forced.output).toBe(0);
    expect(readFileSync(path.join(shallow, 'content/ledger/tides.ids'), 'utf8')).toMatch(
      /^q\w{8} 1 \w+ removed 2026-02-01 jo-field$/m,
    );
  });

  it('at a ledger that somebody edited', async () => {
    // The line of a first revision would be written again as it was: an id is a function of its first words.
    repository.edit(tides, (text) => text.replace('late', 'early'));
    repository.commit('Corrected', '2026-02-01');
    await ids();
    repository.commit('Ids', '2026-02-01');
    const [first = ''] = linesOf(ledger());
    repository.edit('content/ledger/tides.ids', (text) => text.replace(`${first}\n`, ''));
    expect(await refusal('--date', '2026-02-01')).toContain(
      `Unexpected ids that are in no ledger any more, expected each to stay for ever: `,
    );
    repository.git('checkout', '--quiet', '--', 'content/ledger');
    repository.write('content/ledger/tides.ids', '<<<<<<< HEAD\n');
    expect(await refusal()).toContain('ledger-version');
  });

  it('where no repository tells the day', async () => {
    const content = path.join(folder, `plain-${count}`);
    cpSync(repository.content, content, { recursive: true });
    rmSync(path.join(content, 'ledger'), { recursive: true });
    const { code, output } = await runScript('ids', [], { ARCHIVE_CONTENT: content });
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      'Unexpected content outside a git repository, expected a commit that tells the day. Nothing was written. Type the day: npm run ids -- --date 2026-05-01',
    );
  });
});

describe('ids', () => {
  it('has nothing to do the second time, and frozen agrees', async () => {
    const before = ledger();
    const again = await ids();
    expect(again.output).toMatch(/^Nothing to do: the ledger of .* is up to date\.$/m);
    expect(ledger()).toBe(before);
    expect(await ids('--frozen')).toMatchObject({ code: 0 });
  });

  it('says with --frozen that it is behind, and writes nothing', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    repository.commit('Corrected', '2026-02-01');
    expect(await refusal('--frozen')).toMatch(
      /^1 ledger; quotes: 1 reworded\nThe ledger of .* is behind\. Type on the main branch: npm run ids$/,
    );
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('writes the same from nothing in any folder', async () => {
    const other = new TestRepository(path.join(folder, `twin-${count}`));
    for (const [file, text] of Object.entries(files)) other.write(file, text);
    other.commit('Transcripts', '2026-01-01');
    await runScript('ids', [], { ARCHIVE_CONTENT: other.content, TZ: 'Pacific/Kiritimati' });
    for (const name of readdirSync(path.join(other.content, 'ledger')))
      expect(other.read(`content/ledger/${name}`)).toBe(repository.read(`content/ledger/${name}`));
  });

  it('dates a change by the commit it runs on, in UTC, never by the clock', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    repository.commit('Corrected', '2026-02-03');
    await ids();
    expect(repository.read('content/history/tides.jsonl')).toContain('"until":"2026-02-03"');
  });

  it('completes what a stop between its files left undone', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    repository.commit('Corrected', '2026-02-03');
    const old = ledger();
    await ids();
    const [written, history] = [ledger(), repository.read('content/history/tides.jsonl')];
    repository.write('content/ledger/tides.ids', old);
    await ids();
    expect(ledger()).toBe(written);
    expect(repository.read('content/history/tides.jsonl')).toBe(history);
  });

  it('gives a quote to another speaker when an alias moves to another file', async () => {
    repository.edit('content/speakers/jo-field.md', (text) =>
      text.replace('Jo Field', 'Jo Meadow'),
    );
    repository.edit('content/speakers/ann-reed.md', (text) =>
      text.replace('Ann Reed\n', 'Ann Reed\naliases: [Jo Field]\n'),
    );
    repository.commit('Her maiden name', '2026-02-03');
    expect((await ids()).output).toContain('8 given to another speaker');
    expect(linesOf(ledger())[0]).toMatch(/^q\w{8} 2 \w{16} ann-reed$/);
  });

  it('keeps the transcripts it was made from where there is no repository, and reads them again', async () => {
    const content = path.join(folder, `kept-${count}`);
    cpSync(repository.content, content, { recursive: true });
    rmSync(path.join(content, 'ledger'), { recursive: true });
    const run = (...args: string[]) => runScript('ids', args, { ARCHIVE_CONTENT: content });
    expect((await run('--date', '2026-01-01')).code).toBe(0);
    const kept = path.join(content, 'ledger/tides.gz');
    expect(gunzipSync(readFileSync(kept)).toString()).toBe(files[tides]);
    const file = path.join(content, 'episodes/talk/tides.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('late', 'early'));
    expect((await run('--date', '2026-02-01')).output).toContain('1 reworded');
    expect(gunzipSync(readFileSync(kept)).toString()).toContain('early');
    expect((await run('--date', '2026-03-01')).output).toContain('Nothing to do');
    expect((await runScript('check', [], { ARCHIVE_CONTENT: content })).code).toBe(0);
  });

  it('keeps what is not committed readable, when told the day', async () => {
    repository.edit(tides, (text) => text.replace('late', 'early'));
    await ids('--date', '2026-02-01');
    repository.edit(tides, (text) => text.replace('early', 'soon'));
    expect((await ids('--date', '2026-02-02')).output).toContain('1 reworded');
    expect(repository.read('content/history/tides.jsonl').trim().split('\n')).toHaveLength(2);
  });
});

describe('an address', () => {
  it('that must change leaves a page with all its anchors', async () => {
    const before = linesOf(ledger()).map((row) => row.slice(0, 9));
    repository.git('mv', tides, 'content/episodes/talk/spring-tides.md');
    repository.edit('content/episodes/talk/spring-tides.md', (text) =>
      text.replace('---\n', '---\nkey: spring-tides\n'),
    );
    repository.commit('The name was wrong', '2026-02-01');
    expect((await ids()).code).toBe(0);
    expect(existsSync(path.join(repository.content, 'ledger/tides.ids'))).toBe(false);
    expect(ledger('spring-tides')).toMatch(/^formerly tides$/m);
    expect(linesOf(ledger('spring-tides')).map((row) => row.slice(0, 9))).toEqual(before);
    const out = path.join(folder, `moved-${count}`);
    await build(repository.content, out);
    const former = readFileSync(path.join(out, 'episodes/tides/index.html'), 'utf8');
    for (const id of before) {
      expect(former).toContain(`id="${id}"`);
      expect(former).toContain(`href="/episodes/spring-tides/#${id}"`);
    }
  });

  it('of an episode that was deleted says so for every id, and comes back with its words', async () => {
    const before = linesOf(ledger()).map((row) => row.slice(0, 9));
    repository.git('rm', '--quiet', tides);
    repository.commit('Removed', '2026-02-01');
    expect((await ids()).code).toBe(0);
    repository.commit('Ids', '2026-02-01');
    const out = path.join(folder, `removed-${count}`);
    await build(repository.content, out);
    const page = readFileSync(path.join(out, 'episodes/tides/index.html'), 'utf8');
    for (const id of before) expect(page).toContain(`id="${id}"`);
    expect(page).not.toContain(tide[0]);
    repository.write(tides, files[tides]);
    repository.commit('Back again', '2026-03-01');
    expect((await ids()).output).toContain('4 back again');
    expect(linesOf(ledger()).map((row) => row.slice(0, 11))).toEqual(before.map((id) => `${id} 2`));
  });

  it('of a speaker whose file was renamed leads to the new one, and nobody’s words change hands', async () => {
    repository.git('mv', 'content/speakers/jo-field.md', 'content/speakers/josephine-field.md');
    repository.edit('content/speakers/josephine-field.md', (text) =>
      text.replace('---\n', '---\nformerly: [jo-field]\n'),
    );
    repository.commit('Her full name', '2026-02-01');
    const { output } = await ids();
    expect(output).not.toContain('given to another');
    expect(linesOf(ledger())[0]).toMatch(/^q\w{8} 1 \w{16} josephine-field$/);
    const out = path.join(folder, `renamed-${count}`);
    await build(repository.content, out);
    expect(readFileSync(path.join(out, 'speakers/jo-field/index.html'), 'utf8')).toContain(
      'href="/speakers/josephine-field/"',
    );
  });
});

describe('the proof of a built site', () => {
  it('finds other words, a lost id, an id twice, a strange id and a lost page', async () => {
    const out = path.join(folder, `proved-${count}`);
    await build(repository.content, out);
    const { archive, joined } = await loadArchive(repository.content);
    const ledgers = [...joined!.reconciliations.values()].map((one) => one.ledger);
    const prove = () => proveSite(out, archive!, ledgers);
    expect(await prove()).toMatchObject({ ids: 8 });
    const [id = '', second = ''] = linesOf(ledger()).map((row) => row.slice(0, 9));
    const page = path.join(out, 'episodes/tides/index.html');
    const html = readFileSync(page, 'utf8');
    for (const [change, says] of [
      [
        () => html.replace('that was late', 'that was early'),
        `/episodes/tides/#${id} shows words other than those of the ledger`,
      ],
      [() => html.replace(` id="${id}"`, ''), `/episodes/tides/ lacks the id ${id}`],
      [() => html.replace('<main', `<main id="${id}"`), `/episodes/tides/ has the id ${id} twice`],
      [
        () => html.replace(`<p id="${second}"`, `<p id="q00000000"`),
        '/episodes/tides/ has the id q00000000, which is in no ledger',
      ],
    ] as const) {
      writeFileSync(page, change());
      await expect(prove()).rejects.toThrow(says);
    }
    writeFileSync(page, html);
    rmSync(path.join(out, 'speakers/jo-field'), { recursive: true });
    await expect(prove()).rejects.toThrow(
      '/speakers/jo-field/ was published once and is not there any more',
    );
    rmSync(path.join(out, 'q'), { recursive: true });
    await expect(prove()).rejects.toThrow(
      `/q/${id.slice(1, 3)}/ does not lead to /episodes/tides/#${id}`,
    );
  });
});
