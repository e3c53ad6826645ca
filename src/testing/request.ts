import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { TestRepository } from './repository.ts';
import { Runner, type JobResult } from './runner.ts';
import type { Job } from './workflow.ts';

/** A repository with the generator as it is here and an archive of its own, to which people make requests. */
export class RequestRepository {
  readonly main: TestRepository;
  readonly #root: string;
  #requests = 0;

  private constructor(root: string) {
    this.#root = root;
    this.main = new TestRepository(path.join(root, 'main'));
  }

  /** `content` are the files of the archive by their path in the repository; they get their ids. */
  static async make(
    root: string,
    content: Readonly<Record<string, string>>,
  ): Promise<RequestRepository> {
    const made = new RequestRepository(root);
    const { main } = made;
    const { stdout } = spawnSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    for (const file of stdout.split('\0')) {
      if (file === '' || /^content\/|\.test\.ts$|\/fixtures\//.test(file) || !existsSync(file))
        continue;
      cpSync(file, path.join(main.folder, file));
    }
    for (const [file, text] of Object.entries(content)) main.write(file, text);
    main.commit('The archive', '2026-01-02');
    made.giveIds('2026-01-03');
    return made;
  }

  /** What `npm run ids` writes, as a commit of that day. */
  giveIds(day: string): void {
    const { code, output } = runCommand(this.main, 'ids');
    if (code !== 0) throw new Error(`The ids were not written:\n${output}`);
    this.main.commit('Ids', day);
  }

  /**
   * Makes a request of what somebody does to a copy of the repository, and runs its check. With the name of a branch
   * they go on with what they did there before.
   */
  async check(
    job: Job,
    change: (copy: TestRepository) => void,
    branch = `request-${++this.#requests}`,
  ): Promise<JobResult> {
    const folder = await mkdtemp(path.join(this.#root, 'request-'));
    const { main } = this;
    const isNew = main.git('branch', '--list', branch) === '';
    const place = path.join(folder, 'copy');
    main.git(
      'worktree',
      'add',
      '--quiet',
      '--force',
      ...(isNew ? ['-b', branch] : []),
      place,
      isNew ? 'main' : branch,
    );
    const copy = Object.assign(Object.create(TestRepository.prototype) as TestRepository, {
      folder: place,
    });
    change(copy);
    const git = (...args: string[]): string =>
      spawnSync('git', ['-c', 'user.name=Mira', '-c', 'user.email=mira@example.org', ...args], {
        cwd: copy.folder,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
      }).stdout.trim();
    git('add', '--all');
    git('commit', '--quiet', '--message', 'What I changed');
    git('checkout', '--quiet', '--detach', 'main');
    git('merge', '--quiet', '--no-ff', '--no-edit', branch);
    main.git('update-ref', 'refs/pull/1/merge', git('rev-parse', 'HEAD'));
    main.git('worktree', 'remove', '--force', copy.folder);
    return new Runner(path.join(folder, 'run'), main.folder).run(job);
  }
}

/** Runs one of the commands in a repository, as somebody does who has the tool: `npm run import -- …`. */
export function runCommand(
  { folder }: TestRepository,
  command: string,
  ...typed: readonly string[]
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve(`scripts/${command}.ts`), ...typed],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ARCHIVE_CONTENT: '' } },
  );
  return { code: status, output: stdout + stderr };
}

/** The exit code of each step by its name. */
export const codesOf = ({ steps }: JobResult): Record<string, number | null> =>
  Object.fromEntries(steps.map(({ step, code }) => [step.name ?? step.uses!.split('@')[0]!, code]));

/** What a step says to GitHub: everything after what only the log shows. */
export const annotationsOf = ({ steps }: JobResult, name: string): string[] =>
  steps
    .find(({ step }) => step.name === name)!
    .output.replace(/::stop-commands::(\S+)\n[^]*?\n::\1::\n/g, '')
    .split('\n')
    .filter((line) => line.startsWith('::'));

/** The report that is put below the request. */
export const reportOf = ({ artifacts }: JobResult): string =>
  readFileSync(path.join(artifacts, 'report/report.md'), 'utf8');
