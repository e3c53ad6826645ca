import type { Catalog, Row } from './catalog.ts';
import { type Filters, type ListFilter, listFilters } from './query.ts';

/** Whether a row passes. */
export type FilterTest = (row: Row) => boolean;

/** A filter by its name; the two ends of the time are one. */
export type FilterName = ListFilter | 'time';

/**
 * The test that filters make. Several ids of one filter are alternatives; an id that nobody has lets nothing
 * pass. `without` leaves one filter out: what its values would find is counted so.
 */
export function testOf(filters: Filters, catalog: Catalog, without?: FilterName): FilterTest {
  const tests: FilterTest[] = [];
  for (const name of listFilters) {
    const ids = filters[name];
    if (!ids || name === without) continue;
    const wanted = new Set(ids);
    tests.push((row) => valuesOf(row, name, catalog).some((id) => wanted.has(id)));
  }
  const { from, to } = filters;
  if ((from !== undefined || to !== undefined) && without !== 'time') {
    tests.push((row) => {
      const date = catalog.episodes[row.episode]?.date;
      return date !== undefined && isWithin(date, from, to);
    });
  }
  return (row) => tests.every((test) => test(row));
}

/**
 * Whether a day is within years or months, both ends included.
 *
 * isWithin('2019-03-31', '2018', '2019-03') // => true
 */
export function isWithin(date: string, from: string | undefined, to: string | undefined): boolean {
  return (
    (from === undefined || date.slice(0, from.length) >= from) &&
    (to === undefined || date.slice(0, to.length) <= to)
  );
}

/** The ids that a row has for a filter. Anonymous voices have none. */
export function valuesOf(row: Row, name: ListFilter, catalog: Catalog): string[] {
  const episode = catalog.episodes[row.episode];
  if (!episode) return [];
  switch (name) {
    case 'speaker':
      return row.voice < catalog.speakers.length ? [catalog.speakers[row.voice]![0]] : [];
    case 'show':
      return [catalog.shows[episode.show]![0]];
    case 'topic':
      return [...episode.topics, ...row.topics].map((topic) => catalog.topics[topic]![0]);
    case 'episode':
      return [episode.key];
    case 'role':
      return row.role === undefined ? [] : [catalog.roles[row.role]!];
    case 'language':
      return [catalog.languages[episode.language]!];
    case 'status':
      return episode.status === undefined ? [] : [catalog.statuses[episode.status]!];
  }
}
