import { readdirSync } from 'node:fs';
import { joinCues } from '../formats/cue-join.ts';
import { detectFormat } from '../formats/format.ts';
import { parseWebVtt } from '../formats/webvtt.ts';
import { corpusFolder } from '../store/corpora.ts';
import { inventCues, inventedFormats } from '../testing/invented-cues.ts';
import { platformCases, takenOf, vttJsCases, type WebVttCase } from '../testing/webvtt-cases.ts';
import { countAll, readCorpus } from './corpus.ts';
import { compareCorpus } from './oracle.ts';

/** The tests of others are cases, not transcripts: they stand in a table of their own. */
const suites: readonly string[] = ['wpt-webvtt', 'vttjs-tests'];
const cueCount = 20_000;

export interface CorpusRow {
  readonly name: string;
  readonly files: { readonly read: number; readonly all: number };
  readonly formats: readonly string[];
  readonly episodes: number;
  readonly quotes: number;
  readonly speakers: number;
  readonly words: number;
  readonly oracle: string;
  readonly verdict: string;
  readonly isRight: boolean;
  readonly leftOut: readonly string[];
}

export interface SuiteRow {
  readonly name: string;
  readonly cases: number;
  readonly passed: number;
  readonly listed: readonly string[];
}

export interface SpeedRow {
  readonly format: string;
  readonly cues: number;
  readonly quotes: number;
  readonly seconds: number;
  /** What the processors worked for it, which another program beside does not change. */
  readonly processorSeconds: number;
}

export interface FormatsReport {
  readonly corpora: readonly CorpusRow[];
  readonly suites: readonly SuiteRow[];
  readonly speed: readonly SpeedRow[];
}

/** Everything that lies beside the project, read; and invented cues, timed. */
export function measureFormats(): FormatsReport {
  const root = corpusFolder('.');
  const names = root === undefined ? [] : readdirSync(root).sort();
  const corpora = names
    .filter((name) => !suites.includes(name) && !name.includes('.'))
    .map(measureCorpus);
  return {
    corpora,
    suites: [
      measureSuite('the web platform', platformCases()),
      measureSuite('vtt.js', vttJsCases()),
    ].filter(({ cases }) => cases > 0),
    speed: inventedFormats.map((format) => measureSpeed(format, cueCount)),
  };
}

function measureCorpus(name: string): CorpusRow {
  const folder = corpusFolder(name)!;
  const corpus = readCorpus(folder);
  const { counts, verdict, isRight } = compareCorpus(name, folder, corpus);
  return {
    name,
    files: { read: corpus.files.length - corpus.leftOut.length, all: corpus.files.length },
    formats: [...new Set(corpus.episodes.map(({ format }) => format))],
    episodes: corpus.episodes.length,
    ...countAll(corpus.episodes),
    oracle: counts,
    verdict,
    isRight,
    leftOut: corpus.leftOut,
  };
}

function measureSuite(name: string, cases: readonly WebVttCase[]): SuiteRow {
  const failed = cases.filter((one) => {
    const { cues } = parseWebVtt(one.text, one.name);
    if (cues.length !== one.cueCount) return true;
    return (one.cues ?? []).some((cue, at) =>
      Object.entries(takenOf(cue)).some(
        ([key, value]) => cues[at]![key as keyof typeof cue] !== value,
      ),
    );
  });
  return {
    name,
    cases: cases.length,
    passed: cases.length - failed.length,
    listed: failed.map((one) => `${one.name}: ${one.outdated ?? 'does not pass'}`),
  };
}

/** How long a file of invented cues takes to be told, read and joined into paragraphs. */
export function measureSpeed(format: string, count: number): SpeedRow {
  const file = inventCues(format, count);
  const start = performance.now();
  const before = process.cpuUsage();
  const [draft] = detectFormat(file)?.read(file) ?? [];
  const cues = draft && 'cues' in draft.body ? draft.body.cues : [];
  const { transcript } = joinCues(cues, { unit: 'paragraph', file: file.path });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const quotes = transcript.parts.reduce(
    (sum, part) => sum + (part.type === 'speech' ? part.passages.length : 0),
    0,
  );
  return { format, cues: cues.length, quotes, seconds, processorSeconds: (user + system) / 1e6 };
}

/** The report as tables in Markdown. */
export function serializeFormatsReport({ corpora, suites: tested, speed }: FormatsReport): string {
  const count = (value: number): string => value.toLocaleString('en');
  const lines = [
    '\n| corpus | read as | files | episodes | quotes | speakers | words | plain count | |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |',
    ...corpora.map(
      (row) =>
        `| ${row.name} | ${row.formats.join(', ')} | ${row.files.read} of ${row.files.all} | ${count(row.episodes)} | ${count(row.quotes)} | ${count(row.speakers)} | ${count(row.words)} | ${row.oracle} | ${row.verdict} |`,
    ),
    '',
    ...corpora
      .filter(({ leftOut }) => leftOut.length > 0)
      .map(({ name, leftOut }) => {
        const more = leftOut.length > 6 ? `, and ${leftOut.length - 6} more` : '';
        return `${name}: no transcript is ${leftOut.slice(0, 6).join(', ')}${more}.`;
      }),
    '\n| tests of | cases | passed | listed |',
    '| --- | ---: | ---: | --- |',
    ...tested.map(
      (row) => `| ${row.name} | ${row.cases} | ${row.passed} | ${row.listed.join('; ') || '–'} |`,
    ),
    `\n| ${count(cueCount)} cues of | read | quotes | seconds | of a processor |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...speed.map(
      (row) =>
        `| ${row.format} | ${count(row.cues)} | ${count(row.quotes)} | ${row.seconds.toFixed(2)} | ${row.processorSeconds.toFixed(2)} |`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
