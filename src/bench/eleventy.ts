import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run.ts';
import { listSite } from '../build/site.ts';

const version = '3.1.8';

/** What Eleventy and the Pagefind command line took for the same transcripts, one after the other. */
export interface PairReport {
  readonly render: number;
  readonly index: number;
  readonly total: number;
  readonly peakMemory?: number;
  readonly files: number;
  readonly bytes: number;
}

/** Installs Eleventy into the bench's own folder, once: only this comparison needs it. */
export async function installEleventy(benchFolder: string): Promise<string> {
  const home = path.join(benchFolder, 'eleventy');
  const command = path.join(home, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (existsSync(command)) return command;
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, 'package.json'), '{ "private": true }\n');
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--save-exact', `@11ty/eleventy@${version}`],
    { cwd: home },
  );
  return command;
}

/**
 * One plain page for each Markdown transcript, without speakers, topics or lists, then Pagefind's own
 * command over the pages: the least that one could publish of the same files.
 */
export async function runPair(
  eleventy: string,
  episodes: string,
  work: string,
): Promise<PairReport> {
  await rm(work, { recursive: true, force: true });
  const input = path.join(work, 'input');
  await mkdir(path.join(input, '_includes'), { recursive: true });
  await cp(episodes, path.join(input, 'episodes'), { recursive: true });
  await writeFile(
    path.join(input, '_includes/page.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>{{ content }}</main></body></html>\n',
  );
  await writeFile(path.join(input, 'episodes/episodes.json'), '{ "layout": "page.html" }\n');
  await writeFile(
    path.join(work, 'eleventy.config.mjs'),
    "export default (config) => ({ dir: { input: 'input', output: 'output' }, markdownTemplateEngine: false });\n",
  );
  const rendered = await run(process.execPath, [eleventy, '--quiet'], { cwd: work });
  const pagefind = path.resolve('node_modules/pagefind/lib/runner/bin.cjs');
  const indexed = await run(process.execPath, [pagefind, '--site', 'output'], { cwd: work });
  const files = await listSite(path.join(work, 'output'));
  const peak = Math.max(rendered.peakMemory ?? 0, indexed.peakMemory ?? 0);
  return {
    render: rendered.seconds,
    index: indexed.seconds,
    total: rendered.seconds + indexed.seconds,
    ...(peak > 0 && { peakMemory: peak }),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}
