import type { Period } from '../archive/figures/model.ts';
import { href, speakerPath, topicPath } from '../archive/permalink.ts';
import { searchAddress } from '../search/address.ts';
import { serializeTerm } from '../search/query.ts';
import { type Item, serializeTrendQuery, type TrendQuery } from './query.ts';

/** The path of a comparison. */
export const trendAddress = (query: TrendQuery): string => `/trends/${serializeTrendQuery(query)}`;

/**
 * Where the search finds what is counted of an item, in a period or in all.
 *
 * searchFor({ kind: 'said', text: 'Tide', words: ['tide'] }, { from: '2019-01', to: '2019-12' })
 * // => '/search/?q=%22Tide%22&from=2019-01&to=2019-12'
 */
export function searchFor(item: Item, period?: Pick<Period, 'from' | 'to'>): string {
  const time = period && { from: period.from, to: period.to };
  if ('value' in item) return searchAddress({ ...time, [item.kind]: [item.value] });
  if (item.kind === 'other') return searchAddress({ ...time }, item.text);
  // As a phrase: the search would find all forms of a word.
  const kind = item.kind === 'said' ? 'phrase' : 'beginning';
  return searchAddress({ ...time }, serializeTerm({ ...item, kind }));
}

/** Where one reads of an item: the page of a topic or a speaker, else the search. */
export function pageOf(item: Item, base: string): string {
  if (item.kind === 'speaker') return href(base, speakerPath(item.value));
  if (item.kind === 'topic') return href(base, topicPath(item.value));
  return href(base, searchFor(item));
}
