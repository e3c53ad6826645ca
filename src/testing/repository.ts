import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A real git repository for tests, in a folder of its own. Commits have the days that the test gives them. */
export class TestRepository {
  readonly folder: string;
  #day = '2026-01-01';

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '--quiet', '--initial-branch=main');
  }

  get content(): string {
    return path.join(this.folder, 'content');
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.org',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.org',
        GIT_AUTHOR_DATE: `${this.#day}T12:00:00Z`,
        GIT_COMMITTER_DATE: `${this.#day}T12:00:00Z`,
      },
    });
    if (status !== 0)
      throw new Error(`git ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
    return stdout.trim();
  }

  /** Commits everything that is there, on a day. */
  commit(message: string, day: string): string {
    this.#day = day;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  merge(branch: string, day: string): void {
    this.#day = day;
    this.git('merge', '--quiet', '--no-ff', '--no-edit', branch);
  }

  read(inside: string): string {
    return readFileSync(path.join(this.folder, inside), 'utf8');
  }

  write(inside: string, text: string): void {
    const file = path.join(this.folder, inside);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Changes a file as a person would, in an editor. What is to be replaced must be there. */
  edit(inside: string, change: (text: string) => string): void {
    const before = this.read(inside);
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${inside} changes nothing.`);
    this.write(inside, after);
  }
}
