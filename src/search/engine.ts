import { foldedWords } from '../archive/folded.ts';
import { loadAhead } from './ahead.ts';
import {
  arrange,
  type Candidate,
  closest,
  expectedQuotes,
  type Grouping,
  type Sort,
} from './candidate.ts';
import { type Catalog, parseCatalog, type Row } from './catalog.ts';
import { type BundleFacts, bundleForm, entryName } from './entry.ts';
import { type FoundRecords, hasPart, IndexParts, type LoadScript } from './index-parts.ts';
import { interpret, type Meaning } from './meaning.ts';
import { matchQuote, type Range } from './match.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';
import type { ShownQuote } from './record.ts';
import type { Filters, Query } from './query.ts';
import { testOf } from './row-filter.ts';
import { ShownQuotes } from './shown-quotes.ts';

/** A quote that answers a query, and where in its text the words are that were looked for. */
export interface Hit {
  readonly quote: ShownQuote;
  readonly ranges: readonly Range[];
  readonly row: Row;
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

/** Quotes for which records are fetched together: a page of them, and one that tells whether there are more. */
const quotesAtOnce = 11;

/** Records without an answer, one after another, before a search pauses: each is some kilobytes. */
const patience = 60;

/** The index is for a page of another version: it must be loaded anew. */
export class OtherVersion extends Error {}

/** The search of an archive: the catalog, the vocabulary and Pagefind's index, opened. */
export class SearchEngine {
  readonly catalog: Catalog;
  readonly vocabulary: Vocabulary;
  readonly #parts: IndexParts;
  readonly #quotes: ShownQuotes;
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
    this.#quotes = new ShownQuotes(facts.quotes.perFile, (file) =>
      read(`${facts.quotes.folder}/${file}.json`),
    );
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
   * The quotes of an answer, fetched as they are asked for, about `wanted` at once. `undefined` is a pause: many
   * records had no such quote, and who asks on may get more. Grouped, the quotes of one episode or speaker come
   * together, those of an episode in its own order.
   */
  async *hits(
    answer: Answer,
    sort: Sort,
    grouping: Grouping,
    wanted = quotesAtOnce,
  ): AsyncGenerator<Hit | undefined> {
    const hitsOf = this.#matcher(answer);
    const groups = arrange(answer.candidates, sort, grouping, this.catalog);
    let found = 0;
    let fruitless = 0;
    let left = answer.candidates.length;
    const loaded = loadAhead(
      groups,
      (group) => Promise.all(group.map(({ row }) => this.#quotes.of(row))),
      {
        expected: (group) => group.reduce((sum, one) => sum + expectedQuotes(one), 0),
        lacking: () => wanted * Math.ceil((found + 1) / wanted) - found,
      },
    );
    for await (const [group, quotes] of loaded) {
      const hits: Hit[] = [];
      for (const [index, candidate] of group.entries()) {
        const own = hitsOf(candidate, quotes[index]!);
        fruitless = own.length > 0 ? 0 : fruitless + 1;
        hits.push(...own);
      }
      if (grouping === 'episode') hits.sort((a, b) => a.quote.number - b.quote.number);
      for (const hit of hits) {
        found++;
        yield hit;
      }
      left -= group.length;
      if (fruitless < patience || left === 0) continue;
      fruitless = 0;
      yield undefined;
    }
  }

  /** Finds the quotes of a record that answer. Words are folded only where a place of each term is. */
  #matcher({ meaning, query }: Answer): (from: Candidate, quotes: readonly ShownQuote[]) => Hit[] {
    const isAnyAsked = meaning.terms.length > 0 || meaning.without.length > 0;
    const isAbout = this.#topicTest(query.filters);
    return ({ row, places }, quotes) => {
      const hits: Hit[] = [];
      let start = 0;
      for (const quote of quotes) {
        const first = start;
        const end = (start += quote.words);
        const hasAll = places.every((list) => list.some((place) => place >= first && place < end));
        if (!hasAll || !isAbout(quote, row)) continue;
        const ranges = isAnyAsked ? matchQuote(foldedWords(quote.text), meaning) : [];
        if (ranges) hits.push({ quote, ranges, row });
      }
      return hits;
    };
  }

  /** A record passes when its episode or some quote of it is about a topic; its other quotes need not be. */
  #topicTest({ topic }: Filters): (quote: ShownQuote, row: Row) => boolean {
    if (!topic) return () => true;
    const wanted = topic.map((id) => this.catalog.topics.findIndex(([own]) => own === id));
    return (quote, row) =>
      wanted.some(
        (one) =>
          quote.topics.includes(one) ||
          (this.catalog.episodes[row.episode]?.topics.includes(one) && !quote.denied.includes(one)),
      );
  }

  async #candidates({ terms, unknown }: Meaning): Promise<Candidate[]> {
    if (unknown.length > 0) return [];
    const parts = terms.reduce((all, term) => all & term.parts, ~0);
    const found = await Promise.all(
      this.#rowsByPart.map(async (rows, part) => {
        if (!hasPart(parts, part)) return [];
        if (terms.length === 0) return rows.map((row) => ({ row, score: 0, span: 0, places: [] }));
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
      const places = all.map((one) => one.places);
      const span = closest(places);
      // Further apart than the longest quote is long: they cannot be in one.
      if (span >= row.longest && all.length > 1) continue;
      const score = all.reduce((sum, one) => sum + one.score, 0);
      candidates.push({ row, score, span, places });
    }
    return candidates;
  }
}
