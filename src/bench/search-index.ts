import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { listSite } from '../build/site.ts';
import { run } from './run.ts';

/** What making the index takes, beside the Pagefind command line over the episode pages of the same site. */
export interface IndexReport {
  /** Writing the records; done by the process that renders, which has the archive in its memory anyway. */
  readonly prepare: number;
  readonly index: number;
  /** Of the process that makes the index, and of Pagefind's below it; in bytes. */
  readonly memory: number | undefined;
  readonly command: {
    readonly seconds: number;
    readonly memory: number | undefined;
    readonly files: number;
    readonly bytes: number;
  };
}

/** Makes the index of a content folder by itself, then lets the command line index the site's episodes. */
export async function measureIndex(
  content: string,
  site: string,
  work: string,
): Promise<IndexReport> {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const records = path.join(work, 'records');
  const step = (...args: string[]): ReturnType<typeof run> =>
    run(process.execPath, ['src/bench/index-step.ts', ...args]);
  const prepared = await step('prepare', content, records);
  const indexed = await step('build', records, path.join(work, 'pagefind'));

  const pages = path.join(work, 'pages');
  await cp(path.join(site, 'episodes'), path.join(pages, 'episodes'), { recursive: true });
  const command = await run(path.resolve('node_modules/.bin/pagefind'), ['--site', pages]);
  const files = (await listSite(pages)).filter((file) => file.path.startsWith('pagefind/'));
  return {
    prepare: Number(prepared.output),
    index: Number(indexed.output),
    memory: indexed.peakMemory,
    command: {
      seconds: command.seconds,
      memory: command.peakMemory,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  };
}
