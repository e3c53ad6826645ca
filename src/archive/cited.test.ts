import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { changedSince, type Standing, standingOf } from './cited.ts';
import { collection, episode, sources, speech } from './example.ts';
import { digestOf } from './id.ts';
import { parseLedger } from './ledger.ts';
import type { ArchiveFacts, CitedQuote, EssayPart, Quote, Wording } from './model.ts';
import { plainText } from './quote.ts';
import { noRecords } from './records.ts';
import { findWhereabouts } from './whereabouts.ts';

const hash = '8ab686eafeb1f44702738c8b0f24f2567c36da6d';
const said = ['The fog came.', 'It stayed the night.', 'Nobody rang.', 'It went at noon.'];
const before = 'The frog came.';

/** The first was corrected; a word went into it; of what is gone one was taken down, one removed, one rewritten. */
const ledger = `ledger 1
canon q1
path episodes/harbour/fog.md
transcript ${hash}

q00000000 2 ${digestOf(said[0]!)} jo-field
q000000a1 1 ${digestOf('Suddenly.')} merged 2026-05-05 q00000000 jo-field
q00000001 1 ${digestOf(said[1]!)} jo-field
q000000t1 taken-down 2026-05-06 At the request of the speaker.
q00000002 1 ${digestOf(said[2]!)} jo-field
q000000r1 1 ${digestOf('Nobody sang.')} removed 2026-05-05 jo-field
q00000003 1 ${digestOf(said[3]!)} ann-reed
`;
const { ledger: known } = parseLedger(ledger, 'fog', 'content/ledger/fog.ids');
const { ledger: gone } = parseLedger(
  `ledger 1
canon q1
path episodes/harbour/gone.md
transcript ${hash.replace('8', '9')}
gone 2026-06-01

q000000g9 1 ${digestOf('Gone.')} removed 2026-06-01 jo-field
`,
  'gone',
  'content/ledger/gone.ids',
);

const join = (parts: readonly EssayPart[], facts: Partial<ArchiveFacts> = {}) => {
  const given = sources();
  return joinArchive(
    {
      ...given,
      archive: { ...given.archive, facts: { ...given.archive.facts, ...facts } },
      episodes: [
        episode('fog', [speech('Jo Field', ...said.slice(0, 3)), speech('Ann Reed', said[3]!)]),
        episode('mist', [speech('Jo Field', 'Mist.')]),
      ],
      collections: [collection('essay', {}, parts)],
    },
    {
      ...noRecords,
      ledgers: [known!, gone!],
      histories: new Map([
        [
          'fog',
          [
            {
              id: 'q00000000',
              revision: 1,
              until: '2026-05-05',
              rule: 'reworded',
              speaker: 'jo-field',
              words: before,
            },
            {
              id: 'q000000a1',
              revision: 1,
              until: '2026-05-05',
              rule: 'merged',
              speaker: 'jo-field',
              words: 'Suddenly.',
              into: ['q00000000'],
            },
          ],
        ],
      ]),
    },
  );
};

const place = { line: 7, column: 1 };
const quoted = (id: string, more: Partial<CitedQuote> = {}): EssayPart => ({
  type: 'quote',
  quote: { id, place, ...more },
});

/** What is wrong with a text, each as `line:column rule: message | mend`. */
const problems = (part: EssayPart, facts: Partial<ArchiveFacts> = {}): string[] =>
  join([part], facts).problems.map(
    ({ place: at, rule, message, mend }) =>
      `${at?.line ?? 1}:${at?.column ?? 1} ${rule}: ${message} | ${mend}`,
  );

const whereIdsAre =
  'An id is the end of a quote’s address: copy it from the link in the margin of its episode.';

