import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalWords } from '../src/archive/canon.ts';
import { parseLedger, type LedgerLine } from '../src/archive/ledger.ts';
import { loadArchive } from '../src/store/archive.ts';
import { build, finish, runScript, startBuild } from '../src/testing/build.ts';

let folder: string;
let repository: string;
let content: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'takedown-'));
  await publishOnce();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const transcript = 'episodes/talk/tides.md';
const opening = 'The harbour wall was dry that morning and everybody came to look at it.';
const first =
  'Zorblat quimmel crossed the bramblewick sluice at midnight and carried a plovent under one arm.';
const second =
  'Zorblat quimmel crossed the bramblewick sluice at midnight and carried two plovents under one arm.';
const merged = 'Nobody hospered the glimmick while the jellowed trunket was lying in the yard.';
const stays = 'The barges drifted eastward past the groyne until the morning came over the marsh.';
const part =
  'Our quistron murgled beneath the dreddlewort lanterns until the whole pier was awake.';
const named =
  'Call me at brockle or grentish any evening when the regatta is over, and bring the old chart.';
const unnamed = 'Call me at home any evening when the regatta is over, and bring the old chart.';
const closing = 'And then the gauge was read again, and it said what it had always said.';

/** Words that are nowhere else, by what is taken down; as the index has them, without their endings. */
const secrets = {
  quote: ['zorblat', 'quimmel', 'bramblewick', 'plovent', ...digestsOf(first, second)],
  alias: ['hosper', 'glimmick', 'jellow', 'trunket', ...digestsOf(merged, `${second} ${merged}`)],
  part: ['quistron', 'murgl', 'dreddlewort', ...digestsOf(part, `${stays} ${part}`)],
  revision: ['brockl', 'grentish', ...digestsOf(named)],
};

/** The start of each digest: shorter than any form in which one is written. */
function digestsOf(...wordings: readonly string[]): string[] {
  return wordings.map((words) => hash('sha256', canonicalWords(words), 'hex').slice(0, 12));
}

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Keeper', '-c', 'user.email=k@example.org', ...args], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-05-01T12:00:00Z' },
  }).trim();

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(content, file)), { recursive: true });
  await writeFile(path.join(content, file), text);
}

/** Publishes a version of the transcript: commit, ids, commit. */
async function publish(...paragraphs: string[]): Promise<void> {
  await write(
    transcript,
    `---\ntitle: Tides\ndate: 2026-01-02\n---\n\n**Jo Field:** ${paragraphs.join('\n\n')}\n\n**Ann Reed:** Yes.\n`,
  );
  git('add', '-A');
  git('commit', '-qm', 'A transcript');
  const { code, output } = await run('ids');
  expect(code, output).toBe(0);
  git('add', '-A');
  git('commit', '-qm', 'Its ids');
}

const run = (script: string, ...args: string[]) =>
  runScript(script, args, { ARCHIVE_CONTENT: content, ARCHIVE_OUT: path.join(folder, 'no-site') });

async function ledger(): Promise<readonly LedgerLine[]> {
  const text = await readFile(path.join(content, 'ledger/tides.ids'), 'utf8');
  return parseLedger(text, 'tides', 'tides.ids').ledger!.lines;
}

/** The archive as it was published: a quote that was reworded and has an alias, a split one, a corrected one. */
async function publishAll(name: string): Promise<void> {
  repository = path.join(folder, name);
  content = path.join(repository, 'content');
  await cp(path.join(folder, 'published'), repository, { recursive: true });
}

async function publishOnce(): Promise<void> {
  repository = path.join(folder, 'published');
  content = path.join(repository, 'content');
  await mkdir(repository, { recursive: true });
  git('init', '-q', '-b', 'main');
  await write('archive.yaml', 'title: Harbour\nurl: https://example.org/harbour/\ncards: all\n');
  await write('shows/talk.md', '---\ntitle: Talk\n---\n');
  await write('speakers/jo-field.md', '---\nname: Jo Field\n---\n');
  await write('speakers/ann-reed.md', '---\nname: Ann Reed\n---\n');
  await publish(opening, first, merged, `${stays} ${part}`, named, closing);
  await publish(opening, second, merged, `${stays} ${part}`, unnamed, closing);
  await publish(opening, `${second} ${merged}`, `${stays} ${part}`, unnamed, closing);
  await publish(opening, `${second} ${merged}`, stays, part, unnamed, closing);
}

