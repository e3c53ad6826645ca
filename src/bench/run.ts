import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took. Memory is in bytes, absent where the system does not tell (`/proc`). */
export interface Run {
  readonly seconds: number;
  /** Of all its processes together, at the worst moment seen. */
  readonly peakMemory?: number;
  /** Of the command and what it waited for; absent where the system does not tell. */
  readonly processorSeconds?: number;
  readonly output: string;
}

/** Time between two looks at the memory. */
const interval = 100;

/**
 * Runs a command to its end and measures it from outside, with all processes it starts. Throws when it
 * fails, with what it printed.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  const start = performance.now();
  const before = processorOfChildren();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let peak: number | undefined;
  const timer = setInterval(() => {
    const now = child.pid === undefined ? undefined : memoryOfTree(child.pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`);
  const seconds = (performance.now() - start) / 1000;
  const after = processorOfChildren();
  return {
    seconds,
    output,
    ...(before !== undefined && after !== undefined && { processorSeconds: after - before }),
    ...(peak !== undefined && { peakMemory: peak }),
  };
}

/** Ticks of the clock in which Linux counts the time of processes. */
const ticks = 100;

/** Seconds of the processor that children took which have ended. */
function processorOfChildren(): number | undefined {
  try {
    // The name of the command, in brackets, may have blanks in it.
    const [, rest = ''] = /\) (.*)$/s.exec(readFileSync('/proc/self/stat', 'utf8')) ?? [];
    const fields = rest.split(' ').map(Number);
    return (fields[13]! + fields[14]!) / ticks;
  } catch {
    return undefined;
  }
}

/** Resident memory of a process and all below it, in bytes. Shared pages are counted once for each. */
function memoryOfTree(root: number): number | undefined {
  try {
    const children = new Map<number, number[]>();
    const memory = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
        const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
        children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
        memory.set(Number(name), kilobytes * 1024);
      } catch {
        // It ended between the listing and the look.
      }
    }
    const sum = (pid: number): number =>
      (memory.get(pid) ?? 0) +
      (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
    return sum(root);
  } catch {
    return undefined;
  }
}
