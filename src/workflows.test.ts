import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkflows, type Step } from './testing/workflow.ts';

/**
 * What is used of others, by the digest of one commit: a tag can be moved, a commit cannot. Each was found with
 * this version beside it in the files of several public repositories that have nothing to do with each other.
 */
const actions: Readonly<Record<string, string>> = {
  'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd': 'v6.0.2',
  'actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f': 'v6.1.0',
  'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f': 'v6.0.0',
  'actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131': 'v7.0.0',
  'actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b': 'v4.0.0',
  'actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128': 'v5.0.0',
};

/** All that a workflow may do, the whole of it: whoever wants more says why here. */
const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'check.yml': { contents: 'read' },
  'comment.yml': { actions: 'read', contents: 'read', 'pull-requests': 'write' },
  'publish.yml': { contents: 'write', pages: 'write', 'id-token': 'write' },
  'test.yml': { contents: 'read' },
};

const triggers: Readonly<Record<string, readonly string[]>> = {
  'check.yml': ['pull_request'],
  'comment.yml': ['workflow_run'],
  'publish.yml': ['push', 'workflow_dispatch'],
  'test.yml': ['pull_request', 'push'],
};

const workflows = readWorkflows();
const stepsOf = (steps: readonly Step[], action: string): Step[] =>
  steps.filter(({ uses }) => uses?.startsWith(`${action}@`));

it('are all known here', () => {
  expect(workflows.map(({ file }) => file)).toEqual(Object.keys(rights));
});

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const runs = steps.flatMap(({ run }) => run ?? []);

  it('starts by nothing that would give a stranger’s code rights or secrets', () => {
    expect(Object.keys(workflow.on)).toEqual(triggers[file]);
    expect(text).not.toMatch(/pull_request_target|issue_comment|secrets\./);
  });

  it('takes actions by digest, with their version beside them', () => {
    const used = [...text.matchAll(/uses: (\S+)(?: # (\S+))?$/gm)];
    expect(used.length).toBe(text.match(/uses:/g)?.length ?? 0);
    expect(used.map(([, action, version]) => [action, version])).toEqual(
      used.map(([, action]) => [action, actions[action!]]),
    );
  });

  it('has the rights that it needs, and says so', () => {
    expect(workflow.permissions).toBeDefined();
    for (const job of jobs) expect(job.permissions ?? workflow.permissions).toEqual(rights[file]);
    // Rights to write are a job's, not the whole file's.
    expect(Object.values(workflow.permissions!)).not.toContain('write');
  });

  it('ends, and does not run beside itself', () => {
    expect(workflow.concurrency?.group).toMatch(/\w/);
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      expect(job['runs-on']).toBe('ubuntu-24.04');
    }
  });

  it('puts no value into a command: they come as variables', () => {
    for (const run of runs) expect(run).not.toContain('${{');
  });

  it('hands no commands to the runner out of a file of the request', () => {
    for (const run of runs) expect(run).not.toMatch(/GITHUB_ENV|GITHUB_PATH|add-path|set-env/);
  });

  it('keeps no right to push in what it fetched, unless it pushes', () => {
    const isPushing = runs.some((run) => run.includes('git push'));
    for (const { with: given } of stepsOf(steps, 'actions/checkout'))
      expect(given?.['persist-credentials'] ?? true).toBe(isPushing);
  });

  it('types commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const run of runs) {
      for (const [, name] of run.matchAll(/\bnpm run ([\w:-]+)/g))
        expect(scripts).toHaveProperty(name!);
      for (const [, script] of run.matchAll(/\bnode (?:\.\.\/tool\/)?(scripts\/\S+)/g))
        expect(existsSync(script!), script).toBe(true);
      expect(run).not.toMatch(/\bnpm (?:i|install)\b|\bnpx\b/);
    }
  });
});

describe('the check of a request', () => {
  const { steps } = workflows.find(({ file }) => file === 'check.yml')!.workflow.jobs['check']!;

  it('takes its tool from the main branch, and installs and runs nothing else', () => {
    const [tool, request, ...rest] = stepsOf(steps, 'actions/checkout');
    expect(rest).toEqual([]);
    expect(tool!.with).toMatchObject({ ref: 'main', path: 'tool' });
    expect(request!.with).toMatchObject({ path: 'request', 'fetch-depth': 0 });
    for (const { run = '', 'working-directory': at } of steps) {
      if (/\bnpm\b/.test(run.replaceAll('npm run preview', ''))) expect(at).toBe('tool');
      for (const [, script] of run.matchAll(/\bnode (\S+)/g))
        expect(script).toMatch(/^\.\.\/tool\//);
      expect(run).not.toMatch(/\b(?:source|eval|bash|sh)\b|(?:^|[;&|(]) *\.?\.?\/?request\//m);
    }
    const { with: node } = stepsOf(steps, 'actions/setup-node')[0]!;
    expect(node!['node-version-file']).toBe('tool/.nvmrc');
  });

  it('takes essays from the main branch before anything reads the request', () => {
    const essays = steps.findIndex(({ run }) =>
      run?.includes('rm -rf request/content/collections'),
    );
    const reads = steps.findIndex(({ run }) => run?.includes('scripts/check.ts'));
    expect(essays).toBeGreaterThan(0);
    expect(essays).toBeLessThan(reads);
  });
});

describe('the comment below a request', () => {
  it('is written by a script that needs no package', () => {
    const found = new Set<string>();
    const follow = (file: string): void => {
      if (found.has(file)) return;
      found.add(file);
      for (const [, from] of readFileSync(file, 'utf8').matchAll(/\bfrom '([^']+)'/g)) {
        if (from!.startsWith('.')) follow(path.join(path.dirname(file), from!));
        else expect(from, file).toMatch(/^node:/);
      }
    };
    follow('scripts/comment.ts');
    expect(found).toContain('src/review/comment.ts');
    const text = JSON.stringify(workflows.find(({ file }) => file === 'comment.yml'));
    expect(text).not.toContain('npm');
  });
});
