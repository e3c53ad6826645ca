import path from 'node:path';
import { styleText } from 'node:util';
import { Command } from 'commander';
import { readPointer } from '../src/archive/pointer.ts';
import { serializeProblems } from '../src/archive/problem.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';
import { isFolder } from '../src/store/folder.ts';
import { outFolder } from '../src/store/out.ts';
import { refuseAsked } from '../src/takedown/asked.ts';
import { readHoldings } from '../src/takedown/holdings.ts';
import { planTakedown } from '../src/takedown/plan.ts';
import { isLeft, tellLeftovers, tellNext, tellOthers, tellPlan } from '../src/takedown/report.ts';
import { writeTakedown } from '../src/takedown/write.ts';

const program = new Command('npm run takedown --')
  .description(
    'Takes the words of a quote down: from the transcript, the ledger and the histories. Its id stays as a tombstone that says when and on what ground. By the keeper, on the main branch.',
  )
  .argument('<id>', 'the id of the quote, or its permalink')
  .requiredOption('--reason <text>', 'the ground, shown for ever: one line, without the words')
  .option('--revision <number>', 'only this earlier wording; the quote stays', Number)
  .option('--date <day>', 'the day (YYYY-MM-DD); else that of the commit that is checked out')
  .option('--dry-run', 'say what would be done, and do nothing')
  .addHelpText(
    'after',
    `
Exit code 0: done, and no file of content or public holds the words. 1: some file still does, or nothing was done. 2: typed wrongly.
ARCHIVE_CONTENT names another content folder (else: content). The whole way, git history included: .github/docs/takedown.md

Examples:
  npm run takedown -- q7k2m9xqp --reason "At the request of the speaker."
  npm run takedown -- q7k2m9xqp --revision 1 --reason "Named a private person."`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();

const options = program.opts<{
  reason: string;
  revision?: number;
  date?: string;
  dryRun?: boolean;
}>();
const folder = contentFolder();
const loaded = await loadArchive(folder, options.date === undefined ? {} : { date: options.date });
if (!loaded.archive) {
  console.error(serializeProblems(loaded.problems));
  stop('Nothing was done: these problems come first.');
}
const id = readPointer(program.args[0] ?? '', loaded.archive.facts.url)?.id;
const { revision } = options;
const asked = {
  id: id ?? program.args[0] ?? '',
  reason: options.reason.trim(),
  date: options.date ?? loaded.records?.date ?? '',
  ...(revision !== undefined && { revision }),
};
const wrong = refuseAsked(asked);
if (wrong !== undefined) stop(wrong, 2);

const holdings = await readHoldings(folder, path.resolve('public'), loaded);
const plan = await planTakedown(holdings, asked);
if ('refusal' in plan) stop(plan.refusal);
const shownAs = path.relative('', folder).split(path.sep).join('/') || folder;
console.log(tellPlan(plan, { ...asked, isDayGiven: options.date !== undefined }, shownAs));
if (!options.dryRun) await writeTakedown(holdings, plan);
for (const text of [tellOthers(plan, asked), tellLeftovers(plan, asked)])
  if (text !== '') console.log(`\n${styleText('yellow', text)}`);
if (holdings.closed.length > 0)
  console.log(`\nNot looked into, since they are no text: ${holdings.closed.join(', ')}`);
const out = outFolder();
const site = (await isFolder(out)) ? path.relative('', out) || out : undefined;
if (options.dryRun) console.log('\nNothing was done: this was a dry run.');
else if (plan.files.length > 0)
  console.log(`\n${tellNext(plan, site, loaded.repository !== undefined)}`);
process.exitCode = isLeft(plan) ? 1 : 0;

function stop(message: string, code = 1): never {
  console.error(styleText(code === 2 ? 'red' : 'yellow', message));
  process.exit(code);
}
