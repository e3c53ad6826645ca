import { InvalidArgumentError, Option } from 'commander';
import { families } from '../formats/family.ts';
import { formats } from '../formats/format.ts';
import { parsePairs } from '../import/people.ts';
import { ArchiveCommand, contentNote } from './command.ts';

/** What was typed after `npm run import --`. */
export interface ImportOptions {
  readonly content?: string;
  readonly show?: string;
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  readonly topics?: readonly string[];
  readonly speakers?: ReadonlyMap<string, string>;
  readonly roles?: ReadonlyMap<string, string>;
  readonly audio?: string;
  readonly source?: string;
  readonly status?: string;
  readonly unit: 'paragraph' | 'sentence' | 'cue';
  readonly format?: string;
  readonly family?: string;
  readonly encoding?: string;
  readonly update?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
  readonly yes?: boolean;
}

export const importCommand = (): ArchiveCommand =>
  new ArchiveCommand('import')
    .summary('transcripts of any known form into the content folder')
    .description(
      'Brings transcripts of any known form into the content folder: subtitles, what speech recognisers write, podcasts’ and parliaments’ files, tables, plain text, archives of Markdown. What a file is, is told from what is in it. In a terminal it asks for what the files do not say. It can be repeated, and never overwrites what a person edited.',
    )
    .argument('<sources...>', 'files or folders; a folder’s folders become shows')
    .option(
      '--show <show>',
      'the series: the name of its file, or a new title (else: what a feed says, else the folder)',
      words,
    )
    .option(
      '--title <title>',
      'of the episode, and its address (else: what the file says, else its name)',
      words,
    )
    .option(
      '--date <day>',
      'of the recording, as 2024-03-02 (else: from the file or its name)',
      day,
    )
    .option('--language <tag>', 'that is spoken: en, de, ar, zh-Hant …', language)
    .option('--topics <names>', 'with commas between them', list)
    .option(
      '--speakers <pairs>',
      'whom labels mean: "SPEAKER_00=jo-field,Speaker 1=Mira Okafor"; Unknown is whoever has no label',
      pairs('SPEAKER_00=jo-field'),
    )
    .option(
      '--roles <pairs>',
      'what people are: "jo-field=host,Mira Okafor=guest"',
      pairs('jo-field=host'),
    )
    .option('--audio <address>', 'of the recording, to be played: https://…', address)
    .option('--source <address>', 'where it was published first: https://…', address)
    .addOption(
      new Option(
        '--status <status>',
        'how far it can be trusted (else: machine, for what a recogniser wrote)',
      ).choices(['machine', 'reviewed', 'verified']),
    )
    .addOption(
      new Option('--unit <unit>', 'what becomes one quote of a timed file')
        .choices(['paragraph', 'sentence', 'cue'])
        .default('paragraph'),
    )
    .addOption(
      new Option('--format <name>', 'how the files are written, instead of finding out').choices(
        formats.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option('--family <name>', 'how Markdown is written, instead of finding out').choices(
        families.map(({ name }) => name),
      ),
    )
    .option(
      '--encoding <name>',
      'of the letters, instead of finding out: windows-1252, shift_jis …',
    )
    .option(
      '--update <episode>',
      'bring a better transcript of an episode that is there: says first what becomes of its published quotes',
    )
    .option('--dry-run', 'show what would be written, write nothing')
    .option('--yes', 'ask nothing')
    .option('--force', 'overwrite files that were edited since they were imported')
    .option('--verbose', 'every problem and every file')
    .option('--content <folder>', 'the content folder (else: ARCHIVE_CONTENT, else: content)')
    .note(`Forms: ${formats.map(({ title }) => title).join(', ')}; Markdown.`)
    .note(contentNote)
    .example('npm run import -- talk.vtt', 'asks for show, title, day and who is who')
    .example('npm run import -- talk.vtt --show harbour-talk --title "The tide tables" --dry-run')
    .example('npm run import -- talk.json --show harbour-talk --speakers "SPEAKER_00=Jo Field"')
    .example('npm run import -- ../transcripts', 'a whole folder, its folders as shows')
    .example('npm run import -- --update the-tide-tables better.vtt')
    .wrongTypingEndsWithTwo();

const list = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function words(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Expected some words, such as "Harbour Talk".');
}

function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime())) {
    if (date.toISOString().startsWith(text)) return text;
  }
  throw new InvalidArgumentError('Expected a day of the calendar as 2024-03-02.');
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch {
    throw new InvalidArgumentError('Expected a language as en, de, ar, zh-Hant (BCP 47).');
  }
}

function address(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('Expected an address that starts with https:// or http://.');
}

const pairs =
  (example: string) =>
  (text: string): ReadonlyMap<string, string> => {
    const found = parsePairs(text);
    if (found) return found;
    throw new InvalidArgumentError(`Expected pairs as "${example}", with commas between them.`);
  };
