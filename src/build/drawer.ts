import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './swap.ts';

const parent = '.astro';
const name = /^build-(\d+)$/;

/**
 * Where Astro writes a site: where it shall be, when that is inside the project. Else in a folder of this process
 * inside it: Astro renders from there, and for sites outside it would take one folder for all, so that two builds
 * at once would run into each other.
 */
export async function openDrawer(site: string): Promise<string> {
  if (path.resolve(site).startsWith(process.cwd() + path.sep)) return site;
  await mkdir(parent, { recursive: true });
  for (const leftover of await readdir(parent)) {
    const [, owner] = name.exec(leftover) ?? [];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(path.join(parent, leftover), { recursive: true, force: true });
  }
  const drawer = path.resolve(parent, `build-${process.pid}`);
  process.on('exit', () => rmSync(drawer, { recursive: true, force: true }));
  return drawer;
}

/** Moves a folder, also to another disk. */
export async function moveFolder(from: string, to: string): Promise<void> {
  if (existsSync(to)) await rm(to, { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
