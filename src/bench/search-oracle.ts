import type { Archive } from '../archive/model.ts';
import type { Answer, Hit } from '../search/engine.ts';
import { countAppearances } from '../search/facet.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { namesOf, resolveQuery } from '../search/resolve.ts';
import { Scan, type Scanned } from '../search/scan.ts';
import { PlainSearch } from '../testing/plain-search.ts';
import { RandomQueries } from '../testing/random-query.ts';
import type { SearchSite } from '../testing/search-site.ts';

/** What the search found beside a plain look through all quotes. */
export interface OracleReport {
  readonly queries: number;
  /** Queries that found something, and all that was found. */
  readonly answered: number;
  readonly quotes: number;
  /** Quotes that the search did not find, and quotes that it should not have found. */
  readonly missing: number;
  readonly extra: number;
  /** Quotes that are not by the speaker asked for, marked elsewhere, or in more appearances than were counted. */
  readonly wrong: number;
  /** The first queries that differ, and how. */
  readonly differing: readonly string[];
}

type Difference = Pick<OracleReport, 'missing' | 'extra' | 'wrong'>;

/** Queries that are answered by one look through the archive; what they find is kept meanwhile. */
const queriesAtOnce = 50;
const mostShown = 10;

/**
 * Asks the search so many random queries, loads all quotes that it finds, and compares them with what `Scan`
 * finds, and with what `PlainSearch` does, which shares nothing with either.
 */
export async function checkOracle(
  archive: Archive,
  site: SearchSite,
  count: number,
  seed: number,
  onQueries?: (done: number, all: number) => void,
): Promise<OracleReport> {
  const scan = await Scan.of(archive);
  const plain = new PlainSearch(archive);
  const random = new RandomQueries(archive, seed);
  const names = namesOf(site.engine.catalog);
  const report = { queries: 0, answered: 0, quotes: 0, missing: 0, extra: 0, wrong: 0 };
  const differing: string[] = [];
  while (report.queries < count) {
    const left = Math.min(queriesAtOnce, count - report.queries);
    const typed = Array.from({ length: left }, () => random.next());
    const queries = typed.map((text) => resolveQuery(parseQuery(text), names).query);
    const scanned = await scan.searchAll(queries);
    for (const [index, query] of queries.entries()) {
      const { answer, hits } = await site.findAll(query);
      const own = scanned[index]!;
      const difference = compare(own, plain.find(own.meaning, query.filters), answer, hits);
      report.quotes += hits.length;
      if (hits.length > 0) report.answered++;
      report.missing += difference.missing;
      report.extra += difference.extra;
      report.wrong += difference.wrong + countAstray(query, hits, site);
      const isSame = Object.values(difference).every((number) => number === 0);
      if (!isSame && differing.length < mostShown)
        differing.push(`${typed[index]} ${JSON.stringify(difference)}`);
    }
    report.queries += left;
    onQueries?.(report.queries, count);
  }
  return { ...report, differing };
}

function compare(
  scanned: Scanned,
  plain: ReadonlySet<string> | undefined,
  answer: Answer,
  hits: readonly Hit[],
): Difference {
  const expected = new Map(scanned.quotes.map(({ quote, ranges }) => [quote.id, ranges]));
  const found = new Map(hits.map(({ quote, ranges }) => [quote.id, ranges]));
  const lost = new Set([...expected.keys(), ...(plain ?? [])].filter((id) => !found.has(id)));
  const added = [...found.keys()].filter((id) => !expected.has(id) || plain?.has(id) === false);
  const moved = [...found].filter(
    ([id, ranges]) => JSON.stringify(expected.get(id) ?? ranges) !== JSON.stringify(ranges),
  );
  const appearances = new Set(hits.map(({ row }) => `${row.episode} ${row.voice}`)).size;
  const uncounted = Math.max(0, appearances - countAppearances(answer.candidates));
  return {
    missing: lost.size,
    // A quote that is shown twice is one too many.
    extra: added.length + hits.length - found.size,
    wrong: moved.length + uncounted,
  };
}

/** Quotes that are not by one of the speakers asked for. */
function countAstray({ filters }: Query, hits: readonly Hit[], { engine }: SearchSite): number {
  const { speaker } = filters;
  if (!speaker) return 0;
  return hits.filter(({ row }) => !speaker.includes(engine.catalog.speakers[row.voice]?.[0] ?? ''))
    .length;
}
