import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Problem, serializeProblems, sortProblems } from '../src/archive/problem.ts';
import { importCommand, type ImportOptions } from '../src/commands/import.ts';
import { families } from '../src/formats/family.ts';
import { formats } from '../src/formats/format.ts';
import { readExisting } from '../src/import/existing.ts';
import {
  type Given,
  type ImportPlan,
  planImport,
  type PlannedEpisode,
} from '../src/import/plan.ts';
import { askGiven } from '../src/import/questions.ts';
import { type Recognised, recogniseFiles } from '../src/import/recognise.ts';
import {
  describeAnonymous,
  describeCues,
  describeLeftOut,
  describeWritten,
  serializePreview,
  sumCues,
} from '../src/import/report.ts';
import { Cancelled, terminalPrompts } from '../src/import/terminal-prompts.ts';
import { writePlan } from '../src/import/write.ts';
import { plural, visible } from '../src/review/phrase.ts';
import { contentFolder } from '../src/store/archive.ts';
import { readLimits } from '../src/store/limits.ts';
import { groupSources, readSources, type SourcePlace } from '../src/store/source-files.ts';

const program = importCommand().parse();
const options = program.opts<ImportOptions>();
const start = performance.now();
const content = path.resolve(options.content ?? contentFolder());
const where = path.relative('', content).split(path.sep).join('/') || '.';
const isByHand = process.stdin.isTTY && process.stdout.isTTY && !options.yes;
const all = options.verbose ?? false;
const given: Given = options;
const problems: Problem[] = [];
const leftOut = new Map<string, string>();
const kinds = new Map<string, number>();
const episodes: PlannedEpisode[] = [];
const totals = { quotes: 0, notes: 0, shows: 0, topics: 0, found: 0, added: 0 };
/** What is missing or typed wrongly: nothing of that source is written before it is mended. */
const blocking = new Set<string>([
  'show-not-given',
  'no-title',
  'title-for-many',
  'speakers-label',
  'speakers-id',
  'already-there',
]);
const outcome = { written: [] as string[], same: 0, edited: [] as string[] };

try {
  const missing = program.args.find((source) => !existsSync(source));
  if (missing !== undefined)
    stop(`Unexpected \`${missing}\`, expected a file or a folder: there is none.`);
  if (options.update !== undefined) {
    // It reads and joins the whole archive; loading all that takes longer than most imports do.
    const { updateEpisode } = await import('../src/import/update-command.ts');
    process.exitCode = await updateEpisode(program.args, {
      ...options,
      key: options.update,
      content,
      where,
      ...(isByHand && { prompts: terminalPrompts }),
      print: (text) => console.log(text),
    });
  } else {
    const sources = program.args.map((source) => path.resolve(source));
    for (const place of await groupSources(sources)) await importFrom(place);
    report();
  }
} catch (error) {
  if (!(error instanceof Cancelled)) throw error;
  stop('Stopped. Nothing more was written.');
}

