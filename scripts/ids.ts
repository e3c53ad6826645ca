import path from 'node:path';
import { styleText } from 'node:util';
import { serializeProblems } from '../src/archive/problem.ts';
import { idsCommand } from '../src/commands/ids.ts';
import { findLostIds } from '../src/ids/lost.ts';
import { planIds, refuseIds, summarize } from '../src/ids/plan.ts';
import { writeIds } from '../src/ids/write.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';

const program = idsCommand().parse();

const options = program.opts<{
  frozen?: boolean;
  date?: string;
  removed?: number;
  withoutWords?: string[];
}>();
if (options.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(options.date))
  stop(`Unexpected day \`${options.date}\`, expected one as 2026-05-01.`, 2);

const folder = contentFolder();
const loaded = await loadArchive(folder, {
  ...(options.date !== undefined && { date: options.date }),
  withoutWords: new Set(options.withoutWords ?? []),
});
if (!loaded.archive) {
  console.error(serializeProblems(loaded.problems));
  stop('The ledger is as it was: these problems come first.');
}
const lost = await findLostIds(loaded);
if (lost.length > 0) {
  const names = lost.slice(0, 5).map(({ id, file }) => `${id} (${file})`);
  stop(
    `Unexpected ids that are in no ledger any more, expected each to stay for ever: ${names.join(', ')}${lost.length > 5 ? ` and ${lost.length - 5} more` : ''}. Nothing was written. Bring the ledger back: git checkout HEAD -- content/ledger content/history`,
  );
}
const plan = planIds(loaded);
const shownAs = path.relative('', folder) || folder;
if (options.frozen) {
  if (plan.files.length === 0) console.log(`The ledger of ${shownAs} is up to date.`);
  else
    stop(
      `${summarize(plan)}\nThe ledger of ${shownAs} is behind. Type on the main branch: npm run ids`,
    );
} else {
  const refusal = refuseIds(loaded, plan, {
    removed: options.removed,
    isDateGiven: options.date !== undefined,
  });
  if (refusal !== undefined) stop(refusal);
  await writeIds(folder, loaded, plan);
  if (plan.files.length === 0)
    console.log(`Nothing to do: the ledger of ${shownAs} is up to date.`);
  else
    console.log(
      `${summarize(plan)}\nWritten to ${shownAs}/ledger and ${shownAs}/history. Next: commit them.`,
    );
}

function stop(message: string, code = 1): never {
  console.error(styleText(code === 2 ? 'red' : 'yellow', message));
  process.exit(code);
}
