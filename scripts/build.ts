import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildReport, RenderReport } from '../src/build/report.ts';
import { listSite } from '../src/build/site.ts';
import { makeWorkFolder, swapSite } from '../src/build/swap.ts';
import { buildCommand } from '../src/commands/build.ts';
import { buildIndex } from '../src/search/bundle.ts';
import { outFolder } from '../src/store/out.ts';

/**
 * Node grows its memory as long as there is some; held to this it renders half a million quotes as fast.
 * A machine or a keeper who needs another bound sets it in NODE_OPTIONS.
 */
const heapMegabytes = 1700;

/**
 * The bytes of each page that was written would make V8 look through the whole archive in its memory, every 64 MB
 * anew. So they count as what the rest of the memory is, and it looks when that has grown.
 */
const isOneMemory = '--external-memory-accounted-in-global-limit';

const program = buildCommand().parse();

const { report: reportFile } = program.opts<{ report?: string }>();
const start = performance.now();
const out = outFolder();
const work = await makeWorkFolder(out);
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(130));

const rendered = await render(work);
console.log(
  `${count(rendered.counts.episodes)} episodes, ${count(rendered.counts.quotes)} quotes: pages in ${seconds(rendered.seconds.render)}`,
);
const indexStart = performance.now();
const site = path.join(work, 'site');
await buildIndex({
  recordsFolder: path.join(work, 'records'),
  outFolder: path.join(site, 'pagefind'),
});
const index = (performance.now() - indexStart) / 1000;
console.log(`search index in ${seconds(index)}`);

const files = await listSite(site);
await swapSite(site, out);
const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
const total = (performance.now() - start) / 1000;
console.log(
  `${path.relative('', out) || out}: ${count(files.length)} files, ${count(Math.ceil(bytes / 1e6))} MB in ${seconds(total)}`,
);
if (reportFile) {
  const report: BuildReport = {
    counts: rendered.counts,
    seconds: { ...rendered.seconds, index, total },
    files: files.length,
    bytes,
  };
  await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`);
}

/** Renders in another process: what it used is given back before the index is made. */
function render(folder: string): Promise<RenderReport> {
  const script = path.join(import.meta.dirname, '../src/build/render.ts');
  const hasOwnBound = process.env['NODE_OPTIONS']?.includes('max-old-space-size');
  const bound = hasOwnBound ? [] : [`--max-old-space-size=${heapMegabytes}`];
  const child = fork(script, [folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...bound, isOneMemory],
    env: productionEnvironment(),
  });
  process.on('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve) => {
    let report: RenderReport | undefined;
    child.on('message', (message) => (report = message as RenderReport));
    child.on('close', (code) => (code === 0 && report ? resolve(report) : process.exit(1)));
  });
}

/** Astro takes these for facts of the build, wherever they come from: a test runner sets them all. */
function productionEnvironment(): NodeJS.ProcessEnv {
  const { DEV: _dev, PROD: _prod, MODE: _mode, BASE_URL: _base, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production' };
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
