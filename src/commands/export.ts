import { Option } from 'commander';
import { writers } from '../formats/writer.ts';
import { ArchiveCommand, contentNote } from './command.ts';

export const exportCommand = (): ArchiveCommand =>
  new ArchiveCommand('export')
    .summary('writes an episode as WebVTT, Podcasting 2.0 JSON or Markdown')
    .description(
      'Writes an episode in a format that players and other programs read, and says what that format cannot take along.',
    )
    .argument('<episode>', 'its key: the end of its address, such as tide-tables')
    .addOption(
      new Option('--to <format>', 'the format')
        .choices(writers.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .option(
      '--output <file>',
      'the file to write; chapters go into one beside it. Without it the transcript is printed',
    )
    .note(contentNote)
    .example('npm run export -- tide-tables --to webvtt --output tide-tables.vtt')
    .wrongTypingEndsWithTwo();
