import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Starts `npm run build`’s own command for a content folder. */
export function startBuild(
  content: string,
  out: string,
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, ...env, ARCHIVE_CONTENT: content, ARCHIVE_OUT: out },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one of the project's commands to its end. */
export async function runScript(
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return finish(child);
}

/** Waits for a process; its output is what it printed on both channels. */
export async function finish(
  child: ChildProcess,
): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

/** Builds a site, or fails with what the build said. */
export async function build(
  content: string,
  out: string,
  env: Record<string, string> = {},
): Promise<void> {
  const { code, output } = await finish(startBuild(content, out, env));
  if (code !== 0) throw new Error(`The build of ${content} ended with ${code}:\n${output}`);
}
