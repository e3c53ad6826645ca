import type { Example, Rules } from './rule.ts';

const typed = (text: string): Example => ({ path: 'a terminal', text });
const command = 'npm run import --';

/** What `npm run import` must be told, or cannot take. Nothing is written then. */
export const importCommandRules = {
  'show-not-given': {
    severity: 'error',
    holds: 'A single file belongs to a series.',
    why: 'The series is a part of where the episode is kept. In a folder, the folder’s name says it.',
    wrong: typed(`${command} tides.vtt`),
    right: typed(`${command} tides.vtt --show harbour-talk`),
  },
  'no-title': {
    severity: 'error',
    holds: 'An episode has a title, from the file, its name, or `--title`.',
    why: 'Lists and search show it.',
    wrong: typed(`${command} 2024-03-02.vtt --show harbour-talk`),
    right: typed(`${command} 2024-03-02.vtt --show harbour-talk --title "The tide tables"`),
  },
  'title-for-many': {
    severity: 'error',
    holds: '`--title` is for one episode.',
    why: 'Several would have the same one.',
    wrong: typed(`${command} ../transcripts --title "The tide tables"`),
    right: typed(`${command} ../transcripts`),
  },
  'speakers-label': {
    severity: 'error',
    holds: '`--speakers` names labels that are in the file.',
    why: 'A label that is mistyped would stay anonymous.',
    wrong: typed(`${command} tides.json --speakers "SPEAKER_0=jo-field"`),
    right: typed(`${command} tides.json --speakers "SPEAKER_00=jo-field"`),
  },
  'speakers-id': {
    severity: 'error',
    holds:
      '`--speakers` says whom a label means by the name of a file in `speakers`, or by a name.',
    why: 'A file’s name that is mistyped would make a new person.',
    wrong: typed(`${command} tides.json --speakers "SPEAKER_00=jo-feild"`),
    right: typed(`${command} tides.json --speakers "SPEAKER_00=jo-field,SPEAKER_01=Ann Reed"`),
  },
  'already-there': {
    severity: 'error',
    holds: 'A new transcript is of a recording that is not there yet.',
    why: 'Its quotes would have two addresses each. A better transcript takes the place of the old one.',
    wrong: typed(`${command} the-tide-tables.vtt --show harbour-talk`),
    right: typed(`${command} --update the-tide-tables the-tide-tables.vtt`),
  },
  'no-episode': {
    severity: 'error',
    holds: '`--update` names an episode that is there.',
    why: 'There is nothing to put a better transcript in the place of otherwise.',
    wrong: typed(`${command} --update the-tide-table better.vtt`),
    right: typed(`${command} --update the-tide-tables better.vtt`),
  },
  'not-one-transcript': {
    severity: 'error',
    holds: '`--update` is given one transcript.',
    why: 'With several nobody knows which of them is the better one.',
    wrong: typed(`${command} --update the-tide-tables a.vtt b.vtt`),
    right: typed(`${command} --update the-tide-tables b.vtt`),
  },
  'not-a-transcript': {
    severity: 'error',
    holds: 'A file that is named alone is a transcript.',
    why: 'In a folder, what is none is left out and said.',
    wrong: typed(`${command} shopping-list.md`),
    right: typed(`${command} tides.vtt`),
  },
  'not-text': {
    severity: 'error',
    holds: 'A transcript is text.',
    why: 'What word processors and players keep can be read by them alone.',
    wrong: typed(`${command} tides.docx`),
    right: typed(`${command} tides.txt`),
  },
  'unsure-encoding': {
    severity: 'error',
    holds: 'The letters of a file are UTF-8, or it shows what they are.',
    why: 'A guess would put other letters into what somebody said.',
    wrong: typed(`${command} old.srt`),
    right: typed(`${command} old.srt --encoding windows-1255`),
  },
  'unknown-encoding': {
    severity: 'error',
    holds: '`--encoding` is a name of the Encoding Standard.',
    why: 'No other can be read.',
    wrong: typed(`${command} old.srt --encoding ansi-hebrew`),
    right: typed(`${command} old.srt --encoding windows-1255`),
  },
  'wrong-encoding': {
    severity: 'error',
    holds: 'A file is in the encoding that it, or `--encoding`, says.',
    why: 'Letters would be lost otherwise.',
    wrong: typed(`${command} old.srt --encoding utf-8`),
    right: typed(`${command} old.srt`),
  },
} as const satisfies Rules;
