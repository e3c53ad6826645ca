import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

// For the workflows alone: whoever has no tool uploads a subtitle file into the folder of its show. Here it becomes
// a transcript, by `import`, and goes. `node scripts/uploads.ts [content]`; exit code 1 when one cannot be read.
const endings = /\.(?:vtt|srt|sbv|ass|ssa|ttml|dfxp|lrc|txt)$/i;
const [content = 'content'] = process.argv.slice(2);
const episodes = path.join(content, 'episodes');

/** Every file below the episodes with what tells whether it was written since. Links are none. */
const list = (): Map<string, string> =>
  new Map(
    (existsSync(episodes)
      ? readdirSync(episodes, { recursive: true, withFileTypes: true })
      : []
    ).flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile()) return [];
      const { mtimeMs, size } = statSync(file);
      return [[file, `${mtimeMs} ${size}`] as const];
    }),
  );

for (const file of [...list().keys()].filter((name) => endings.test(name)).sort()) {
  const before = list();
  const [show = '', ...inside] = path.relative(episodes, file).split(path.sep);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(import.meta.dirname, 'import.ts'),
      file,
      `--show=${inside.length === 0 ? '' : show}`,
      `--content=${content}`,
      '--yes',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  // What the file says is no command to the workflow.
  const word = randomUUID();
  console.log(`::stop-commands::${word}\n${stdout}${stderr}\n::${word}::`);
  const isWritten = [...list()].some(([name, state]) => before.get(name) !== state);
  if (status === 0 && isWritten) {
    rmSync(file);
    continue;
  }
  // It stays, so that nothing is lost.
  console.log(
    '::error title=upload-unread::Unexpected subtitle file of which no transcript could be made, expected one of WebVTT, SRT or another known kind, in the folder of its show. The log of this step says what is wrong with it.',
  );
  process.exitCode = 1;
}
