import { existsSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { type Problem, serializeProblems } from '../src/archive/problem.ts';
import { detectFamily, families } from '../src/formats/family.ts';
import type { SourceFile } from '../src/formats/source.ts';
import { readExisting } from '../src/import/existing.ts';
import { planImport } from '../src/import/plan.ts';
import { writePlan } from '../src/import/write.ts';
import { contentFolder } from '../src/store/archive.ts';
import { readFolder } from '../src/store/folder.ts';

const program = new Command('npm run import --')
  .description(
    'Brings an archive of Markdown transcripts into the content folder. Can be repeated; never overwrites what a person edited.',
  )
  .argument('<sources...>', 'files or folders; a folder’s folders become shows')
  .option('--content <folder>', 'the content folder (else: ARCHIVE_CONTENT, else: content)')
  .option('--show <id>', 'one show for all, instead of one for each folder')
  .option(
    '--family <name>',
    `how the files are written, instead of finding out: ${families.map(({ name }) => name).join(', ')}`,
  )
  .option('--dry-run', 'say what would be written, write nothing')
  .option('--force', 'overwrite files that were edited since they were imported')
  .option('--verbose', 'show every problem, not the first forty')
  .addHelpText(
    'after',
    '\nFor example:\n  npm run import -- ../transcripts\n  npm run import -- ../transcripts/podcast --show podcast --dry-run',
  )
  .parse();

const options = program.opts<{
  content?: string;
  show?: string;
  family?: string;
  dryRun?: boolean;
  force?: boolean;
  verbose?: boolean;
}>();
const start = performance.now();
const content = path.resolve(options.content ?? contentFolder());
const problems: Problem[] = [];
const leftOut = new Map<string, string>();
const totals = { episodes: 0, quotes: 0, notes: 0, shows: 0, topics: 0, found: 0, added: 0 };
const outcome = { written: [] as string[], same: 0, edited: [] as string[] };

for (const source of program.args) await importOne(path.resolve(source));
report();

/** Gathers, plans and writes one file or folder. */
async function importOne(source: string): Promise<void> {
  if (!existsSync(source))
    fail(`Unexpected \`${source}\`, expected a file or a folder: there is none.`);
  const { files, folder } = await gather(source);
  const family = options.family
    ? families.find(({ name }) => name === options.family)
    : detectFamily(files);
  if (!family) {
    fail(
      options.family
        ? `Unexpected family \`${options.family}\`, expected one of ${families.map(({ name }) => name).join(', ')}.`
        : `Unexpected files in \`${source}\`, expected Markdown transcripts of a known kind. Name it with --family: ${families.map(({ name }) => name).join(', ')}.`,
    );
  }
  console.log(`${source}: ${family.name}, ${files.length.toLocaleString('en')} files`);
  const plan = planImport(files, family, await readExisting(content), {
    folder,
    ...(options.show !== undefined && { show: options.show }),
    onEpisode: progress,
  });
  problems.push(...plan.problems);
  for (const [file, why] of plan.leftOut) leftOut.set(file, why);
  totals.episodes += plan.counts.episodes;
  totals.quotes += plan.counts.quotes;
  totals.notes += plan.counts.notes;
  totals.shows += plan.counts.shows;
  totals.topics += plan.counts.topics;
  totals.found += plan.counts.speakers.found;
  totals.added += plan.counts.speakers.added;
  const archive = {
    path: 'archive.yaml',
    text: 'title: Our archive\ndescription: What was said, word for word.\nurl: https://example.org/\nlanguage: en\n',
  };
  const planned = existsSync(path.join(content, 'archive.yaml'))
    ? plan.files
    : [archive, ...plan.files];
  if (options.dryRun) {
    outcome.written.push(...planned.map((file) => file.path));
    return;
  }
  const { written, same, edited } = await writePlan(content, planned, {
    force: options.force ?? false,
  });
  outcome.written.push(...written);
  outcome.edited.push(...edited);
  outcome.same += same;
}

/** The files of a source, and the name of the folder they lie in. What cannot be read is a problem. */
async function gather(source: string): Promise<{ files: SourceFile[]; folder: string }> {
  if (!(await lstat(source)).isDirectory()) {
    const folder = path.dirname(source);
    const read = await readFolder(folder, path.relative('', folder) || '.');
    const name = path.basename(source);
    problems.push(...read.problems.filter(({ file }) => file.endsWith(`/${name}`)));
    return {
      files: read.files.filter((file) => file.path === name),
      folder: path.basename(folder),
    };
  }
  const read = await readFolder(source, path.relative('', source) || '.');
  problems.push(...read.problems);
  const files: SourceFile[] = [...read.files];
  const alternates = path.join(source, '.alternates');
  if (existsSync(alternates))
    files.push({ path: '.alternates', text: await readFile(alternates, 'utf8') });
  return { files, folder: path.basename(source) };
}

function progress(done: number, all: number): void {
  if (all < 200) return;
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done.toLocaleString('en')} of ${all.toLocaleString('en')} read`);
  else if (done % 500 === 0)
    console.error(`${done.toLocaleString('en')} of ${all.toLocaleString('en')} read`);
  if (done === all && process.stderr.isTTY) process.stderr.write('\n');
}

function report(): void {
  const shown = options.verbose ? problems : problems.slice(0, 40);
  if (shown.length > 0) console.log(`\n${serializeProblems(shown)}`);
  if (shown.length < problems.length)
    console.log(`\n… and ${problems.length - shown.length} more; --verbose shows them all.`);
  leftOut.delete('.alternates');
  if (leftOut.size > 0) {
    const reasons = Map.groupBy(leftOut, ([, why]) => why);
    console.log('\nLeft out:');
    for (const [why, files] of reasons) {
      console.log(
        `  ${why}: ${files
          .slice(0, 5)
          .map(([file]) => file)
          .join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}`,
      );
    }
  }
  for (const file of outcome.edited)
    console.log(`\nLeft as it was edited: ${file} (--force overwrites it)`);
  const n = (value: number, noun: string): string =>
    `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
  console.log(
    `\n${n(totals.episodes, 'episode')}, ${n(totals.quotes, 'quote')}, ${n(totals.notes, 'note')}, ${n(totals.found, 'speaker')} (${totals.added.toLocaleString('en')} new), ${n(totals.shows, 'show')}, ${n(totals.topics, 'topic')}; ${n(problems.length, 'problem')}; ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  const where = path.relative('', content) || content;
  if (options.dryRun)
    console.log(`${n(outcome.written.length, 'file')} would be written to ${where}.`);
  else if (outcome.written.length === 0)
    console.log(
      `Nothing to do: ${n(outcome.same, 'file')} in ${where} ${outcome.same === 1 ? 'is' : 'are'} as they should be.`,
    );
  else console.log(`${n(outcome.written.length, 'file')} written to ${where}. Next: npm run check`);
  process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
