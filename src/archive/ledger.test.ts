import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHistory, serializeHistory, type HistoryLine } from './history.ts';
import { parseLedger, serializeLedger, type Ledger, type LedgerLine } from './ledger.ts';

const head = [
  'ledger 1',
  'canon q1',
  'path episodes/talk/tides.md',
  'transcript 8ab686eafeb1f44702738c8b0f24f2567c36da6d',
  '',
  '',
].join('\n');
const live = 'q7k2m9xqp 2 3f2a9c81d0e4b5a6 jo-field';
const read = (text: string) => parseLedger(text, 'tides', 'content/ledger/tides.ids');
const faultsOf = (text: string) =>
  read(text).problems.map(({ rule, place, message }) => `${place?.line} ${rule}: ${message}`);

describe('a ledger that cannot be read', () => {
  it.each([
    ['', 'ledger-version'],
    [head.replace('ledger 1', 'ledger 2'), 'ledger-version'],
    [head.replace('canon q1', 'canon q9'), 'ledger-version'],
    [head.replace(/^path .*\n/m, ''), 'ledger-line'],
    [head.replace(/8ab6\w+/, 'HEAD'), 'ledger-line'],
    [`${head}q7k2m9xqp 2 jo-field\n`, 'ledger-line'],
    [`${head}q7k2m9xql 2 3f2a9c81d0e4b5a6 jo-field\n`, 'ledger-line'],
    [`${head}<<<<<<< HEAD\n`, 'ledger-line'],
    [`${head}${live}\n${live}\n`, 'ledger-id-twice'],
    [`${head}q5d8k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q7k2m9xqp jo-field\n`, 'ledger-alias'],
  ])('%j is an error and no ledger', (text, rule) => {
    const { ledger, problems } = read(text);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(ledger).toBeUndefined();
  });

  it('says the line, and how to bring the file back', () => {
    expect(faultsOf(`${head}${live}\nq7k2 broken\n`)).toEqual([
      '7 ledger-line: Unexpected line `q7k2 broken`, expected an id and what it stands for',
    ]);
    expect(read(`${head}oops\n`).problems[0]!.mend).toBe(
      'Ledgers are written by `npm run ids` alone. Bring the file back as it was: `git checkout HEAD -- content/ledger content/history`.',
    );
  });

  it('allows no alias of an alias', () => {
    const a = 'q5d8k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q2m4k2abc jo-field';
    const b = 'q2m4k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q7k2m9xqp jo-field';
    expect(faultsOf(`${head}${live}\n${a}\n${b}\n`)).toEqual([
      '1 ledger-alias: Unexpected alias `q5d8k2abc` of `q2m4k2abc`, expected the id of a quote of this ledger',
    ]);
  });
});

const character = fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz');
const id = fc.array(character, { minLength: 8, maxLength: 8 }).map((all) => `q${all.join('')}`);
const digest = fc.stringMatching(/^[0-9a-f]{16}$/);
const date = fc.constantFrom('2026-05-01', '1999-12-31');
const speaker = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9]{0,9}(?:-[a-z0-9]{1,5}){0,2}$/),
  // Labels are names as transcripts have them: in one line, without blanks around them.
  fc.constantFrom(
    '?',
    '?Audience',
    '?Speaker 1',
    '?merged 2026-05-01 of it',
    '?الجمهور',
    '?removed 2026-05-01',
  ),
);
const reason = fc.constantFrom(
  'At the request of the speaker.',
  'taken-down',
  '1 3f2a9c81d0e4b5a6 x',
);
const base = { id, revision: fc.integer({ min: 1, max: 999 }), digest, speaker };
const line: fc.Arbitrary<LedgerLine> = fc.oneof(
  fc.record({ type: fc.constant('live' as const), ...base }),
  fc.record({
    type: fc.constant('notice' as const),
    ...base,
    date,
    rule: fc.constantFrom('removed', 'rewritten', 'ambiguous', 'drifted', 'too-short'),
  }),
  fc.record({ type: fc.constant('tombstone' as const), id, date, reason }),
);
const ledger: fc.Arbitrary<Ledger> = fc
  .record({
    key: fc.constant('tides'),
    path: fc.constant('episodes/talk/tides.md'),
    transcript: fc.stringMatching(/^[0-9a-f]{40}$/),
    formerly: fc.uniqueArray(fc.constantFrom('waves', 'mud', 'tide-1'), { maxLength: 2 }),
    lines: fc.uniqueArray(line, { selector: (one) => one.id, maxLength: 20 }),
    gone: fc.option(date, { nil: undefined }),
  })
  .map(({ gone, ...rest }) => ({ ...rest, ...(gone !== undefined && { gone }) }));

describe('a ledger', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(ledger, (one) => {
        expect(read(serializeLedger(one))).toEqual({ ledger: one, problems: [] });
      }),
    );
  });

  it('keeps an alias behind the quote it went into', () => {
    const alias = 'q5d8k2abc 1 9b1c77e2a4f0c3d2 merged 2026-05-01 q7k2m9xqp ?Speaker 1';
    const text = `# The ids of the quotes of one episode. Written by \`npm run ids\`, never by hand.\n${head}${live}\n${alias}\n`;
    const { ledger: one } = read(text);
    expect(one!.lines[1]).toEqual({
      type: 'alias',
      id: 'q5d8k2abc',
      revision: 1,
      digest: '9b1c77e2a4f0c3d2',
      speaker: '?Speaker 1',
      date: '2026-05-01',
      into: 'q7k2m9xqp',
    });
    expect(serializeLedger(one!)).toBe(text);
  });

  it('says nothing of the words that were taken down', () => {
    const text = serializeLedger({
      key: 'tides',
      path: 'episodes/talk/tides.md',
      transcript: '8ab686eafeb1f44702738c8b0f24f2567c36da6d',
      formerly: [],
      lines: [{ type: 'tombstone', id: 'q9zzk2abc', date: '2026-05-01', reason: 'Privacy.' }],
    });
    expect(text.split('\n').at(-2)).toBe('q9zzk2abc taken-down 2026-05-01 Privacy.');
  });
});

describe('a history', () => {
  const lines: HistoryLine[] = [
    {
      id: 'q7k2m9xqp',
      revision: 1,
      until: '2026-05-01',
      rule: 'split',
      speaker: 'jo-field',
      words: 'Nobody wrote it down\u2028before the harbour did. “潮”',
      into: ['q5d8k2abc'],
    },
    {
      id: 'q5d8k2abc',
      revision: 3,
      until: '2026-05-02',
      rule: 'reattributed',
      speaker: '?Audience',
    },
    {
      id: 'q5d8k2abc',
      revision: 4,
      until: '2026-05-02',
      rule: 'reworded',
      speaker: '?',
      withheld: 'Law.',
    },
  ];

  it('is read as it was written, a line for each wording', () => {
    const text = serializeHistory(lines);
    expect(text.split('\n')).toHaveLength(4);
    expect(parseHistory(text, 'h')).toEqual({ lines, problems: [] });
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"id":"q7k2m9xqp"}',
    '{"id":1,"revision":1,"until":"","rule":"","speaker":""}',
  ])('with the line %j is an error that names the line', (row) => {
    const { problems } = parseHistory(
      `${serializeHistory(lines)}${row}\n`,
      'content/history/tides.jsonl',
    );
    expect(problems).toMatchObject([{ rule: 'history-line', place: { line: 4 } }]);
  });
});
