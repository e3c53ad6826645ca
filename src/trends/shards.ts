import type { Trends, WordShare } from '../archive/figures/trends.ts';
import { serializeSeries } from './series.ts';

/** What is published of the trends, in pieces that are fetched when somebody asks for what is in them. */
export interface TrendShards {
  /** By name: `words-0`, `phrases-12`, `names`. */
  readonly files: ReadonlyMap<string, string>;
  readonly words: ShardList;
  readonly phrases: ShardList & { readonly least: number };
}

/** The first entry of each shard: `phrases-12` begins with `firsts[12]`. */
export interface ShardList {
  readonly firsts: readonly string[];
}

/** Words of a file of the trends, one in a line: `tide`, a tab, its counts. */
const words = { most: 64, characters: 24_000 };
/** Phrases below their first words, each word under the one it follows, one blank further in. */
const phrases = { most: 180, characters: 40_000 };

/** All phrases take at most so much room, some 5 MB when compressed. */
const mostCharacters = 11_000_000;
/** In an archive of so many words, phrases that are said once more are left out from the beginning. */
const wordsPerLeast = 3_000_000;

/** A line of a shard, and what it is the line of. */
interface Line {
  readonly said: readonly string[];
  readonly series: string;
  /** How often it is said in all. */
  readonly total: number;
}

/**
 * The trends of an archive in shards. Every word is in them, and every phrase of two and three words that is said
 * `least` times: twice in an archive of some million words, more often where all would not fit.
 *
 * serializeTrends(trends).files.get('words-0') // => 'ahead\t,2\nbarrel\t1,,4\n…'
 */
export function serializeTrends(trends: Trends): TrendShards {
  const lines: Line[] = [];
  trends.eachWord((said, counts) => lines.push(lineOf(said, counts)));
  const ofWords = cut(lines, words, (line) => `${line.said[0]!}\t${line.series}\n`);
  const { kept, least } = choosePhrases(trends);
  const ofPhrases = cut(kept, phrases, serializePhrase);
  const files = new Map<string, string>();
  for (const [number, text] of ofWords.shards.entries()) files.set(`words-${number}`, text);
  for (const [number, text] of ofPhrases.shards.entries()) files.set(`phrases-${number}`, text);
  files.set('names', serializeNames(trends));
  return {
    files,
    words: { firsts: ofWords.firsts },
    phrases: { firsts: ofPhrases.firsts, least },
  };
}

const lineOf = (said: readonly string[], counts: ArrayLike<number>): Line => ({
  said,
  series: serializeSeries(counts),
  total: sumOf(counts),
});

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at]!;
  return sum;
}

/** The phrases that fit: those that are said least often are left out. */
function choosePhrases(trends: Trends): { kept: readonly Line[]; least: number } {
  const lines: Line[] = [];
  let least = Math.max(2, Math.ceil(trends.said / wordsPerLeast));
  trends.eachPhrase(least, (said, counts) => lines.push(lineOf(said, counts)));
  const byTotal = new Map<number, number>();
  let all = 0;
  for (const line of lines) {
    // Its beginning is there already: the line alone.
    const { length } = serializePhrase(line, line);
    byTotal.set(line.total, (byTotal.get(line.total) ?? 0) + length);
    all += length;
  }
  for (; all > mostCharacters; least++) all -= byTotal.get(least) ?? 0;
  return { kept: lines.filter(({ total }) => total >= least), least };
}

/** A phrase stands below its beginning, which is said at least as often and so is there. */
function serializePhrase({ said, series }: Line, before?: Line): string {
  const last = `${' '.repeat(said.length - 1)}${said.at(-1)!}\t${series}\n`;
  const beginning = said.slice(0, -1);
  const known = beginning.findIndex((word, at) => before?.said[at] !== word);
  if (known === -1) return last;
  return (
    beginning
      .slice(known)
      .map((word, at) => `${' '.repeat(known + at)}${word}\n`)
      .join('') + last
  );
}

/** Lines in shards of about one size; each can be read without the one before it. */
function cut(
  lines: readonly Line[],
  { most, characters }: { readonly most: number; readonly characters: number },
  serialize: (line: Line, before?: Line) => string,
): { shards: string[]; firsts: string[] } {
  let all = 0;
  for (const [at, line] of lines.entries()) all += serialize(line, lines[at - 1]).length;
  const size = Math.max(characters, Math.ceil((all * 1.02) / most));
  const shards: string[] = [];
  const firsts: string[] = [];
  let gathered = '';
  for (const [at, line] of lines.entries()) {
    if (gathered === '') firsts.push(line.said.join(' '));
    gathered += serialize(line, gathered === '' ? undefined : lines[at - 1]);
    if (gathered.length < size && at < lines.length - 1) continue;
    shards.push(gathered);
    gathered = '';
  }
  return { shards, firsts };
}

/** Topics and speakers, one in a line: what it is, its id, its name and its words in each period. */
function serializeNames({ topics, speakers }: Trends): string {
  const serialize = (kind: string, shares: readonly WordShare<{ id: string; name: string }>[]) =>
    shares.map(({ of: { id, name }, words: own }) =>
      [kind, id, name.replace(/\s+/g, ' '), serializeSeries(own)].join('\t'),
    );
  return [...serialize('topic', topics), ...serialize('speaker', speakers)].join('\n');
}
