import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { availableParallelism, totalmem } from 'node:os';
import { measureBeside, serializeBesideRows } from '../src/bench/beside.ts';
import { explainBind, measureBind, serializeBindReport } from '../src/bench/bind.ts';
import { inventDates } from '../src/bench/changelog.ts';
import { installEleventy, runPair, type PairReport } from '../src/bench/eleventy.ts';
import { type FiguresRow, measureFigures, serializeFiguresRows } from '../src/bench/figures.ts';
import { fuzz } from '../src/bench/fuzz.ts';
import { readCorpora } from '../src/bench/corpus.ts';
import { measureFormats, serializeFormatsReport } from '../src/bench/formats.ts';
import { measureCheck, serializeCheckRows } from '../src/bench/check.ts';
import { measureIds, serializeIdsRows } from '../src/bench/ids.ts';
import { inventTopics } from '../src/bench/invented-topics.ts';
import { run } from '../src/bench/run.ts';
import { measureSearch } from '../src/bench/search.ts';
import { measureIndex } from '../src/bench/search-index.ts';
import { type SearchRow, serializeSearchRows } from '../src/bench/search-table.ts';
import { weigh, type Weight } from '../src/bench/weight.ts';
import type { BuildReport } from '../src/build/report.ts';
import { benchCommand } from '../src/commands/bench.ts';
import { loadArchive } from '../src/store/archive.ts';
import { corpusFolder, largeCorpusFolder } from '../src/store/corpora.ts';
import type { Kind } from '../src/testing/edit-script.ts';

const program = benchCommand().parse();

interface Result {
  readonly name: string;
  readonly build: BuildReport;
  readonly peakMemory?: number;
  readonly importSeconds?: number;
  readonly weight: Weight;
  readonly pair?: PairReport;
}

const options = program.opts<{
  pair: boolean;
  beside?: string;
  json?: string;
  scripts: string;
  inputs: string;
  from: string;
  kind?: Kind;
  seed: string;
}>();
if (program.args[0] === 'bind') {
  await reportBind();
  process.exit();
}
if (program.args[0] === 'fuzz') {
  await reportFuzz();
  process.exit();
}
if (program.args[0] === 'formats') {
  await reportFormats();
  process.exit();
}
const bench = path.resolve('.bench');
await mkdir(bench, { recursive: true });
if (program.args[0] === 'ids') {
  await reportIds();
  process.exit();
}
if (program.args[0] === 'check') {
  await reportCheck();
  process.exit();
}
if (program.args[0] === 'figures') {
  await reportFigures(program.args.slice(1));
  process.exit();
}
if (program.args[0] === 'search') {
  await reportSearch(program.args.slice(1));
  process.exit();
}
const eleventy = options.pair ? await installEleventy(bench) : undefined;
const wanted = program.args.length > 0 ? program.args : ['example', 'slice', 'whole'];
const results: Result[] = [];
for (const name of wanted) {
  const source = await sourceOf(name);
  if (source) results.push(await measure(name, source.content, source.importSeconds));
}
console.log(table(results));
if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);

