import { Argument } from 'commander';
import { kinds } from '../start/kinds.ts';
import { ArchiveCommand, contentNote } from './command.ts';

export const newCommand = (): ArchiveCommand =>
  new ArchiveCommand('new')
    .summary('an archive of your own in place of the example; a show, speaker, episode, topic')
    .description(
      'Makes a file for something new, with the fields that it may have, each explained. `new archive` takes the example archive away and leaves an empty one. It asks for what is missing; nothing that somebody wrote is overwritten or deleted.',
    )
    .addArgument(new Argument('[kind]', 'what to make').choices([...kinds]))
    .argument(
      '[name...]',
      'the name of the speaker or topic, the title of anything else; of an episode: its show, then its title',
    )
    .option(
      '--id <file name>',
      'the file name, and so the address, instead of one made of the name',
    )
    .option('--date <day>', 'episode: the day of the recording (YYYY-MM-DD)')
    .option(
      '--language <tag>',
      'archive: that of the interface (en, de, ar, zh); else: what is spoken',
    )
    .option('--description <text>', 'what it is, in one sentence')
    .option('--url <address>', 'archive: the address of the site')
    .option('--show <title>', 'archive: the title of its first show (else: the archive’s own)')
    .option('--dry-run', 'show what would be written, write nothing')
    .option('--yes', 'archive: go on though changes are not committed, and without asking')
    .note(contentNote)
    .example('npm run new -- archive "The Tide Archive" --url https://example.org/')
    .example('npm run new -- show "Tide Talks"')
    .example('npm run new -- speaker "Jo Field"')
    .example('npm run new -- episode tide-talks "The tide tables" --date 2024-03-02')
    .example('npm run new -- topic "Tides"')
    .wrongTypingEndsWithTwo();
