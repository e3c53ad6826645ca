import { Option } from 'commander';
import { ArchiveCommand, contentNote } from './command.ts';

export const checkFormats = ['terminal', 'json', 'github', 'markdown'] as const;

export const checkCommand = (): ArchiveCommand =>
  new ArchiveCommand('check')
    .summary('every problem of the content, and how to mend it')
    .description(
      'Says every problem of the content: where, what, why and how to mend. With --base also: what a change does to published quotes.',
    )
    .argument('[folder]', 'the content folder (else: ARCHIVE_CONTENT, else: content)')
    .option('--quiet', 'errors only, no warnings')
    .option('--base <git ref>', 'the branch that the change is for, most often origin/main')
    .addOption(
      new Option(
        '--format <format>',
        'how to say it (else: github in a GitHub workflow, else terminal)',
      ).choices(checkFormats),
    )
    .option('--output <file>', 'write it to this file too, as Markdown for a comment')
    .option('--all', 'every single change, however many they are')
    .option('--fix', 'mend what can be mended surely: no word changes, and no id')
    .option('--dry-run', 'with --fix: show what would be mended, write nothing')
    .option('--explain <rule>', 'say what a rule holds and why, with a wrong and a right example')
    .note(
      'Exit code 0: nothing would stop a build. 1: something would. 2: the command was typed wrongly.',
    )
    .note(
      'Every message ends with the name of a rule. With --base only what the change touches is read, where that is enough: the rest was checked before.',
    )
    .note(contentNote)
    .example('npm run check')
    .example('npm run check -- --fix --dry-run', 'shows what would be mended')
    .example('npm run check -- --explain unknown-label')
    .example('npm run check -- --base origin/main --format json')
    .wrongTypingEndsWithTwo();
