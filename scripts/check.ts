import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import { serializeProblems } from '../src/archive/problem.ts';
import { serializeAnnotations } from '../src/review/annotation.ts';
import { serializeMarkdown } from '../src/review/markdown.ts';
import { plural, visible } from '../src/review/phrase.ts';
import { reviewChange } from '../src/review/review.ts';
import { serializeForTerminal } from '../src/review/terminal.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';
import { Repository } from '../src/store/git.ts';

const program = new Command('npm run check --')
  .description(
    'Says every problem of the content: where, what, why and how to mend. Exit code 1 when one would stop a build. With --base also: what a change does to published quotes.',
  )
  .argument('[folder]', 'the content folder (else: ARCHIVE_CONTENT, else: content)')
  .option('--quiet', 'errors only, no warnings')
  .option('--base <git ref>', 'the branch that the change is for, most often origin/main')
  .addOption(
    new Option(
      '--format <format>',
      'how to say it (else: github in a GitHub workflow, else terminal)',
    ).choices(['terminal', 'github', 'markdown']),
  )
  .option('--output <file>', 'write it to this file too, as Markdown for a comment')
  .option('--all', 'every single change, however many they are')
  .parse();

const options = program.opts<{
  quiet?: boolean;
  base?: string;
  format?: 'terminal' | 'github' | 'markdown';
  output?: string;
  all?: boolean;
}>();
const format = options.format ?? (process.env['GITHUB_ACTIONS'] ? 'github' : 'terminal');

const folder = path.resolve(program.args[0] ?? contentFolder());
const loaded = await loadArchive(folder, { unanswered: true, proofread: true });
const review =
  options.base === undefined ? undefined : await reviewChange(folder, options.base, loaded);

const problems = [...(review?.problems ?? []), ...loaded.problems];
const errors = problems.filter((problem) => problem.severity === 'error');
const shown = options.quiet ? errors : problems;
const report = options.quiet ? undefined : review?.report;
const setting = {
  content: path.relative('', folder).split(path.sep).join('/') || '.',
  ...(options.all && { all: true }),
};

const markdown = (): string =>
  serializeMarkdown(shown, report, { ...setting, ...(review?.url && { url: review.url }) });
if (format === 'markdown') process.stdout.write(markdown());
else if (format === 'terminal') console.log(text());
else {
  // What the content says is no command to the workflow: none is heard until this word is said again.
  const word = randomUUID();
  console.log(`::stop-commands::${word}\n${text()}\n::${word}::`);
  const root = Repository.find(folder)?.root ?? process.cwd();
  const annotations = serializeAnnotations(shown, report, (file) =>
    path.relative(root, path.resolve(file)).split(path.sep).join('/'),
  );
  if (annotations !== '') console.log(annotations);
}
if (options.output !== undefined) await writeFile(options.output, markdown());
process.exitCode = errors.length > 0 ? 1 : 0;

/** Problems, changes, counts and a verdict. */
function text(): string {
  const blocks: string[] = [];
  if (shown.length > 0) blocks.push(serializeProblems(shown).split('\n').map(visible).join('\n'));
  if (report) blocks.push(serializeForTerminal(report, setting));
  const { archive } = loaded;
  const counts = archive && [
    plural(archive.counts.episodes, 'episode'),
    plural(archive.counts.quotes, 'quote'),
    plural(archive.counts.words, 'word'),
    plural(archive.speakers.length, 'speaker'),
    plural(archive.topics.length, 'topic'),
  ];
  const verdict = `${plural(errors.length, 'error')}, ${plural(problems.length - errors.length, 'warning')}`;
  blocks.push(
    [
      ...(counts ? [counts.join(', ')] : []),
      errors.length > 0 ? styleText('red', verdict) : verdict,
    ].join('\n'),
  );
  return blocks.join('\n\n');
}
