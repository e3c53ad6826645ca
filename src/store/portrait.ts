import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry, SpeakerFacts, SpeakerId } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';

/** A picture of a speaker: a file of the site, with the room that it takes. */
export interface Portrait {
  /** From the site's root, as it stands in an address: `/images/jo-field.jpg`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The folder of files that are copied as they are. */
const publicFolder = (): string => path.resolve('public');

/**
 * The portraits that speakers' files name: those in `public/`, by a path or by the site's own address. A
 * picture elsewhere is not shown, since a page asks nobody but its own host for anything: a warning says so. One
 * that is named and is not there, or is no picture, is an error.
 */
export async function readPortraits(
  speakers: readonly Entry<SpeakerFacts>[],
  site: string,
  folder: string = publicFolder(),
): Promise<{ portraits: ReadonlyMap<SpeakerId, Portrait>; problems: Problem[] }> {
  const portraits = new Map<SpeakerId, Portrait>();
  const problems: Problem[] = [];
  for (const entry of speakers) {
    const { image } = entry.facts;
    if (image === undefined) continue;
    const place = entry.places.get('image');
    const complain = (problem: Omit<Problem, 'file' | 'place'>): void => {
      problems.push({ ...problem, file: entry.file, ...(place && { place }) });
    };
    const own = pathOnSite(image, site);
    if (own === undefined) {
      complain({
        rule: 'foreign-image',
        severity: 'warning',
        message: `Unexpected image of another site \`${image}\`, expected a file in \`public/\`: it is not shown, because pages load nothing from other sites`,
        mend: 'With the right to do so, put the picture into `public/images/` and type `image: /images/` with its name.',
      });
      continue;
    }
    const file = fileOf(own);
    const size = file === undefined ? undefined : await readSize(path.join(folder, file));
    if (size) portraits.set(entry.id, { path: own, ...size });
    else {
      complain({
        rule: 'unknown-image',
        severity: 'error',
        message: `Unexpected image \`${image}\`, expected a picture in \`public/\` (JPEG, PNG, WebP, AVIF, GIF or SVG)`,
        mend: `Put the picture at \`public${file ?? '/images/…'}\`, or delete the line.`,
      });
    }
  }
  return { portraits, problems };
}

/**
 * The path of a picture from the site's root; undefined when it lies on another site.
 *
 * pathOnSite('https://example.org/archive/images/jo.jpg', 'https://example.org/archive/') // => '/images/jo.jpg'
 */
function pathOnSite(image: string, site: string): string | undefined {
  const home = new URL(site);
  if (image.startsWith('/')) return new URL(image, home.origin).pathname;
  const { origin, pathname } = new URL(image);
  const base = home.pathname.replace(/\/*$/, '/');
  if (origin !== home.origin || !pathname.startsWith(base)) return undefined;
  return `/${pathname.slice(base.length)}`;
}

/** The file below `public/` that a path of the site means; undefined for one that would lie outside of it. */
function fileOf(pathname: string): string | undefined {
  try {
    const file = decodeURIComponent(pathname);
    const isInside = path.posix.normalize(file) === file && !/[\\\0]/.test(file);
    return isInside ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The size of a picture, upright as it is shown; undefined for what is none, or not there. */
async function readSize(file: string): Promise<{ width: number; height: number } | undefined> {
  // Loaded only where there is a picture.
  const { imageMetadata } = await import('astro/assets/utils');
  try {
    const { width, height } = await imageMetadata(await readFile(file), file);
    return { width, height };
  } catch {
    return undefined;
  }
}
