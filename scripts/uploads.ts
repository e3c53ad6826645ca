import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// For the workflows alone: whoever has no tool uploads a subtitle file into the folder of its show. Here it becomes
// a transcript, by `import`, and goes. `node scripts/uploads.ts [content]`; exit code 1 when one cannot be read.
const endings = /\.(?:vtt|srt|sbv|ass|ssa|ttml|dfxp|lrc|txt)$/i;
const [content = 'content'] = process.argv.slice(2);
const episodes = path.join(content, 'episodes');
const elsewhere = mkdtempSync(path.join(tmpdir(), 'upload-'));

for (const file of [...listFiles().keys()].filter((name) => endings.test(name)).sort()) {
  const [show = '', ...inside] = path.relative(episodes, file).split(path.sep);
  const isMade = inside.length > 0 && makeTranscript(file, show);
  if (isMade) continue;
  console.log(
    '::error title=upload-unread::Unexpected subtitle file of which no transcript could be made, expected one of WebVTT, SRT or another known kind, in the folder of its show. The log of this step says what is wrong with it.',
  );
  process.exitCode = 1;
}
rmSync(elsewhere, { recursive: true });

/** Whether a transcript came of a file. It is read from elsewhere, and back where it was when none did. */
function makeTranscript(file: string, show: string): boolean {
  const upload = path.join(elsewhere, path.basename(file));
  cpSync(file, upload);
  rmSync(file);
  const before = listFiles();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(import.meta.dirname, 'import.ts'),
      upload,
      `--show=${show}`,
      `--content=${content}`,
      '--yes',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  // What the file says is no command to the workflow.
  const word = randomUUID();
  console.log(`::stop-commands::${word}\n${stdout}${stderr}\n::${word}::`);
  const isWritten = [...listFiles()].some(([name, state]) => before.get(name) !== state);
  if (status === 0 && isWritten) return true;
  cpSync(upload, file);
  return false;
}

/** Every file below the episodes with what tells whether it was written since. Links are none. */
function listFiles(): Map<string, string> {
  if (!existsSync(episodes)) return new Map();
  const entries = readdirSync(episodes, { recursive: true, withFileTypes: true });
  return new Map(
    entries.flatMap((entry) => {
      if (!entry.isFile()) return [];
      const file = path.join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(file);
      return [[file, `${mtimeMs} ${size}`] as const];
    }),
  );
}