/** Every file below a folder as text that can be searched; what Pagefind compressed is opened. */
async function textsOf(root: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    texts.set(
      path.relative(root, file),
      (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase(),
    );
  }
  return texts;
}

/** Which files below some folders hold any of the words. */
async function holders(words: readonly string[], ...roots: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const root of roots) {
    for (const [file, text] of await textsOf(root))
      for (const word of words) if (text.includes(word)) found.push(`${file}: ${word}`);
  }
  return found;
}

const idOf = async (at: number): Promise<string> => (await ledger())[at]!.id;

describe('a takedown', () => {
  it('is refused for what cannot be meant', async () => {
    await publishAll('refused');
    const lines = await ledger();
    const [, quote, alias, , , corrected] = lines;
    expect(lines.map(({ type }) => type)).toEqual([
      'live',
      'live',
      'alias',
      'live',
      'live',
      'live',
      'live',
      'live',
    ]);
    const before = await textsOf(content);
    const reason = ['--reason', 'At the request of the speaker.'];
    const ask = async (...args: string[]): Promise<string> => {
      const { code, output } = await run('takedown', ...args);
      expect(code).not.toBe(0);
      return output.trim();
    };
    expect(await ask('q1')).toContain("required option '--reason <text>' not specified");
    expect(await ask('q1', ...reason)).toBe(
      'Unexpected id `q1`, expected `q` and eight characters, or a permalink: npm run takedown -- q7k2m9xqp --reason "At the request of the speaker."',
    );
    expect(await ask('q00000000', ...reason)).toBe(
      'Unexpected id `q00000000`, expected one that is in the ledger. An id is the end of a quote’s address. Was it published a moment ago? Type this first: npm run ids',
    );
    expect(await ask(alias!.id, ...reason)).toBe(
      `Unexpected id \`${alias!.id}\`, expected one with words of its own: its words went into \`${quote!.id}\`, whose text still has them. Nothing was done. To take that quote down, and \`${alias!.id}\` with it, type: npm run takedown -- ${quote!.id} --reason "At the request of the speaker."`,
    );
    expect(await ask(corrected!.id, '--revision', '2', ...reason)).toBe(
      `Unexpected revision 2 of \`${corrected!.id}\`, expected an earlier one: its words are those that the quote has now. Nothing was done. To take the quote down with all it ever said, type: npm run takedown -- ${corrected!.id} --reason "At the request of the speaker."`,
    );
    expect(await ask(corrected!.id, '--revision', '7', ...reason)).toBe(
      `Unexpected revision 7 of \`${corrected!.id}\`, expected one of 1. Nothing was done. Type for example: npm run takedown -- ${corrected!.id} --revision 1 --reason "At the request of the speaker."`,
    );
    expect(await ask(quote!.id, '--reason', `He said: ${second}`)).toContain(
      'Unexpected reason with the words that are to go',
    );
    expect(await ask(quote!.id, '--date', '2026-02-30', ...reason)).toBe(
      'Unexpected day `2026-02-30`, expected one as 2026-05-01.',
    );
    expect(await textsOf(content)).toEqual(before);
    await write('episodes/talk/more.md', '---\ntitle: More\n---\n\n**Jo Field:** No.\n');
    expect(await ask(quote!.id, ...reason)).toContain('Type this first: npm run ids');
  });

  it('leaves no file of the site, the index, the ledger or the histories with the words or their digest', async () => {
    await publishAll('proof');
    const site = path.join(folder, 'site');
    const all = Object.values(secrets).flat();
    await build(content, site);
    // What is searched for can be found: each word stands in pages and in the packed index.
    const shown = await holders(all, site);
    for (const word of [...secrets.quote.slice(0, 4), ...secrets.part.slice(0, 3)]) {
      expect(
        shown.filter((row) => row.endsWith(`: ${word}`)).map((row) => row.split(':')[0]),
      ).toEqual(
        expect.arrayContaining([
          expect.stringContaining('episodes/tides/index.html'),
          expect.stringContaining('.pf_index'),
          expect.stringContaining('pagefind/quotes.'),
          expect.stringContaining('pagefind/words.'),
        ]),
      );
    }
    const before = await ledger();
    const [, quote, alias, , split, corrected] = before;

    const down = await run('takedown', quote!.id, '--reason', 'At the request of Mara.');
    expect(down.code, down.output).toBe(0);
    expect(down.output).toContain(
      `a tombstone for \`${quote!.id}\` and for what was merged into it: \`${alias!.id}\``,
    );
    for (const word of secrets.quote) expect(down.output.toLowerCase()).not.toContain(word);
    const apart = await run(
      'takedown',
      `https://example.org/harbour/episodes/tides/#${split!.id}`,
      '--reason',
      'Named a private person.',
      '--date',
      '2026-06-07',
    );
    expect(apart.code, apart.output).toBe(0);
    expect(apart.output).toContain('is withheld');
    const old = await run(
      'takedown',
      corrected!.id,
      '--revision',
      '1',
      '--reason',
      'Named a number.',
    );
    expect(old.code, old.output).toBe(0);

    expect((await run('ids', '--frozen')).output).toContain('is up to date');
    const after = await ledger();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]).toEqual({
      type: 'tombstone',
      id: quote!.id,
      date: '2026-05-01',
      reason: 'At the request of Mara.',
    });
    expect(after[2]!.type).toBe('tombstone');
    expect(after[4]).toMatchObject({ type: 'tombstone', date: '2026-06-07' });

    git('add', '-A');
    git('commit', '-qm', 'Take down quotes');
    await build(content, site);
    expect(await holders(all, site, content)).toEqual([]);

    const page = await readFile(path.join(site, 'episodes/tides/index.html'), 'utf8');
    for (const { id } of before) expect(page).toContain(`id="${id}"`);
    const tombstone = page.slice(page.indexOf(`id="${quote!.id}"`)).split('</p>')[0]!;
    expect(tombstone).toContain('At the request of Mara.');
    expect(tombstone).toContain('2026-05-01');
    expect(page).toContain('Named a number.');
    const card = await readFile(path.join(site, `quotes/${quote!.id}/index.html`), 'utf8');
    expect(card).toContain('At the request of Mara.');

    const again = await run('takedown', quote!.id, '--reason', 'At the request of Mara.');
    expect(again.output).toContain(`Nothing to do: \`${quote!.id}\` is taken down already.`);
    expect(again.code).toBe(0);
    const other = await run('takedown', quote!.id, '--reason', 'On request.');
    expect(other.code, other.output).toBe(0);
    expect(await ledger()).toContainEqual({
      type: 'tombstone',
      id: quote!.id,
      date: '2026-05-01',
      reason: 'On request.',
    });
  });

  it('stopped after the transcript is completed by the same command', async () => {
    await publishAll('stopped');
    const quote = (await ledger())[1]!;
    const copy = path.join(folder, 'whole');
    const args = [quote.id, '--reason', 'On request.'];
    await cp(content, copy, { recursive: true });
    await run('takedown', ...args);
    const done = await textsOf(content);
    const files = ['history/tides.jsonl', 'ledger/tides.ids'];
    for (const undone of [files, files.slice(1)]) {
      for (const file of undone) await cp(path.join(copy, file), path.join(content, file));
      const { code, output } = await run('takedown', ...args);
      expect(code, output).toBe(0);
      expect(await textsOf(content)).toEqual(done);
    }
  });

  it('says where else the words are, and ends with 1', async () => {
    await publishAll('elsewhere');
    await write(
      'episodes/talk/again.md',
      `---\ntitle: Again\nsummary: He said ${second.toLowerCase()}\n---\n\n**Ann Reed:** Hello.\n\nAnd so *${part.replace('murgled', '[murgled](https://example.org/)')}*\n\n> ${part}\n`,
    );
    git('add', '-A');
    git('commit', '-qm', 'Again');
    await run('ids');
    const lines = await ledger();
    const site = await run('takedown', lines[4]!.id, '--reason', 'On request.', '--dry-run');
    expect(site.code).toBe(1);
    expect(site.output).toContain('Nothing was done: this was a dry run.');
    const again = await readFile(path.join(content, 'ledger/again.ids'), 'utf8');
    const other = again.trim().split('\n').at(-1)!.slice(0, 9);
    expect(site.output).toMatch(
      new RegExp(
        `again\\.md:8  another quote\\. To take it down, too: npm run takedown -- ${other} --reason "On request\\."`,
      ),
    );
    expect(site.output).toMatch(/again\.md:10 {2}holds them\. Edit this line by hand/);
    const quote = await run('takedown', lines[1]!.id, '--reason', 'On request.');
    expect(quote.code).toBe(1);
    expect(quote.output).toMatch(/again\.md:3 {2}holds them\. Edit this line by hand/);
  });

  it('works on a quote whose words were removed before, and on one of a withdrawn episode', async () => {
    await publishAll('removed');
    const [, quote] = await ledger();
    await publish(opening, stays, part, unnamed, closing);
    expect((await ledger())[1]).toMatchObject({ type: 'notice', rule: 'removed' });
    const removed = await run('takedown', quote!.id, '--reason', 'On request.');
    expect(removed.code, removed.output).toBe(0);
    expect(await holders([...secrets.quote, ...secrets.alias], content)).toEqual([]);

    const gone = (await ledger()).find(({ type }) => type === 'live')!;
    git('rm', '-q', `content/${transcript}`);
    git('commit', '-qm', 'Withdrawn');
    await run('ids');
    const before = await readFile(path.join(content, 'ledger/tides.ids'), 'utf8');
    const withdrawn = await run('takedown', gone.id, '--reason', 'On request.');
    expect(withdrawn.code, withdrawn.output).toBe(0);
    const after = await readFile(path.join(content, 'ledger/tides.ids'), 'utf8');
    expect(after).toContain(`${gone.id} taken-down 2026-05-01 On request.`);
    // The hash of a file that held the words tells them to whoever has the rest.
    expect(/^transcript (.+)$/m.exec(after)![1]).not.toBe(/^transcript (.+)$/m.exec(before)![1]);
    expect((await run('ids', '--frozen')).code).toBe(0);
  });

  it('reaches what is kept where there is no repository', async () => {
    await publishAll('outside');
    const outside = path.join(folder, 'plain');
    await cp(content, outside, { recursive: true });
    content = outside;
    await rm(path.join(content, 'ledger'), { recursive: true });
    await rm(path.join(content, 'history'), { recursive: true });
    await run('ids', '--date', '2026-05-01');
    expect((await holders(secrets.quote, content)).length).toBeGreaterThan(0);
    const args = [await idOf(1), '--reason', 'On request.'];
    expect((await run('takedown', ...args)).output).toContain('Type the day: --date 2026-05-01');
    const { code, output } = await run('takedown', ...args, '--date', '2026-05-02');
    expect(code, output).toBe(0);
    expect(await holders([...secrets.quote, ...secrets.alias], content)).toEqual([]);
    expect((await run('ids', '--frozen')).code).toBe(0);
  });
});

