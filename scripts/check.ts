import { styleText } from 'node:util';
import { Command } from 'commander';
import { serializeProblems } from '../src/archive/problem.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';

const program = new Command('npm run check --')
  .description(
    'Says every problem of the content: where, what, why and how to mend. Exit code 1 when one would stop a build.',
  )
  .argument('[folder]', 'the content folder (else: ARCHIVE_CONTENT, else: content)')
  .option('--quiet', 'errors only, no warnings')
  .parse();

const { archive, problems } = await loadArchive(program.args[0] ?? contentFolder());
const errors = problems.filter((problem) => problem.severity === 'error');
const shown = program.opts<{ quiet?: boolean }>().quiet ? errors : problems;
if (shown.length > 0) console.log(`${serializeProblems(shown)}\n`);
const counts = archive?.counts;
if (counts) {
  const facts = [
    plural(counts.episodes, 'episode'),
    plural(counts.quotes, 'quote'),
    plural(counts.words, 'word'),
    plural(archive.speakers.length, 'speaker'),
    plural(archive.topics.length, 'topic'),
  ];
  console.log(facts.join(', '));
}
const verdict = `${plural(errors.length, 'error')}, ${plural(problems.length - errors.length, 'warning')}`;
console.log(errors.length > 0 ? styleText('red', verdict) : verdict);
process.exitCode = errors.length > 0 ? 1 : 0;

function plural(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}
