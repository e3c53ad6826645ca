import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { front } from '../src/testing/content.ts';
import type { TestRepository } from '../src/testing/repository.ts';
import { annotationsOf, codesOf, reportOf, RequestRepository } from '../src/testing/request.ts';
import type { JobResult } from '../src/testing/runner.ts';
import { readWorkflows } from '../src/testing/workflow.ts';

/** The steps of `.github/workflows/check.yml`, one after the other, on a real repository with a request. */
const job = readWorkflows().find(({ file }) => file === 'check.yml')!.workflow.jobs['check']!;

const tides = 'content/episodes/talk/tides.md';
const content: Readonly<Record<string, string>> = {
  'content/archive.yaml': 'title: Harbour\nurl: https://example.org/harbour/\ndocs: false\n',
  'content/shows/talk.md': front('title: Talk'),
  'content/speakers/jo-field.md': front('name: Jo Field'),
  'content/collections/late.mdx': front('title: Late', 'What was late.\n'),
  [tides]: front(
    'title: Tides\naudio: https://media.example/tides.mp3',
    `**Jo Field:** [00:00:04] Nobody wrote them down before the harbour office opened its doors.

[00:01:33] And then everybody in the town copied what the harbour had printed.
`,
  ),
};

let root: string;
let requests: RequestRepository;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'request-'));
  requests = await RequestRepository.make(root, content);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const request = (change: (copy: TestRepository) => void): Promise<JobResult> =>
  requests.check(job, change);

