import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { build } from 'astro';
import { feedsOf } from '../archive/feed.ts';
import type { Archive } from '../archive/model.ts';
import { serializeProblems } from '../archive/problem.ts';
import {
  collectionPath,
  episodePath,
  showPath,
  speakerPath,
  topicPath,
} from '../archive/permalink.ts';
import { policy } from '../layouts/policy.ts';
import { prepareIndex } from '../search/prepare.ts';
import { planIds, summarize } from '../ids/plan.ts';
import { rememberArchive, rememberFigures } from '../store/archive.ts';
import { moveFolder, openDrawer } from './drawer.ts';
import { proveSite } from './proof.ts';
import type { RenderReport } from './report.ts';

/**
 * The first half of a build, as a process of its own so that its memory is free again before the search
 * index is made: reads the content, stops at errors, renders the pages, writes what Pagefind will read.
 *
 * node src/build/render.ts <work folder>
 */
const [workFolder = ''] = process.argv.slice(2);
const site = path.join(workFolder, 'site');
// Without the process that started it, what this one makes would reach nobody.
const orphaned = (): never => process.exit(1);
process.on('disconnect', orphaned);

const loaded = await rememberArchive();
const { archive, joined, problems, seconds } = loaded;
const warnings = problems.filter((problem) => problem.severity === 'warning');
if (!archive || !joined) {
  console.error(serializeProblems(problems));
  const errors = problems.length - warnings.length;
  console.error(
    `\n${styleText('red', `${errors} ${errors === 1 ? 'error' : 'errors'}`)}: nothing was built, the site is as it was.`,
  );
  process.exit(1);
}
if (warnings.length > 0) {
  console.log(`${warnings.length} warnings; \`npm run check\` shows them.`);
}
const start = performance.now();
const figures = rememberFigures(archive);
const pending = planIds(loaded, figures.topics);
if (pending.changed.length > 0) {
  console.log(
    `Not in the ledger yet: ${summarize(pending)}. These pages show what \`npm run ids\` will write.`,
  );
}

const drawer = await openDrawer(site);
await build({
  outDir: drawer,
  cacheDir: path.join(workFolder, 'cache'),
  logLevel: 'warn',
});
if (drawer !== site) await moveFolder(drawer, site);
await writeFile(path.join(site, '_headers'), headers());
proveComplete(archive, site);
const proofStart = performance.now();
const ledgers = [...joined.reconciliations.values()].map(({ ledger }) => ledger);
await proveSite(site, archive, ledgers);
const proof = (performance.now() - proofStart) / 1000;
await prepareIndex(archive, path.join(workFolder, 'records'), figures.words, figures);

const report: RenderReport = {
  counts: { ...archive.counts, speakers: archive.speakers.length },
  seconds: { ...seconds, render: (performance.now() - start) / 1000 - proof, proof },
};
process.send?.(report);
process.off('disconnect', orphaned);
process.disconnect?.();

/** Headers for the hosts that read this file (Cloudflare Pages, Netlify); what a `meta` cannot say is here. */
function headers(): string {
  return [
    '/*',
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    '',
  ].join('\n');
}

/** Files in = entries = pages: stops the build when something of the archive got no page, or a feed is missing. */
function proveComplete(joined: Archive, folder: string): void {
  const pages = [
    ...joined.shows.map(({ id }) => showPath(id)),
    ...joined.speakers.map(({ id }) => speakerPath(id)),
    ...joined.topics.map(({ id }) => topicPath(id)),
    ...joined.collections.map(({ id }) => collectionPath(id)),
    ...joined.episodes.map(({ key }) => episodePath(key)),
  ];
  const expected = [...pages.map((page) => `${page}index.html`), ...feedsOf(joined)];
  const missing = expected.filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) {
    throw new Error(
      `Unexpected missing pages, expected one for each file of the content:\n${missing.join('\n')}`,
    );
  }
}
