import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { marker } from '../src/review/comment.ts';
import { finish } from '../src/testing/build.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const workflowRun = {
  html_url: 'https://github.com/example/archive/actions/runs/1',
  head_sha: sha,
  head_branch: 'a b&state=closed#x',
  head_repository: { full_name: 'stranger/archive', owner: { login: 'stranger' } },
};
const pull = (given: object = {}) => ({
  number: 7,
  head: { sha, repo: { full_name: 'stranger/archive' } },
  ...given,
});
const bot = { login: 'github-actions[bot]', type: 'Bot' };

/** What the host has, and what it was asked to write. */
let pulls: object[];
let now: object;
let files: object[];
let comments: object[];
let written: { method: string; url: string; body: string }[];
let asked: string[];
let folder: string;
let server: Server;
let api: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'comment-'));
  await writeFile(path.join(folder, 'event.json'), JSON.stringify({ workflow_run: workflowRun }));
  await writeFile(path.join(folder, 'report.md'), '### Changes\n\n@all <img src=x>\n');
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);
    const some = (all: readonly object[]) => all.slice((page - 1) * 100, page * 100);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${method} ${url}`);
      if (method !== 'GET') written.push({ method, url, body: JSON.parse(body).body });
      const [where = ''] = url.replace('/repos/example/archive', '').split('?');
      const answer =
        method !== 'GET'
          ? {}
          : where === '/pulls'
            ? some(pulls)
            : where === '/pulls/7/files'
              ? some(files)
              : where === '/pulls/7'
                ? now
                : some(comments);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  pulls = [pull()];
  now = pull();
  files = [{ filename: 'content/episodes/talk/tides.md' }];
  comments = [];
  written = [];
  asked = [];
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const comment = (report = 'report.md') =>
  finish(
    spawn(process.execPath, [path.resolve('scripts/comment.ts'), path.join(folder, report)], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        GITHUB_API_URL: api,
        GITHUB_REPOSITORY: 'example/archive',
        GITHUB_EVENT_PATH: path.join(folder, 'event.json'),
        GITHUB_TOKEN: 'token',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

const source = `Commit 0123456, [the whole check](${workflowRun.html_url}).\n`;

it('writes the report below the request that the run was for, defused', async () => {
  const { code, output } = await comment();
  expect(output).toBe('The comment below request 7 is up to date.\n');
  expect(code).toBe(0);
  expect(written).toEqual([
    {
      method: 'POST',
      url: '/repos/example/archive/issues/7/comments',
      body: `${marker}\n\n### Changes\n\n@\u200ball &lt;img src=x>\n\n${source}`,
    },
  ]);
  // A branch is called what a stranger likes: it is one value of the question, whatever is in it.
  expect(asked[0]).toBe(
    'GET /repos/example/archive/pulls?state=open&head=stranger%3Aa%20b%26state%3Dclosed%23x&per_page=100&page=1',
  );
});

it('replaces its own comment, wherever it stands, and nobody else’s', async () => {
  comments = [
    { id: 1, body: `${marker} by a stranger`, user: { login: 'stranger', type: 'User' } },
    { id: 2, body: 'Thank you!', user: bot },
    ...Array.from({ length: 120 }, (_, id) => ({ id: id + 10, body: '', user: null })),
    { id: 3, body: `${marker}\n\nOld`, user: bot },
  ];
  expect((await comment()).code).toBe(0);
  expect(written.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'PATCH /repos/example/archive/issues/comments/3',
  ]);
});

it.each([
  ['the request has another commit by now', () => (now = pull({ head: { sha: 'f', repo: null } }))],
  ['no request is open', () => (pulls = [])],
  [
    'the request comes from another repository of the same owner',
    () => (pulls = [pull({ head: { sha, repo: { full_name: 'stranger/other' } } })]),
  ],
])('writes nothing when %s', async (_, arrange) => {
  arrange();
  expect(await comment()).toEqual({
    code: 0,
    output: 'No open request has this commit as its last one: nothing to say.\n',
  });
  expect(written).toEqual([]);
});

it.each([
  ['that changes a workflow', [{ filename: '.github/workflows/check.yml' }]],
  ['that moves one', [{ filename: 'x.yml', previous_filename: '.github/workflows/check.yml' }]],
  [
    'of more files than the host lists',
    Array.from({ length: 3000 }, (_, index) => ({ filename: `content/${index}.md` })),
  ],
])('shows no report of a request %s', async (_, changed) => {
  files = [...Array.from({ length: 150 }, () => ({ filename: 'content/a.md' })), ...changed];
  expect((await comment()).code).toBe(0);
  expect(written[0]!.body).toContain('its report proves nothing and is not shown here');
  expect(written[0]!.body).not.toContain('### Changes');
});

it('says so when there is no report, or one that is too long to be read whole', async () => {
  expect((await comment('missing.md')).code).toBe(0);
  expect(written[0]!.body).toContain('did not come to its end');
  await writeFile(path.join(folder, 'long.md'), 'A line.\n'.repeat(1_000_000));
  expect((await comment('long.md')).code).toBe(0);
  expect(written[1]!.body.length).toBeLessThan(61_000);
});

it('follows no link that lies where the report should', async () => {
  await symlink('event.json', path.join(folder, 'link.md'));
  expect((await comment('link.md')).code).toBe(0);
  expect(written[0]!.body).toContain('did not come to its end');
});
