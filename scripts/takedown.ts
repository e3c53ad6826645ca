import path from 'node:path';
import { styleText } from 'node:util';
import { readPointer } from '../src/archive/pointer.ts';
import { serializeProblems } from '../src/archive/problem.ts';
import { takedownCommand } from '../src/commands/takedown.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';
import { isFolder } from '../src/store/folder.ts';
import { outFolder } from '../src/store/out.ts';
import { refuseAsked } from '../src/takedown/asked.ts';
import { readHoldings } from '../src/takedown/holdings.ts';
import { planTakedown } from '../src/takedown/plan.ts';
import { isLeft, tellLeftovers, tellNext, tellOthers, tellPlan } from '../src/takedown/report.ts';
import { writeTakedown } from '../src/takedown/write.ts';

const program = takedownCommand().parse();

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
