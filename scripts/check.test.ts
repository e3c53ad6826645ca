import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../src/testing/build.ts';

let root: string;
let main: Repository;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'check-'));
  main = await publish(files);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const lines = (...paragraphs: string[]): string =>
  `---\ntitle: An evening\n---\n\n${paragraphs.join('\n\n')}\n`;

const tides = [
  '**Jo Field:** Nobody wrote them down before the harbour office opened its doors.',
  'And then everybody in the town copied what the harbour had printed.',
  '**Ann Reed:** The old table was late again, by seven minutes or so.',
  '**Jo Field:** My aunt kept a notebook with every spring tide since the war. She wrote the numbers in green ink and never showed it.',
  '**Ann Reed:** Where is that notebook kept today, and who may read it?',
  'Yes.',
  '**Jo Field:** It lies in the cellar of the museum beside the lighthouse lamp.',
  '**Ann Reed:** We should ask the museum whether somebody can photograph the pages.',
];

const files: Readonly<Record<string, string>> = {
  'content/archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\n',
  'content/shows/talk.md': '---\ntitle: Talk\n---\n',
  'content/speakers/jo-field.md': '---\nname: Jo Field\naliases: [JF]\n---\n',
  'content/speakers/ann-reed.md': '---\nname: Ann Reed\n---\n',
  'content/episodes/talk/tides.md': lines(...tides),
  'content/episodes/talk/lamps.md': lines(
    '**JF:** The lamp was lit by hand until the keeper retired in spring.',
    '**Ann Reed:** And nobody noticed the evening when the motor took over from him.',
  ),
};

