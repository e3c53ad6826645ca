import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { serializeProblems } from '../src/archive/problem.ts';
import { checkCommand, type checkFormats } from '../src/commands/check.ts';
import { serializeAnnotations } from '../src/review/annotation.ts';
import { serializeCheckJson } from '../src/review/json.ts';
import { serializeMarkdown } from '../src/review/markdown.ts';
import { serializeMended } from '../src/review/mended.ts';
import { plural, visible } from '../src/review/phrase.ts';
import { reviewChange } from '../src/review/review.ts';
import { explainRule, nearestRule } from '../src/review/rule.ts';
import { serializeForTerminal } from '../src/review/terminal.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';
import { Repository } from '../src/store/git.ts';
import { mendContent } from '../src/store/mend.ts';

const program = checkCommand().parse();
const options = program.opts<{
  quiet?: boolean;
  base?: string;
  format?: (typeof checkFormats)[number];
  output?: string;
  all?: boolean;
  fix?: boolean;
  dryRun?: boolean;
  explain?: string;
}>();
if (options.explain !== undefined) explain(options.explain);
if (options.dryRun && !options.fix)
  stop('Unexpected --dry-run alone. Type: npm run check -- --fix --dry-run');

const format = options.format ?? (process.env['GITHUB_ACTIONS'] ? 'github' : 'terminal');
const folder = path.resolve(program.args[0] ?? contentFolder());
if (options.fix) {
  const mended = await mendContent(folder, { dryRun: options.dryRun ?? false });
  const told = serializeMended(mended, options.dryRun ?? false);
  // Programs read the other output.
  if (format === 'terminal') console.log(`${told}\n`);
  else console.error(told);
}

const loaded = await loadArchive(folder, {
  unanswered: true,
  proofread: true,
  ...(options.base !== undefined && { base: options.base }),
});
const review =
  options.base === undefined ? undefined : await reviewChange(folder, options.base, loaded);

const problems = [...(review?.problems ?? []), ...loaded.problems];
const errors = problems.filter((problem) => problem.severity === 'error');
const shown = options.quiet ? errors : problems;
const report = options.quiet ? undefined : review?.report;
const facts = loaded.sources?.archive.facts;
const setting = {
  content: path.relative('', folder).split(path.sep).join('/') || '.',
  ...(options.all && { all: true }),
};

const markdown = (): string =>
  serializeMarkdown(shown, report, {
    ...setting,
    ...(review?.url && { url: review.url }),
    ...(facts && { facts }),
  });
if (format === 'markdown') process.stdout.write(markdown());
else if (format === 'json')
  process.stdout.write(serializeCheckJson(shown, { facts, archive: loaded.archive, report }));
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
      ...(loaded.unread > 0
        ? [
            `${plural(loaded.unread, 'episode')} not read: this change cannot touch ${loaded.unread === 1 ? 'it' : 'them'}`,
          ]
        : []),
      errors.length > 0 ? styleText('red', verdict) : verdict,
      ...(shown.length > 0
        ? [`What a rule holds, and why: npm run check -- --explain ${shown[0]!.rule}`]
        : []),
    ].join('\n'),
  );
  return blocks.join('\n\n');
}

function explain(name: string): never {
  const told = explainRule(name);
  if (told === undefined)
    stop(
      `Unexpected rule \`${visible(name)}\`, expected the name at the end of a message. Did you mean: npm run check -- --explain ${nearestRule(name)}`,
    );
  console.log(told);
  process.exit();
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
