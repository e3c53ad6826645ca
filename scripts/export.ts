import { writeFileSync } from 'node:fs';
import { exportCommand } from '../src/commands/export.ts';
import { serializeProblems } from '../src/archive/problem.ts';
import { tellLoss, writableOf } from '../src/formats/writable.ts';
import { writers } from '../src/formats/writer.ts';
import { contentFolder, loadArchive } from '../src/store/archive.ts';

const program = exportCommand().parse();
const [key = ''] = program.args;
const { to, output } = program.opts<{ to: string; output?: string }>();

const { archive, problems } = await loadArchive(contentFolder(), { unanswered: true });
if (!archive) {
  console.error(serializeProblems(problems));
  stop('The archive cannot be read: these problems come first.');
}
const episode = archive.episodeByKey.get(key);
if (!episode)
  stop(
    `Unexpected episode \`${key}\`, expected the end of an episode’s address. In /episodes/tide-tables/ that is \`tide-tables\`.`,
  );
const writer = writers.find(({ name }) => name === to)!;
const writable = writableOf(episode);
const hasTimes = writable.transcript.parts.some(
  (part) =>
    part.type === 'speech' && part.passages.some(({ startTime }) => startTime !== undefined),
);
if (to === 'webvtt' && !hasTimes)
  stop(
    `Unexpected episode without times, expected some such as [00:04:33]: WebVTT cannot do without. Type: npm run export -- ${key} --to podcast-json`,
  );

const { text, chapters, losses } = writer.write(writable);
if (output === undefined) process.stdout.write(text);
else {
  writeFileSync(output, text);
  console.error(`Written: ${output}`);
  if (chapters !== undefined && writer.chaptersEnding !== undefined) {
    const beside = output.replace(/\.[^./\\]*$/, '') + writer.chaptersEnding;
    writeFileSync(beside, chapters);
    console.error(`Written: ${beside}`);
  }
}
if (losses.length > 0)
  console.error(
    `${writer.title} cannot take along:\n${losses.map((loss) => `  ${tellLoss(loss)}`).join('\n')}`,
  );

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
