import type { EpisodeKey, NoticeRule, QuoteId } from './model.ts';
import type { Problem } from './problem.ts';
import { canonVersion } from './canon.ts';
import type { RuleName } from './rules/rules.ts';

/** Version of the form of ledgers and histories. */
export const ledgerVersion = 1;

/** What an id stands for. Days are `YYYY-MM-DD`, UTC. */
export type LedgerLine =
  | {
      readonly type: 'live';
      readonly id: QuoteId;
      readonly revision: number;
      readonly digest: string;
      /** A speaker's id; `?` and the label of a voice without a page. */
      readonly speaker: string;
    }
  | {
      /** Its words went into another quote. */
      readonly type: 'alias';
      readonly id: QuoteId;
      readonly revision: number;
      /** Empty, `-` in the file, when its words held some that were taken down. */
      readonly digest: string;
      readonly speaker: string;
      readonly date: string;
      readonly into: QuoteId;
    }
  | {
      /** Its words are gone; the digest stays, so that a citation can be verified. */
      readonly type: 'notice';
      readonly id: QuoteId;
      readonly revision: number;
      /** Empty, `-` in the file, when its words held some that were taken down. */
      readonly digest: string;
      readonly speaker: string;
      readonly date: string;
      readonly rule: NoticeRule;
    }
  | {
      /** Its words were taken down: nothing of them stays. */
      readonly type: 'tombstone';
      readonly id: QuoteId;
      readonly date: string;
      readonly reason: string;
    };

/** The ids of an episode, in the order of its transcript; what is gone stands where it was. */
export interface Ledger {
  readonly key: EpisodeKey;
  /** Where its transcript lies, or lay, inside the content folder. */
  readonly path: string;
  /** Git's own hash (of the blob) of the transcript that it was made from. */
  readonly transcript: string;
  /** Keys that the episode had before. */
  readonly formerly: readonly EpisodeKey[];
  /** The day on which its transcript was removed. */
  readonly gone?: string;
  readonly lines: readonly LedgerLine[];
}

const heading = '# The ids of the quotes of one episode. Written by `npm run ids`, never by hand.';
const noticeRules: readonly string[] = [
  'removed',
  'rewritten',
  'ambiguous',
  'drifted',
  'too-short',
] satisfies readonly NoticeRule[];

/**
 * A ledger as the text of its file: a head of `name value` lines, a blank line, one line for each id.
 *
 * serializeLedger({ key: 'tides', path: 'episodes/talk/tides.md', transcript: '8ab6…', formerly: [], lines }) // =>
 * # The ids of the quotes of one episode. …
 * ledger 1
 * canon q1
 * path episodes/talk/tides.md
 * transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6d
 *
 * q7k2m9xqp 2 3f2a9c81d0e4b5a6 jo-field
 * q5d8k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q7k2m9xqp jo-field
 * q2m4k2abc 1 0c1c77e2a4f0c3d2 removed 2026-05-01 ?Audience
 * q9zzk2abc taken-down 2026-05-01 At the request of the speaker.
 */
export function serializeLedger(ledger: Ledger): string {
  const head = [
    heading,
    `ledger ${ledgerVersion}`,
    `canon ${canonVersion}`,
    `path ${ledger.path}`,
    `transcript ${ledger.transcript}`,
    ...ledger.formerly.map((key) => `formerly ${key}`),
    ...(ledger.gone === undefined ? [] : [`gone ${ledger.gone}`]),
  ];
  return `${[...head, '', ...ledger.lines.map(serializeLine)].join('\n')}\n`;
}

function serializeLine(line: LedgerLine): string {
  if (line.type === 'tombstone') return `${line.id} taken-down ${line.date} ${line.reason}`;
  const start = `${line.id} ${line.revision} ${line.digest || '-'}`;
  if (line.type === 'live') return `${start} ${line.speaker}`;
  if (line.type === 'alias') return `${start} merged ${line.date} ${line.into} ${line.speaker}`;
  return `${start} ${line.rule} ${line.date} ${line.speaker}`;
}