describe('a good request', () => {
  let result: JobResult;
  beforeAll(async () => {
    result = await request((copy) => {
      copy.edit(tides, (text) => text.replace('had printed', 'had never printed'));
      copy.write('content/speakers/mira-okafor.md', front('name: Mira Okafor'));
      copy.write(
        'content/episodes/talk/ropes.md',
        front(
          'title: Ropes',
          '**Mira Okafor:** A rope that hangs in the rain all winter is no rope.\n',
        ),
      );
      copy.write(
        'content/episodes/talk/2026-01-05 The lamps.vtt',
        `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Jo Field>The lamp was lit by hand

00:00:04.000 --> 00:00:06.000
<v Jo Field>until the keeper retired. ::error::x

00:00:09.000 --> 00:00:12.000
Is that so?
`,
      );
    });
  });

  it('passes every step', () => {
    expect(
      [...new Set(Object.values(codesOf(result)))],
      JSON.stringify(result.steps.at(-1)),
    ).toEqual([0]);
  });

  it('is told in words: what changes, who is new, where it is heard', () => {
    const report = reportOf(result).replace(/q[0-9a-z]{8}/g, 'q00000000');
    expect(report).toContain(
      'Published quotes: 1 reworded. 2 new quotes in 2 new episodes. 1 new speaker.',
    );
    expect(report).toContain('- **Mira Okafor**: content/speakers/mira-okafor.md, 1 quote');
    expect(report).toContain('- New: content/episodes/talk/ropes.md, 1 quote');
    expect(report).toContain('- New: content/episodes/talk/2026-01-05-the-lamps.md, 1 quote');
    expect(report).toContain(
      `- [\`q00000000\`](https://example.org/harbour/episodes/tides/#q00000000) · ${tides}:8 · Jo Field · [1:33 at media.example](https://media.example/tides.mp3#t=93)<br>`,
    );
    expect(report).toContain('**never**');
    expect(result.summary.startsWith(reportOf(result))).toBe(true);
    expect(result.summary).toContain('“preview”');
  });

  it('becomes a transcript where it is a subtitle file, whose words are no commands', () => {
    const name = 'Make transcripts of subtitle files';
    expect(annotationsOf(result, name)).toEqual([]);
    const talk = path.join(result.workspace, 'request/content/episodes/talk');
    expect(existsSync(path.join(talk, '2026-01-05 The lamps.vtt'))).toBe(false);
    expect(readFileSync(path.join(talk, '2026-01-05-the-lamps.md'), 'utf8')).toContain(
      '**Jo Field:** [00:00:01] The lamp was lit by hand until the keeper retired.',
    );
  });

  it('is annotated at the line', () => {
    expect(annotationsOf(result, 'Check')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^::warning file=${tides},line=8,title=A negation changed::Jo Field: .*\\+never\\+`,
        ),
      ),
    ]);
  });

  it('has a preview of the whole site', () => {
    const page = (name: string): string =>
      readFileSync(path.join(result.artifacts, 'preview', name, 'index.html'), 'utf8');
    expect(page('episodes/ropes')).toContain('hangs in the rain');
    expect(page('episodes/tides')).toContain('had never printed');
    expect(page('episodes/2026-01-05-the-lamps')).toContain('until the keeper retired.');
    expect(page('collections/late')).toContain('What was late.');
  });
});

describe('a request that would run something', () => {
  let result: JobResult;
  beforeAll(async () => {
    result = await request((copy) => {
      const trap = `require('node:fs').writeFileSync(${JSON.stringify(path.join(root, 'ran'))}, '')`;
      const pkg = JSON.parse(copy.read('package.json'));
      const names = [
        'preinstall',
        'postinstall',
        'prepare',
        'prebuild',
        'build',
        'precheck',
        'check',
      ];
      pkg.scripts = Object.fromEntries(
        names.map((name) => [name, `node -e "${trap.replaceAll('"', '\\"')}"`]),
      );
      copy.write('package.json', JSON.stringify(pkg));
      copy.write('scripts/check.ts', trap);
      copy.write('astro.config.mjs', trap);
      copy.write('content/collections/late.mdx', `import x from './x.js';\n\n{${trap}}\n`);
      copy.write('content/collections/x.js', trap);
      copy.write('.npmrc', 'script-shell=/bin/false\n');
      copy.write('.gitattributes', '* filter=trap diff=trap\n');
      copy.write('public/trap.html', '<script>alert(1)</script>');
      mkdirSync(path.join(copy.folder, 'public/images'), { recursive: true });
      symlinkSync('/etc/passwd', path.join(copy.folder, 'public/images/a.png'));
      copy.edit(tides, (text) =>
        text.replace(
          'its doors.',
          'its doors. ::set-output name=x::y ::error::<script>alert(1)</script> @all',
        ),
      );
    });
  });

  it('runs nothing', () => {
    expect(existsSync(path.join(root, 'ran'))).toBe(false);
    expect([...new Set(Object.values(codesOf(result)))]).toEqual([0]);
  });

  it('gives no commands to the runner', () => {
    const all = annotationsOf(result, 'Check');
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(
      /^::(?:warning|notice) file=content\/episodes\/talk\/tides\.md,line=6,title=/,
    );
  });

  it('is told that essays are those of the main branch, and shows them', () => {
    expect(annotationsOf(result, 'Take essays from the main branch')).toEqual([
      '::warning title=collections-left-out::This request changes content/collections. Essays are shown and checked as they are in the main branch until a keeper has merged it.',
    ]);
    const essay = path.join(result.artifacts, 'preview/collections/late/index.html');
    expect(readFileSync(essay, 'utf8')).toContain('What was late.');
  });

  it('has nothing but its words in the preview', () => {
    expect(existsSync(path.join(result.artifacts, 'preview/trap.html'))).toBe(false);
    expect(existsSync(path.join(result.artifacts, 'preview/images/a.png'))).toBe(false);
    const page = readFileSync(
      path.join(result.artifacts, 'preview/episodes/tides/index.html'),
      'utf8',
    );
    expect(page).toContain('&lt;script');
    expect(page).not.toContain('<script>alert');
  });
});

describe('a request that must not be', () => {
  let result: JobResult;
  beforeAll(async () => {
    result = await request((copy) => {
      copy.edit('content/ledger/tides.ids', (text) => text.replace(/^q\w{8}/m, 'q00000000'));
      symlinkSync('/etc/passwd', path.join(copy.folder, 'content/speakers/root.md'));
      copy.write('content/speakers/trap.mdx', 'import x from "./x.js"\n');
      copy.write(
        'content/episodes/talk/line\n::error::break.md',
        front('title: Break', 'Words.\n'),
      );
      copy.write(
        'content/episodes/talk/undated.md',
        front('title: Unwritten\ndate: 2024-13-45', '**Jo Field:** Who?\n'),
      );
    });
  });

  it('is refused, and is told so all the same', () => {
    expect(codesOf(result)).toMatchObject({
      Check: 1,
      'Say it in the summary': 0,
      'Keep the report': 0,
      'Build a preview': null,
      'Keep the preview': null,
    });
    expect(result.summary).toBe(reportOf(result));
  });

  it('is annotated at each place, one line for each', () => {
    const errors = annotationsOf(result, 'Check').filter((line) => line.startsWith('::error'));
    const rules = errors.map((line) => /title=([\w-]+)/.exec(line)?.[1]);
    expect(rules).toEqual(expect.arrayContaining(['ledger-touched', 'symbolic-link']));
    expect(errors.join('\n')).toContain('file=content/speakers/trap.mdx');
    expect(errors.join('\n')).toContain(
      'file=content/episodes/talk/line%0A%3A%3Aerror%3A%3Abreak.md',
    );
    expect(errors.join('\n')).toContain('file=content/episodes/talk/undated.md');
    for (const line of annotationsOf(result, 'Check'))
      expect(line).toMatch(/^::(?:error|warning|notice) file=/);
    expect(reportOf(result)).not.toContain('root:');
  });
});

it('A request whose content is a link to another folder is refused before anything reads it', async () => {
  const result = await request((copy) => {
    rmSync(path.join(copy.folder, 'content'), { recursive: true });
    symlinkSync('../tool/content', path.join(copy.folder, 'content'));
  });
  expect(codesOf(result)).toMatchObject({ 'Take essays from the main branch': 1, Check: null });
  expect(result.summary).toContain('did not come to its end');
  expect(existsSync(path.join(result.workspace, 'tool/content/collections/late.mdx'))).toBe(true);
});
