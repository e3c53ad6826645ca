import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file of the built site. */
export interface SiteFile {
  /** From the site's root, with slashes: `episodes/tide-tables/index.html`. */
  readonly path: string;
  readonly bytes: number;
}

/** Every file of a built site, by path. */
export async function listSite(out: string): Promise<SiteFile[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const listed: SiteFile[] = [];
  for (const entry of files) {
    const full = path.join(entry.parentPath, entry.name);
    const { size } = await stat(full);
    listed.push({ path: path.relative(out, full).split(path.sep).join('/'), bytes: size });
  }
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}