const live = /^(q[0-9a-hjkmnp-tv-z]{8}) (\d+) ([0-9a-f]{16}) (\S.*|\?)$/;
const gone =
  /^(q[0-9a-hjkmnp-tv-z]{8}) (\d+) ([0-9a-f]{16}|-) ([a-z-]+) (\d{4}-\d\d-\d\d) (?:(q[0-9a-hjkmnp-tv-z]{8}) )?(\S.*|\?)$/;
const tombstone = /^(q[0-9a-hjkmnp-tv-z]{8}) taken-down (\d{4}-\d\d-\d\d) (.+)$/;

/**
 * What the file of a ledger says; `file` is its name as shown to people. A line that cannot be read is an
 * error and never skipped: an id would be forgotten.
 */
export function parseLedger(
  text: string,
  key: EpisodeKey,
  file: string,
): { ledger?: Ledger; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number, rule: RuleName, message: string): void => {
    problems.push({
      rule,
      severity: 'error',
      file,
      place: { line, column: 1 },
      message,
      mend: 'Ledgers are written by `npm run ids` alone. Bring the file back as it was: `git checkout HEAD -- content/ledger content/history`.',
    });
  };
  const rows = text.split('\n');
  const head = new Map<string, string>();
  const formerly: EpisodeKey[] = [];
  const lines: LedgerLine[] = [];
  const seen = new Set<QuoteId>();
  let inHead = true;
  rows.forEach((row, index) => {
    if (row.startsWith('#')) return;
    if (row === '') {
      if (head.size > 0) inHead = false;
      return;
    }
    if (inHead) {
      const space = row.indexOf(' ');
      const name = row.slice(0, space);
      if (name === 'formerly') formerly.push(row.slice(space + 1));
      else head.set(name, row.slice(space + 1));
      return;
    }
    const line = parseLine(row);
    if (!line) {
      complain(
        index + 1,
        'ledger-line',
        `Unexpected line \`${row}\`, expected an id and what it stands for`,
      );
    } else if (seen.has(line.id)) {
      complain(
        index + 1,
        'ledger-id-twice',
        `Unexpected id \`${line.id}\` for the second time, expected each id once`,
      );
    } else {
      seen.add(line.id);
      lines.push(line);
    }
  });
  const path = head.get('path');
  const transcript = head.get('transcript');
  if (head.get('ledger') !== String(ledgerVersion) || head.get('canon') !== canonVersion) {
    complain(
      1,
      'ledger-version',
      `Unexpected form \`ledger ${head.get('ledger') ?? '–'}, canon ${head.get('canon') ?? '–'}\`, expected \`ledger ${ledgerVersion}, canon ${canonVersion}\`: another version of the generator wrote it`,
    );
  } else if (path === undefined || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(transcript ?? '')) {
    complain(1, 'ledger-line', 'Unexpected head, expected `path` and `transcript` in it');
  }
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const line of lines) {
    if (line.type === 'alias' && (byId.get(line.into)?.type ?? 'alias') === 'alias')
      complain(
        1,
        'ledger-alias',
        `Unexpected alias \`${line.id}\` of \`${line.into}\`, expected the id of a quote of this ledger`,
      );
  }
  if (problems.length > 0 || path === undefined || transcript === undefined) return { problems };
  const day = head.get('gone');
  return {
    ledger: { key, path, transcript, formerly, ...(day !== undefined && { gone: day }), lines },
    problems,
  };
}

function parseLine(row: string): LedgerLine | undefined {
  const over = gone.exec(row);
  if (over) {
    const [, id = '', revision, given = '', rule = '', date = '', into, speaker = ''] = over;
    const digest = given === '-' ? '' : given;
    const base = { id, revision: Number(revision), digest, speaker, date };
    if (rule === 'merged' && into !== undefined) return { type: 'alias', ...base, into };
    if (noticeRules.includes(rule) && into === undefined)
      return { type: 'notice', ...base, rule: rule as NoticeRule };
  }
  const taken = tombstone.exec(row);
  if (taken) {
    const [, id = '', date = '', reason = ''] = taken;
    return { type: 'tombstone', id, date, reason };
  }
  const match = live.exec(row);
  if (!match) return undefined;
  const [, id = '', revision, digest = '', speaker = ''] = match;
  return { type: 'live', id, revision: Number(revision), digest, speaker };
}
