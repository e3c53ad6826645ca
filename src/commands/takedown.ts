import { ArchiveCommand, contentNote } from './command.ts';

export const takedownCommand = (): ArchiveCommand =>
  new ArchiveCommand('takedown')
    .summary('removes the words of a quote for good; its address says so')
    .description(
      'Takes the words of a quote down: from the transcript, the ledger and the histories. Its id stays as a tombstone that says when and on what ground. By the keeper, on the main branch.',
    )
    .argument('<id>', 'the id of the quote, or its permalink')
    .requiredOption('--reason <text>', 'the ground, shown for ever: one line, without the words')
    .option('--revision <number>', 'only this earlier wording; the quote stays', Number)
    .option('--date <day>', 'the day (YYYY-MM-DD); else that of the commit that is checked out')
    .option('--dry-run', 'say what would be done, and do nothing')
    .note(
      'Exit code 0: done, and no file of content or public holds the words. 1: some file still does, or nothing was done. 2: typed wrongly.',
    )
    .note(`${contentNote} The whole way, git history included: .github/docs/takedown.md`)
    .example('npm run takedown -- q7k2m9xqp --reason "At the request of the speaker."')
    .example('npm run takedown -- q7k2m9xqp --revision 1 --reason "Named a private person."')
    .wrongTypingEndsWithTwo();
