import type { Filters } from './query.ts';
import { serializeState, step } from './state.ts';

/**
 * Where the search finds what a figure counts: the path of the search page with these filters.
 *
 * searchAddress({ speaker: ['jo-field'], from: '2024-01', to: '2024-03' })
 * // => '/search/?speaker=jo-field&from=2024-01&to=2024-03'
 */
export const searchAddress = (filters: Filters, typed = ''): string =>
  `/search/${serializeState({ typed, filters, sort: 'relevance', grouping: 'none', shown: step })}`;
