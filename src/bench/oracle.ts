import { readFileSync } from 'node:fs';
import path from 'node:path';
import { normalizeLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import type { ReadCorpus, ReadEpisode } from './corpus.ts';

type Counts = Readonly<Record<string, number>>;

/** What a plain count found in the files of a corpus, and the same things counted in what was read. */
interface Oracle {
  /** By the names that the plain count has. */
  readonly count: (episode: ReadEpisode) => Counts;
  /** Files in which the two differ, and why; tests hold the list. */
  readonly explained?: Readonly<Record<string, string>>;
}

const speeches = ({ transcript }: ReadEpisode) =>
  transcript.parts.filter((part) => part.type === 'speech');
const labelled = (episode: ReadEpisode) => speeches(episode).filter(({ label }) => label !== null);
const ofType = ({ transcript, pieces }: ReadEpisode, type: 'note' | 'chapter'): number =>
  (pieces.length > 0 ? pieces : transcript.parts).filter((part) => part.type === type).length;
const cuesOf = ({ pieces }: ReadEpisode) => pieces.filter((part) => part.type === 'cue');
const distinct = (labels: readonly (string | null | undefined)[]): number =>
  new Set(labels.flatMap((label) => (typeof label === 'string' ? normalizeLabel(label) : []))).size;

const oracles: Readonly<Record<string, Oracle>> = {
  'archive-tw-akomantoso': {
    count: (one) => ({
      speeches: speeches(one).length,
      narratives: ofType(one, 'note'),
      speakers: distinct(speeches(one).map(({ label }) => label)),
    }),
  },
  'audreyt-transcript': {
    count: (one) => ({
      labels: labelled(one).length,
      speakers: distinct(labelled(one).map(({ label }) => label)),
    }),
  },
  bitcointranscripts: {
    count: (one) => ({
      headings: ofType(one, 'chapter'),
      time_stamped_labels: labelled(one).filter(
        ({ passages }) => passages[0]?.startTime !== undefined,
      ).length,
    }),
    explained: {
      'baltic-honeybadger/2018/bitcoin-custody.md':
        '`Start time:  6:09:50` announces, nobody speaks',
      'baltic-honeybadger/2018/bitcoin-custody.es.md': 'as in the original',
      'bitcoinplusplus/2025-berlin/scaling-lightning-panel-lightning++-berlin-2025.md':
        '`00:27:4` is no time; one time has no label',
    },
  },
  'elephants-dream-vtt': { count: ({ pieces }) => ({ cues: pieces.length }) },
  'oyez-shape-json': {
    count: (one) => ({
      text_blocks: cuesOf(one).length,
      turns: cuesOf(one).filter(({ label }) => label !== undefined).length,
      turns_without_speaker: cuesOf(one).filter(({ label }) => label === null).length,
      speakers: distinct(cuesOf(one).map(({ label }) => label)),
    }),
  },
  qmsum: {
    count: (one) => ({
      turns: cuesOf(one).length,
      speakers: distinct(cuesOf(one).map(({ label }) => label)),
      topics: ofType(one, 'chapter'),
    }),
  },
  'scotus-official-text': {
    count: (one) => ({
      speaker_turns_about: speeches(one).length,
      speakers: distinct(speeches(one).map(({ label }) => label)),
    }),
  },
  spacelog: {
    // Music in brackets, which was counted as somebody's, is a note.
    count: (one) => {
      const music = one.pieces.filter(
        (part) => part.type === 'note' && plainText(part.content).startsWith('Music:'),
      ).length;
      return {
        loglines: cuesOf(one).length + music,
        codes: new Set(cuesOf(one).map(({ label }) => label)).size + music,
      };
    },
  },
  'us-inaugural': {
    count: (one) => {
      const cues = cuesOf(one);
      const words = cues.flatMap(({ content }) => plainText(content).split(' ')).length;
      // The plain count has the name and the day, too.
      return {
        words: words + (cues[0]?.label ?? '').split(' ').length + 1,
        paragraphs_by_blank_line: cues.filter(({ startsParagraph }) => startsParagraph).length,
      };
    },
    explained: {
      'data/1_washington_1789.txt': 'a lone `</i>` counts as a word there',
      'data/49_reagan_1981.txt': '`Americans.<br>God` is two words',
    },
  },
};

/** Corpora that no such count was made of: what holds them to their sources. */
const elsewhere: Readonly<Record<string, string>> = {
  changelog: 'labels and paragraphs: src/import/corpora.test.ts',
  'nasty-handmade': 'FACTS.json: tests of each format',
  'podcast-namespace': 'the same words in all four forms: podcast.test.ts',
  'stt-json': 'every word and change of speaker: speech-json.test.ts',
  'uk-hansard-xml': 'every letter: hansard-xml.test.ts',
  'webvtt-py-fixtures': 'every caption: subtitles.test.ts',
};

/** What was read of a corpus beside its oracle, in words. */
export interface Comparison {
  /** `turns 4,321 = 4,321`. */
  readonly counts: string;
  readonly verdict: string;
  /** Whether all is as counted, or explained. */
  readonly isRight: boolean;
}

/** Compares file by file; a file with another count that nobody explained is named. */
export function compareCorpus(name: string, folder: string, corpus: ReadCorpus): Comparison {
  const oracle = oracles[name];
  if (!oracle) return { counts: '–', verdict: elsewhere[name] ?? 'no oracle', isRight: true };
  const { files } = JSON.parse(readFileSync(path.join(folder, 'EXPECTED-COUNTS.json'), 'utf8')) as {
    files: Record<string, Record<string, unknown>>;
  };
  const sums = new Map<string, { read: number; expected: number }>();
  const wrong: string[] = [];
  let explained = 0;
  for (const [file, expected] of Object.entries(files)) {
    const episodes = corpus.episodes.filter((one) => one.path === file);
    const read = addUp(episodes.map(oracle.count));
    let isSame = episodes.length > 0;
    for (const [key, value] of Object.entries(read)) {
      const wanted = Array.isArray(expected[key]) ? expected[key].length : Number(expected[key]);
      const sum = sums.get(key) ?? { read: 0, expected: 0 };
      sums.set(key, { read: sum.read + value, expected: sum.expected + wanted });
      if (value !== wanted) isSame = false;
    }
    if (isSame) continue;
    if (oracle.explained?.[file] === undefined) wrong.push(file);
    else explained++;
  }
  const number = (value: number): string => value.toLocaleString('en');
  return {
    counts: [...sums]
      .map(([key, { read, expected }]) =>
        read === expected
          ? `${key} ${number(read)} = ${number(expected)}`
          : `${key} ${number(read)} ≠ ${number(expected)}`,
      )
      .join(', '),
    verdict:
      wrong.length > 0
        ? `differs: ${wrong.join(', ')}`
        : explained > 0
          ? `ok, but ${explained}: ${[...new Set(Object.values(oracle.explained ?? {}))].join('; ')}`
          : 'ok',
    isRight: wrong.length === 0,
  };
}

function addUp(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [key, value] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}