/** The tables of bind, or one script with its fates. */
async function reportBind(): Promise<void> {
  if (options.kind) {
    console.log(explainBind(options.kind, Number(options.seed)));
    return;
  }
  const progress = (done: number, all: number): void => {
    if (process.stderr.isTTY && done % 100 === 0) process.stderr.write(`\r${done} of ${all} `);
  };
  const report = await measureBind(Number(options.scripts), progress, Number(options.from));
  console.log(serializeBindReport(report));
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

/** Whether a reader falls over files that were changed by chance. */
async function reportFuzz(): Promise<void> {
  const report = fuzz(Number(options.inputs), readCorpora(), Number(options.from));
  const { seconds, format } = report.slowest;
  console.log(
    `${report.inputs.toLocaleString('en')} inputs, the slowest ${seconds.toFixed(2)} s (${format}), ${report.faults.length} kinds of faults`,
  );
  for (const { seed, path: file, fault } of report.faults)
    console.log(`  --from ${seed} --inputs 1  ${file}: ${fault}`);
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}

/** What every format reads of the transcripts on this machine, beside plain counts; and how fast. */
async function reportFormats(): Promise<void> {
  const report = measureFormats();
  console.log(serializeFormatsReport(report));
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (report.corpora.some(({ isRight }) => !isRight)) process.exitCode = 1;
}

/** What keeping the ledger of the whole Changelog costs. */
async function reportIds(): Promise<void> {
  const source = await sourceOf('whole');
  if (!source) return;
  const rows = await measureIds(source.content, path.join(bench, 'ids'));
  console.log(serializeIdsRows(rows));
  if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** What checking the whole Changelog costs, and a request of one episode to it. */
async function reportCheck(): Promise<void> {
  const source = await sourceOf('whole');
  if (!source) return;
  const rows = await measureCheck(source.content, path.join(bench, 'check'));
  console.log(serializeCheckRows(rows));
  if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** What searching costs a reader in Chromium, and what the index costs to be made. */
async function reportSearch(names: readonly string[]): Promise<void> {
  const rows: SearchRow[] = [];
  for (const name of names.length > 0 ? names : ['example', 'slice', 'whole']) {
    const source = await sourceOf(name);
    if (!source) continue;
    const site = path.join(bench, name, 'site');
    console.log(`${name}: building …`);
    await run(process.execPath, ['scripts/build.ts'], {
      env: { ARCHIVE_CONTENT: source.content, ARCHIVE_OUT: site },
    });
    const { archive } = await loadArchive(source.content);
    if (!archive) throw new Error(`Unexpected problems in ${source.content}, expected an archive.`);
    console.log(`${name}: searching …`);
    const search = await measureSearch(site, archive);
    console.log(`${name}: indexing, here and by the Pagefind command line …`);
    const index = options.pair
      ? await measureIndex(source.content, site, path.join(bench, name, 'index'))
      : undefined;
    rows.push({ name, search, ...(index && { index }) });
  }
  console.log(serializeSearchRows(rows));
  if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** What counting costs, with invented topics, beside a build of the same content. */
async function reportFigures(names: readonly string[]): Promise<void> {
  const rows: FiguresRow[] = [];
  for (const name of names.length > 0 ? names : ['whole']) {
    const source = await sourceOf(name);
    if (!source) continue;
    const work = path.join(bench, name, 'figures');
    // The example is the project's own content: it is counted in a copy.
    const content = path.join(work, 'content');
    await rm(work, { recursive: true, force: true });
    await cp(source.content, content, { recursive: true });
    if (options.beside !== undefined) {
      console.log(`${name}: building, four times …`);
      const { archive } = await loadArchive(content, { unanswered: true });
      if (!archive) throw new Error(`Unexpected problems in ${content}, expected an archive.`);
      await inventTopics(archive, content);
      console.log(serializeBesideRows(await measureBeside(content, work, options.beside, 2)));
      continue;
    }
    console.log(`${name}: counting …`);
    rows.push(await measureFigures(name, content, work, options.pair));
  }
  if (rows.length === 0) return;
  console.log(serializeFiguresRows(rows));
  if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** The content folder of an archive to be measured; the Changelog is imported first. */
async function sourceOf(
  name: string,
): Promise<{ content: string; importSeconds?: number } | undefined> {
  if (name === 'example') return { content: path.resolve('content') };
  if (name !== 'slice' && name !== 'whole') {
    console.error(`Unexpected archive \`${name}\`, expected example, slice or whole.`);
    process.exit(2);
  }
  const from = name === 'slice' ? corpusFolder('changelog') : await unpackWhole();
  if (from === undefined) {
    console.log(`${name}: skipped, the transcripts are not on this machine (ARCHIVE_CORPORA).`);
    return undefined;
  }
  const content = path.join(bench, name, 'content');
  await rm(path.join(bench, name), { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await writeFile(
    path.join(content, 'archive.yaml'),
    `title: Changelog (${name})\nurl: https://example.org/\nlanguage: en\nhost: cloudflare-pages\n`,
  );
  console.log(`${name}: importing …`);
  const imported = await run(process.execPath, ['scripts/import.ts', from, '--content', content]);
  const dates = await inventDates(content);
  console.log(`${name}: ${dates} invented dates, a week apart, by number within each show`);
  return { content, importSeconds: imported.seconds };
}

async function unpackWhole(): Promise<string | undefined> {
  const large = largeCorpusFolder();
  if (large === undefined) return undefined;
  const folder = path.join(bench, 'changelog');
  if (!existsSync(folder)) {
    await mkdir(folder, { recursive: true });
    await run('tar', ['-xJf', path.join(large, 'changelog.tar.xz'), '-C', folder]);
  }
  return folder;
}

async function measure(name: string, content: string, importSeconds?: number): Promise<Result> {
  const work = path.join(bench, name);
  const out = path.join(work, 'site');
  const report = path.join(work, 'report.json');
  await mkdir(work, { recursive: true });
  console.log(`${name}: building …`);
  const built = await run(process.execPath, ['scripts/build.ts', '--report', report], {
    env: { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out },
  });
  const build = JSON.parse(await readFile(report, 'utf8')) as BuildReport;
  const { archive } = await loadArchive(content);
  if (!archive)
    throw new Error(`Unexpected problems in ${content}, expected an archive that builds.`);
  const weight = await weigh(archive, out);
  if (eleventy) console.log(`${name}: Eleventy and Pagefind on the same files …`);
  const pair =
    eleventy && (await runPair(eleventy, path.join(content, 'episodes'), path.join(work, 'pair')));
  return {
    name,
    build,
    weight,
    ...(built.peakMemory !== undefined && { peakMemory: built.peakMemory }),
    ...(importSeconds !== undefined && { importSeconds }),
    ...(pair && { pair }),
  };
}

function table(rows: readonly Result[]): string {
  const seconds = (value: number | undefined): string =>
    value === undefined ? '–' : value.toFixed(1);
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const gigabytes = (value: number | undefined): string =>
    value === undefined ? '–' : (value / 1e9).toFixed(2);
  const lines: (readonly [string, (result: Result) => string])[] = [
    ['episodes', (row) => count(row.build.counts.episodes)],
    ['quotes', (row) => count(row.build.counts.quotes)],
    ['import, s', (row) => seconds(row.importSeconds)],
    ['read, s', (row) => seconds(row.build.seconds.read)],
    ['join, s', (row) => seconds(row.build.seconds.join)],
    ['render, s', (row) => seconds(row.build.seconds.render)],
    ['proof, s', (row) => seconds(row.build.seconds.proof)],
    ['index, s', (row) => seconds(row.build.seconds.index)],
    ['total, s', (row) => seconds(row.build.seconds.total)],
    ['peak memory of all processes, GB', (row) => gigabytes(row.peakMemory)],
    ['files', (row) => count(row.build.files)],
    ['MB', (row) => count(row.build.bytes / 1e6)],
    ['bytes of HTML per quote beyond its words', (row) => count(row.weight.htmlPerQuote)],
    ['scripts per episode page, bytes compressed', (row) => count(row.weight.scripts)],
    ['styles per episode page, bytes compressed', (row) => count(row.weight.styles)],
    ['longest page, bytes compressed', (row) => count(row.weight.longestPage)],
    ['Eleventy, s', (row) => seconds(row.pair?.render)],
    ['Pagefind command line, s', (row) => seconds(row.pair?.index)],
    ['the pair in all, s', (row) => seconds(row.pair?.total)],
    ['the pair’s peak memory, GB', (row) => gigabytes(row.pair?.peakMemory)],
    ['the pair’s files', (row) => (row.pair ? count(row.pair.files) : '–')],
    [
      'this / the pair',
      (row) => (row.pair ? (row.build.seconds.total / row.pair.total).toFixed(2) : '–'),
    ],
  ];
  return [
    `\n${availableParallelism()} processors, ${count(totalmem() / 1e9)} GB of memory, Node ${process.versions.node}\n`,
    `| | ${rows.map((row) => row.name).join(' | ')} |`,
    `| --- |${rows.map(() => ' ---: |').join('')}`,
    ...lines.map(([label, cell]) => `| ${label} | ${rows.map(cell).join(' | ')} |`),
  ].join('\n');
}
