import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where a build works, beside the site it will replace: on the same disk, so that one rename puts it in
 * place. `.dist-4711` belongs to process 4711; `.dist-old-4711` is the site it just replaced.
 */
const siblings = (out: string): { folder: string; work: string; old: string } => {
  const folder = path.dirname(out);
  const name = path.basename(out);
  return { folder, work: path.join(folder, `.${name}-`), old: path.join(folder, `.${name}-old-`) };
};

/** An empty folder for this process to build in. What dead builds left behind is cleared away first. */
export async function makeWorkFolder(out: string): Promise<string> {
  await restoreSite(out);
  const { folder, work } = siblings(out);
  await mkdir(folder, { recursive: true });
  for (const leftover of await findLeftovers(out)) {
    if (!isAlive(leftover.process)) await rm(leftover.path, { recursive: true, force: true });
  }
  const mine = work + process.pid;
  await rm(mine, { recursive: true, force: true });
  await mkdir(mine);
  return mine;
}

/**
 * Puts a finished site in the place of the old one by two renames. Between them the folder is missing for
 * a moment; a build killed just there is mended by `restoreSite`, which every command calls first.
 */
export async function swapSite(finished: string, out: string): Promise<void> {
  const old = siblings(out).old + process.pid;
  await rm(old, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, old);
  await rename(finished, out);
  await rm(old, { recursive: true, force: true });
}

/** Brings back the site that a build had moved aside when it was killed between its two renames. */
export async function restoreSite(out: string): Promise<boolean> {
  if (existsSync(out)) return false;
  const [saved] = (await findLeftovers(out)).filter((leftover) => leftover.isOld);
  if (!saved || isAlive(saved.process)) return false;
  await rename(saved.path, out);
  return true;
}

interface Leftover {
  readonly path: string;
  readonly process: number;
  readonly isOld: boolean;
}

async function findLeftovers(out: string): Promise<Leftover[]> {
  const { folder } = siblings(out);
  if (!existsSync(folder)) return [];
  const pattern = new RegExp(`^\\.${RegExp.escape(path.basename(out))}-(old-)?(\\d+)$`);
  return (await readdir(folder)).sort().flatMap((name) => {
    const match = pattern.exec(name);
    if (!match) return [];
    return [
      { path: path.join(folder, name), process: Number(match[2]), isOld: match[1] !== undefined },
    ];
  });
}

/** Whether another process of this number is running. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
