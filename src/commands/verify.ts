import { ArchiveCommand, contentNote } from './command.ts';

export const verifyCommand = (): ArchiveCommand =>
  new ArchiveCommand('verify')
    .summary('checks a citation')
    .description(
      'Checks a citation: whether its words are those of the quote today, were its words once, or never were.',
    )
    .argument('<address>', 'the permalink of a quote, its id alone, or a whole citation')
    .argument('[words]', 'the cited words')
    .option(
      '--digest <hex>',
      'the digest of the words, in place of them (sha256, 8 characters or more)',
    )
    .note(
      'Exit code 0: identical to the words of today, or to an earlier revision. 1: anything else. 2: nothing to compare.',
    )
    .note(contentNote)
    .example(
      'npm run verify -- https://example.org/episodes/tide-tables/#q7k2m9xqp "Nobody wrote them down."',
    )
    .example('npm run verify -- q7k2m9xqp --digest 3f2a9c81d0e4b5a6')
    .showHelpAfterError('For examples: npm run verify -- --help')
    .wrongTypingEndsWithTwo();
