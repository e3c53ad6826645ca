import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { episode, sources, speaker, speech, topic } from './example.ts';
import { quotesOf } from './list.ts';
import type { Note } from './model.ts';

const laughter: Note = { type: 'note', content: ['laughter'], place: { line: 1, column: 1 } };
const rulesOf = (given: Parameters<typeof sources>[0]): string[] =>
  joinArchive(sources(given)).problems.map((problem) => `${problem.severity} ${problem.rule}`);

describe('what stops a build', () => {
  it('names a label that nobody has, and what to type', () => {
    const { problems } = joinArchive(
      sources({ episodes: [episode('tides', [speech('Mara Quill', 'Nobody wrote them down.')])] }),
    );
    expect(problems).toEqual([
      {
        rule: 'unknown-label',
        severity: 'error',
        file: 'content/episodes/harbour/tides.md',
        place: { line: 1, column: 1 },
        message: 'Unexpected label `Mara Quill`, expected the name of a speaker',
        mend: 'For a new speaker, add `content/speakers/mara-quill.md` with `name: Mara Quill`. For another name of someone known, add `speakers: { "Mara Quill": their-file-name }` to the front matter. If it is speech, type it without the bold marks and with `\\:`.',
      },
    ]);
  });

  it('complains about a label once, however often it stands', () => {
    const parts = [speech('Mara', 'One.'), speech('JF', 'Two.'), speech('Mara', 'Three.')];
    expect(rulesOf({ episodes: [episode('tides', parts)] })).toEqual(['error unknown-label']);
  });

  it('names both files of one key', () => {
    const twice = [
      episode('tides', []),
      { ...episode('tides', []), file: 'content/episodes/harbour/tides.json' },
    ];
    const { problems } = joinArchive(sources({ episodes: twice }));
    expect(problems.map((problem) => [problem.file, problem.message])).toEqual([
      [
        'content/episodes/harbour/tides.md',
        'Unexpected key `tides`, expected one that no other episode has: `content/episodes/harbour/tides.json` has it too',
      ],
    ]);
  });

  it('names each unknown show, speaker, topic and episode, with the nearest known one', () => {
    const { problems } = joinArchive(
      sources({
        episodes: [
          episode('a', [], {
            speakers: { MQ: 'jo-feild' },
            roles: { 'ann-read': 'host' },
            topics: ['tide'],
            translationOf: 'b',
          }),
          { ...episode('c', []), show: 'harbor' },
        ],
      }),
    );
    expect(problems.map((problem) => `${problem.rule}: ${problem.mend.slice(0, 24)}`)).toEqual([
      'unknown-speaker: Did you mean `jo-field`?',
      'unknown-speaker: Did you mean `ann-reed`?',
      'unknown-topic: Did you mean `tides`? Fo',
      'unknown-episode: Did you mean `a`? It is ',
      'unknown-show: Did you mean `harbour`? ',
    ]);
  });

  it('asks who is meant when two speakers share the name of a label', () => {
    const shared = [speaker('ann-reed', 'Ann Reed'), speaker('ann-reed-2', 'Ann Reed')];
    expect(
      rulesOf({ speakers: shared, episodes: [episode('a', [speech('Ann Reed', 'Yes.')])] }),
    ).toEqual(['warning name-shared', 'error label-ambiguous']);
    expect(
      rulesOf({
        speakers: shared,
        episodes: [
          episode('a', [speech('Ann Reed', 'Yes.')], { speakers: { 'Ann Reed': 'ann-reed-2' } }),
        ],
      }),
    ).toEqual(['warning name-shared']);
  });
});

describe('labels that look like a name', () => {
  it.each(['jo field', 'Jo Fièld', 'Jo-Field', 'Jo Feld', 'Jo Fields', 'Jo F’ield'])(
    'warns about %s and keeps the words under it',
    (label) => {
      const { archive, problems } = joinArchive(
        sources({ episodes: [episode('a', [speech(label, 'Yes.')])] }),
      );
      expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
        'warning label-alike',
      ]);
      expect(archive.episodes[0]?.participants).toMatchObject([{ voice: { name: label } }]);
      expect(archive.speakerById.get('jo-field')?.counts.quotes).toBe(0);
    },
  );

  it('is settled for good by the speaker’s file', () => {
    const settled = [
      speaker('jo-field', 'Jo Field', { distinctFrom: ['Jo Fields'] }),
      speaker('jo-fields', 'Jo Fields'),
    ];
    expect(rulesOf({ speakers: settled })).toEqual([]);
    expect(
      rulesOf({ speakers: settled.map((entry) => speaker(entry.id, entry.facts.name)) }),
    ).toEqual(['warning name-alike']);
  });

  it.each([
    'Jo Field & Ann Reed',
    'Jo Field and Ann Reed',
    'Ann Reed, Jo Field',
    'Jo Field/Ann Reed',
  ])('warns about two people in %s', (label) =>
    expect(rulesOf({ episodes: [episode('a', [speech(label, 'Yes.')])] })).toEqual([
      'warning label-of-two',
    ]),
  );
});

