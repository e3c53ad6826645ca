import type { Host } from '../archive/model.ts';
import type { SiteFile } from './site.ts';

/** What a static host takes, by its own documentation. Absent: no such limit is stated. */
export interface HostLimits {
  readonly name: string;
  readonly files?: number;
  readonly bytes?: number;
  readonly fileBytes?: number;
  readonly source: string;
}

const MiB = 1024 ** 2;
const GB = 1000 ** 3;

export const hosts: Readonly<Record<Host, HostLimits>> = {
  'github-pages': {
    name: 'GitHub Pages',
    bytes: GB,
    fileBytes: 100 * MiB,
    source:
      'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
  },
  'cloudflare-pages': {
    name: 'Cloudflare Pages',
    files: 20_000,
    fileBytes: 25 * MiB,
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
  netlify: {
    name: 'Netlify',
    files: 54_000,
    source: 'https://docs.netlify.com/site-deploys/overview/',
  },
  other: { name: 'a web server of your own', source: '' },
};

/** One limit of the host, and how near the site is to it. */
export interface Finding {
  readonly what: 'files' | 'bytes' | 'fileBytes';
  readonly value: number;
  readonly limit?: number;
  readonly verdict: 'ok' | 'near' | 'over';
  /** The largest file, for `fileBytes`. */
  readonly path?: string;
}

/** From this share of a limit on, the keeper is warned. */
const nearShare = 0.8;

/** A built site held against what its host takes. */
export function examine(files: readonly SiteFile[], limits: HostLimits): Finding[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const largest = files.reduce((most, file) => (file.bytes > most.bytes ? file : most), {
    path: '',
    bytes: 0,
  });
  const judge = (what: Finding['what'], value: number, limit: number | undefined): Finding => ({
    what,
    value,
    ...(limit !== undefined && { limit }),
    verdict:
      limit === undefined || value < limit * nearShare ? 'ok' : value <= limit ? 'near' : 'over',
  });
  return [
    judge('files', files.length, limits.files),
    judge('bytes', bytes, limits.bytes),
    { ...judge('fileBytes', largest.bytes, limits.fileBytes), path: largest.path },
  ];
}
