import { describe, expect, it } from 'vitest';
import { serializeProblems } from '../archive/problem.ts';
import type { SourceFile } from '../formats/source.ts';
import type { Existing } from './existing.ts';
import { parsePairs } from './people.ts';
import { type Given, planImport } from './plan.ts';
import { recogniseFiles } from './recognise.ts';
import { describeAnonymous, describeCues, serializePreview } from './report.ts';

const nothing: Existing = {
  speakers: new Map(),
  topics: new Map(),
  nameOf: new Map(),
  shows: new Map(),
  taken: { speakers: new Set(), topics: new Set(), episodes: new Set() },
  episodes: new Map(),
  imported: new Map(),
  importedPaths: [],
  texts: new Map(),
};
const harbour: Existing = {
  ...nothing,
  speakers: new Map([['Jo Field', 'jo-field']]),
  nameOf: new Map([['jo-field', 'Jo Field']]),
  shows: new Map([['harbour-talk', 'Harbour Talk']]),
};

const vtt = (...cues: string[]): string =>
  `WEBVTT\n\n${cues.map((cue, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${cue}\n`).join('\n')}`;
const file = (path: string, text: string): SourceFile => ({ path, text });
const plan = (files: readonly SourceFile[], given: Given = {}, existing = harbour, folder = 'x') =>
  planImport(recogniseFiles(files, { unit: 'paragraph' }).episodes, existing, { given, folder });
const one = (text: string, given: Given = {}, path = '2024-03-02 The Tide Tables.vtt') =>
  planImport(recogniseFiles([file(path, text)], { unit: 'paragraph' }).episodes, harbour, {
    given,
  });

describe('a subtitle file alone', () => {
  it('becomes an episode of the only show, with title and day from its name', () => {
    const { files, problems } = one(vtt('<v Jo Field>Nobody wrote', '<v Jo Field>them down.'));
    expect(problems).toEqual([]);
    expect(files).toEqual([
      {
        path: 'episodes/harbour-talk/2024-03-02-the-tide-tables.md',
        source: '2024-03-02 The Tide Tables.vtt',
        origin: expect.stringMatching(/^[0-9a-f]{32}$/),
        text: '---\ntitle: The Tide Tables\ndate: 2024-03-02\n---\n\n**Jo Field:** [00:00:00] Nobody wrote them down.\n',
      },
    ]);
  });

  it('takes what is given before what the file says', () => {
    const { files } = one(vtt('Nobody wrote them down.'), {
      title: 'Tides',
      date: '2025-01-01',
      language: 'de',
      status: 'machine',
      topics: ['Tide tables'],
      audio: 'https://example.org/a.mp3',
    });
    expect(files[0]?.text).toBe(
      '---\ntitle: Tides\ndate: 2025-01-01\nlanguage: de\naudio: https://example.org/a.mp3\nstatus: machine\ntopics:\n  - tide-tables\n---\n\n[00:00:00] Nobody wrote them down.\n',
    );
    expect(files[1]?.path).toBe('topics/tide-tables.md');
  });

  it('names voices by ids and by new names, and gives new people a file', () => {
    const { files, problems } = one(
      vtt('<v SPEAKER_00>Nobody wrote.', '<v SPEAKER_01>Somebody did.'),
      {
        speakers: parsePairs('speaker_00=jo-field,SPEAKER_01=Okafor, Mira')!,
        roles: parsePairs('jo-field=host,SPEAKER_01=guest')!,
      },
    );
    expect(problems).toEqual([]);
    expect(files[0]?.text).toContain('roles:\n  jo-field: host\n  okafor-mira: guest\n');
    expect(files[0]?.text).toContain('**Jo Field:** [00:00:00] Nobody wrote.\n\n**Okafor, Mira:**');
    expect(files.slice(1).map(({ path }) => path)).toEqual(['speakers/okafor-mira.md']);
  });

  it('names whoever has no label as Unknown', () => {
    const { files } = one(vtt('Nobody wrote.'), { speakers: parsePairs('Unknown=jo-field')! });
    expect(files[0]?.text).toContain('**Jo Field:** [00:00:00] Nobody wrote.');
  });

  it('is an error with the very option where something is missing or mistyped', () => {
    const text = (given: Given, path?: string): string =>
      serializeProblems(one(vtt('<v SPEAKER_00>Yes.'), given, path).problems);
    expect(text({ speakers: parsePairs('SPEAKER_1=jo-field')! })).toBe(
      [
        '2024-03-02 The Tide Tables.vtt',
        '  1:1  error  Unexpected label `SPEAKER_1` in `--speakers`, expected one that speaks here: `SPEAKER_00`  speakers-label',
        '        Type it as it stands in the file: `--speakers "SPEAKER_00=…"`.',
      ].join('\n'),
    );
    expect(text({ speakers: parsePairs('SPEAKER_00=jo-feild')! })).toContain(
      'Did you mean `--speakers "SPEAKER_00=jo-field"`? For somebody new, type the name as it is written: `--speakers "SPEAKER_00=Jo Feild"`.',
    );
    expect(text({}, '2024-03-02.vtt')).toContain('`--title "The tide tables"`');
    const shows = new Map([...harbour.shows, ['low-water', 'Low Water']]);
    const { episodes } = recogniseFiles([file('a.vtt', vtt('Yes.'))], { unit: 'paragraph' });
    expect(serializeProblems(planImport(episodes, { ...harbour, shows }).problems)).toContain(
      'expected one of `harbour-talk`, `low-water`, or a new one  show-not-given',
    );
    expect(serializeProblems(planImport(episodes, nothing).problems)).toContain(
      '`--show "Harbour Talk"`',
    );
  });

  it('takes a new show by its title', () => {
    const { files } = one(vtt('Yes.'), { show: 'Low Water' });
    expect(files.map(({ path }) => path)).toEqual([
      'episodes/low-water/2024-03-02-the-tide-tables.md',
      'shows/low-water.md',
    ]);
    expect(files[1]?.text).toBe('---\ntitle: Low Water\n---\n');
  });
});

describe('a folder of all sorts', () => {
  const tides = vtt('<v Jo Field>Nobody wrote them down.', '<v Jo Field>Not one of them.');
  const files = [
    file('talks/tides.vtt', tides),
    file(
      'talks/tides.chapters.json',
      '{"version":"1.2.0","chapters":[{"startTime":0,"title":"First"},{"startTime":1,"title":"Second"}]}',
    ),
    file('talks/fog.md', '**Jo Field:** The fog came.\n'),
    file('潮汐.srt', '1\n00:00:01,000 --> 00:00:02,000\n没有人写下来。\n'),
    file('README.md', '# About\n'),
    file('notes.json', '{"a": 1}'),
    file('broken.vtt', 'no header'),
  ];

  it('is read file by file, and what is none is left out with the reason', () => {
    const { episodes, leftOut } = recogniseFiles(files, { unit: 'cue' });
    expect(episodes.map(({ source, kind }) => `${source}: ${kind}`)).toEqual([
      'talks/fog.md: Markdown of the family changelog',
      'talks/tides.vtt: WebVTT',
      '潮汐.srt: SubRip (SRT)',
    ]);
    expect(Object.fromEntries(leftOut)).toEqual({
      'README.md': 'no speaker label',
      'broken.vtt': 'no VTT inside, whatever its name says',
      'notes.json': 'no transcript in a form that import knows',
      'talks/tides.chapters.json': 'chapters, put into talks/tides.vtt',
    });
    const [, read] = episodes;
    expect(
      read?.transcript.parts.map((part) => (part.type === 'chapter' ? part.title : part.type)),
    ).toEqual(['First', 'speech', 'Second', 'speech']);
  });

  it('gives the same plan in any order, and keys in Latin letters', () => {
    const { files: planned } = plan(files, {}, nothing, 'x');
    expect(plan(files.toReversed(), {}, nothing, 'x').files).toEqual(planned);
    expect(planned.map(({ path }) => path)).toContain('episodes/x/chaoxi.md');
    expect(planned.find(({ path }) => path.endsWith('chaoxi.md'))?.text).toContain('language: zh');
  });

  it('keeps two files of one name apart, and a second run in its place', () => {
    const talks = [
      'One thing was never written down by anybody at all.',
      'Quite other words were said in that year.',
    ];
    const texts = talks.map((talk) => vtt(`<v Jo Field>${talk}`));
    const first = plan([file('captions.vtt', texts[0]!)]).files[0]!;
    const after: Existing = {
      ...harbour,
      importedPaths: [first.path],
      imported: new Map([
        [
          'captions.vtt',
          [{ source: 'captions.vtt', path: first.path, digest: '', origin: first.origin! }],
        ],
      ]),
      texts: new Map([[first.path, first.text]]),
    };
    const pathOf = (text: string): string | undefined =>
      plan([file('captions.vtt', text)], {}, after).files[0]?.path;
    expect(pathOf(texts[0]!)).toBe(first.path);
    expect(pathOf(`${texts[0]!}\n00:00:05.000 --> 00:00:06.000\nAnd more.\n`)).toBe(first.path);
    expect(pathOf(texts[1]!)).toBe('episodes/x/x-captions.md');
  });

  it('leads to --update where somebody else’s episode has the words already', () => {
    const there = {
      path: 'episodes/harbour-talk/tides.md',
      text: '---\ntitle: Tides\n---\n\n**Jo Field:** Nobody wrote them down. Not one of them.\n',
    };
    const existing = {
      ...harbour,
      episodes: new Map([['tides', there]]),
      taken: { ...harbour.taken, episodes: new Set(['tides']) },
    };
    expect(serializeProblems(plan([file('tides.vtt', tides)], {}, existing).problems)).toContain(
      'npm run import -- --update tides tides.vtt',
    );
  });

  it('has one title for one episode', () => {
    expect(serializeProblems(plan(files, { title: 'Tides' }).problems)).toContain('title-for-many');
  });
});

it('A preview shows facts, who speaks how much, and the first quotes, and steers no terminal', () => {
  const preview = serializePreview(
    one(vtt('<v Jo Field>Nobody \u001b[2Jwrote them down.', '<v SPEAKER_01>Yes.')),
    { all: false },
  );
  expect(preview).toContain('Jo Field: 1 quote');
  expect(preview).toContain('date: 2024-03-02');
  expect(preview).toContain('[0:00] Jo Field: Nobody');
  expect(preview.includes('\u001b[2J')).toBe(false);
});

it('Voices that nobody named are told with the very option', () => {
  const { episodes } = one(vtt('<v SPEAKER_00>Nobody wrote.', '<v SPEAKER_01>Somebody did.'));
  expect(describeAnonymous(episodes)).toContain('--speakers "SPEAKER_00=…,SPEAKER_01=…"');
  expect(describeAnonymous(one(vtt('<v Jo Field>Yes.')).episodes)).toBe('');
});

it('What was done to cues is counted', () => {
  const { episodes } = one(
    'WEBVTT\n\n00:05.000 --> 00:07.000\nB.\n\n00:01.000 --> 00:06.000\nA.\n\n00:08.000 --> 00:08.000\nC.\n\n00:09.000 --> 00:10.000\n\n',
  );
  expect(describeCues(episodes[0]!.from.cues!)).toEqual([
    'Of 4 cues: 1 empty, left out; 1 out of order, moved to their time; 1 overlapping, kept in the order of their starts; 1 without length, kept',
  ]);
});

it('Pairs are cut at commas that end one', () => {
  expect(parsePairs('A=b, c, D=e')).toEqual(
    new Map([
      ['A', 'b, c'],
      ['D', 'e'],
    ]),
  );
  expect(parsePairs('A')).toBeUndefined();
  expect(parsePairs('A=,B=c')).toBeUndefined();
});
