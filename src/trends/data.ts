import { isCharacter } from '../archive/folded.ts';
import type { Series } from '../archive/figures/trends.ts';
import { longestPhrase } from '../archive/figures/phrases.ts';
import { type Names, resolveQuery } from '../search/resolve.ts';
import { type TrendFacts, shardFile } from './facts.ts';
import { type Item, keyOf } from './query.ts';
import { addSeries, parseSeries } from './series.ts';

/** An item with how often it was said in each period; of topics and speakers, how many words are theirs. */
export interface Counted {
  readonly item: Item;
  /** As readers call it. */
  readonly name: string;
  readonly counts: Series;
}

/**
 * Why an item cannot be compared: nobody says the word; the phrase is said too seldom or is too long; it ends in
 * one character of a script without blanks, which may have any neighbour; too many words begin so; there is no
 * topic or speaker of that name; it is a search of another kind.
 */
export type Reason = 'nobody' | 'seldom' | 'long' | 'open' | 'broad' | 'unknown' | 'other';

export interface Uncounted {
  readonly item: Item;
  readonly reason: Reason;
}

/** The shards are for another page than this: it must be loaded anew. */
export class OtherTrends extends Error {}

type Load = (file: string) => Promise<string>;

/** Shards that are read for one beginning at most. */
const mostShards = 6;

/** The trends behind published shards, each fetched once, when somebody asks for what is in it. */
export class TrendData {
  readonly #facts: TrendFacts;
  readonly #load: Load;
  readonly #shards = new Map<string, Promise<string>>();

  constructor(facts: TrendFacts, load: Load) {
    this.#facts = facts;
    this.#load = load;
  }

  /**
   * What is known of an item. A name that several topics or speakers have stands for each of them.
   *
   * await data.find({ kind: 'said', text: 'Tide', words: ['tide'] })
   * // => [{ item: …, name: 'Tide', counts: [3, 0, 12] }]
   */
  async find(item: Item): Promise<readonly (Counted | Uncounted)[]> {
    if (item.kind === 'other') return [{ item, reason: 'other' }];
    if ('value' in item) return this.#findNamed(item.kind, item.value);
    const found =
      item.kind === 'beginning' ? await this.#begin(item.words[0]!) : await this.#say(item.words);
    if (typeof found === 'string') return [{ item, reason: found }];
    const name =
      item.kind === 'beginning' && !isCharacter(item.words[0]!) ? `${item.text}*` : item.text;
    return [{ item, name, counts: found }];
  }

  /** All that is known of these, each once. */
  async findAll(items: readonly Item[]): Promise<readonly (Counted | Uncounted)[]> {
    const found = (await Promise.all(items.map((item) => this.find(item)))).flat();
    return [...new Map(found.map((one) => [keyOf(one.item), one])).values()];
  }

  async #say(said: readonly string[]): Promise<Series | Reason> {
    if (said.length > longestPhrase) return 'long';
    if (said.length > 1 && isCharacter(said.at(-1)!)) return 'open';
    const { firsts } = said.length === 1 ? this.#facts.words : this.#facts.phrases;
    const seldom = said.length === 1 ? 'nobody' : 'seldom';
    const shard = placeOf(said.join(' '), firsts);
    if (shard === -1) return seldom;
    const text = await this.#shard(`${said.length === 1 ? 'words' : 'phrases'}-${shard}`);
    const series = findIn(text, said);
    return series === undefined ? seldom : parseSeries(series, this.#facts.periods.length);
  }

  async #begin(beginning: string): Promise<Series | Reason> {
    const { firsts } = this.#facts.words;
    const first = Math.max(0, placeOf(beginning, firsts));
    let last = first;
    while (firsts[last + 1]?.startsWith(beginning)) last++;
    if (last - first >= mostShards) return 'broad';
    const shards = firsts.slice(first, last + 1).map((_, at) => this.#shard(`words-${first + at}`));
    const lines = (await Promise.all(shards)).flatMap((text) => text.split('\n'));
    const found = lines.filter((line) => line.startsWith(beginning));
    const periods = this.#facts.periods.length;
    return found.length === 0
      ? 'nobody'
      : found.map((line) => parseSeries(line.split('\t')[1] ?? '', periods)).reduce(addSeries);
  }

  async #findNamed(
    kind: 'topic' | 'speaker',
    value: string,
  ): Promise<readonly (Counted | Uncounted)[]> {
    const rows = (await this.#shard('names')).split('\n').map((line) => line.split('\t'));
    const own = rows.filter(([what]) => what === kind);
    const names = { ...noNames, [kind]: own.map(([, id = '', name = '']) => [id, name] as const) };
    const asked = { terms: [], without: [], filters: { [kind]: [value] } };
    const { query, unresolved } = resolveQuery(asked, names);
    if (unresolved.length > 0) return [{ item: { kind, value }, reason: 'unknown' }];
    return (query.filters[kind] ?? []).map((id) => {
      const [, , name = id, series = ''] = own.find((row) => row[1] === id) ?? [];
      const counts = parseSeries(series, this.#facts.periods.length);
      return { item: { kind, value: id }, name, counts };
    });
  }

  #shard(name: string): Promise<string> {
    const shard = this.#shards.get(name) ?? this.#load(this.#facts.folder + shardFile(name));
    this.#shards.set(name, shard);
    shard.catch(() => this.#shards.delete(name));
    return shard;
  }
}

const noNames: Names = {
  speaker: [],
  show: [],
  topic: [],
  episode: [],
  role: [],
  language: [],
  status: [],
};

/** The last shard that begins with this or something before it; -1 where all begin with something after it. */
function placeOf(text: string, firsts: readonly string[]): number {
  return firsts.findLastIndex((first) => first <= text);
}

/** The counts that stand with words in a row, each below the one before it. */
function findIn(shard: string, said: readonly string[]): string | undefined {
  const open: string[] = [];
  for (const line of shard.split('\n')) {
    if (line === '') continue;
    const depth = line.search(/[^ ]/);
    const [word = '', series] = line.slice(depth).split('\t');
    open.length = depth;
    open.push(word);
    if (
      series !== undefined &&
      open.length === said.length &&
      said.every((one, at) => open[at] === one)
    )
      return series;
  }
  return undefined;
}
