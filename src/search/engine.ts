import { foldedWords } from '../archive/folded.ts';
import { type Catalog, parseCatalog, type Row } from './catalog.ts';
import { type BundleFacts, bundleForm, entryName } from './entry.ts';
import { type FoundRecords, hasPart, IndexParts, type LoadScript } from './index-parts.ts';
import { interpret, type Meaning } from './meaning.ts';
import { matchQuote, type Range } from './match.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';
import { parseShown, type ShownQuote } from './record.ts';
import type { Filters, Query } from './query.ts';
import { testOf } from './row-filter.ts';

export type Sort = 'relevance' | 'newest' | 'oldest';
export type Grouping = 'none' | 'episode' | 'speaker';

/** A quote that answers a query, and where in its text the words are that were looked for. */
export interface Hit {
  readonly quote: ShownQuote;
  readonly ranges: readonly Range[];
  readonly row: Row;
}

/** A record that has all terms, though perhaps not in one quote. */
export interface Candidate {
  readonly row: Row;
  readonly score: number;
  /** Words between the first and the last of the terms, where they stand closest. */
  readonly span: number;
}

/** What a query finds. */
export interface Answer {
  readonly query: Query;
  readonly meaning: Meaning;
  /** Records that have all terms and pass the filters. */
  readonly candidates: readonly Candidate[];
  /** Records that have all terms, whatever the filters say: for the counts beside other values. */
  readonly unfiltered: readonly Candidate[];
}

/** Records that are fetched together: one by one is slow, more are seldom needed. */
const recordsAtOnce = 8;

/** Records without an answer, one after another, before a search pauses: each is some kilobytes. */
const patience = 60;

/** The index is for a page of another version: it must be loaded anew. */
export class OtherVersion extends Error {}

/** The search of an archive: the catalog, the vocabulary and Pagefind's index, opened. */
export class SearchEngine {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly #parts: IndexParts;
  readonly #loadFile: (number: number) => Promise<string>;
  readonly #files = new Map<number, Promise<ReadonlyMap<number, readonly ShownQuote[]>>>();
  readonly #perFile: number;
  readonly #rowsByPart: readonly (readonly Row[])[];

  private constructor(
    facts: BundleFacts,
    catalog: Catalog,
    read: (name: string) => Promise<string>,
    parts: IndexParts,
  ) {
    this.catalog = catalog;
    this.vocabulary = openVocabulary(facts.words, (page) =>
      read(`${facts.words.folder}/${page}.txt`),
    );
    this.#loadFile = (number) => read(`${facts.quotes.folder}/${number}.json`);
    this.#perFile = facts.quotes.perFile;
    this.#parts = parts;
    const byPart = Array.from({ length: facts.parts.length }, (): Row[] => []);
    for (const row of catalog.rows) byPart[row.part]?.push(row);
    this.#rowsByPart = byPart;
  }

  /**
   * Opens what lies below `bundle`, the address of the index's folder with a slash at the end. Throws where
   * something is missing, and `OtherVersion` where it is made for another page than this.
   */
  static async open(bundle: string, load?: LoadScript): Promise<SearchEngine> {
    const read = async (name: string, cache: RequestCache = 'default'): Promise<string> => {
      const response = await fetch(bundle + name, { cache });
      if (!response.ok)
        throw new Error(
          `Unexpected answer ${response.status} of ${bundle + name}, expected a file`,
        );
      return response.text();
    };
    const facts = JSON.parse(await read(entryName, 'no-cache')) as BundleFacts;
    if (facts.form !== bundleForm)
      throw new OtherVersion(`Unexpected form ${facts.form} of the index, expected ${bundleForm}`);
    const catalog = parseCatalog(await read(facts.catalog));
    const counts = facts.parts.map(
      (_, part) => catalog.rows.filter((row) => row.part === part).length,
    );
    return new SearchEngine(facts, catalog, read, new IndexParts(bundle, facts, counts, load));
  }

  /** Fetches ahead what every search needs. */
  async warm(): Promise<void> {
    // The expressions that cut a text into words take longest when they are used first.
    foldedWords('é 港');
    await this.#parts.warm();
  }

