import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

/** A port that nobody uses. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

it('dev shows the words of a transcript as they are, right after they were edited', async () => {
  const content = await mkdtemp(path.join(tmpdir(), 'dev-'));
  const file = path.join(content, 'episodes/talk/tides.md');
  for (const [inside, text] of Object.entries({
    'archive.yaml': 'title: Harbour\nurl: https://example.org/\n',
    'shows/talk.md': '---\ntitle: Talk\n---\n',
    'speakers/jo-field.md': '---\nname: Jo Field\n---\n',
    'episodes/talk/tides.md': '---\ntitle: Tides\n---\n\n**Jo Field:** The first words.\n',
  })) {
    await mkdir(path.dirname(path.join(content, inside)), { recursive: true });
    await writeFile(path.join(content, inside), text);
  }
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port), '--host', '127.0.0.1'],
    // Nothing of the test runner's environment: Astro would take it for its own.
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ARCHIVE_CONTENT: content },
      stdio: 'ignore',
    },
  );
  const page = async (): Promise<string> => {
    try {
      return await (await fetch(`http://127.0.0.1:${port}/episodes/tides/`)).text();
    } catch {
      return '';
    }
  };
  const wait = { timeout: 90_000, interval: 300 };
  try {
    await expect.poll(page, wait).toContain('The first words.');
    await writeFile(file, (await readFile(file, 'utf8')).replace('first', 'second'));
    await expect.poll(page, wait).toContain('The second words.');
  } finally {
    server.kill();
    await rm(content, { recursive: true, force: true });
  }
}, 240_000);
