import { constants, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Host } from '../src/review/host.ts';
import { serializeComment } from '../src/review/comment.ts';

// For `.github/workflows/comment.yml` alone: puts the report of a check below the request that it is about.
const [file = ''] = process.argv.slice(2);
const { workflow_run: run } = JSON.parse(
  readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'),
);
const host = new Host(
  process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
  process.env['GITHUB_REPOSITORY'] ?? '',
  process.env['GITHUB_TOKEN'] ?? '',
);

const request = await host.findRequest(run);
if (!request) console.log('No open request has this commit as its last one: nothing to say.');
else {
  const report = await readReport(file);
  await host.comment(
    request.number,
    serializeComment({
      url: run.html_url,
      commit: run.head_sha,
      changesCheck: request.changesCheck,
      ...(report !== undefined && { report }),
    }),
  );
  console.log(`The comment below request ${request.number} is up to date.`);
}

/** The beginning of a file, four times as much as a comment can take; undefined where there is none, or a link. */
async function readReport(name: string): Promise<string | undefined> {
  const handle = await open(name, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(1 << 18), 0, 1 << 18, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
