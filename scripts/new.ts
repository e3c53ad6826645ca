import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { newCommand } from '../src/commands/new.ts';
import { planArchive } from '../src/start/archive.ts';
import { askOne, askText, askWhether, canAsk } from '../src/start/ask.ts';
import { exampleDigests, planEmptying } from '../src/start/example.ts';
import { kinds, type NewKind } from '../src/start/kinds.ts';
import { type NewFile, planNew, showsIn } from '../src/start/plan.ts';
import { contentFolder } from '../src/store/archive.ts';
import { isFolder, readFolder } from '../src/store/folder.ts';
import { Repository } from '../src/store/git.ts';
import { writeWhole } from '../src/store/whole-file.ts';

const program = newCommand().parse();
const options = program.opts<{
  id?: string;
  date?: string;
  language?: string;
  description?: string;
  url?: string;
  show?: string;
  dryRun?: boolean;
  yes?: boolean;
}>();
const folder = contentFolder();
const shownAs = path.relative('', folder).split(path.sep).join('/') || '.';
const files = (await isFolder(folder)) ? (await readFolder(folder, shownAs)).files : [];
const there = files.map((file) => file.path);

const [typedKind, ...words] = program.args;
const kind = (typedKind ?? (await orType(() => askOne('What is new?', kinds)))) as NewKind;
if (kind === 'archive') await makeArchive();
else await makeFile(kind);

/** One file. */
async function makeFile(of: Exclude<NewKind, 'archive'>): Promise<void> {
  if (!there.includes('archive.yaml'))
    stop(
      `Unexpected missing file ${shownAs}/archive.yaml, expected an archive first: npm run new -- archive`,
    );
  const shows = showsIn(there);
  const typed = [...words];
  let show: string | undefined;
  if (of === 'episode') {
    // Where there is one show, nobody needs to name it.
    if (typed.length > 1 || (typed[0] !== undefined && shows.includes(typed[0])))
      show = typed.shift();
    else if (shows.length === 1) show = shows[0];
    else if (shows.length > 1 && canAsk()) show = await askOne('Of which show?', shows);
  }
  const isNamed = of === 'speaker' || of === 'topic';
  const name =
    typed.join(' ') ||
    (await orType(() =>
      askText(isNamed ? `What is the name of the ${of}?` : `What is the title of the ${of}?`),
    ));
  const date =
    options.date ??
    (of === 'episode' && canAsk() && words.length === 0
      ? await askText('The day of the recording (year-month-day)', { initial: today() })
      : undefined);
  const plan = planNew({ kind: of, name, show, date, ...options }, there);
  if ('refusal' in plan) stop(plan.refusal);
  await write([plan.file]);
  if (options.dryRun) return;
  console.log(`Written: ${shownAs}/${plan.file.path}`);
  console.log(
    of === 'episode'
      ? 'Next: open the file and type or paste the transcript below the three dashes, then: npm run check'
      : 'Next: open the file and fill in what you know, then: npm run check',
  );
}

/** An empty archive, in place of the example. */
async function makeArchive(): Promise<void> {
  const { gone, kept } = planEmptying(files, exampleDigests());
  if (gone.length === 0 && there.includes('archive.yaml'))
    stop(
      `Nothing was done: ${shownAs} holds an archive that is not the example, and nothing of it is deleted here. For another archive, name another folder in ARCHIVE_CONTENT.`,
      1,
    );
  const changed = Repository.find(folder)?.uncommitted() ?? [];
  if (changed.length > 0 && !options.yes && !options.dryRun)
    stop(
      `Nothing was done: ${changed.length === 1 ? 'a file is' : `${changed.length} files are`} changed and not committed (${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ', …' : ''}). Commit them, or go on without: npm run new -- archive --yes`,
      1,
    );
  const title = words.join(' ') || (await orType(() => askText('What is the archive called?')));
  const url =
    options.url ??
    (canAsk() && !options.yes
      ? await askText('At which address will it be? It can be changed until people link to it.', {
          initial: 'https://example.org/',
        })
      : 'https://example.org/');
  const language =
    options.language ??
    (canAsk() && !options.yes
      ? await askOne('In which language are its menus?', ['en', 'de', 'ar', 'zh'])
      : 'en');
  const plan = planArchive({
    title,
    url,
    language,
    description: options.description,
    show: options.show ?? title,
  });
  if ('refusal' in plan) stop(plan.refusal);
  const planned = plan.files.filter((file) => !kept.includes(file.path));
  if (gone.length > 0)
    console.log(
      `${options.dryRun ? 'Would delete' : 'Deletes'} the example: ${gone.length} files of ${shownAs}.`,
    );
  if (kept.length > 0)
    console.log(
      `Yours, and left as they are:\n${kept.map((file) => `  ${shownAs}/${file}`).join('\n')}\nThey may name what is deleted; npm run check says where.`,
    );
  if (
    !options.dryRun &&
    !options.yes &&
    gone.length > 0 &&
    canAsk() &&
    !(await askWhether('Go on?'))
  )
    stop('Nothing was done.', 1);
  if (!options.dryRun) for (const file of gone) await remove(path.join(folder, file));
  await write(planned);
  if (options.dryRun) return;
  console.log(`Written: ${planned.map((file) => `${shownAs}/${file.path}`).join(', ')}`);
  const commit =
    Repository.find(folder) && 'git add --all && git commit --message "Our own archive"';
  console.log(
    [
      'Next:',
      ...(commit ? [`  ${commit}`] : []),
      '  npm run dev                          shows the archive at http://localhost:4321',
      '  npm run import -- <file>             brings a transcript in',
      '  npm run new -- speaker "Jo Field"    makes a page for somebody',
    ].join('\n'),
  );
}

async function write(planned: readonly NewFile[]): Promise<void> {
  for (const file of planned) {
    if (options.dryRun) console.log(`Would write ${shownAs}/${file.path}:\n\n${file.text}`);
    else await writeWhole(path.join(folder, file.path), file.text);
  }
}

/** A file, and the folders that are empty without it. */
async function remove(file: string): Promise<void> {
  await rm(file);
  for (let above = path.dirname(file); above !== folder; above = path.dirname(above)) {
    try {
      await rmdir(above);
    } catch {
      return;
    }
  }
}

/** Asks, or says what to type where nobody can be asked. */
async function orType<Value>(ask: () => Promise<Value>): Promise<Value> {
  if (canAsk()) return ask();
  stop(
    typedKind === undefined
      ? `Unexpected command without a kind, expected one of ${kinds.join(', ')}. For example: npm run new -- speaker "Jo Field"`
      : `Unexpected ${typedKind} without a name, expected one. ${exampleOf(typedKind)}`,
  );
}

const exampleOf = (of: string): string =>
  `For example: npm run new -- ${of} ${of === 'episode' ? 'tide-talks "The tide tables"' : of === 'speaker' ? '"Jo Field"' : '"Tides"'}`;

/** Here, where the person sits. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function stop(message: string, code = 2): never {
  console.error(styleText('yellow', message));
  process.exit(code);
}
