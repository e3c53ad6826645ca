import type { Period } from '../archive/figures/model.ts';
import type { TrendShards } from './shards.ts';

/** What a page must know of the trends before it fetches any of them. */
export interface TrendFacts extends Pick<TrendShards, 'words' | 'phrases'> {
  /** The address of the folder in which the shards lie; another one whenever anything in them changes. */
  readonly folder: string;
  /** Oldest first; the words of each are the whole that everything is a share of. */
  readonly periods: readonly Pick<Period, 'name' | 'from' | 'to' | 'words'>[];
}

/** The file of a shard, in the folder of the trends. */
export const shardFile = (shard: string): string => `${shard}.txt`;