/** A git repository with an archive in it, in a folder of its own. */
class Repository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  commit(message = 'Words'): void {
    this.git('add', '-A');
    this.git('-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', 'commit', '-qm', message);
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(this.folder, file)), { recursive: true });
    await writeFile(path.join(this.folder, file), text);
  }

  async edit(
    file: string,
    ...edits: readonly (readonly [from: string, to: string])[]
  ): Promise<void> {
    let text = await readFile(path.join(this.folder, file), 'utf8');
    for (const [from, to] of edits) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    await this.write(file, text);
  }

  run(script: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
    return finish(
      spawn(process.execPath, [path.resolve(`scripts/${script}.ts`), ...args], {
        cwd: this.folder,
        env: { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '', ARCHIVE_CONTENT: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  check(...args: string[]): Promise<{ code: number | null; output: string }> {
    return this.run('check', '--base', 'main', ...args);
  }

  /** The commit as the messages name it. */
  get base(): string {
    return this.git('rev-parse', 'main').slice(0, 12);
  }

  /** The ids of an episode in the order of its ledger. */
  async ids(key: string): Promise<string[]> {
    const text = await readFile(path.join(this.folder, `content/ledger/${key}.ids`), 'utf8');
    return [...text.matchAll(/^(q\w{8}) /gm)].map((match) => match[1]!);
  }

  /** A copy of it, on a branch. */
  async branch(): Promise<Repository> {
    const copy = new Repository(await mkdtemp(path.join(root, 'branch-')));
    await cp(this.folder, copy.folder, { recursive: true });
    copy.git('checkout', '-qb', 'work');
    return copy;
  }
}

/** Takes a file's words out of a repository, as if they had never been fetched. */
async function removeObject(repository: Repository, hash: string): Promise<void> {
  const objects = path.join(repository.folder, '.git/objects');
  for (const name of await readdir(path.join(objects, 'pack'))) {
    const file = path.join(objects, 'pack', name);
    const away = path.join(repository.folder, '.git', name);
    await rename(file, away);
    if (!name.endsWith('.pack')) continue;
    spawnSync('git', ['unpack-objects', '-q'], {
      cwd: repository.folder,
      input: await readFile(away),
    });
  }
  await rm(path.join(objects, hash.slice(0, 2), hash.slice(2)), { force: true });
}

/** A repository whose main branch holds these files, with a ledger unless told. */
async function publish(
  content: Readonly<Record<string, string>>,
  options: { readonly ids?: boolean } = {},
): Promise<Repository> {
  const repository = new Repository(await mkdtemp(path.join(root, 'main-')));
  repository.git('init', '-qb', 'main');
  for (const [file, text] of Object.entries(content)) await repository.write(file, text);
  repository.commit();
  if (options.ids !== false) {
    const { code, output } = await repository.run('ids');
    expect(code, output).toBe(0);
    repository.commit('Ids');
  }
  return repository;
}

const episode = 'content/episodes/talk/tides.md';

describe('what a change does to published quotes', () => {
  it('says that nothing published changes, and counts what is new', async () => {
    const work = await main.branch();
    expect(await work.check()).toEqual({
      code: 0,
      output: `No published quote changes.

2 episodes, 10 quotes, 116 words, 2 speakers, 0 topics
0 errors, 0 warnings
`,
    });
    await work.write(
      'content/episodes/talk/ropes.md',
      lines(
        '**Jo Field:** A rope that hangs in the rain all winter is no rope.',
        '**Ann Reed:** Mine was.',
      ),
    );
    await work.edit(episode, [
      'Yes.',
      'Yes.\n\nThe museum lends it to nobody, and that is a pity.',
    ]);
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output.replace(/q\w{8}/, 'q00000000')).toBe(
      `No published quote changes. 3 new quotes, 2 of them in 1 new episode.

Episodes (1)
  New: content/episodes/talk/ropes.md, 2 quotes

New (1)
  content/episodes/talk/tides.md:17  q00000000  Ann Reed
    +The museum lends it to nobody, and that is a pity.+

3 episodes, 13 quotes, 141 words, 2 speakers, 0 topics
0 errors, 0 warnings
`,
    );
  });

  it('names the collections that quote what it changes', async () => {
    const work = await main.branch();
    const ids = await work.ids('tides');
    await work.write(
      'content/collections/late.mdx',
      `---\ntitle: Late\n---\n\n<QuoteList ids="${ids[0]} ${ids[2]}" />\n`,
    );
    await work.write('content/collections/lamps.mdx', '---\ntitle: Lamps\n---\n\nNothing.\n');
    await work.edit(episode, ['was late', 'was not late']);
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toContain(`
Collections that quote what changes (1)
  content/collections/late.mdx  ${ids[2]}
`);
    expect((await work.check('--format', 'markdown')).output).toContain(
      `<summary>Collections that quote what changes (1)</summary>

- content/collections/late.mdx: \`${ids[2]}\`
`,
    );
  });

  it('shows rewording word by word, negations, numbers and names first', async () => {
    const work = await main.branch();
    const ids = await work.ids('tides');
    await work.edit(
      episode,
      ['copied what the harbour had printed', 'copied what the harbour printed'],
      ['was late', 'was not late'],
      ['who may read it?', 'who may read it, Ann?'],
      ['every spring tide', 'every third tide'],
      ['doors.', 'doors!'],
      ['It lies in the cellar', 'It lies in 2 cellars'],
    );
    work.commit();
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toBe(`Published quotes: 6 reworded.

A negation changed (1)
  content/episodes/talk/tides.md:9  ${ids[2]}  Ann Reed
    The old table was +not+ late again, by seven minutes or so.

A number changed (1)
  content/episodes/talk/tides.md:17  ${ids[6]}  Jo Field
    It lies in -the cellar- +2 cellars+ of the museum beside the lighthouse lamp.

A name changed (1)
  content/episodes/talk/tides.md:13  ${ids[4]}  Ann Reed
    Where is that notebook kept today, and who may read it+, Ann+?

Other words (2)
  content/episodes/talk/tides.md:7  ${ids[1]}  Jo Field
    And then everybody in the town copied what the harbour -had- printed.
  content/episodes/talk/tides.md:11  ${ids[3]}  Jo Field
    My aunt kept a notebook with every -spring- +third+ tide since the war. She wrote the numbers in green ink and never …

Only punctuation, case or accents (1)
  content/episodes/talk/tides.md:5  ${ids[0]}  Jo Field
    Nobody wrote them down before the harbour office opened its doors-.- +!+

2 episodes, 10 quotes, 117 words, 2 speakers, 0 topics
0 errors, 0 warnings
`);
  });

  it('tells another speaker, a split, a merger, what is gone, and what came back', async () => {
    const work = await main.branch();
    const ids = await work.ids('tides');
    await work.write(
      episode,
      lines(
        `${tides[0]!} ${tides[1]!}`,
        tides[3]!.replace('war. She', 'war.\n\nShe'),
        tides[4]!.replace('Ann Reed', 'Audience'),
        tides[6]!,
        tides[7]!,
      ),
    );
    work.commit();
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toBe(`Published quotes: 2 removed, 1 given to another speaker, 1 split, 1 merged.

Removed (1)
  content/episodes/talk/tides.md:7  ${ids[2]}  Ann Reed
    -The old table was late again, by seven minutes or so.-

Given to another speaker (1)
  content/episodes/talk/tides.md:11  ${ids[4]}  -Ann Reed- +Audience+
    Where is that notebook kept today, and who may read it?

Removed, fewer than 8 words (1)
  content/episodes/talk/tides.md:13  ${ids[5]}  Ann Reed
    -Yes.-

Split (1)
  content/episodes/talk/tides.md:7  ${ids[3]}  Jo Field
    My aunt kept a notebook with every spring tide since the war. +¶+ She wrote the numbers in green ink and never showed it.
    Now 2 quotes, on lines 7, 9; its permalink leads to the first.

Merged (1)
  content/episodes/talk/tides.md:5  ${ids[0]}  Jo Field
    Nobody wrote them down before the harbour office opened its doors. -¶- And then everybody in the town copied what the harbour had printed.
    Its permalink leads to the quote on line 5.

2 episodes, 8 quotes, 104 words, 2 speakers, 0 topics
0 errors, 0 warnings
`);
    // After the merge `ids` writes it down; a change that brings the words back is told as such.
    work.git('branch', '-f', 'main');
    work.git('checkout', '-q', 'main');
    await work.run('ids');
    work.commit('Ids');
    work.git('checkout', '-qb', 'again');
    await work.edit(episode, [tides[7]!, `${tides[2]!}\n\n${tides[7]!}`]);
    expect((await work.check()).output).toContain(`Published quotes: 1 back again.

Back again (1)
  content/episodes/talk/tides.md:15  ${ids[2]}  Ann Reed
    The old table was late again, by seven minutes or so.
`);
  });

  it('tells a move', async () => {
    const work = await main.branch();
    const ids = await work.ids('tides');
    await work.write(episode, lines(tides[6]!, ...tides.filter((_, index) => index !== 6)));
    expect((await work.check()).output).toContain(`Published quotes: 1 moved.

Moved (1)
  content/episodes/talk/tides.md:5  ${ids[6]}  Jo Field
    It lies in the cellar of the museum beside the lighthouse lamp.
`);
  });

  it('counts what is not committed, and not what main did meanwhile', async () => {
    const work = await main.branch();
    work.git('checkout', '-q', 'main');
    await work.edit(episode, ['seven', 'eight']);
    work.commit();
    work.git('checkout', '-q', 'work');
    expect((await work.check()).output).toContain('No published quote changes.\n');
    await work.edit(episode, ['cellar', 'attic']);
    expect((await work.check()).output).toContain('Published quotes: 1 reworded.\n');
  });

  it('knows a renamed file again, also when its words change', async () => {
    const work = await main.branch();
    const [first] = await work.ids('lamps');
    await rename(
      path.join(work.folder, 'content/episodes/talk/lamps.md'),
      path.join(work.folder, 'content/episodes/talk/lights.md'),
    );
    await work.edit('content/episodes/talk/lights.md', ['in spring', 'in autumn']);
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toContain(`Published quotes: 1 reworded. 1 file renamed; its permalinks stay.

Episodes (1)
  Renamed: content/episodes/talk/lamps.md → content/episodes/talk/lights.md

Other words (1)
  content/episodes/talk/lights.md:5  ${first}  Jo Field
    The lamp was lit by hand until the keeper retired in -spring- +autumn+.
`);
  });

  it('tells an alias that goes to another speaker, although no transcript changes', async () => {
    const work = await main.branch();
    const [first] = await work.ids('lamps');
    await work.edit('content/speakers/jo-field.md', ['aliases: [JF]\n', '']);
    await work.edit('content/speakers/ann-reed.md', ['---\n', '---\naliases: [JF]\n']);
    expect((await work.check()).output).toContain(`Published quotes: 1 given to another speaker.

Given to another speaker (1)
  content/episodes/talk/lamps.md:5  ${first}  -Jo Field- +Ann Reed+
    The lamp was lit by hand until the keeper retired in spring.
`);
  });

  it('tells a name that makes a label of what was speech', async () => {
    const work = await publish({
      ...files,
      'content/episodes/talk/lamps.md': lines(
        '**Ann Reed:** They all gathered around the keeper and listened to his story.',
        'In short: nobody had that title in the harbour before nineteen thirty.',
      ),
    });
    work.git('checkout', '-qb', 'work');
    await work.write('content/speakers/in-short.md', '---\nname: In short\n---\n');
    const [, second] = await work.ids('lamps');
    const { output } = await work.check();
    expect(output).toContain(`A name changed (1)
  content/episodes/talk/lamps.md:7  ${second}  -Ann Reed- +In short+
    -In short:- nobody had that title in the harbour before nineteen thirty.
`);
  });

  it('tells a speaker’s new name once, not for each quote', async () => {
    const work = await main.branch();
    await work.write(
      'content/speakers/jo-field.md',
      '---\nname: Jo Fielding\naliases: [JF, Jo Field]\n---\n',
    );
    const { output } = await work.check();
    expect(output).toContain(`5 quotes of 1 speaker shown under another name.

Shown under another name (1)
  -Jo Field- +Jo Fielding+  5 quotes
`);
    expect(output).not.toContain('Given to another speaker');
  });

  it('warns of an episode that is withdrawn', async () => {
    const work = await main.branch();
    work.git('rm', '-q', 'content/episodes/talk/lamps.md');
    expect(await work.check()).toEqual({
      code: 0,
      output: `content/episodes/talk/lamps.md
  1:1  warning  Unexpected missing file, expected the transcript with 2 published quotes: this change withdraws the episode  episode-withdrawn
        Meant so? Then its page stays, with a notice for each quote. Not meant? Type \`git checkout ${work.base} -- content/episodes/talk/lamps.md\`.

1 episode withdrawn, with 2 quotes.

Episodes (1)
  Withdrawn: content/episodes/talk/lamps.md, 2 quotes

1 episode, 8 quotes, 92 words, 2 speakers, 0 topics
0 errors, 1 warning
What a rule holds, and why: npm run check -- --explain episode-withdrawn
`,
    });
  });

  it('compares with the transcript where main has no ledger yet', async () => {
    const bare = await publish(files, { ids: false });
    const work = await bare.branch();
    await work.edit(episode, ['was late', 'was not late']);
    const { code, output } = await work.check();
    expect(code).toBe(0);
    const [, , third] = await main.ids('tides');
    expect(output).toContain(`Published quotes: 1 reworded.

A negation changed (1)
  content/episodes/talk/tides.md:9  ${third}  Ann Reed
    The old table was +not+ late`);
    expect(output).not.toContain('\nNew (');
  });

  it('compares with main’s transcript, not with a ledger that is behind it', async () => {
    const work = await main.branch();
    work.git('checkout', '-q', 'main');
    await work.edit(
      episode,
      ['seven minutes', 'eight minutes'],
      ['Yes.', 'Yes.\n\nThe museum lends it to nobody, and that is a pity.'],
    );
    work.commit();
    work.git('checkout', '-qB', 'work');
    await work.edit(episode, ['a pity', 'a great pity']);
    const { output } = await work.check();
    expect(output).toContain('Published quotes: 1 reworded.\n');
    expect(output).toContain('The museum lends it to nobody, and that is a +great+ pity.');
    // The id is the one that `ids` gives it on main.
    const id = /(q\w{8}) {2}Ann Reed\n.*great/.exec(output)?.[1];
    work.git('stash', '-q');
    work.git('checkout', '-q', 'main');
    await work.run('ids');
    expect(await work.ids('tides')).toContain(id);
  });

  it('leaves out what it cannot read, and says so', async () => {
    const work = await main.branch();
    await work.edit(episode, ['title: An evening', 'title: [An evening']);
    const { code, output } = await work.check();
    expect(code).toBe(1);
    expect(output)
      .toContain(`No published quote changes. 1 file not compared: the errors in it come first.

Not compared (1)
  content/episodes/talk/tides.md
`);
    expect(output).not.toContain('withdraw');
  });
});

describe('what a change must not do', () => {
  const why =
    'expected the one that `npm run ids` wrote: it alone says which id stands for which words';
  const then = 'Words are corrected in the transcript; the ids follow by themselves.';

  it('touches no ledger and no history', async () => {
    const work = await main.branch();
    await work.edit('content/ledger/tides.ids', [' jo-field', ' ann-reed']);
    work.git('rm', '-q', 'content/ledger/lamps.ids');
    await work.write('content/history/lamps.jsonl', '');
    const { code, output } = await work.check();
    const { base } = work;
    expect(code).toBe(1);
    expect(output).toContain(`content/history/lamps.jsonl
  1:1  error  Unexpected new file, ${why}  ledger-touched
        Delete this file. ${then}

content/ledger/lamps.ids
  1:1  error  Unexpected deletion of this file, ${why}  ledger-touched
        Bring it back as it was. Type \`git checkout ${base} -- content/ledger/lamps.ids\`. ${then}

content/ledger/tides.ids
  1:1  error  Unexpected edit of this file, ${why}  ledger-touched
        Bring it back as it was. Type \`git checkout ${base} -- content/ledger/tides.ids\`. ${then}
`);
    expect(output).toContain('3 errors, 0 warnings\n');
    // The command is the one that mends it.
    work.git('checkout', base, '--', 'content/ledger/lamps.ids', 'content/ledger/tides.ids');
    await rm(path.join(work.folder, 'content/history/lamps.jsonl'));
    expect((await work.check()).code).toBe(0);
  });

  it('says once that `ids` was run in a pull request', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `content/episodes/talk/evening-${index}.md`,
        lines(
          `**Jo Field:** On evening number ${index} the lamp went out before the tide came in.`,
        ),
      ]),
    );
    const work = await (await publish({ ...files, ...many })).branch();
    for (const file of Object.keys(many)) await work.edit(file, ['lamp', 'lantern']);
    work.commit();
    await work.run('ids');
    const { code, output } = await work.check();
    expect(code).toBe(1);
    expect(output).toContain(`content/ledger
  1:1  error  Unexpected change of 22 files of ledger and history, ${why}  ledger-touched
        Bring them back as they were. Type \`git checkout ${work.base} -- content/ledger\`.
        Delete the new ones (11): \`git diff --name-only --diff-filter=A ${work.base} -- content/ledger content/history\` lists them.
        Did you type \`npm run ids\`? It is for the main branch alone, after the merge.
`);
  });

  it('loses no id', async () => {
    const work = await main.branch();
    const [first] = await work.ids('lamps');
    await work.edit('content/ledger/lamps.ids', [`${first} 1`, `q00000000 1`]);
    const { code, output } = await work.check();
    expect(code).toBe(1);
    expect(output).toContain(`content/episodes/talk/lamps.md
  1:1  error  Unexpected loss of \`${first}\`, expected every published id to stay in the ledger, if only with a notice  id-lost
        Permalinks to it would die. Bring the ledger back as it was: \`git checkout ${work.base} -- content/ledger content/history\`. If nobody changed it, this is a mistake of the generator: please report it.
`);
  });

  it('puts no other recording in the place of one', async () => {
    const work = await main.branch();
    await work.write(
      episode,
      lines(
        '**Jo Field:** Gulls steal chips from children because children hold them lower.',
        '**Ann Reed:** I have seen one wait beside the bakery for half an hour.',
        '**Jo Field:** Half of the roof tiles up there are cracked because of their nests.',
        '**Ann Reed:** Feeding is forbidden, yet every summer the signs get stolen first.',
      ),
    );
    const { code, output } = await work.check();
    expect(code).toBe(1);
    expect(output).toContain(`content/episodes/talk/tides.md
  1:1  error  Unexpected transcript, expected the one that was here, corrected: of 7 published quotes of 8 words and more none is in it  change-unaccounted
        Was another recording’s transcript pasted over this one? Then save it as a new file, for example \`content/episodes/talk/another-name.md\`, and bring this one back: \`git checkout ${work.base} -- content/episodes/talk/tides.md\`.
        Is it the same recording, transcribed anew? Then say so in the pull request. The keeper of the archive can merge it all the same; the old permalinks (7) will then show a notice instead of words.
`);
  });

  it('rewords no more than anybody can follow', async () => {
    const work = await main.branch();
    await work.edit(
      episode,
      [
        'before the harbour office opened its doors.',
        'as I think, until my grandmother started with that long list.',
      ],
      [
        'copied what the harbour had printed.',
        'had one of those lists on the kitchen wall, beside the clock.',
      ],
      [
        'late again, by seven minutes or so.',
        'never what one needs out there when winter storms arrive.',
      ],
    );
    const { code, output } = await work.check();
    expect(code, output).toBe(1);
    expect(output).toContain(
      'Unexpected transcript, expected the one that was here, corrected: of 7 published quotes of 8 words and more 3 became words that nobody can tell apart  change-unaccounted',
    );
    expect(output).toContain('\nNot found again: the permalink will show a notice (3)\n');
  });

  it('repeats no other episode', async () => {
    const work = await main.branch();
    await cp(
      path.join(work.folder, episode),
      path.join(work.folder, 'content/episodes/talk/tides-again.md'),
    );
    const { code, output } = await work.check();
    expect(code).toBe(1);
    expect(output).toContain(`content/episodes/talk/tides-again.md
  1:1  error  Unexpected copy of \`content/episodes/talk/tides.md\`, expected each recording once: nearly all of its words are there  transcript-copied
        Delete this file. Was the recording published twice? Then type \`repeats: tides\` into its front matter.
`);
  });
});

