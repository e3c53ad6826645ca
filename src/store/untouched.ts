import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { normalizeLabel } from '../archive/label.ts';
import { parseFrontMatter } from '../formats/front-matter.ts';
import { findBase } from './base.ts';
import type { Repository } from './git.ts';
import { isRecord } from './record-path.ts';

/** With more changes than these, reading all of it costs little more. */
const mostChanges = 200;

/**
 * Transcripts that a change cannot touch, by path inside the content folder: of them nothing has to be read to
 * know what the change does. Undefined where everything has to be read.
 *
 * Read are those that differ; those in which a name stands that a speaker got or lost, for it may make a label
 * of what was speech; and those that name an episode which is gone. Everything is read when `archive.yaml`, a
 * collection, the ledger, or a show, speaker or topic that goes away is part of the change: rules about these
 * look at all words; and where fewer than `fewest` could be left out. What is left is what only two unchanged files can have between them, and main was
 * checked for that.
 */
export async function findUntouched(
  folder: string,
  repository: Repository,
  ref: string,
  fewest = 200,
): Promise<ReadonlySet<string> | undefined> {
  const commit = findBase(repository, ref);
  if (commit === undefined) return undefined;
  const changes = repository.changesSince(commit);
  if (changes.size > mostChanges) return undefined;
  for (const [file, { isDeleted }] of changes) {
    const isThing = /^(?:shows|speakers|topics)\//.test(file);
    if (file === 'archive.yaml' || file.startsWith('collections/') || isRecord(file))
      return undefined;
    if (isThing && isDeleted) return undefined;
  }
  const published = await publishedPaths(folder);
  if (!published) return undefined;
  const there = (await readdir(path.join(folder, 'episodes'), { recursive: true }).catch(() => []))
    .map((name) => `episodes/${name.split(path.sep).join('/')}`)
    .filter((name) => published.has(name) && !changes.has(name));
  if (there.length < fewest) return undefined;
  const needles = [
    ...(await changedNames(folder, repository, changes)),
    ...[...changes].flatMap(([file, { isDeleted }]) =>
      isDeleted && file.startsWith('episodes/')
        ? [file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')]
        : [],
    ),
  ];
  if (needles.length === 0) return new Set(there);
  const untouched = new Set<string>();
  for (let start = 0; start < there.length; start += 32) {
    await Promise.all(
      there.slice(start, start + 32).map(async (inside) => {
        if (!mentions(await readFile(path.join(folder, inside)), needles)) untouched.add(inside);
      }),
    );
  }
  return untouched;
}

/** Paths of the transcripts that a ledger knows. */
async function publishedPaths(folder: string): Promise<ReadonlySet<string> | undefined> {
  const below = path.join(folder, 'ledger');
  const names = await readdir(below).catch(() => []);
  const paths = new Set<string>();
  const ledgers = names.filter((name) => name.endsWith('.ids'));
  for (let start = 0; start < ledgers.length; start += 32) {
    const texts = await Promise.all(
      ledgers.slice(start, start + 32).map((name) => readFile(path.join(below, name), 'utf8')),
    );
    for (const text of texts) {
      const inside = /^path (.+)$/m.exec(text.slice(0, 2000))?.[1];
      if (inside !== undefined) paths.add(inside);
    }
  }
  return paths.size > 0 ? paths : undefined;
}

/** Names and aliases that a speaker got or lost, as they may stand in a text. */
async function changedNames(
  folder: string,
  repository: Repository,
  changes: ReadonlyMap<string, { readonly before?: string }>,
): Promise<string[]> {
  const names: string[] = [];
  for (const [file, { before }] of changes) {
    if (!file.startsWith('speakers/')) continue;
    const was =
      before === undefined ? undefined : (await repository.readBlobs([before])).get(before);
    const is = await readFile(path.join(folder, file), 'utf8').catch(() => undefined);
    const [then, now] = [namesIn(was), namesIn(is)];
    names.push(...[...then.symmetricDifference(now)]);
  }
  return names;
}

function namesIn(text: string | undefined): Set<string> {
  if (text === undefined) return new Set();
  const { name, aliases } = parseFrontMatter(text, '').data;
  return new Set(
    [name, ...(Array.isArray(aliases) ? aliases : [aliases])].flatMap((one) =>
      typeof one === 'string' && one.trim() !== '' ? [normalizeLabel(one)] : [],
    ),
  );
}

/** Whether one of some names stands in a file, however its blanks and accents are written. */
function mentions(bytes: Buffer, needles: readonly string[]): boolean {
  const text = bytes.toString('utf8');
  return needles.some((needle) => {
    if (text.includes(needle)) return true;
    // A name over two lines, with two blanks, or with accents that are written apart, is the same name.
    const [first = needle] = needle.split(' ');
    if (first !== needle && !text.includes(first) && first === first.normalize('NFD')) return false;
    return normalizeLabel(text).includes(needle);
  });
}
