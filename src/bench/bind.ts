import { bind } from '../archive/bind.ts';
import { countWords } from '../archive/word.ts';
import {
  floorOf,
  type Kind,
  kinds,
  kindsForSources,
  makeEpisode,
  makeScript,
  serializeScript,
  type Source,
} from '../testing/edit-script.ts';
import { wordsOf } from '../testing/lineage.ts';
import { newQuoteOf, newTally, oldQuoteOf, replay, type Tally } from '../testing/replay.ts';
import { readSources } from './transcripts.ts';

export interface KindRow extends Tally {
  /** `all` for all kinds together. */
  readonly kind: Kind | 'all';
  /** The share of citable ids that should be kept. */
  readonly floor?: number;
}

export interface Timing {
  readonly name: string;
  readonly quotes: number;
  readonly words: number;
  /** Of the quickest of three. */
  readonly seconds: number;
  readonly limit: number;
}

export interface BindReport {
  readonly invented: readonly KindRow[];
  /** Scripts over real transcripts, where the machine has them: a quarter as many. */
  readonly real: readonly KindRow[];
  readonly timings: readonly Timing[];
}

/**
 * How often bind lies, forgets and gives up under strangers' edits, and how long it takes. The scripts are
 * shared out among the kinds; the same number gives the same scripts. `from` is the first seed: bind was made
 * with the low ones before its author's eyes, so that high ones judge it more fairly.
 *
 * (await measureBind(100_000)).invented // => a row for each kind
 */
export async function measureBind(
  scripts: number,
  onProgress?: (done: number, all: number) => void,
  from = 0,
): Promise<BindReport> {
  const sources = await readSources();
  const perKind = Math.ceil(scripts / kinds.length);
  const realPerKind = sources.length > 0 ? Math.ceil(perKind / 4) : 0;
  const all = perKind * kinds.length + realPerKind * kindsForSources.length;
  let done = 0;
  const measure = (kind: Kind, count: number, sourceOf?: (seed: number) => Source): KindRow => {
    const tally = newTally();
    for (let seed = from; seed < from + count; seed++) {
      replay(makeScript(kind, seed, sourceOf?.(seed)), bind, tally);
      onProgress?.(++done, all);
    }
    const floor = floorOf(kind);
    return { kind, ...tally, ...(floor !== undefined && { floor }) };
  };
  // Neighbouring seeds take pieces of different episodes.
  const sourceOf = (seed: number): Source => sources[(seed * 7919) % sources.length]!;
  return {
    invented: kinds.map((kind) => measure(kind, perKind)),
    real:
      realPerKind > 0 ? kindsForSources.map((kind) => measure(kind, realPerKind, sourceOf)) : [],
    timings: measureTimes(),
  };
}

function measureTimes(): Timing[] {
  return [
    { name: 'one hour', quotes: 200, limit: 0.1 },
    { name: 'ten hours', quotes: 2000, limit: 1.5 },
  ].flatMap(({ name, quotes, limit }) =>
    (['mixed', 're-transcribe-10', 're-segment'] as const).map((kind) => {
      const [before, after] = makeEpisode(kind, quotes);
      const old = before.map((quote, at) =>
        oldQuoteOf({ id: `q${at}`, first: quote, last: quote }),
      );
      const fresh = after.map(newQuoteOf);
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        bind(old, fresh);
        return (performance.now() - start) / 1000;
      });
      const words = before.reduce((sum, quote) => sum + countWords(wordsOf(quote)), 0);
      return { name: `${name}, ${kind}`, quotes, words, seconds: Math.min(...runs), limit };
    }),
  );
}

/** One script, before and after, with every fate and what is wrong with it. */
export function explainBind(kind: Kind, seed: number): string {
  const script = makeScript(kind, seed);
  const tally = newTally();
  const lines: string[] = [serializeScript(script)];
  replay(
    script,
    (old, fresh) => {
      const fates = bind(old, fresh);
      lines.push(`— fates\n${fates.map((fate) => JSON.stringify(fate)).join('\n')}`);
      return fates;
    },
    tally,
  );
  return [...lines, '— lies', ...tally.lieReports, '— faults', ...tally.faultReports].join('\n');
}

/** The report as Markdown tables. */
export function serializeBindReport({ invented, real, timings }: BindReport): string {
  return [
    ...(invented.length > 0 ? ['\nInvented transcripts\n', serializeRows(invented)] : []),
    ...(real.length > 0 ? ['\nReal transcripts\n', serializeRows(real)] : []),
    '\n| | quotes | words | seconds | at most | |\n| --- | ---: | ---: | ---: | ---: | --- |',
    ...timings.map(
      ({ name, quotes, words, seconds, limit }) =>
        `| ${name} | ${count(quotes)} | ${count(words)} | ${seconds.toFixed(3)} | ${limit} | ${seconds <= limit ? '' : 'too long'} |`,
    ),
  ].join('\n');
}

const count = (value: number): string => value.toLocaleString('en');
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((part / whole) * 100).toFixed(3);

const columns: readonly (readonly [string, (row: KindRow) => string])[] = [
  ['scripts', (row) => count(row.scripts)],
  ['quote-edits', (row) => count(row.edits)],
  ['lies of citable', (row) => count(row.citableLies)],
  ['lies overall', (row) => count(row.lies)],
  ['of these of twins', (row) => count(row.twins)],
  ['accounted for, %', (row) => percent(row.accounted, row.edits)],
  ['faults of form', (row) => count(row.faults)],
  ['citable kept, %', (row) => percent(row.citableKept, row.citable)],
  ['of changed ones, %', (row) => percent(row.changedKept, row.changed)],
  ['at least, %', (row) => (row.floor === undefined ? '–' : (row.floor * 100).toFixed(2))],
  ['stale aliases', (row) => count(row.staleAliases)],
  ['fails', (row) => failuresOf(row).join(', ')],
];

function failuresOf(row: KindRow): string[] {
  return [
    ...(row.citableLies > 0 || row.lies > row.edits / 1e6 ? ['lies'] : []),
    ...(row.accounted < row.edits ? ['forgets'] : []),
    ...(row.faults > 0 ? ['form'] : []),
    ...(row.floor !== undefined && row.citableKept < row.citable * row.floor ? ['gives up'] : []),
  ];
}

function serializeRows(rows: readonly KindRow[]): string {
  return [
    `| kind | ${columns.map(([label]) => label).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...[...rows, sumOf(rows)].map(
      (row) => `| ${row.kind} | ${columns.map(([, cell]) => cell(row)).join(' | ')} |`,
    ),
  ].join('\n');
}

/** All kinds together. */
function sumOf(rows: readonly KindRow[]): KindRow {
  const sum = newTally();
  for (const row of rows)
    for (const [key, value] of Object.entries(row))
      if (typeof value === 'number' && key in sum) sum[key as 'lies'] += value;
  return { kind: 'all', ...sum };
}