describe('a base that cannot be compared with', () => {
  it('is unknown', async () => {
    const work = await main.branch();
    for (const name of ['mian', '--output=x']) {
      const { code, output } = await work.run('check', `--base=${name}`);
      expect(code).toBe(1);
      expect(output).toBe(`content
  1:1  error  Unexpected base \`${name}\`, expected the name of a branch or a commit of this repository  base-unknown
        Most often it is \`--base origin/main\`. If that is what you typed, fetch it first: \`git fetch origin main\`.

2 episodes, 10 quotes, 116 words, 2 speakers, 0 topics
1 error, 0 warnings
What a rule holds, and why: npm run check -- --explain base-unknown
`);
    }
  });

  it('lies before the beginning of a shallow copy', async () => {
    const shallow = new Repository(await mkdtemp(path.join(root, 'shallow-')));
    shallow.git('clone', '-q', '--depth', '1', `file://${main.folder}`, '.');
    const { code, output } = await shallow.run('check', '--base', 'main~1');
    expect(code).toBe(1);
    expect(output).toContain(`content
  1:1  error  Unexpected base \`main~1\`, expected a commit that this copy of the repository has: it holds only the newest part of the history  base-unknown
        Fetch the rest of it: \`git fetch --unshallow origin main\`. In a workflow, give \`actions/checkout\` the line \`fetch-depth: 0\`.
`);
  });

  it('has files whose words were never fetched', async () => {
    main.git('config', 'uploadpack.allowFilter', 'true');
    const part = new Repository(await mkdtemp(path.join(root, 'part-')));
    part.git('clone', '-q', '--filter=blob:none', `file://${main.folder}`, '.');
    await part.edit(episode, ['was late', 'was not late']);
    part.commit();
    // What main says since then was never checked out here.
    part.git('update-ref', 'refs/heads/base', 'main~1');
    const hash = part.git('rev-parse', `main~1:${episode}`);
    await removeObject(part, hash);
    const { code, output } = await part.run('check', '--base', 'base');
    expect(code).toBe(1);
    expect(output).toContain(`content
  1:1  error  Unexpected base \`base\`, expected the words of its files too: this copy of the repository holds only some of them  base-unknown
        Make a whole copy: \`git clone\` without \`--filter\`.
`);
  });

  it('has nothing in common with the work', async () => {
    const work = await main.branch();
    work.git('checkout', '-q', '--orphan', 'alone');
    work.commit();
    expect((await work.check()).output).toContain(
      `  1:1  error  Unexpected base \`main\`, expected a branch that this work started from: the two have no commit in common  base-unknown
        Name the branch that the change is for, most often \`--base origin/main\`.
`,
    );
  });

  it('is in no repository', async () => {
    const folder = await mkdtemp(path.join(root, 'plain-'));
    await cp(path.join(main.folder, 'content'), path.join(folder, 'content'), { recursive: true });
    expect((await new Repository(folder).check()).output).toContain(
      `  1:1  error  Unexpected \`--base main\`, expected content in a git repository: without one nobody can tell what was there before  base-unknown
        Leave \`--base\` out, or run this in a copy that \`git clone\` made.
`,
    );
  });
});