  /** What a query finds; its quotes are fetched by `hits`. The filters are ids of the catalog. */
  async search(query: Query): Promise<Answer> {
    // Where there is one part, its words are asked for before the vocabulary has been read: most are in it.
    if (this.#rowsByPart.length === 1)
      for (const { kind, words } of query.terms)
        if (kind === 'word') this.#parts.expect(0, words[0]);
    const meaning = await interpret(query, this.vocabulary);
    const unfiltered = await this.#candidates(meaning);
    const passes = testOf(query.filters, this.catalog);
    return {
      query,
      meaning,
      unfiltered,
      candidates: unfiltered.filter(({ row }) => passes(row)),
    };
  }

  /**
   * The quotes of an answer, fetched as they are asked for. `undefined` is a pause: many records had no such
   * quote, and who asks on may get more. Grouped, the quotes of one episode or speaker come together, those of
   * an episode in its own order.
   */
  async *hits(answer: Answer, sort: Sort, grouping: Grouping): AsyncGenerator<Hit | undefined> {
    const { meaning } = answer;
    const isAnyAsked = meaning.terms.length > 0 || meaning.without.length > 0;
    const isAbout = this.#topicTest(answer.query.filters);
    const candidates = arrange(answer.candidates, sort, grouping, this.catalog);
    let fruitless = 0;
    for (let start = 0; start < candidates.length;) {
      const batch =
        grouping === 'episode'
          ? sameEpisode(candidates, start)
          : candidates.slice(start, start + recordsAtOnce);
      start += batch.length;
      const quotes = await Promise.all(batch.map(({ row }) => this.#quotesOf(row)));
      const hits: Hit[] = [];
      for (const [index, { row }] of batch.entries()) {
        const before = hits.length;
        for (const quote of quotes[index]!) {
          if (!isAbout(quote, row)) continue;
          const ranges = isAnyAsked ? matchQuote(foldedWords(quote.text), meaning) : [];
          if (ranges) hits.push({ quote, ranges, row });
        }
        fruitless = hits.length > before ? 0 : fruitless + 1;
      }
      if (grouping === 'episode') hits.sort((a, b) => a.quote.number - b.quote.number);
      yield* hits;
      if (fruitless < patience || start >= candidates.length) continue;
      fruitless = 0;
      yield undefined;
    }
  }

  async #quotesOf(row: Row): Promise<readonly ShownQuote[]> {
    const number = Math.floor(row.number / this.#perFile);
    const known =
      this.#files.get(number) ??
      this.#loadFile(number).then(
        (text) => new Map(parseShown(text).map((record) => [record.row, record.quotes])),
      );
    this.#files.set(number, known);
    known.catch(() => this.#files.delete(number));
    return (await known).get(row.number) ?? [];
  }

  /** A record passes when its episode or some quote of it is about a topic; its other quotes need not be. */
  #topicTest({ topic }: Filters): (quote: ShownQuote, row: Row) => boolean {
    if (!topic) return () => true;
    const wanted = topic.map((id) => this.catalog.topics.findIndex(([own]) => own === id));
    return (quote, row) =>
      wanted.some(
        (one) =>
          quote.topics.includes(one) || this.catalog.episodes[row.episode]?.topics.includes(one),
      );
  }

  async #candidates({ terms, unknown }: Meaning): Promise<Candidate[]> {
    if (unknown.length > 0) return [];
    const parts = terms.reduce((all, term) => all & term.parts, ~0);
    const found = await Promise.all(
      this.#rowsByPart.map(async (rows, part) => {
        if (!hasPart(parts, part)) return [];
        if (terms.length === 0) return rows.map((row) => ({ row, score: 0, span: 0 }));
        return this.#join(
          rows,
          await Promise.all(terms.map((term) => this.#parts.find(part, term))),
        );
      }),
    );
    return found.flat();
  }

  #join(rows: readonly Row[], [first, ...others]: readonly FoundRecords[]): Candidate[] {
    const candidates: Candidate[] = [];
    for (const [number, record] of first ?? []) {
      const row = rows[number];
      const all = [record, ...others.map((records) => records.get(number))];
      if (!row || !all.every((one) => one !== undefined)) continue;
      const span = closest(all.map(({ places }) => places));
      // Further apart than the longest quote is long: they cannot be in one.
      if (span >= row.longest && all.length > 1) continue;
      const score = all.reduce((sum, one) => sum + one.score, 0);
      candidates.push({ row, score, span });
    }
    return candidates;
  }
}

/** Where one place of each list stands closest together: how far it is from the first to the last. */
function closest(lists: readonly (readonly number[])[]): number {
  if (lists.length < 2) return 0;
  const at = lists.map(() => 0);
  let best = Infinity;
  for (;;) {
    let low = Infinity;
    let high = -Infinity;
    let lowest = 0;
    for (const [index, places] of lists.entries()) {
      const place = places[at[index]!];
      if (place === undefined) return best;
      if (place < low) {
        low = place;
        lowest = index;
      }
      if (place > high) high = place;
    }
    best = Math.min(best, high - low);
    at[lowest]!++;
  }
}

/** Terms that stand within so many words of each other belong together, whatever else is said of them. */
const near = [4, 12, 40];

const nearness = ({ span }: Candidate): number => {
  const step = near.findIndex((words) => span <= words);
  return step === -1 ? near.length : step;
};

function arrange(
  candidates: readonly Candidate[],
  sort: Sort,
  grouping: Grouping,
  catalog: Catalog,
): Candidate[] {
  const dateOf = ({ row }: Candidate): string => catalog.episodes[row.episode]?.date ?? '';
  const byDate = (a: Candidate, b: Candidate): number => {
    const one = dateOf(a);
    const other = dateOf(b);
    // Without a date comes last, whichever way.
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
    return (one < other ? 1 : one > other ? -1 : 0) * (sort === 'oldest' ? -1 : 1);
  };
  const inOrder = (a: Candidate, b: Candidate): number =>
    sort === 'oldest' ? a.row.episode - b.row.episode : b.row.episode - a.row.episode;
  const best = (a: Candidate, b: Candidate): number =>
    sort === 'relevance'
      ? nearness(a) - nearness(b) || b.score - a.score || byDate(a, b) || inOrder(a, b)
      : byDate(a, b) || inOrder(a, b);
  const sorted = candidates.toSorted(best);
  if (grouping === 'none') return sorted;
  const groups = Map.groupBy(sorted, ({ row }) =>
    grouping === 'episode' ? row.episode : row.voice,
  );
  return [...groups.values()].flat();
}

function sameEpisode(candidates: readonly Candidate[], start: number): Candidate[] {
  const episode = candidates[start]?.row.episode;
  const end = candidates.findIndex(({ row }, index) => index > start && row.episode !== episode);
  return candidates.slice(start, end === -1 ? undefined : end);
}