/** Reads what lies in one place, and imports it: a folder at once, files that were named one after another. */
async function importFrom(place: SourcePlace): Promise<void> {
  const read = await readSources(place, options.encoding, await readLimits(content));
  problems.push(...read.problems);
  for (const [file, why] of read.leftOut) leftOut.set(file, why);
  for (const { file, encoding, sample, isSure } of read.decoded)
    console.log(
      `${visible(file)} is read as ${encoding}: ${visible(sample)}${isSure ? '' : '  Wrong? Name the right one: --encoding windows-1250'}`,
    );
  const family = families.find(({ name }) => name === options.family);
  const format = formats.find(({ name }) => name === options.format);
  const recognised = recogniseFiles(read.files, {
    unit: options.unit,
    isNamed: !read.isFolder,
    ...(family && { family }),
    ...(format && { format }),
    onFile: progress,
  });
  problems.push(...recognised.problems, ...(read.isFolder ? [] : refused(recognised)));
  for (const [file, why] of recognised.leftOut)
    if (read.isFolder || recognised.used.has(file)) leftOut.set(file, why);
  for (const { kind } of recognised.episodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const together = read.isFolder
    ? [recognised.episodes]
    : Map.groupBy(recognised.episodes, ({ path: inside }) => inside).values();
  for (const found of together)
    if (found.length > 0)
      await importEpisodes(found, recognised, read.isFolder ? { folder: read.folder } : {});
}

/** Asks, plans and writes. */
async function importEpisodes(
  found: Recognised['episodes'],
  { showTitle }: Recognised,
  place: { readonly folder?: string },
): Promise<void> {
  const existing = await readExisting(content);
  const wanted = isByHand
    ? await askGiven(found, existing, given, { ...place, prompts: terminalPrompts })
    : given;
  const plan = planImport(found, existing, { given: wanted, ...place, showTitle });
  problems.push(...plan.problems);
  count(plan);
  const isSingle = found.every((episode) => episode.isSingle);
  if (options.dryRun || (isByHand && isSingle)) console.log(`\n${serializePreview(plan, { all })}`);
  if (plan.problems.some(({ severity, rule }) => severity === 'error' && blocking.has(rule)))
    return;
  await write(plan, isByHand && isSingle);
}

async function write({ files }: ImportPlan, isToBeAsked: boolean): Promise<void> {
  const archive = {
    path: 'archive.yaml',
    text: 'title: Our archive\ndescription: What was said, word for word.\nurl: https://example.org/\nlanguage: en\n',
  };
  const planned = existsSync(path.join(content, archive.path)) ? files : [archive, ...files];
  if (options.dryRun) {
    outcome.written.push(...planned.map((file) => file.path));
    return;
  }
  if (isToBeAsked && !(await terminalPrompts.confirm(`Write it to ${where}?`)))
    throw new Cancelled();
  const { written, same, edited } = await writePlan(content, planned, {
    force: options.force ?? false,
  });
  outcome.written.push(...written);
  outcome.edited.push(...edited);
  outcome.same += same;
}

/** A file that was named and is no transcript, nor a part of one, is an error. */
function refused({ leftOut: none, used }: Recognised): Problem[] {
  return [...none].flatMap(([file, why]): Problem[] =>
    used.has(file)
      ? []
      : [
          {
            rule: 'not-a-transcript',
            severity: 'error',
            file,
            message: `Unexpected file, expected a transcript: ${why}`,
            mend: 'Name its form if you know it, for example `--format plain-text`; `npm run import -- --help` lists them.',
          },
        ],
  );
}

function count(plan: ImportPlan): void {
  episodes.push(...plan.episodes);
  totals.quotes += plan.counts.quotes;
  totals.notes += plan.counts.notes;
  totals.shows += plan.counts.shows;
  totals.topics += plan.counts.topics;
  totals.found += plan.counts.speakers.found;
  totals.added += plan.counts.speakers.added;
}

function progress(done: number, of: number): void {
  if (of < 200) return;
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done.toLocaleString('en')} of ${of.toLocaleString('en')} read`);
  else if (done % 500 === 0)
    console.error(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} read`);
  if (done === of && process.stderr.isTTY) process.stderr.write('\n');
}

function report(): void {
  const shown = all ? problems : sortProblems(problems).slice(0, 40);
  const hidden = problems.length - shown.length;
  const undated = episodes.filter(
    ({ from, facts }) => from.isSingle && facts['date'] === undefined,
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const blocks = [
    shown.length > 0 ? serializeProblems(shown).split('\n').map(visible).join('\n') : '',
    hidden > 0 ? `… and ${hidden.toLocaleString('en')} more; --verbose shows them all.` : '',
    describeLeftOut(leftOut, all),
    describeCues(sumCues(episodes)).join('\n'),
    undated.length > 0
      ? `${plural(undated.length, 'episode')} without a day. Say it with --date 2024-03-02, in the name of the file, or later in the episode.`
      : '',
    describeAnonymous(episodes),
    [...kinds].map(([kind, files]) => `${kind}: ${plural(files, 'episode')}`).join('; '),
    `${plural(episodes.length, 'episode')}, ${plural(totals.quotes, 'quote')}, ${plural(totals.notes, 'note')}, ${plural(totals.found, 'speaker')} (${totals.added.toLocaleString('en')} new), ${plural(totals.shows, 'show')}, ${plural(totals.topics, 'topic')}; ${plural(problems.length, 'problem')}; ${((performance.now() - start) / 1000).toFixed(1)} s`,
    errors > 0 && outcome.written.length + outcome.same + outcome.edited.length === 0
      ? `Nothing was written: ${plural(errors, 'error')} first.`
      : describeWritten(outcome, { where, isDryRun: options.dryRun ?? false, all }),
  ];
  console.log(`\n${blocks.filter((block) => block !== '').join('\n\n')}`);
  process.exitCode = errors > 0 ? 1 : 0;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