describe('words of a stranger', () => {
  const hostile =
    '<script>alert(1)</script> @everyone ::error::no `` ` `` | [x](http://evil.example) ##[error]x #1 $a$ \\*b\\*';

  it('are no command, no mention, no markup', async () => {
    const work = await main.branch();
    await work.edit(episode, [
      'what the harbour had printed.',
      `what the harbour had printed. ${hostile}`,
    ]);
    await work.write('content/episodes/talk/a::error::b%0A.md', 'x');
    const github = await work.check('--format', 'github');
    const commands = github.output.split('\n').filter((line) => line.trimStart().startsWith('::'));
    const word = /^::stop-commands::([0-9a-f-]{36})$/.exec(commands[0]!)?.[1];
    expect(word).toBeDefined();
    const rest = commands.slice(commands.indexOf(`::${word}::`) + 1);
    expect(commands.filter((line) => line === `::${word}::`)).toHaveLength(1);
    expect(rest.every((line) => /^::(?:error|warning|notice) file=/.test(line))).toBe(true);
    expect(rest.join('\n')).toContain('file=content/episodes/talk/a%3A%3Aerror%3A%3Ab%250A.md');
    expect(
      github.output
        .slice(github.output.indexOf(`::${word}::\n`))
        .split('\n')
        .slice(1)
        .filter((line) => !line.startsWith('::')),
    ).toEqual(['']);

    const { output } = await work.check('--format', 'markdown');
    const listed = output.slice(output.lastIndexOf('A negation changed'));
    expect(listed).not.toMatch(/<script|@everyone|https?:\/\/evil|[^\\]`` ?`|[^&]#1/);
    expect(listed).toContain('&lt;script&gt;alert(1)&lt;/script&gt; @&#8203;everyone');
  });

  it('keep their file when the report is written', async () => {
    const work = await main.branch();
    await work.edit(episode, ['was late', 'was not late']);
    const { output } = await work.check('--output', 'report.md');
    expect(output).toContain('was +not+ late');
    const [, , id] = await work.ids('tides');
    expect(await readFile(path.join(work.folder, 'report.md'), 'utf8'))
      .toBe(`<!-- quote-archive: what this change does to published quotes -->

### What this change does to published quotes

Published quotes: 1 reworded.

<details open>
<summary>A negation changed (1)</summary>

- [\`${id}\`](https://example.org/harbour/episodes/tides/#${id}) · content/episodes/talk/tides.md:9 · Ann Reed<br>The old table was **not** late again, by seven minutes or so.

</details>
`);
    expect(await readdir(work.folder)).toContain('report.md');
  });
});

describe('thousands of changes', () => {
  const words = [
    'rope',
    'lamp',
    'gull',
    'pier',
    'tide',
    'salt',
    'wind',
    'boat',
    'mast',
    'sail',
    'reef',
  ];
  const sentence = (episode: number, index: number): string =>
    `On day ${episode * 100 + index} the ${words[index % 11]} and the ${words[(index * 7 + episode) % 11]} were counted beside the old ${words[(index * 3 + 5) % 11]}.`;
  const evenings = Object.fromEntries(
    Array.from({ length: 30 }, (_, episode) => [
      `content/episodes/talk/evening-${episode}.md`,
      lines(...Array.from({ length: 100 }, (_, index) => `**JF:** ${sentence(episode, index)}`)),
    ]),
  );
  let large: Repository;
  beforeAll(async () => {
    large = await publish({ ...files, ...evenings });
  });

  it('of speaker are one line', async () => {
    const work = await large.branch();
    await work.edit('content/speakers/jo-field.md', ['aliases: [JF]\n', '']);
    await work.edit('content/speakers/ann-reed.md', ['---\n', '---\naliases: [JF]\n']);
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toContain('Published quotes: 3,001 given to another speaker.\n');
    expect(output).toContain(
      'Given to another speaker (3,001)\n  -Jo Field- +Ann Reed+  3,001 quotes in 31 episodes, the first at content/episodes/talk/evening-0.md:5\n',
    );
    expect(output.split('\n').length).toBeLessThan(60);
    const all = await work.check('--all');
    expect(all.output.match(/ {2}-Jo Field- \+Ann Reed\+/g)).toHaveLength(3001);
  });

  it('of words are summed up, the most serious first', async () => {
    const work = await large.branch();
    for (const [file, text] of Object.entries(evenings))
      await work.write(file, text.replaceAll('were counted', 'were all counted'));
    await work.edit('content/episodes/talk/evening-7.md', ['were all counted', 'were not counted']);
    work.commit();
    const { code, output } = await work.check();
    expect(code).toBe(0);
    expect(output).toContain('Published quotes: 3,000 reworded.\n');
    expect(output).toContain('A negation changed (1)\n  content/episodes/talk/evening-7.md:5  ');
    expect(output).toContain(
      '\nChanges by episode (30)\n  content/episodes/talk/evening-0.md  100 reworded\n',
    );
    expect(output).toContain('\nOther words (49)\n');
    expect(output).toContain(
      '\n2,950 more changes, less serious than these. All of them: add `--all`.\n',
    );
    const { output: comment } = await work.check('--format', 'markdown', '--all');
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment).toMatch(/[\d,]+ more lines found no room here\./);
    const { output: github } = await work.check('--format', 'github');
    expect(github.match(/^::warning /gm)).toHaveLength(1);
    expect(github.match(/^::notice /gm)).toHaveLength(10);
    expect(github).toContain(
      'title=2%2C990 more::GitHub shows ten of a kind. 2,990 more are in the log of this check.',
    );
  });
});