describe('turns', () => {
  const joined = (...parts: Parameters<typeof episode>[1]) =>
    joinArchive(sources({ episodes: [episode('a', parts)] })).archive.episodes[0]!;

  it('joins neighbours of one speaker under any of their names', () => {
    const { parts, participants } = joined(
      speech('Jo Field', 'One.'),
      speech('JF', 'Two.', 'Three.'),
    );
    expect(parts).toHaveLength(1);
    expect(participants).toMatchObject([{ turns: 1, quotes: 3, words: 3 }]);
  });

  it('goes on after a note, without a new turn', () => {
    const { parts, participants } = joined(speech('JF', 'One.'), laughter, speech(null, 'Two.'));
    expect(parts.map((part) => (part.type === 'turn' ? part.continued : part.type))).toEqual([
      false,
      'note',
      true,
    ]);
    expect(participants).toMatchObject([{ turns: 1, quotes: 2 }]);
  });

  it('leaves words before any label to nobody', () => {
    expect(joined(speech(null, 'Welcome.')).participants).toMatchObject([{ voice: { name: '' } }]);
  });

  it('counts whoever has a role and says nothing, as present', () => {
    const { archive } = joinArchive(
      sources({
        episodes: [episode('a', [speech('JF', 'One.')], { roles: { 'ann-reed': 'guest' } })],
      }),
    );
    expect(archive.speakerById.get('ann-reed')?.counts).toEqual({
      episodes: 1,
      quotes: 0,
      words: 0,
    });
  });

  it('gives anonymous labels no page', () => {
    const { archive, problems } = joinArchive(
      sources({ episodes: [episode('a', [speech('Speaker 1', 'One.'), speech('問', '誰？')])] }),
    );
    expect(problems).toEqual([]);
    expect(archive.speakers.map((one) => one.id)).toEqual(['ann-reed', 'jo-field']);
  });
});

describe('the joined archive', () => {
  it('sorts newest first and episodes without a date last', () => {
    const { archive } = joinArchive(
      sources({
        episodes: [
          episode('b', [], { number: 1 }),
          episode('c', [], { date: '2020-01-02' }),
          episode('a', [], { number: 2 }),
          episode('d', [], { date: '2024-01-02' }),
        ],
      }),
    );
    expect(archive.episodes.map(({ key }) => key)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('makes translations point at each other, whichever says so', () => {
    const { archive } = joinArchive(
      sources({
        episodes: [
          episode('a', []),
          episode('b', [], { translationOf: 'a', language: 'ar' }),
          episode('c', [], { translationOf: 'a', language: 'de' }),
        ],
      }),
    );
    const translations = (key: string) =>
      archive.episodeByKey.get(key)?.translations.map((other) => other.key);
    expect([translations('a'), translations('b'), translations('c')]).toEqual([
      ['b', 'c'],
      ['c', 'a'],
      ['b', 'a'],
    ]);
    expect(archive.episodeByKey.get('b')?.direction).toBe('rtl');
  });

  it('gives the same ids whatever the order of the files', () => {
    const files = [
      episode('a', [speech('JF', 'Yes.', 'Yes.')]),
      episode('b', [speech('JF', 'Yes.')]),
    ];
    const idsOf = (episodes: typeof files) =>
      joinArchive(sources({ episodes })).archive.episodes.map((one) => one.participants[0]?.first);
    expect(idsOf(files)).toEqual(idsOf([...files].reverse()));
  });

  it('counts episodes, quotes and words of each speaker, and lists every quote once', () => {
    const { archive } = joinArchive(
      sources({
        episodes: [
          episode('a', [speech('JF', 'One two.', 'Three.'), speech('Ann Reed', 'Four.')]),
          episode('b', [speech('JF', 'Five.')], { date: '2024-01-02' }),
        ],
      }),
    );
    const jo = archive.speakerById.get('jo-field')!;
    expect(jo.counts).toEqual({ episodes: 2, quotes: 3, words: 4 });
    expect(archive.counts).toEqual({ episodes: 2, quotes: 4, words: 5 });
    expect(quotesOf(jo.appearances).map(({ quote }) => quote.content[0])).toEqual([
      'One two.',
      'Three.',
      'Five.',
    ]);
  });

  it('makes a tree of topics even when they stand in a circle', () => {
    const topics = [topic('a', 'A', { broader: 'b' }), topic('b', 'B', { broader: 'a' })];
    const { archive } = joinArchive(sources({ topics }));
    expect(archive.topics.filter((one) => one.broader === undefined)).toHaveLength(1);
  });
});
