import { ArchiveCommand, contentNote } from './command.ts';

export const idsCommand = (): ArchiveCommand =>
  new ArchiveCommand('ids')
    .summary('brings the ledger up to date: which quote has which address')
    .description(
      'Brings the ledger up to date with the transcripts: which id stands for which words, and what stood there before. Run on the main branch, by the keeper or the publishing workflow; never in a pull request.',
    )
    .option('--frozen', 'only say whether the ledger is up to date; exit code 1 when it is not')
    .option('--date <day>', 'the day of the changes (YYYY-MM-DD), where no commit tells it')
    .option('--removed <number>', 'confirm that so many episodes were removed', Number)
    .option(
      '--without-words <episodes...>',
      'bind these although the transcript of before is lost: what cannot be compared becomes a notice',
    )
    .note(`${contentNote} The day is that of the commit that is checked out.`);
