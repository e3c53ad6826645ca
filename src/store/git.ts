import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { ObjectFormat } from './blob.ts';

/** The git repository that a content folder lies in. Only reads, but for `keep`. */
export class Repository {
  readonly root: string;
  /** The content folder inside the repository, with slashes and one at its end: `content/`; empty for its root. */
  readonly prefix: string;
  readonly format: ObjectFormat;

  private constructor(root: string, prefix: string, format: ObjectFormat) {
    this.root = root;
    this.prefix = prefix;
    this.format = format;
  }

  /** The repository of a folder; undefined where there is none, or it leaves the folder out (`.gitignore`). */
  static find(folder: string): Repository | undefined {
    const asked = git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
    if (asked === undefined) return undefined;
    const [root = '', prefix = ''] = asked.split('\n');
    if (root === '') return undefined;
    const ignored = spawnSync('git', ['check-ignore', '-q', '.'], { cwd: folder, stdio: 'ignore' });
    if (ignored.status === 0) return undefined;
    const format = git(folder, ['rev-parse', '--show-object-format'])?.trim();
    return new Repository(root, prefix, format === 'sha256' ? 'sha256' : 'sha1');
  }

  /** The day (UTC) on which the commit that is checked out was committed; undefined before the first. */
  commitDate(): string | undefined {
    const seconds = this.#run(['log', '-1', '--format=%ct'])?.trim();
    if (!seconds) return undefined;
    return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  }

  isShallow(): boolean {
    return this.#run(['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  }

  /** The commit that a name means; undefined for a name that means none. */
  commitOf(ref: string): string | undefined {
    return this.#run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])?.trim() || undefined;
  }

  /** The last commit that two lines of work have in common. */
  mergeBase(one: string, other: string): string | undefined {
    return this.#run(['merge-base', one, other])?.trim() || undefined;
  }

  /** The last commit that touched a file of the content. */
  lastCommitOf(file: string): string | undefined {
    return this.#run(['log', '-1', '--format=%H', '--', this.prefix + file])?.trim() || undefined;
  }

  /** Files of the content that are not as they were committed, by path inside the content folder. */
  uncommitted(): string[] {
    const listed = this.#run([
      'status',
      '--porcelain',
      '-z',
      '--no-renames',
      '-uall',
      '--',
      this.prefix || '.',
    ]);
    return (listed ?? '')
      .split('\0')
      .filter((row) => row !== '')
      .map((row) => row.slice(3 + this.prefix.length));
  }

  /** The files of the content at a commit, by path inside the content folder, with the hash of each. */
  listTree(commit: string, below = ''): Map<string, string> {
    const listed = this.#run(['ls-tree', '-r', '-z', commit, '--', this.prefix + below || '.']);
    const files = new Map<string, string>();
    for (const row of (listed ?? '').split('\0')) {
      const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(row);
      if (match) files.set(match[2]!.slice(this.prefix.length), match[1]!);
    }
    return files;
  }

  /**
   * The files of the content that are other than at a commit, by path inside the content folder, with the hash
   * of what they were; those that are not committed, or that git does not know yet, too.
   */
  changesSince(commit: string): Map<string, { before?: string; isDeleted: boolean }> {
    const files = new Map<string, { before?: string; isDeleted: boolean }>();
    const below = ['-z', '--', this.prefix || '.'];
    const diff = this.#run(['diff', '--raw', '--no-abbrev', '--no-renames', commit, ...below]);
    const unknown = this.#run(['ls-files', '--others', '--exclude-standard', ...below]);
    // No answer is not the answer that nothing changed.
    if (diff === undefined || unknown === undefined)
      throw new Error(`Unexpected silence of git about what changed since ${commit}.`);
    for (const [, hash = '', kind, file = ''] of diff.matchAll(
      /:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ ([A-Z])\d*\0([^\0]+)\0/g,
    )) {
      const isThere = !/^0+$/.test(hash);
      files.set(file.slice(this.prefix.length), {
        ...(isThere && { before: hash }),
        isDeleted: kind === 'D',
      });
    }
    for (const file of unknown.split('\0')) {
      const inside = file.slice(this.prefix.length);
      if (inside !== '') files.set(inside, { ...files.get(inside), isDeleted: false });
    }
    return files;
  }

  /** Every version that a file had, newest first, also under earlier names. */
  versionsOf(file: string): string[] {
    const listed = this.#run([
      'log',
      '--follow',
      '--format=',
      '--raw',
      '--no-abbrev',
      '-z',
      '--all',
      '--',
      this.prefix + file,
    ]);
    const hashes = [...(listed ?? '').matchAll(/:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /g)];
    return [...new Set(hashes.flatMap((match) => [match[2]!, match[1]!]))].filter(
      (hash) => !/^0+$/.test(hash),
    );
  }

  /** The texts of objects by hash. What the repository does not have is left out. */
  async readBlobs(hashes: Iterable<string>): Promise<Map<string, string>> {
    const asked = [...new Set(hashes)];
    const texts = new Map<string, string>();
    if (asked.length === 0) return texts;
    const output = await this.#feed(['cat-file', '--batch'], `${asked.join('\n')}\n`);
    let offset = 0;
    while (offset < output.length) {
      const end = output.indexOf(0x0a, offset);
      const [hash = '', type, size] = output.toString('utf8', offset, end).split(' ');
      offset = end + 1;
      if (type !== 'blob') continue;
      texts.set(hash, output.toString('utf8', offset, offset + Number(size)));
      offset += Number(size) + 1;
    }
    return texts;
  }

  /** Which of some hashes the repository does not have. */
  async missing(hashes: Iterable<string>): Promise<string[]> {
    const asked = [...new Set(hashes)];
    if (asked.length === 0) return [];
    const output = await this.#feed(['cat-file', '--batch-check'], `${asked.join('\n')}\n`);
    return output
      .toString('utf8')
      .split('\n')
      .flatMap((row) => (row.endsWith(' missing') ? [row.slice(0, -' missing'.length)] : []));
  }

  /** Puts a text among the repository's objects, so that it can be read again by its hash. */
  async keep(text: string): Promise<void> {
    await this.#feed(['hash-object', '-w', '--stdin'], text);
  }

  #run(args: readonly string[]): string | undefined {
    return git(this.root, args);
  }

  async #feed(args: readonly string[], input: string): Promise<Buffer> {
    const child = spawn('git', [...args], {
      cwd: this.root,
      // A clone without all objects must say so at once, not fetch them one by one.
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => {
      // It ended before it had read all: what it did not answer is missing.
    });
    child.stdin.end(input);
    await new Promise<void>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', () => resolve());
    });
    return Buffer.concat(chunks);
  }
}

function git(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...args], {
    cwd: path.resolve(cwd),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.replace(/\n$/, '') : undefined;
}