describe('words that were taken down', () => {
  const problems = async () => {
    const loaded = await loadArchive(content);
    return loaded.problems.map(({ rule, place }) => `${rule} ${place?.line}`);
  };

  it('stop the build when somebody brings them back', async () => {
    await publishAll('back');
    await publish(opening, first, stays, closing);
    const id = (await ledger()).find(({ type }, at) => at > 0 && type === 'live')!.id;
    git('checkout', '-qb', 'old');
    await write('speakers/jo-field.md', '---\nname: Jo Field\naliases: [JF]\n---\n');
    git('commit', '-qam', 'An old branch');
    const old = await readFile(path.join(content, transcript), 'utf8');
    git('checkout', '-q', 'main');
    const { code, output } = await run('takedown', id, '--reason', 'On request.');
    expect(code, output).toBe(0);
    git('add', '-A');
    git('commit', '-qm', 'Take down a quote');
    const clean = await readFile(path.join(content, transcript), 'utf8');
    const kept = await ledger();
    expect(await problems()).toEqual([]);

    await write(transcript, old);
    expect(await problems()).toEqual(['taken-down 8']);
    const failed = await finish(startBuild(content, path.join(folder, 'never')));
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(
      /tides\.md\n {2}8:1 {2}error {2}Unexpected words that were taken down, .+ {2}taken-down\n/,
    );
    expect((await run('ids', '--date', '2026-05-03')).code).toBe(1);

    await write(transcript, `${clean}\n${first}\n`);
    expect(await problems()).toEqual([`taken-down ${clean.split('\n').length + 1}`]);

    await write(transcript, clean);
    git('merge', '-q', '--no-commit', '--no-ff', 'old');
    git('checkout', 'old', '--', `content/${transcript}`);
    git('commit', '-qm', 'Merge an old branch');
    expect(await problems()).toEqual(['taken-down 8']);

    await write(transcript, clean);
    git('add', '-A');
    git('commit', '-qm', 'Without the words again');
    expect((await run('ids')).code).toBe(0);
    expect(await ledger()).toEqual(kept);
  });
});
