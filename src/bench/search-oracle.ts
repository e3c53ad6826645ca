import type { Archive } from '../archive/model.ts';
import { parseQuery } from '../search/query.ts';
import { namesOf, resolveQuery } from '../search/resolve.ts';
import { Scan } from '../search/scan.ts';
import { Random } from '../testing/random.ts';
import { randomQuery } from '../testing/random-query.ts';
import type { SearchSite } from '../testing/search-site.ts';

/** What the search found beside a plain look through all quotes. */
export interface OracleReport {
  readonly queries: number;
  /** Queries that found something. */
  readonly answered: number;
  readonly quotes: number;
  /** Quotes that the search did not find, and quotes that it should not have found. */
  readonly missing: number;
  readonly extra: number;
  /** The first queries that differ. */
  readonly differing: readonly string[];
}

/** Asks the search and the scan the same random queries, all quotes loaded, and compares what they found. */
export async function checkOracle(
  archive: Archive,
  site: SearchSite,
  queries: number,
  seed = 1,
): Promise<OracleReport> {
  const scan = await Scan.of(archive);
  const random = new Random(seed);
  const names = namesOf(site.engine.catalog);
  const differing: string[] = [];
  let answered = 0;
  let quotes = 0;
  let missing = 0;
  let extra = 0;
  for (let asked = 0; asked < queries; asked++) {
    const typed = randomQuery(archive, random);
    const { query } = resolveQuery(parseQuery(typed), names);
    const [scanned, found] = [await scan.search(query), await site.findAll(query)];
    const rangesOf = (ranges: readonly (readonly [number, number])[]): string =>
      JSON.stringify(ranges);
    const expected = new Map(scanned.quotes.map((one) => [one.quote.id, rangesOf(one.ranges)]));
    const shown = new Map(found.hits.map((hit) => [hit.quote.id, rangesOf(hit.ranges)]));
    const lost = [...expected].filter(([id, ranges]) => shown.get(id) !== ranges);
    const wrong = [...shown].filter(([id]) => !expected.has(id));
    if (expected.size > 0) answered++;
    quotes += expected.size;
    missing += lost.length;
    extra += wrong.length + (found.hits.length - shown.size);
    if (lost.length + wrong.length > 0 && differing.length < 10) differing.push(typed);
  }
  return { queries, answered, quotes, missing, extra, differing };
}