describe('a text that cites', () => {
  it.each([
    [
      quoted('qzzzzzzzz'),
      `7:1 unknown-quote: Unexpected quote \`qzzzzzzzz\`, expected the id of a quote of this archive | ${whereIdsAre}`,
    ],
    [
      quoted('q00000009'),
      `7:1 unknown-quote: Unexpected quote \`q00000009\`, expected the id of a quote of this archive | Did you mean \`q00000000\`? ${whereIdsAre}`,
    ],
    [
      quoted('q00000000', { to: 'qzzzzzzzz' }),
      `7:1 unknown-quote: Unexpected quote \`qzzzzzzzz\`, expected the id of a quote of this archive | ${whereIdsAre}`,
    ],
    [
      {
        type: 'list',
        quotes: [
          { id: 'q00000001', place },
          { id: 'qzzzzzzzz', place },
        ],
      } as const,
      `7:1 unknown-quote: Unexpected quote \`qzzzzzzzz\`, expected the id of a quote of this archive | ${whereIdsAre}`,
    ],
    [
      quoted('q00000000', { to: 'q000000g9' }),
      '7:1 wrong-range: Unexpected range from `q00000000` to `q000000g9`, expected two quotes of one episode: these are of `fog` and `gone` | Quote them one after the other: `<Quote id="q00000000" />` and `<Quote id="q000000g9" />`.',
    ],
    [
      quoted('q00000000', { digest: '0000000000000000' }),
      `7:1 unknown-wording: Unexpected digest \`0000000000000000\`, expected that of words which \`q00000000\` stands or stood for | Today it is revision 2, \`sha256:${digestOf(said[0]!)}\`. Copy it from the citation of the quote, or leave it out.`,
    ],
    [
      quoted('q00000000', { revision: 3 }),
      `7:1 unknown-wording: Unexpected revision 3, expected one that \`q00000000\` has or had | Today it is revision 2, \`sha256:${digestOf(said[0]!)}\`. Copy it from the citation of the quote, or leave it out.`,
    ],
    [
      quoted('q000000r1', { revision: 2 }),
      '7:1 unknown-wording: Unexpected revision 2, expected one that `q000000r1` has or had | Take it out: the quote is there no more.',
    ],
    [
      { type: 'chart', of: { kind: 'speaker', id: 'jo-feild' }, place } as const,
      '7:1 unknown-speaker: Unexpected speaker `jo-feild`, expected the name of a file in `content/speakers` | Did you mean `jo-field`? For a new one, add `content/speakers/jo-feild.md` with `name: …` between two lines of `---`.',
    ],
    [
      { type: 'chart', of: { kind: 'topic', id: 'tide' }, place } as const,
      '7:1 unknown-topic: Unexpected topic `tide`, expected the name of a file in `content/topics` | Did you mean `tides`? For a new one, add `content/topics/tide.md` with `name: …` between two lines of `---`.',
    ],
    [
      { type: 'chart', of: { kind: 'show', id: 'harbor' }, place } as const,
      '7:1 unknown-show: Unexpected show `harbor`, expected the name of a file in `content/shows` | Did you mean `harbour`? For a new one, add `content/shows/harbor.md` with `title: …` between two lines of `---`.',
    ],
  ])('%j is told what is not there, with the nearest that is', (part, problem) =>
    expect(problems(part)).toEqual([problem]),
  );

  it.each([
    quoted('q00000000', { revision: 1 }),
    quoted('q00000000', { digest: digestOf(before) }),
    quoted('q00000000', { digest: digestOf(said[0]!) }),
    quoted('q000000a1', { digest: digestOf('Suddenly.') }),
    quoted('q000000r1', { revision: 1 }),
    quoted('q000000r1', { digest: digestOf('Nobody sang.') }),
    quoted('q000000t1', { revision: 7 }),
    quoted('q000000t1', { digest: '0000000000000000' }),
    quoted('q000000g9'),
    quoted('q000000a1', { to: 'q00000003' }),
  ])('%j is right, whatever became of the quote', (part) => expect(problems(part)).toEqual([]));

  it('gives its quotes a card, but not the other end of a range', () => {
    const { archive } = join([
      quoted('q00000000', { to: 'q00000001' }),
      { type: 'list', quotes: [{ id: 'q000000t1', place }] },
    ]);
    expect([...archive.cards].sort()).toEqual(['q00000000', 'q000000t1']);
  });
});

it('names the collection that newcomers begin with when it is not there', () => {
  expect(problems(quoted('q00000001'), { start: 'esay' })).toEqual([
    '1:1 unknown-collection: Unexpected collection `esay`, expected the name of a file in `content/collections` | Did you mean `essay`? For a new one, add `content/collections/esay.mdx` with `title: …` between two lines of `---`.',
  ]);
  expect(problems(quoted('q00000001'), { start: 'essay' })).toEqual([]);
});

/** What is shown of a quote, in short. */
function standing(cited: Omit<CitedQuote, 'place'>, written?: string) {
  const { archive } = join([]);
  const where = findWhereabouts(archive, new Set([cited.id])).get(cited.id)!;
  return brief(standingOf({ ...cited, place }, where, written));
}

function brief(shown: Standing): Record<string, unknown> {
  if (shown.type === 'gone')
    return { gone: shown.gone.id, episode: shown.episode?.key, key: shown.key };
  const { said: all, more, gone: lost, alias, since } = shown;
  return {
    said: all.map(({ quote, voice }) => `${voice.name}: ${plainText(quote.content)}`),
    ...(more > 0 && { more }),
    ...(lost.length > 0 && { lost: lost.map(({ id }) => id) }),
    ...(alias && { alias: alias.id }),
    ...(since && { since: since.last.until, seen: since.seen?.words }),
  };
}

