import { Option } from 'commander';
import { kinds } from '../testing/edit-script.ts';
import { ArchiveCommand } from './command.ts';

export const benchCommand = (): ArchiveCommand =>
  new ArchiveCommand('bench')
    .summary('speed, memory and weight, beside Eleventy with Pagefind on the same files')
    .description(
      'Measures builds from small to very large, beside Eleventy 3 with the Pagefind command line on the same files in the same run.',
    )
    .argument(
      '[archives...]',
      'example, slice (20 Changelog episodes), whole (2,063); all when none is named. Or bind alone: how ids live through strangers’ edits; ids alone: what keeping the ledger costs; check alone: what checking costs, all of it and one request; search and archives: what searching costs; formats alone: what each format reads of the transcripts on this machine, beside plain counts, and how fast; fuzz alone: whether a reader falls over files that were changed by chance; figures and archives: what counting costs',
    )
    .option(
      '--no-pair',
      'leave out Eleventy and the Pagefind command line; figures: the build beside them',
    )
    .option(
      '--beside <commit>',
      'figures: builds by this version of the generator and the present one in turns, instead of the counting; 3421c00 is the last that counted nothing',
    )
    .option('--json <file>', 'write the figures as JSON too')
    .option('--scripts <count>', 'bind: so many edit scripts', '10000')
    .option('--inputs <count>', 'fuzz: so many changed files', '100000')
    .option('--from <seed>', 'bind: the first seed of each kind; fuzz: the first seed', '0')
    .addOption(
      new Option('--kind <kind>', 'bind: show one script of this kind, with --seed').choices(kinds),
    )
    .option('--seed <number>', 'bind: the seed of the script', '0')
    .note(
      'The Changelog transcripts are read from the folder that ARCHIVE_CORPORA names, else from ../shared/corpora and ../shared/corpora-large beside the project. They carry no dates: invented weekly ones by number are added.',
    );
