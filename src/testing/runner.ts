import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Job, Step } from './workflow.ts';

/** What came of a step: its exit code, 0 where it was only played, null where it was left out. */
export interface StepResult {
  readonly step: Step;
  readonly code: number | null;
  readonly output: string;
}

export interface JobResult {
  readonly steps: readonly StepResult[];
  readonly summary: string;
  /** The folder that holds a folder for each artifact. */
  readonly artifacts: string;
  /** Where the job worked. */
  readonly workspace: string;
}

/**
 * Runs a job of a workflow on this machine, step by step, as GitHub’s runner does: commands in `bash -e`, with
 * the runner’s variables and files; of actions those that fetch a repository and keep files. Packages are those
 * of this project: `npm ci` links them.
 */
export class Runner {
  readonly #folder: string;
  readonly #origin: string;
  #outputs: Record<string, Record<string, string>> = {};

  /** `origin` is the repository; the request is its `refs/pull/1/merge`. */
  constructor(folder: string, origin: string) {
    this.#folder = folder;
    this.#origin = origin;
    for (const name of ['workspace', 'temp', 'bin', 'artifacts', 'home'])
      mkdirSync(path.join(folder, name), { recursive: true });
    const npm = path.join(folder, 'bin/npm');
    writeFileSync(
      npm,
      `#!/bin/sh\nif [ "$1" = ci ]; then exec ln -s '${path.resolve('node_modules')}' node_modules; fi\nPATH=\${PATH#*:} exec npm "$@"\n`,
    );
    chmodSync(npm, 0o755);
  }

  run({ steps }: Job): JobResult {
    const results: StepResult[] = [];
    let hasFailed = false;
    for (const step of steps) {
      const result = this.#wants(step, hasFailed)
        ? { step, ...(step.run === undefined ? this.#use(step) : this.#shell(step)) }
        : { step, code: null, output: '' };
      if (result.code && !step['continue-on-error']) hasFailed = true;
      results.push(result);
    }
    const summary = path.join(this.#folder, 'summary.md');
    return {
      steps: results,
      summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
      artifacts: path.join(this.#folder, 'artifacts'),
      workspace: this.#workspace,
    };
  }

  get #workspace(): string {
    return path.join(this.#folder, 'workspace');
  }

  /** The conditions that this project uses; any other is a mistake of this runner. */
  #wants({ if: condition }: Step, hasFailed: boolean): boolean {
    if (condition === undefined) return !hasFailed;
    const asked = condition.replace(/^\$\{\{\s*|\s*\}\}$/g, '');
    if (asked === '!cancelled()') return true;
    const limit = /^fromJSON\(steps\.(\w+)\.outputs\.(\w+)\) <= (\d+)$/.exec(asked);
    if (!limit) throw new Error(`Unexpected condition ${condition}.`);
    return !hasFailed && Number(this.#outputs[limit[1]!]?.[limit[2]!]) <= Number(limit[3]);
  }

  #shell(step: Step): Pick<StepResult, 'code' | 'output'> {
    const script = path.join(this.#folder, 'step.sh');
    const told = path.join(this.#folder, 'output.txt');
    writeFileSync(script, step.run!);
    writeFileSync(told, '');
    const { status, stdout, stderr } = spawnSync('bash', ['-e', script], {
      cwd: path.join(this.#workspace, step['working-directory'] ?? ''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        PATH: [
          path.join(this.#folder, 'bin'),
          path.resolve('node_modules/.bin'),
          process.env['PATH'],
        ].join(':'),
        HOME: path.join(this.#folder, 'home'),
        GIT_CONFIG_NOSYSTEM: '1',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: this.#workspace,
        GITHUB_STEP_SUMMARY: path.join(this.#folder, 'summary.md'),
        GITHUB_OUTPUT: told,
        RUNNER_TEMP: path.join(this.#folder, 'temp'),
        ...step.env,
      },
    });
    if (step.id !== undefined) {
      const rows = readFileSync(told, 'utf8').matchAll(/^(\w+)=(.*)$/gm);
      this.#outputs[step.id] = Object.fromEntries(
        [...rows].map(([, name, value]) => [name, value]),
      );
    }
    return { code: status, output: stdout + stderr };
  }

  #use({ uses = '', with: given = {} }: Step): Pick<StepResult, 'code' | 'output'> {
    const played = { code: 0, output: '' };
    if (uses.startsWith('actions/setup-node@')) return played;
    if (uses.startsWith('actions/checkout@')) {
      const into = path.join(this.#workspace, String(given['path'] ?? ''));
      this.#git(this.#folder, 'clone', '--quiet', '--no-checkout', this.#origin, into);
      const ref = String(given['ref'] ?? 'refs/pull/1/merge');
      this.#git(into, 'fetch', '--quiet', 'origin', ref);
      this.#git(into, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
      return played;
    }
    if (uses.startsWith('actions/upload-artifact@')) {
      const from = String(given['path']).replace(
        '${{ runner.temp }}',
        path.join(this.#folder, 'temp'),
      );
      const source = path.resolve(this.#workspace, from);
      if (!existsSync(source))
        return { code: given['if-no-files-found'] === 'error' ? 1 : 0, output: '' };
      const into = path.join(this.#folder, 'artifacts', String(given['name']));
      cpSync(source, path.extname(from) === '' ? into : path.join(into, path.basename(from)), {
        recursive: true,
      });
      return played;
    }
    throw new Error(`Unexpected action ${uses}.`);
  }

  #git(cwd: string, ...args: string[]): void {
    const { status, stderr } = spawnSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }
}