describe('what is shown of a quote', () => {
  const first = { said: [`Jo Field: ${said[0]}`] };
  const corrected = { ...first, since: '2026-05-05', seen: before };
  it.each([
    ['its words', { id: 'q00000001' }, undefined, { said: [`Jo Field: ${said[1]}`] }],
    ['that it was corrected after that day', { id: 'q00000000' }, '2026-05-04', corrected],
    ['no correction of that day or before', { id: 'q00000000' }, '2026-05-05', first],
    ['no correction where nobody says when it was chosen', { id: 'q00000000' }, undefined, first],
    ['a correction by revision', { id: 'q00000000', revision: 1 }, '2027-01-01', corrected],
    ['a correction by digest', { id: 'q00000000', digest: digestOf(before) }, undefined, corrected],
    [
      'no correction of what its author saw',
      { id: 'q00000000', digest: digestOf(said[0]!) },
      '2020-01-01',
      first,
    ],
    [
      'the quote that it went into',
      { id: 'q000000a1' },
      '2020-01-01',
      { ...first, alias: 'q000000a1' },
    ],
    [
      'that it was taken down',
      { id: 'q000000t1' },
      undefined,
      { gone: 'q000000t1', episode: 'fog', key: 'fog' },
    ],
    [
      'that it was removed',
      { id: 'q000000r1' },
      undefined,
      { gone: 'q000000r1', episode: 'fog', key: 'fog' },
    ],
    [
      'that its transcript is gone',
      { id: 'q000000g9', to: 'q000000g9' },
      undefined,
      { gone: 'q000000g9', episode: undefined, key: 'gone' },
    ],
    [
      'a range, with what is gone from it',
      { id: 'q00000001', to: 'q00000003' },
      undefined,
      {
        said: [`Jo Field: ${said[1]}`, `Jo Field: ${said[2]}`, `Ann Reed: ${said[3]}`],
        lost: ['q000000t1', 'q000000r1'],
      },
    ],
    [
      'a range in the order of the transcript, though its ends are turned around',
      { id: 'q00000001', to: 'q000000a1' },
      '2026-01-01',
      {
        said: [`Jo Field: ${said[0]}`, `Jo Field: ${said[1]}`],
        since: '2026-05-05',
        seen: undefined,
      },
    ],
    [
      'what is left where a range is gone',
      { id: 'q000000t1', to: 'q000000t1' },
      undefined,
      { gone: 'q000000t1', episode: 'fog', key: 'fog' },
    ],
  ])('is %s', (_, cited, written, shown) => expect(standing(cited, written)).toEqual(shown));

  it('is the beginning of a long range, and how much more there is', () => {
    const long = episode('long', [
      speech('Jo Field', ...Array.from({ length: 40 }, (_, at) => `Wave ${at}.`)),
    ]);
    const { archive } = joinArchive(sources({ episodes: [long] }));
    const quotes = archive.episodes[0]!.parts.flatMap((part) =>
      part.type === 'turn' ? part.quotes : [],
    );
    const [id, to] = [quotes[0]!.id, quotes[39]!.id];
    const where = findWhereabouts(archive, new Set([id])).get(id)!;
    const shown = brief(standingOf({ id, to, place }, where));
    expect(shown['more']).toBe(15);
    expect((shown['said'] as string[]).at(-1)).toBe('Jo Field: Wave 24.');
  });
});

describe('a quote that was corrected several times', () => {
  const wording = (revision: number, until: string, digest: string): Wording => ({
    revision,
    until,
    digest,
    rule: 'reworded',
    voice: { name: 'Jo Field' },
  });
  const quote: Quote = {
    id: 'q00000000',
    content: ['C'],
    place,
    words: 1,
    revision: 4,
    digest: 'c',
    earlier: [wording(1, '2024-01-01', 'a'), wording(2, '2025-01-01', 'b'), wording(3, '', 'a')],
  };
  it.each([
    [{}, '2023-12-31', 1, ''],
    [{}, '2024-06-01', 2, ''],
    [{}, '2030-01-01', 3, ''],
    [{ revision: 2 }, undefined, 2, ''],
    [{ digest: 'b' }, undefined, 2, ''],
    // Words that came back: the last time counts.
    [{ digest: 'a' }, undefined, 3, ''],
  ])('%j of %s was seen as revision %d', (pin, written, revision, until) => {
    const since = changedSince(quote, pin, written);
    expect([since?.seen?.revision, since?.last.until]).toEqual([revision, until]);
  });

  it.each([[{ revision: 4 }], [{ digest: 'c' }], [{ digest: 'x' }], [{}]])(
    '%j is what it says today, or nobody knows',
    (pin) => expect(changedSince(quote, pin, undefined)).toBeUndefined(),
  );
});
